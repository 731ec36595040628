"""The unit of an amount: a currency that stood before it, a unit behind it, the same amount in brackets."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures import ages, money, numerals, unit_matching
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.figures.unit_match import UnitMatch
from nutgraf.nlp.lang.international.units import DIMENSIONS

_MOST_OPENERS: Final = 1
_BRACKETS: Final = {"(": ")", "[": "]"}
_SEPARATORS: Final = frozenset(")],;/")


def prefixed_unit(reader: TokenReader, number: Numeral, unit: str | None) -> UnitMatch:
    """Return the currency that stood before; written again behind ("$500 USD") it is part of the span."""
    text = reader.at(number.after).text
    again = text == unit or text in reader.rules.currencies.repetitions.get(unit or "", ())
    return UnitMatch(FigureKind.MONEY, unit, number.after + again)


def unit_behind(reader: TokenReader, number: Numeral, first: int) -> UnitMatch | None:
    """Return the unit behind a number; ``first`` is where the amount starts that it ends."""
    index = number.after
    found = unit_matching.match_percent(reader, index) or money.currency_after(reader, index, number)
    if found is None:
        scaled = money.with_money_scale(reader, number)
        found = money.currency_after(reader, scaled.after, scaled) if scaled is not number else None
        if found is not None:
            return replace(found, factor=found.factor * scaled.scale)
    return (
        found or unit_matching.match_quantity(reader, index, number) or ages.parse_age(reader, number, first)
    )


def with_conversion(reader: TokenReader, suffix: UnitMatch) -> UnitMatch:
    """Take the same amount in other units in brackets, "(270 sq miles)", "($5m; €4m)", into the span."""
    closing = _BRACKETS.get(reader.low(suffix.after))
    if closing is None:
        return suffix
    after: int | None = suffix.after
    while after is not None and reader.low(after) != closing:
        after = _conversion(reader, after + 1, suffix)
    return suffix if after is None else replace(suffix, after=after + 1)


def _conversion(reader: TokenReader, index: int, suffix: UnitMatch) -> int | None:
    """Return the index behind a converted amount that starts at a token, or None where none does."""
    first = index
    while index <= first + _MOST_OPENERS and _opens_conversion(reader, index):
        index += 1
    currency = money.currency_before(reader, index)
    number = numerals.parse_number(reader, currency[1] if currency else index)
    if number is None:
        return None
    number = money.with_money_scale(reader, number) if currency else number
    other = prefixed_unit(reader, number, currency[0]) if currency else unit_behind(reader, number, index)
    if other is None or not _converts(suffix, other):
        return None
    return other.after if reader.low(other.after) in _SEPARATORS else None


def _opens_conversion(reader: TokenReader, index: int) -> bool:
    word, words = reader.low(index), reader.rules.bounds
    return word in words.before.single_words or word in words.conversion_openers


def _converts(one: UnitMatch, other: UnitMatch) -> bool:
    if one.kind != other.kind or one.unit == other.unit:
        return False
    if one.kind == FigureKind.MONEY:
        return True
    dimension = DIMENSIONS.get(one.unit or "")
    return dimension is not None and dimension == DIMENSIONS.get(other.unit or "")
