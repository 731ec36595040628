"""The frame of a figure says of what event, time, owner and person it is, as far as its clause tells."""

from __future__ import annotations

from typing import Any

import pytest

from nutgraf.nlp.multi_document.figures.claim_reader import figure_claims
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim
from tests.support.reports import report_with_names
from tests.unit.nlp.multi_document.figures.test_agreement import IDF


def last_claim(text: str) -> FigureClaim:
    return figure_claims(report_with_names(0, text, hours=0), IDF)[-1]


@pytest.mark.parametrize(
    ("text", "part", "value"),
    [
        ("Inflation rose 4 percent.", "change", 1),
        ("Inflation fell by 4 percent.", "change", -1),
        ("Inflation rose to 4 percent.", "change", 0),
        ("The mill makes 4 tonnes a day.", "rate", "day"),
        ("The mill pays €40 an hour.", "rate", "hour"),
        ("It took a €40 fine.", "rate", None),
        ("It was 4 percent in the second quarter.", "period", "2"),
        ("It was 4 percent a year earlier.", "former", True),
        ("They expect 4 percent.", "forecast", True),
        ("They reported 4 percent.", "forecast", False),
        ("In a similar accident four people died.", "other_event", True),
        ("At one hospital 12 people were treated.", "single_place", True),
        ("Fires killed 70 people in the past decade.", "to_date", True),
        ("Four other firms will close.", "additional", True),
        ("Some 400 homes were without power.", "developing", True),
        ("In the poll 40 percent said so.", "poll", True),
        ("Shares fell to $12.", "market", True),
        ("It is 4 percent, police said, correcting a report.", "corrects", True),
    ],
)
def test_each_part_of_a_frame_is_read(text: str, part: str, value: Any) -> None:
    assert getattr(last_claim(text).frame, part) == value


def test_a_clause_has_the_owner_that_it_names_or_that_its_relative_pronoun_stands_for() -> None:
    own = frozenset({"holm", "mills"})
    assert own in last_claim("Holm Mills earned €4 million.").frame.owners
    assert own in last_claim("The rival of Holm Mills, which earned €4 million, shut.").frame.owners
    assert last_claim("Holm Mills said so, but its rival earned €4 million.").frame.owners == ()


@pytest.mark.parametrize(
    ("text", "name", "noun"),
    [
        ("Ola Brandt, 34, was hurt.", {"ola", "brandt"}, None),
        ("The police named 34-year-old Ola Brandt.", {"ola", "brandt"}, None),
        ("A 34-year-old driver was hurt.", set(), "driver"),
        ("The boy is 4 years old.", set(), "boy"),
        ("A 2-year-old toddler was hurt.", set(), "boy"),
    ],
)
def test_an_age_belongs_to_the_person_beside_it(text: str, name: set[str], noun: str | None) -> None:
    person = last_claim(text).frame.person
    assert person is not None
    assert (set(person.name), person.noun) == (name, noun)
