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
