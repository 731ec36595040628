"""Pronouns in a speaker's place."""

from __future__ import annotations

import pytest

from tests.unit.nlp.quotations.newsroom import said_by

WORDS = "“I will not pay for this wall.”"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"“It is dear,” Hale said.\n\nKarl Denning came late.\n\nHe said: {WORDS}", ("Karl Denning",)),
        (
            f"Torben Hale said so. The zoo then wished Haramba a happy day.\n\nHe also noted: {WORDS}",
            ("Torben Hale",),
        ),
        (f"Torben Hale met Rosa Wellen. She said: {WORDS}", ("Rosa Wellen",)),
        (f"Torben Hale met Rosa Wellen. He said: {WORDS}", ("Torben Hale",)),
        (f"Torben Hale met Karl Denning. He said: {WORDS}", ()),
        (f"Torben Hale thought of the day Denning had left. He said: {WORDS}", ("Torben Hale",)),
        (f"Rosa Wellen asked for an answer from Hale. He said: {WORDS}", ("Torben Hale",)),
        (f"Hale came. He wrote to Karl Denning. He said: {WORDS}", ("Torben Hale",)),
        (f"The mayor spoke of Torben Hale. He said: {WORDS}", ()),
        (f"Torben Hale's brother came. He said: {WORDS}", ()),
        (f"“It is dear,” Hale said. Karl Denning left the hall. He said: {WORDS}", ("Karl Denning",)),
        (f"The wall is old, said Denning, who met Olaf Brandt. He said: {WORDS}", ("Karl Denning",)),
        (
            f"Karl Denning is late, said Torben Hale, a pilot.\n\n“It is old,” he said. He added: {WORDS}",
            ("Torben Hale",),
        ),
        (f"“It is dear,” Hale said. One witness told Newswire that he was ill. He said: {WORDS}", ()),
        (
            f"Jonas Starck saw it. Calloway shows me the wall. He said: {WORDS}",
            (),
        ),
        (
            f"Denning met the crew and showed the man whom Brandt hired the wall. He said: {WORDS}",
            ("Karl Denning",),
        ),
        (
            f"It pays, says mayor Torben Hale, and costs jobs, says Rosa Wellen. She adds: {WORDS}",
            ("Rosa Wellen",),
        ),
        (
            f"It pays, says Ana Reyes, and costs jobs, says Rosa Wellen. Her team left. She adds: {WORDS}",
            ("Rosa Wellen",),
        ),
        (f"It pays, says Ana Reyes, and costs jobs, says Rosa Wellen. She says: {WORDS}", ()),
        ("Hale came. He said: “Mr Hale will not pay for this wall.”", ()),
        (f"While Hale called it “a mess”, Karl Denning left. He said: {WORDS}", ()),
    ],
)
def test_a_pronoun_is_the_person_whom_it_can_only_mean(text: str, speakers: tuple[str, ...]) -> None:
    assert said_by(text)[-1] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"“It is dear,” Nordair said. It added: {WORDS}", ("Nordair",)),
        (f"“It is dear,” Torben Hale said. It added: {WORDS}", ()),
        (f"Nordair left. It said: {WORDS}", ()),
        (f"“It is dear,” Hale and Wellen said. They added: {WORDS}", ("Torben Hale", "Rosa Wellen")),
        (f"“It is dear,” Hale said. They added: {WORDS}", ()),
        (f"“It is dear,” Hale and Wellen said. Denning left. They added: {WORDS}", ()),
    ],
)
def test_it_and_they_are_who_spoke_last(text: str, speakers: tuple[str, ...]) -> None:
    assert said_by(text)[-1] == speakers


@pytest.mark.parametrize(
    ("between", "speakers"),
    [
        ("Then his lawyer rose.", ()),
        ("His young adviser stood up.", ()),
        ("Then his wife left.", ("Torben Hale",)),
        ("Then it rained.", ("Torben Hale",)),
    ],
)
def test_somebodys_lawyer_may_be_who_speaks(between: str, speakers: tuple[str, ...]) -> None:
    text = f'Torben Hale listened. {between} "This is not what happened," he said.'
    assert said_by(text) == [speakers]
