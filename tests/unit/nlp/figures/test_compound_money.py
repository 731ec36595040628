"""Sums of a main and a minor unit."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nutgraf.model import Figure
from nutgraf.nlp import figures
from tests.support.docs import english

PUBLISHED = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)  # a Wednesday


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text, None, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("A ticket costs 14 euros and 50 cents.", "14 euros and 50 cents", 14.5, "EUR"),
        ("A loaf is 3 pounds 45 pence now.", "3 pounds 45 pence", 3.45, "GBP"),
        ("It cost her four pounds sixty.", "four pounds sixty", 4.6, "GBP"),
        ("Bread costs one euro thirty a loaf.", "one euro thirty", 1.3, "EUR"),
        ("He asked for £7 and 20p.", "£7 and 20p", 7.2, "GBP"),
        ("It costs a pound fifty.", "a pound fifty", 1.5, "GBP"),
        ("It was 1 pound 50.", "1 pound 50", 1.5, "GBP"),
        ("A stamp is 9 rupees and 75 paise.", "9 rupees and 75 paise", 9.75, "INR"),
    ],
)
def test_a_main_and_a_minor_unit_are_one_sum(text: str, written: str, value: float, unit: str) -> None:
    (figure,) = found_in(text)
    assert (figure.text, figure.value, figure.unit) == (written, value, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He paid three pounds forty times.", [3, 40]),
        ("She gave 3 euros and 40 coins.", [3, 40]),
        ("She has 5 million euros and 20 cents.", [5_000_000, 0.2]),
        ("He paid 12 pounds and 99 cents.", [12, 0.99]),
    ],
)
def test_a_number_of_something_else_is_no_minor_unit(text: str, values: list[float]) -> None:
    assert [figure.value for figure in found_in(text)] == values
