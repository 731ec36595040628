"""Figures of several reports are aligned by what they count, and their agreement is stated."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import Analysis, Bound, DetectedLanguage, PipelineVersion, Summary, TextFacts
from nutgraf.model.story import FigureState, StoryFigure
from nutgraf.nlp import figures
from nutgraf.nlp.multi_document import IdfTable, Report
from nutgraf.nlp.multi_document.figures.agreement import compare_figures
from nutgraf.nlp.multi_document.figures.unit_conversion import admitted_values, to_base_unit
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from nutgraf.nlp.spans import SentenceSpan
from tests.support.docs import english

IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")
MOMENT = datetime(2026, 4, 2, 12, tzinfo=UTC)


def report(number: int, text: str, hours: float | None = 0.0) -> Report:
    spans = (SentenceSpan(0, len(text), 0),)
    moment = None if hours is None else MOMENT + timedelta(hours=hours)
    doc = english(text, spans, moment)
    found = figures.extract_figures(doc)
    analysis = Analysis(
        PipelineVersion("0", "test"), DetectedLanguage("en", 1.0, supported=True),
        TextFacts("", len(text), 1, 1, ()),
        Summary((), 3), (), found, (), (),
    )  # fmt: skip
    return Report(f"art_{number}", f"Outlet {number}", doc, MOMENT, analysis)


def compared(*texts: str, hours: Sequence[float | None] | None = None) -> list[StoryFigure]:
    times = hours or [0.0] * len(texts)
    reports = [report(number, text, times[number]) for number, text in enumerate(texts)]
    return list(compare_figures(reports, lambda article: article, IDF))


def states(*texts: str, hours: Sequence[float | None] | None = None) -> list[FigureState]:
    return [figure.state for figure in compared(*texts, hours=hours)]


@pytest.mark.parametrize(
    ("one", "other", "state"),
    [
        ("The fire killed seven people.", "Seven people died in the fire.", "agreed"),
        ("At least 12 tractors blocked the bridge.", "The bridge was blocked by 14 tractors.", "compatible"),
        ("About 500 people were evacuated.", "Some 480 people were evacuated.", "compatible"),
        ("A 76 million embezzlement scheme was found.", "A £76 million embezzlement scheme.", "compatible"),
        ("The dam cost €4 million to repair.", "Repairs of the dam cost €7 million.", "conflicting"),
        ("The storm tore off 70 sq miles of reed.", "The storm tore off 181 sq km of reed.", "compatible"),
    ],
)
def test_two_claims_about_one_quantity_have_a_state(one: str, other: str, state: str) -> None:
    assert state in states(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire killed seven people.", "Three people are missing after the fire."),
        ("The mayor spent £4 million on a pool.", "A bank lent £9 million to a brewery."),
        ("Police arrested 20 people.", "The hall seats 900 people."),
        ("Mr Aldous, 34, found the hoard.", "Ms Brandt, 61, sold the hoard."),
        ("The ferry carried 140 passengers.", "The ferry carried nine crew."),
        ("The bridge is 40 metres long.", "The bridge stood for 40 years."),
    ],
)
def test_two_different_quantities_are_never_set_against_each_other(one: str, other: str) -> None:
    assert compared(one, other) == []


def test_a_later_number_of_dead_supersedes_an_earlier_one() -> None:
    texts = (
        "The quake killed 20 people.",
        "The quake killed 20 people, officials said.",
        "The quake killed 31 people.",
    )
    (figure,) = compared(*texts, hours=(0, 1, 5))
    assert figure.state is FigureState.SUPERSEDED
    assert [value.value for value in figure.values] == [20, 20, 31]


def test_numbers_of_dead_that_rise_and_fall_are_a_contradiction() -> None:
    texts = (
        "The quake killed 20 people.",
        "The quake killed 31 people.",
        "The quake killed 20 people, officials said.",
    )
    assert states(*texts, hours=(0, 1, 5)) == [FigureState.CONFLICTING]


def test_numbers_of_dead_of_unknown_time_are_a_contradiction() -> None:
    texts = ("The quake killed 20 people.", "The quake killed 31 people.")
    assert states(*texts, hours=(None, None)) == [FigureState.CONFLICTING]


def test_a_cost_does_not_grow_with_the_event() -> None:
    texts = ("The new sluice gate cost £2 million.", "The new sluice gate cost £5 million.")
    assert states(*texts, hours=(0, 9)) == [FigureState.CONFLICTING]


def test_a_reprint_confirms_nothing() -> None:
    reports = [report(0, "The fire killed seven people."), report(1, "The fire killed seven people.")]
    assert compare_figures(reports, lambda _: "art_0", IDF) == ()


def test_the_value_that_a_number_rose_from_is_no_claim() -> None:
    texts = ("The toll rose from nine people to 11 people.", "The flood killed 11 people.")
    assert all(value.value != 9 for figure in compared(*texts) for value in figure.values)


def test_two_values_that_one_report_states_are_two_quantities() -> None:
    texts = ("The pool cost £4 million and its roof cost £2 million.", "The pool cost £4 million.")
    assert states(*texts) == [FigureState.AGREED]


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("A new sluice gate would cost £4 million.", "They asked £7 million for a new sluice gate.",
         "cost of the sluice gate"),
        ("Engineers put the tram's speed at 40 km/h.", "The tram's speed was 52 km/h, they found.",
         "tram's speed"),
        ("The fire killed seven people.", "Seven people died in the fire.", "people dead"),
        ("The bridge was blocked by 14 tractors.", "At least 12 tractors blocked the bridge.", "tractors"),
        ("A pump had been silent for 16 days.", "For 16 days, the mayor admitted, nobody went.",
         "how long a pump had been silent"),
    ],
)  # fmt: skip
def test_a_figure_is_called_what_its_clause_measures(one: str, other: str, what: str) -> None:
    assert [figure.what for figure in compared(one, other)] == [what]


@given(st.floats(0.1, 1e9), st.sampled_from(Bound), st.sampled_from(["km", "mi/h", "GBP", None]))
def test_a_claim_always_admits_its_own_value(value: float, bound: Bound, unit: str | None) -> None:
    reach = admitted_values(value, unit, bound)
    assert reach.low <= to_base_unit(value, unit) <= reach.high
    assert reach.meets(reach)
