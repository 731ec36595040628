"""Speakers who are named without a reporting verb."""

from __future__ import annotations

import pytest

from tests.unit.nlp.quotations.newsroom import said_by


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“The wall has to go now.” — Ines Calloway", ("Ines Calloway",)),
        ("“The wall has to go now.” – Ines Calloway, mayor of Norvik", ("Ines Calloway",)),
        ("“The wall has to go now.” -Commissioner Jonas Starck", ("Jonas Starck",)),
        ("“The wall has to go now” (Rosa Wellen).", ("Rosa Wellen",)),
        ("“The wall has to go now” — Calloway's favourite words — was sung.", ()),
        ("“The wall has to go now.” -- Ines Calloway, Norvik", ("Ines Calloway",)),
        ("“The wall has to go now.” ― Ana Reyes", ("Ana Reyes",)),
        ("“The wall has to go now.” — Dr. Rosa Wellen, nurse and diver", ("Rosa Wellen",)),
        ("“The wall has to go now.” — Jonas Starck, mason, diver, and mayor", ("Jonas Starck",)),
        ("“The wall has to go now.” —Karl Denning, in a note to the council", ("Karl Denning",)),
        ("“The wall has to go now” — and then he left.", ()),
        ("“The wall has to go now” -- and then Calloway left.", ()),
        ("“The wall has to go now” — Calloway, and everybody cheered.", ()),
        ("“The wall has to go now” — Calloway and Denning had heard it before.", ()),
        ("“The wall has to go now” — Calloway, who was tired, and he left.", ()),
        ("“The wall has to go now” — the words of a song.", ()),
        ("“The wall has to go now” (see Norvik map).", ()),
        ("Ines Calloway: “The wall has to go now.”", ("Ines Calloway",)),
        ("And from Chairwoman Rosa Wellen:\n\n“The wall has to go now.”", ("Rosa Wellen",)),
        ("This from Ana Reyes: “The wall has to go now.”", ("Ana Reyes",)),
        ("A long way from Norvik: “The wall has to go now.”", ()),
        ("In the words of Ana Reyes, “the wall has to go now”.", ("Ana Reyes",)),
        ("It was, in Ana Reyes’ words, “a wall that has to go”.", ("Ana Reyes",)),
        ("It was, in Calloway’s words, “a wall that has to go”.", ("Ines Calloway",)),
        ("Norvik mayor Ines Calloway paid tribute: “The wall was ours.”", ("Ines Calloway",)),
        ("A statement from Karl Denning read: “The wall was ours.”", ("Karl Denning",)),
        ("There was one reason: “The wall was ours.”", ()),
    ],
)
def test_a_dash_a_colon_or_a_phrase_names_the_speaker(text: str, speakers: tuple[str, ...]) -> None:
    assert said_by(text) == [speakers]


@pytest.mark.parametrize("joint", ["\n", "\n\n", "\r\n", "\n \n"])
@pytest.mark.parametrize(
    ("signature", "speaker"),
    [
        ("— Ines Calloway", "Ines Calloway"),
        ("-- Torben Hale, ferryman", "Torben Hale"),
        ("–Rosa Wellen, in a letter to the council", "Rosa Wellen"),
        ("― Councillor Karl Denning", "Karl Denning"),
    ],
)
def test_a_dash_on_the_line_below_a_quotation_names_the_speaker(
    joint: str, signature: str, speaker: str
) -> None:
    text = f"Norvik met on Monday.\n\n“The wall has to go now.”{joint}{signature}\n\nIt will meet again."
    assert said_by(text) == [(speaker,)]


@pytest.mark.parametrize(
    "text",
    [
        "“The wall has to go now.”\n— Ines Calloway left the room.",
        "“The wall has to go now.”\n\n— Ines Calloway\n— Torben Hale",
        "“The wall has to go now.”\n\n- Ines Calloway",
        "“The wall has to go now.”\n\n\n\n— Ines Calloway",
        "A banner was seen: “The wall has to go now.”\n\n— Ines Calloway",
        "A banner was seen:\n\n“The wall has to go now.”\n\n— Ines Calloway",
        "It was one of those songs. “The wall has to go now.”\n\n— Ines Calloway",
        "“The wall has to go now.”\n\nInes Calloway",
    ],
)
def test_a_line_that_is_no_signature_names_no_speaker(text: str) -> None:
    assert said_by(text) == [()]
