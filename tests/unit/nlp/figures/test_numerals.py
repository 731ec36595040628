"""Digits in the notation of a language, and compounds of English number words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.figures.numerals import parse_digits, parse_number
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.lang import DEFAULT_LANGUAGE
from nutgraf.nlp.lang.schema.figures import DigitNotation

ENGLISH = DEFAULT_LANGUAGE.figures.numbers.digits
GERMAN = DigitNotation(decimal=",", grouping=".")
PLAIN = DigitNotation()


@pytest.mark.parametrize(
    ("written", "notation", "value"),
    [
        ("1,234.5", ENGLISH, "1234.5"),
        ("12.500", ENGLISH, "12.500"),
        ("1,20,000", ENGLISH, "120000"),
        ("1,2", ENGLISH, None),
        ("1.2.3", ENGLISH, None),
        ("1.234,5", GERMAN, "1234.5"),
        ("12.500", GERMAN, "12500"),
        ("1.20.000", GERMAN, None),
        ("1234.5", PLAIN, "1234.5"),
        ("1,234", PLAIN, None),
    ],
)
def test_separators_mean_what_the_language_says(
    written: str, notation: DigitNotation, value: str | None
) -> None:
    assert parse_digits(written, notation) == (Decimal(value) if value else None)


@given(st.integers(0, 10**12), st.sampled_from([ENGLISH, GERMAN]))
def test_a_grouped_number_is_read_as_it_was_written(value: int, notation: DigitNotation) -> None:
    assert parse_digits(f"{value:,}".replace(",", notation.grouping), notation) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two hundred and fifty of them", 250),
        ("a hundred and ten in all", 110),
        ("one hundred and one in ten", 100),
        ("ninety-nine thousand nine hundred", 99_900),
        ("three crore", 30_000_000),
        ("half a dozen", 6),
        ("2½ million", 2_500_000),
    ],
)
def test_compounds_are_read_to_their_end(text: str, value: int) -> None:
    number = parse_number(TokenReader(text, 0, len(text), DEFAULT_LANGUAGE), 0)
    assert number is not None
    assert number.value == value
