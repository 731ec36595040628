"""Thousands that spaces group, and numbers that only stand beside each other."""

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
        ("The dock built 14 600 barges in a decade.", "14 600 barges", 14_600, "barges"),
        ("Some 3\u00a0400 pupils stayed at home.", "3\u00a0400 pupils", 3400, "pupils"),
        ("Some 31\u2009250 votes were void.", "31\u2009250 votes", 31_250, "votes"),
        ("It sold 2 450 000 kettles.", "2 450 000 kettles", 2_450_000, "kettles"),
        ("The quarry owes €7 310 million.", "€7 310 million", 7_310_000_000, "EUR"),
        ("The lake covers 1 350 square kilometres.", "1 350 square kilometres", 1350, "km2"),
        ("It costs 18 250.75 euros.", "18 250.75 euros", 18_250.75, "EUR"),
        ("It costs EUR 3 400 a month.", "EUR 3 400", 3400, "EUR"),
        ("Some 10 000-12 000 fans left.", "10 000-12 000 fans", 10_000, "fans"),
        ("The pit is 1 200 m deep.", "1 200 m", 1200, "m"),
        ("The fund lent N$450 000 to the town.", "N$450 000", 450_000, "NAD"),
    ],
)
def test_spaces_group_thousands(text: str, written: str, value: float, unit: str) -> None:
    figure = found_in(text)[0]
    assert (figure.text, figure.value, figure.unit) == (written, value, unit)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Call 0161 555 732 at once.", []),
        ("Call 555 123 4567 at once.", []),
        ("Call +47 555 732 at once.", []),
        ("On 3 March 200 people marched.", ["2026-03-03", 200]),
        ("On March 3 200 people marched.", ["2026-03-03", 200]),
        ("In 2019 300 boats sank.", ["2019", 300]),
        ("Flight 12 300 people boarded was late.", [300]),
        ("A man aged 12 300 boats ago.", [12, 300]),
    ],
)
def test_numbers_beside_each_other_stay_apart(text: str, values: list[float | str]) -> None:
    assert [figure.value for figure in found_in(text)] == values
