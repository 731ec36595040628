"""Subjects behind an inverted verb: "said Maria Lenz", "said the airline's head, Tom Reed"."""

from __future__ import annotations

import pytest

from tests.unit.nlp.quotations.newsroom import said_by


@pytest.mark.parametrize(
    ("tail", "speakers"),
    [
        ("said Ines Calloway", ("Ines Calloway",)),
        ("said Nordair chief pilot Karl Denning", ("Karl Denning",)),
        ("said mayor of Norvik Ines Calloway", ("Ines Calloway",)),
        ("said the friend, Ana Reyes", ("Ana Reyes",)),
        ("said a spokesman for Nordair, Karl Denning", ("Karl Denning",)),
        ("said the airline's Karl Denning", ("Karl Denning",)),
        ("said Torben Hale of the Nordair union", ("Torben Hale",)),
        ("said 16-year-old Ana Reyes", ("Ana Reyes",)),
        ("said Rosa Wellen and Karl Denning", ("Rosa Wellen", "Karl Denning")),
        ("said Rosa Wellen, Ana Reyes and Karl Denning", ("Rosa Wellen", "Ana Reyes", "Karl Denning")),
        ("said Karl Denning and his wife, Ana Reyes", ("Karl Denning", "Ana Reyes")),
        ("said Karl Denning, and Ana Reyes agreed", ("Karl Denning",)),
        ("said Karl Denning, a consultant for Nordair", ("Karl Denning",)),
        ("said Karl Denning and the union", ()),
        ("said a spokesman for Nordair", ()),
        ("said Calloway's lawyer", ()),
        ("said the Calloway family", ()),
        ("said one witness", ()),
        ("wrote surgeon Jonas Wild", ("Jonas Wild",)),
        ("wrote the Brussels office", ()),
        ("shot back Karl Denning", ("Karl Denning",)),
        ("chimed in Ana Reyes", ("Ana Reyes",)),
    ],
)
def test_the_subject_behind_the_verb_speaks(tail: str, speakers: tuple[str, ...]) -> None:
    assert said_by(f"“The wall has to go now,” {tail}.") == [speakers]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Added Karl Denning: “The wall has to go now.”", ("Karl Denning",)),
        ("Asked by Karl Denning, Ana Reyes said: “The wall has to go now.”", ("Ana Reyes",)),
        ("“The wall has to go now” Mayor Ines Calloway said in a statement.", ("Ines Calloway",)),
        ("“The wall has to go now” is what Ines Calloway wanted.", ()),
        ("“The wall has to go now.” New mayor Ines Calloway wrote: “It is time for us.”", ()),
    ],
)
def test_a_verb_may_open_its_sentence_or_stand_without_a_comma(text: str, speakers: tuple[str, ...]) -> None:
    assert said_by(text)[0] == speakers
