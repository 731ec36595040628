"""Numbers of two spans are compared by the figures of the story alone."""

from __future__ import annotations

import pytest

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.model.story import FigureState, FigureValue, StoryFigure
from nutgraf.nlp.multi_document.claims.figure_ledger import FigureLedger, LedgerEntry

EXACT, LEAST = Bound.EXACT, Bound.AT_LEAST


def value(
    article: str, start: int, number: float, bound: Bound = EXACT, unit: str | None = "people"
) -> FigureValue:
    return FigureValue(number, unit, bound, str(number), article, start, start + 2, None)


def ledger(state: FigureState, *values: FigureValue) -> FigureLedger:
    return FigureLedger([StoryFigure("people killed", FigureKind.COUNT, state, values)])


def origin(article: str) -> str:
    return article.removesuffix("-reprint")


def test_values_are_found_by_the_stretch_they_begin_in() -> None:
    found = ledger(FigureState.AGREED, value("a", 50, 9), value("a", 10, 9), value("b", 12, 9))
    assert [entry.value.start for entry in found.within("a", 10, 50)] == [10]
    assert [entry.value.start for entry in found.within("a", 0, 99)] == [10, 50]
    assert found.within("c", 0, 99) == []


@pytest.mark.parametrize(
    ("state", "one", "other", "agrees"),
    [
        (FigureState.AGREED, (9, EXACT), (9, EXACT), True),
        (FigureState.COMPATIBLE, (9, LEAST), (11, EXACT), True),
        (FigureState.COMPATIBLE, (2_350_000, EXACT), (2_400_000, EXACT), True),
        (FigureState.SUPERSEDED, (9, LEAST), (11, EXACT), False),
        (FigureState.CONFLICTING, (9, EXACT), (11, EXACT), False),
        (FigureState.CONFLICTING, (9, LEAST), (9, EXACT), True),
    ],
)
def test_in_dispute_only_equal_numbers_agree(
    state: FigureState, one: tuple[float, Bound], other: tuple[float, Bound], *, agrees: bool
) -> None:
    found = ledger(state, value("a", 1, *one), value("b", 1, *other))
    (first,), (second,) = found.within("a", 0, 9), found.within("b", 0, 9)
    assert found.agree(first, second) is agrees
    assert found.agree(second, first) is agrees
    assert bool(found.agreeing(first, origin)) is agrees


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (value("a", 1, 9), value("b", 1, 9), True),
        (value("a", 1, 9, LEAST), value("b", 1, 11), False),
        (value("a", 1, 9, LEAST), value("b", 1, 9, LEAST), True),
        (value("a", 1, 400, unit="ft"), value("b", 1, 122, unit="m"), True),
        (value("a", 1, 9), value("b", 1, 11), False),
    ],
)
def test_a_lower_bound_does_not_state_a_number(one: FigureValue, other: FigureValue, *, same: bool) -> None:
    found = ledger(FigureState.COMPATIBLE, one, other)
    assert found.equal(LedgerEntry(0, one), LedgerEntry(0, other)) is same


def test_a_reprint_is_no_other_source() -> None:
    found = ledger(FigureState.AGREED, value("a", 1, 9), value("a-reprint", 1, 9), value("b", 1, 9))
    (entry,) = found.within("a", 0, 9)
    assert [other.value.article_id for other in found.agreeing(entry, origin)] == ["b"]


def test_a_number_that_an_article_repeats_is_the_figure_only_if_it_has_no_other_one_like_it() -> None:
    again = Figure(9, "people", FigureKind.COUNT, EXACT, "9", 70, 71, None)
    assert ledger(FigureState.AGREED, value("a", 1, 9)).repeated("a", again) is not None
    assert ledger(FigureState.AGREED, value("b", 1, 9)).repeated("a", again) is None
    two = [
        StoryFigure(what, FigureKind.COUNT, FigureState.AGREED, (value("a", start, 9),))
        for what, start in (("people killed", 1), ("people missing", 30))
    ]
    assert FigureLedger(two).repeated("a", again) is None


def test_dates_are_told_from_numbers() -> None:
    day = FigureValue("2026-03-04", "date", EXACT, "4 March", "a", 1, 8, None)
    found = FigureLedger([StoryFigure("date", FigureKind.DATE, FigureState.AGREED, (day,))])
    assert [found.is_date(entry) for entry in found.within("a", 0, 9)] == [True]
