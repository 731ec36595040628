"""Shares in words: "half of", "two-thirds", "one in five". They are percentages, rounded to two places."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from nutgraf.nlp.figures import numerals
from nutgraf.nlp.figures.numerals import HYPHENS
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

_PARTS: Final = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "seventh": 7,
    "eighth": 8,
    "eighths": 8,
    "tenth": 10,
    "tenths": 10,
}
_ROUND: Final = frozenset({3, 4, 5, 6, 10, 20, 50, 100, 1000})
_NOT_SHARED: Final = word_set("century season match game year month day week innings term")
_SIDES: Final = word_set("bottom top first second other latter upper lower back front better")
_FEW: Final = 10
_HUNDRED: Final = Decimal(100)


class Fraction(NamedTuple):
    """A share in percent that ends before token ``after``."""

    percent: Decimal
    after: int


def parse_fraction(reader: TokenReader, index: int) -> Fraction | None:
    """The share that starts at a token, or None."""
    low = reader.low(index)
    if reader.low(index - 1) in _SIDES:
        return None
    if low == "half" and reader.low(index + 1) in ("of", "the") and _of_something(reader, index + 1):
        return Fraction(Decimal(50), index + 1)
    number = numerals.parse_number(reader, index)
    if low == "a" and number is None and reader.low(index + 1) in _PARTS and reader.low(index + 2) == "of":
        if reader.low(index + 1) == "half" or not _of_something(reader, index + 2):
            return None
        return Fraction(_rounded(Decimal(1), _PARTS[reader.low(index + 1)]), index + 2)
    if number is None or number.vague or number.scale != 1 or number.value != int(number.value):
        return None
    return _parts(reader, number) or _in(reader, number)


def _of_something(reader: TokenReader, index: int) -> bool:
    """Not "half of the match": the share of a stretch of time is no percentage anyone compares."""
    return all(reader.low(position) not in _NOT_SHARED for position in range(index, index + 4))


def _parts(reader: TokenReader, number: numerals.Numeral) -> Fraction | None:
    """Reads "two-thirds", "three quarters", "one-fifth of"."""
    index = number.after
    index += reader.low(index) in HYPHENS and reader.glued(index)
    whole = _PARTS.get(reader.low(index))
    if whole is None or not 0 < number.value < whole or not number.spelled:
        return None
    if (number.value == 1 and reader.low(index + 1) != "of") or not _of_something(reader, index + 1):
        return None
    return Fraction(_rounded(number.value, whole), index + 1)


def _in(reader: TokenReader, number: numerals.Numeral) -> Fraction | None:
    """Reads "one in five", "nine out of 10"."""
    index = number.after
    if reader.low(index) == "in" and number.value < _FEW:
        start = index + 1
    elif reader.lows(index, 2) == ("out", "of"):
        start = index + 2
    else:
        return None
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
