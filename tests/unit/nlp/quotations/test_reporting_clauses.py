"""Verbs that a quotation hangs on, and those that make none of scare quotes."""

from __future__ import annotations

import pytest

from tests.unit.nlp.quotations.newsroom import said_by


@pytest.mark.parametrize(
    "verb",
    [
        *(
            "underlined",
            "questioned",
            "wrote",
            "stressed",
            "opined",
            "quipped",
            "fumed",
            "thundered",
            "snapped",
        ),
        *("smiled", "enthused", "marvelled", "retorted", "reported", "revealed", "recommended", "messaged"),
    ],
)
def test_many_verbs_report_beside_a_quotation(verb: str) -> None:
    assert said_by(f"“The wall has to go now,” Ines Calloway {verb}.") == [("Ines Calloway",)]
    assert said_by(f"“The wall has to go now,” {verb} Ines Calloway.") == [("Ines Calloway",)]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“From here,” Wild said, “the wall is old.”", ("Wild",)),
        ("“Apes are gentle,” blogger Ana Reyes wrote.", ("Ana Reyes",)),
        ("“Apes are gentle,” first baseman Karl Denning said after the game.", ("Karl Denning",)),
        ("Calloway underlines, “The harbour will be built again.”", ("Ines Calloway",)),
        ("Calloway called it “a mess” in the news, saying it was “beyond all help”.", ("Ines Calloway",)),
        ("“Turnout was good,” compared to the day that rained, Ana Reyes said.", ("Ana Reyes",)),
        ("It has “an edge on all”, something which helps with what Valland calls it.", ()),
        ("“Turnout was good,” Newswire cited Karl Denning.", ("Karl Denning",)),
        ("Calloway reiterated calls for the town to “stand together at last”.", ("Ines Calloway",)),
    ],
)
def test_a_verb_finds_its_subject(text: str, speakers: tuple[str, ...]) -> None:
    assert said_by(text)[-1] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "Calloway snapped up the “bargain” in Norvik.",
        "Calloway fired the “coach” of Norvik.",
        "Denning finished the “Long Walk” of Norvik.",
        "“It is good,” said Karl Denning, 33, as he waved a “W” flag.",
        "“It is good,” said Karl Denning, a consultant for the “Truth” campaign.",
        "Calloway has accused “Long Night” director Karl Denning of theft.",
        "Calloway answered after the making of “Long Night” was shown.",
        "Calloway said the client, identified as “John Doe,” was ill.",
        "“It is good.” Inquiries revealed an “over revving” of the car.",
        "The film “Long Night,” it says, was shown.",
    ],
)
def test_scare_quotes_and_titles_stay_no_quotations(text: str) -> None:
    assert len(said_by(text)) == text.count("It is good")
