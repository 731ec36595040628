"""Two numbers joined by "to": a change with its outcome, or a range."""

from __future__ import annotations

import pytest

from nutgraf.model import Bound, Figure
from nutgraf.nlp import figures
from tests.support.docs import english


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text))


@pytest.mark.parametrize(
    ("text", "values", "units"),
    [
        ("Oil rose by $3 to $82 a barrel.", (3, 82), ("USD", "USD")),
        ("Copper fell $2 to $65 on Tuesday.", (2, 65), ("USD", "USD")),
        ("The grant is up £2m to £40m.", (2_000_000, 40_000_000), ("GBP", "GBP")),
        ("Shares slipped sharply, by €3 to €41.", (3, 41), ("EUR", "EUR")),
        ("Unemployment fell by 12,000 to 340,000.", (12_000, 340_000), (None, None)),
        ("The toll rose by 12 to 43 people.", (12, 43), ("people", "people")),
        ("Profit is up 12 million to 340 million.", (12_000_000, 340_000_000), (None, None)),
        ("The toll rose by 12 to 20.", (12, 20), ("people", "people")),
        ("The council cut its staff by 30 to 210 workers.", (30, 210), ("workers", "workers")),
        ("Oil may rise by $3 to $82 a barrel.", (3, 82), ("USD", "USD")),
    ],
)
def test_what_something_changed_by_and_where_it_stands_are_exact(
    text: str, values: tuple[int, int], units: tuple[str | None, str | None]
) -> None:
    found = found_in(text)
    assert tuple(figure.value for figure in found) == values
    assert tuple(figure.unit for figure in found) == units
    assert {figure.bound for figure in found} == {Bound.EXACT}


def test_a_change_keeps_the_bound_that_is_written() -> None:
    change, outcome = found_in("The toll rose by about 12 to 43.")
    assert (change.value, change.bound) == (12, Bound.ABOUT)
    assert (outcome.value, outcome.bound) == (43, Bound.EXACT)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Prices rose 3 to 4 percent.", (3, 4)),
        ("Rents will rise by 3 to 12 percent.", (3, 12)),
        ("A loaf costs $3 to $4 there.", (3, 4)),
        ("A loaf costs $3 to $40 there.", (3, 40)),
        ("Profit rose 3 million to 4 million.", (3_000_000, 4_000_000)),
        ("A fare could rise by $3 to $4.", (3, 4)),
        ("The sea rose 20 to 60 centimetres.", (20, 60)),
        ("The loss grew by $2 to $5 million.", (2_000_000, 5_000_000)),
        ("The rally was attended by 200 to 500 people.", (200, 500)),
    ],
)
def test_a_range_is_one_figure_with_both_its_ends(text: str, values: tuple[int, int]) -> None:
    (figure,) = found_in(text)
    assert (figure.value, figure.value_max) == values
    assert figure.bound is Bound.AT_LEAST


@pytest.mark.parametrize("text", ["It went from $3 to $4.", "It rose from 3% to 5%."])
def test_from_one_value_to_another_is_two_exact_figures(text: str) -> None:
    assert [figure.bound for figure in found_in(text)] == [Bound.EXACT, Bound.EXACT]


def test_a_number_with_a_unit_of_its_own_is_joined_to_nothing() -> None:
    (figure,) = found_in("The index rose 3 points to 56.")
    assert (figure.value, figure.unit, figure.bound) == (3, "points", Bound.EXACT)
