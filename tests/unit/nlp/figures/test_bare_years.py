"""Years and spans of years."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp import figures
from tests.support.docs import english

PUBLISHED = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)  # a Wednesday


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text, None, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill stood empty between 1884 and 1890.", "1884/1890"),
        ("It lost money between 1980 and 1981.", "1980/1981"),
        ("In the 1980-81 season it won.", "1980/1981"),
        ("It won between 1999-2005.", "1999/2005"),
        ("It ran from there (1999 to 2004).", "1999/2004"),
        ("The fair was first held in 1570.", "1570"),
        ("It has stood since 1066.", "1066"),
    ],
)
def test_years_are_dates(text: str, value: str) -> None:
    assert [figure.value for figure in found_in(text)] == [value]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("Between 1900 and 2000 people came.", "people"), ("They ran in 1500 races.", "races")],
)
def test_a_number_that_counts_is_no_year(text: str, unit: str) -> None:
    (figure,) = found_in(text)
    assert (figure.kind, figure.unit) == (FigureKind.COUNT, unit)


def test_the_parts_of_a_telephone_number_are_no_years() -> None:
    assert not found_in("Call 1800 55 1800 for help.")
