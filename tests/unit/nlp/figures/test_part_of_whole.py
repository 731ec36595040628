"""Parts of one multiplier or unit are numbers, and parts of anything else are shares."""

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
        (
            "Three-quarters of a million voters stayed away.",
            "Three-quarters of a million voters",
            750_000,
            "voters",
        ),
        ("Two thirds of a billion euros went missing.", "Two thirds of a billion euros", 666_666_667, "EUR"),
        ("A third of a million homes lost power.", "A third of a million homes", 333_333, "homes"),
        ("It lost half a billion dollars.", "half a billion dollars", 500_000_000, "USD"),
        ("It cost a half-million pounds sterling.", "a half-million pounds sterling", 500_000, "GBP"),
        ("Half a dozen goats fled.", "Half a dozen goats", 6, "goats"),
        ("Two-thirds of a mile of fence fell.", "Two-thirds of a mile", 0.67, "mi"),
        ("It took three quarters of an hour.", "three quarters of an hour", 0.75, "hour"),
        ("They waited half a year.", "half a year", 0.5, "year"),
        ("It rose half a percentage point.", "half a percentage point", 0.5, "percentage_points"),
        ("It lasted an hour and a half.", "an hour and a half", 1.5, "hour"),
        ("A million and a half barrels burned.", "A million and a half barrels", 1_500_000, "bbl"),
        ("The two-and-a-half hour talks ended.", "two-and-a-half hour", 2.5, "hour"),
        ("They ran a quarter-mile race.", "a quarter-mile", 0.25, "mi"),
        ("It is one and three-quarter miles long.", "one and three-quarter miles", 1.75, "mi"),
        ("It lasted 2 and a half years.", "2 and a half years", 2.5, "year"),
    ],
)
def test_a_part_of_a_multiplier_or_a_unit_is_a_number(
    text: str, written: str, value: float, unit: str
) -> None:
    (figure,) = found_in(text)
    assert (figure.text, figure.value, figure.unit) == (written, value, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Three quarters of the voters agreed.", 75),
        ("A third of a village burned.", 33.33),
        ("Half of the barns burned.", 50),
        ("The council gave up half its budget.", 50),
    ],
)
def test_a_part_of_anything_else_is_a_share(text: str, value: float) -> None:
    (figure,) = found_in(text)
    assert (figure.value, figure.unit) == (value, "percent")
