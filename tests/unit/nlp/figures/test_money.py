"""Signs, codes and names of currencies."""

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
    ("text", "written", "value", "unit"),
    [
        ("The dam costs N$4 million.", "N$4 million", 4_000_000, "NAD"),
        ("The dam costs FJ$3m.", "FJ$3m", 3_000_000, "FJD"),
        ("The dam costs RD$900,000.", "RD$900,000", 900_000, "DOP"),
        ("The dam costs ₡12,000.", "₡12,000", 12_000, "CRC"),
        ("The dam costs B$5 million.", "B$5 million", 5_000_000, None),
        ("The fund lost $2.5MM.", "$2.5MM", 2_500_000, "USD"),
        ("The fund lost 30M USD.", "30M USD", 30_000_000, "USD"),
        ("The fund lost 14 MEUR.", "14 MEUR", 14_000_000, "EUR"),
        ("The fund lost 800 kEUR.", "800 kEUR", 800_000, "EUR"),
        ("The fund lost 300 zł.", "300 zł", 300, "PLN"),
        ("The fund lost 900 kr.", "900 kr", 900, None),
        ("The fund lost 21 million U.S. dollars.", "21 million U.S. dollars", 21_000_000, "USD"),
        ("The fund lost 40 million Brazilian reais.", "40 million Brazilian reais", 40_000_000, "BRL"),
        ("The fund lost 700 Czech crowns.", "700 Czech crowns", 700, "CZK"),
        ("The fund lost 500 million TRY.", "500 million TRY", 500_000_000, "TRY"),
        ("The fund lost 5 million US$.", "5 million US$", 5_000_000, "USD"),
        ("The share is worth 145p.", "145p", 1.45, "GBP"),
    ],
)
def test_money_has_its_currency(text: str, written: str, value: float, unit: str | None) -> None:
    (figure,) = found_in(text)
    assert figure.kind is FigureKind.MONEY
    assert (figure.text, figure.value, figure.unit) == (written, value, unit)


@pytest.mark.parametrize(
    "text",
    ["The king has three crowns.", "It plays in 1080p.", "She gave 300 real reasons.", "TRY 12 and see."],
)
def test_words_and_letters_of_other_meanings_are_no_money(text: str) -> None:
    assert not [figure for figure in found_in(text) if figure.kind is FigureKind.MONEY]
