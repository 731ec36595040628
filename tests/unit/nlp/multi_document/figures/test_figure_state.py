"""The state of a figure is true of its values, with the cause and the day that the reports tell."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from nutgraf.model.story import StoryFigure
from nutgraf.nlp.multi_document.figures.agreement import compare_figures
from tests.support.reports import report_with_names
from tests.unit.nlp.multi_document.figures.test_agreement import IDF

LEAD = "The ferry Sula caught fire off Norvik."


def compared(*texts: str, hours: Sequence[float | None] = (0, 5, 9)) -> list[StoryFigure]:
    reports = [
        report_with_names(number, f"{LEAD} {text}", hours=hours[number]) for number, text in enumerate(texts)
    ]
    return list(compare_figures(reports, lambda article: article, IDF))


def told(*texts: str, hours: Sequence[float | None] = (0, 5, 9)) -> list[tuple[str, str | None]]:
    return [(figure.state.value, figure.cause) for figure in compared(*texts, hours=hours)]


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("The fire killed nine people.", "The fire killed 11 people."), ("superseded", None)),
        (("The fire killed 11 people.", "The fire killed nine people."), ("conflicting", None)),
        (("Four people are missing.", "Six people are missing."), ("superseded", None)),
        (("Six people are missing.", "Four people are missing.", "Six people are missing."),
         ("conflicting", None)),
        (("The moat is 12 feet deep.", "The moat is 15 feet deep."), ("conflicting", None)),
        (("Votes counted: 60 percent of the votes were counted.", "Of the votes 97 percent were counted."),
         ("superseded", None)),
        (("The phone costs $649.", "The firm cut the price of the phone to $599 from $649."),
         ("superseded", None)),
        (("The toll rose to 14 people dead.", "The toll is 11 people dead, not 14 as first reported."),
         ("conflicting", "correction")),
        (("A 4-year-old boy fell into the pit.", "The boy is 3 years old, police said, correcting the zoo."),
         ("conflicting", "correction")),
        (("Sales grew by 4.7 percent.", "Sales grew by 7.4 percent, correcting a figure of 4.7 percent."),
         ("conflicting", "correction")),
        (("The firm lost €14 million.", "The firm revised its loss down from €14 million to €12 million."),
         ("conflicting", "correction")),
    ],
)  # fmt: skip
def test_a_state_is_true_of_the_values(texts: Sequence[str], wanted: tuple[str, str | None]) -> None:
    assert told(*texts) == [wanted]


def test_a_count_of_the_dead_at_one_time_does_not_develop() -> None:
    texts = ("The fire killed nine people.", "The fire killed 11 people.")
    assert told(*texts, hours=(0, 0)) == [("conflicting", None)]


def test_a_date_without_a_time_may_be_any_time_of_the_day() -> None:
    texts = ("The fire killed 11 people.", "The fire killed nine people.", "The fire killed 14 people.")
    assert told(*texts, hours=(-12, 1, 14)) == [("superseded", None)]


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (("On April 1 the moat was 12 feet deep.", "On April 1 the moat was 15 feet deep."), "2026-04-01"),
        (("The moat is 12 feet deep.", "The moat is 15 feet deep."), None),
        (("The fire killed nine people.", "The fire killed 11 people."), "2026-04-02T17:00:00+00:00"),
        (("The fire killed nine people.", "By April 2 the fire had killed 11 people."), "2026-04-02"),
    ],
)
def test_the_day_of_a_figure_is_stated_or_that_of_the_latest_report(
    texts: Sequence[str], day: str | None
) -> None:
    assert [figure.as_of for figure in compared(*texts) if figure.kind != "date"][:1] == [day]


def test_a_developing_number_of_unknown_time_has_no_day() -> None:
    texts = ("The fire killed nine people.", "The fire killed nine people.")
    assert [figure.as_of for figure in compared(*texts, hours=(None, None))] == [None]
