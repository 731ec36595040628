"""Ranges and pairs of numbers with one unit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nutgraf.model import Bound, Figure
from nutgraf.nlp import figures
from tests.support.docs import english

PUBLISHED = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)  # a Wednesday


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text, None, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "written", "ends", "unit"),
    [
        ("Growth of 2% to 4% is likely.", "2% to 4%", (2, 4), "percent"),
        ("Between 6% and 9% stayed.", "6% and 9%", (6, 9), "percent"),
        ("It costs between £3m and £5m.", "£3m and £5m", (3_000_000, 5_000_000), "GBP"),
        ("They walk 4 km to 6 km.", "4 km to 6 km", (4, 6), "km"),
        ("Talks took six to eight hours.", "six to eight hours", (6, 8), "hour"),
        ("Talks took six-to-10 hours.", "six-to-10 hours", (6, 10), "hour"),
        ("It gets 30-35,000 letters.", "30-35,000 letters", (30_000, 35_000), "letters"),
        ("Pupils aged 7 to 11 sang.", "7 to 11", (7, 11), "year"),
    ],
)
def test_a_range_is_one_figure(text: str, written: str, ends: tuple[int, int], unit: str) -> None:
    (figure,) = (figure for figure in found_in(text) if figure.value_max is not None)
    assert (figure.text, (figure.value, figure.value_max), figure.unit) == (written, ends, unit)
    assert figure.bound is Bound.AT_LEAST


def test_a_figure_that_is_no_range_has_no_upper_end() -> None:
    assert [figure.value_max for figure in found_in("Four barns and 12% of the hay burned.")] == [None, None]


@pytest.mark.parametrize(
    ("text", "written", "values"),
    [
        ("The motion passed by 54% to 46%.", ["54%", "46%"], [54, 46]),
        ("The motion passed by 54-46 percent.", ["54", "46 percent"], [54, 46]),
        ("The motion passed by 54 to 46 percent.", ["54", "46 percent"], [54, 46]),
        ("The motion passed 54%-46%.", ["54%", "46%"], [54, 46]),
        ("Trust fell from 54 to 46 percent.", ["54", "46 percent"], [54, 46]),
        ("Trust rose from 46 to 54 percent.", ["46", "54 percent"], [46, 54]),
        ("The party went from 12 to 15 seats.", ["12", "15 seats"], [12, 15]),
    ],
)
def test_two_sides_of_a_vote_or_a_change_are_exact(text: str, written: list[str], values: list[int]) -> None:
    found = found_in(text)
    assert [figure.text for figure in found] == written
    assert [figure.value for figure in found] == values
    assert {figure.bound for figure in found} == {Bound.EXACT}
    assert len({figure.unit for figure in found}) == 1


def test_the_hours_of_a_day_are_no_pair() -> None:
    assert not found_in("The shop is open from 9 to 5.")
