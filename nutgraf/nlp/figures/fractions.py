"""Shares in words: "half of", "two-thirds", "one in five". They are percentages, rounded to two places."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from nutgraf.nlp.figures import numerals
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.part_of_whole import part_of_whole
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.lang.schema.figures import FractionWords

_HALF: Final = Decimal(50)
_HALVES: Final = 2
_ROUND: Final = frozenset({3, 4, 5, 6, 10, 20, 50, 100, 1000})
_FEW: Final = 10
_STRETCH: Final = 4
_HUNDRED: Final = Decimal(100)


class Fraction(NamedTuple):
    """A share in percent that ends before token ``after``."""

    percent: Decimal
    after: int


def parse_fraction(reader: TokenReader, index: int) -> Fraction | None:
    """Return the share that starts at a token, or None."""
    words, low = reader.rules.fractions, reader.low(index)
    if reader.low(index - 1) in words.sides or part_of_whole(reader, index) is not None:
        return None
    halved = low in words.halves and reader.low(index + 1) in words.after_halves
    if halved and _is_shared(reader, index + 1, words):
        return Fraction(_HALF, index + 1)
    number = numerals.parse_number(reader, index)
    if number is None:
        return _one_part(reader, index, words) if low in words.articles else None
    if number.vague or number.scale != 1 or number.value != int(number.value):
        return None
    return _parts(reader, number, words) or _in(reader, number, words)


def _is_shared(reader: TokenReader, index: int, words: FractionWords) -> bool:
    """Return False for "half of the match": nobody compares the share of a stretch of time."""
    return all(reader.low(position) not in words.not_shared for position in range(index, index + _STRETCH))


def _one_part(reader: TokenReader, index: int, words: FractionWords) -> Fraction | None:
    """Read "a quarter of"."""
    whole = words.parts.get(reader.low(index + 1))
    if whole is None or whole == _HALVES or reader.low(index + 2) not in words.partitives:
        return None
    return Fraction(_rounded(Decimal(1), whole), index + 2) if _is_shared(reader, index + 2, words) else None


def _parts(reader: TokenReader, number: numerals.Numeral, words: FractionWords) -> Fraction | None:
    """Read "two-thirds", "three quarters", "one-fifth of"."""
    index = number.after
    index += reader.low(index) in HYPHENS and reader.glued(index)
    whole = words.parts.get(reader.low(index))
    if whole is None or not 0 < number.value < whole or not number.spelled:
        return None
    if number.value == 1 and reader.low(index + 1) not in words.partitives:
        return None
    if not _is_shared(reader, index + 1, words):
        return None
    return Fraction(_rounded(number.value, whole), index + 1)


def _in(reader: TokenReader, number: numerals.Numeral, words: FractionWords) -> Fraction | None:
    """Read "one in five", "nine out of 10"."""
    index = number.after
    if reader.low(index) in words.among and number.value < _FEW:
        start = index + 1
    else:
        joined = reader.phrase_at(index, words.out_of)
        if joined is None:
            return None
        start = joined[1]
    whole = numerals.parse_number(reader, start)
    if (
        whole is None
        or whole.value not in _ROUND
        or whole.value <= number.value
        or reader.at(start).text.startswith("0")
    ):
        return None
    return Fraction(_rounded(number.value, int(whole.value)), whole.after)


def _rounded(part: Decimal, whole: int) -> Decimal:
    return (part * _HUNDRED / whole).quantize(Decimal("0.01"))
