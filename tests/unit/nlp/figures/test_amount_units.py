"""Amounts that are repeated in other units in brackets."""

from __future__ import annotations

import pytest

from nutgraf.model import Figure
from nutgraf.nlp import figures
from tests.support.docs import english


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text))


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("It costs £5m (US$6m, A$9m).", "£5m (US$6m, A$9m)", 5_000_000, "GBP"),
        ("It costs $5m (£4m; €4.5m) now.", "$5m (£4m; €4.5m)", 5_000_000, "USD"),
        ("It costs 2 billion yuan (about 300 million U.S. dollars) a year.", None, 2_000_000_000, "CNY"),
        ("It is 40 km [25 miles] long.", "40 km [25 miles]", 40, "km"),
    ],
)
def test_a_conversion_belongs_to_its_amount(text: str, written: str | None, value: int, unit: str) -> None:
    (figure,) = found_in(text)
    assert (figure.value, figure.unit) == (value, unit)
    assert written is None or figure.text == written


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It cost £5m (half of it wages).", [5_000_000, 50]),
        ("The fire (12 people died) cost £5m.", [12, 5_000_000]),
        ("It cost £5m (then $4m).", [5_000_000, 4_000_000]),
        ("It is 40 km (three hours) away.", [40, 3]),
    ],
)
def test_something_else_in_brackets_is_a_figure_of_its_own(text: str, values: list[int]) -> None:
    assert [figure.value for figure in found_in(text)] == values
