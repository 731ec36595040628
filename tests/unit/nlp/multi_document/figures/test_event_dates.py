"""The number of dead of an earlier event is not that of the event which the reports are about."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import Analysis, DetectedLanguage, FigureKind, PipelineVersion, Summary, TextFacts
from nutgraf.model.story import StoryFigure
from nutgraf.nlp import figures
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.multi_document import Report
from nutgraf.nlp.multi_document.figures.agreement import compare_figures
from nutgraf.nlp.multi_document.figures.event_dates import event_date
from nutgraf.nlp.spans import SentenceSpan
from tests.support.docs import english
from tests.unit.nlp.multi_document.figures.test_agreement import IDF, MOMENT

LEAD = "A blast shook the port of Norholm on Wednesday."


def report(number: int, text: str, hours: float) -> Report:
    """A report of several sentences, each ending in a point."""
    spans = tuple(SentenceSpan(*found.span(), 0) for found in re.finditer(r"[^ .][^.]*\.", text))
    moment = MOMENT + timedelta(hours=hours)
    analysis = Analysis(
        PipelineVersion("0", "test"), DetectedLanguage("en", 1.0, supported=True),
        TextFacts("", len(text), 1, 1, ()),
        Summary((), 3), (), figures.extract_figures(english(text, spans, moment)), (), (),
    )  # fmt: skip
    return Report(f"art_{number}", f"Outlet {number}", english(text, spans, moment), MOMENT, analysis)


def people(*texts: str) -> list[StoryFigure]:
    reports = [report(number, text, number) for number, text in enumerate(texts)]
    found = compare_figures(reports, lambda article: article, IDF)
    return [figure for figure in found if figure.kind is FigureKind.COUNT]


@pytest.mark.parametrize(
    "earlier",
    [
        "Seventeen people were killed in an attack in Westport in January 2015.",
        "In October 2019, gunmen shot dead 22 people in a tavern.",
        "A year earlier, on June 12 2024, a gale killed 49 people in the bay.",
        "Last year 31 people were killed by a blast in Westport.",
    ],
)
def test_a_number_dated_long_ago_does_not_belong_to_this_event(earlier: str) -> None:
    assert people(f"{LEAD} It killed one person.", f"{LEAD} {earlier}") == []


@pytest.mark.parametrize(
    "later",
    [
        "The blast killed 17 people on Wednesday.",
        "The blast killed 17 people on March 30.",
        "The blast killed 17 people, the most since January 2015.",
        "The blast in the arsenal, built in 1911, killed 17 people.",
        "The blast killed 17 people, a year after one that killed 40 people in January 2015.",
        "The blast has killed 17 people and closed a dock opened in 1911.",
    ],
)
def test_a_number_of_these_days_belongs_to_this_event_whatever_else_its_sentence_dates(later: str) -> None:
    found = people(f"{LEAD} The blast killed nine people.", f"{LEAD} {later}")
    assert [(figure.state, [value.value for value in figure.values]) for figure in found] == [
        ("superseded", [9, 17])
    ]


def test_a_report_begins_with_its_own_event_however_long_ago_that_was() -> None:
    lead = "A miner is on trial over the blast in May 2019 in which 17 people were killed."
    found = people("The trial over a blast in a pit began. The blast killed 19 people.", lead)
    assert [[value.value for value in figure.values] for figure in found] == [[19, 17]]


def test_two_numbers_of_one_earlier_event_are_still_set_against_each_other() -> None:
    texts = (
        "In May 2019 a blast killed 17 people in Westport.",
        "In May 2019 a blast killed 19 people in Westport.",
    )
    found = people(*(f"{LEAD} {text}" for text in texts))
    assert [[value.value for value in figure.values] for figure in found] == [[17, 19]]


@pytest.mark.parametrize(("first", "then", "values"), [(80, 1, []), (80, 67, [[80, 67]]), (3, 80, [[3, 80]])])
def test_a_number_of_dead_never_falls_to_a_fraction(first: int, then: int, values: list[list[int]]) -> None:
    people_then = "one person" if then == 1 else f"{then} people"
    found = people(f"{LEAD} It killed {first} people.", f"{LEAD} In a pit {people_then} died.")
    assert [[value.value for value in figure.values] for figure in found] == values


def test_a_number_of_missing_may_fall_to_one() -> None:
    found = people(f"{LEAD} Some 60 people were missing.", f"{LEAD} One person was missing.")
    assert [[value.value for value in figure.values] for figure in found] == [[60, 1]]


@given(
    st.lists(
        st.sampled_from(["in 2015", "since May 2016", "40 people", "died,", "has", "on 2 June 2014"]),
        max_size=8,
    )
)
def test_the_event_date_of_a_number_is_a_date_of_its_sentence(parts: list[str]) -> None:
    text = " ".join(["Nine people", *parts])
    span = SentenceSpan(0, len(text), 0)
    found = figures.extract_figures(english(text, (span,), MOMENT))
    days = {str(figure.value)[:4] for figure in found if figure.kind is FigureKind.DATE}
    for figure in found:
        if figure.kind is FigureKind.COUNT:
            day = event_date(text, span, figure, found, ENGLISH.stories.event_dates)
            assert day is None or str(day.year) in days
