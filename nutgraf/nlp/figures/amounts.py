"""Numbers with their unit: prefix, number, second number of a range, suffix, conversion in brackets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures import ages, change_or_range, money, numerals, unit_matching
from nutgraf.nlp.figures.numerals import HYPHENS, Numeral
from nutgraf.nlp.figures.unit_match import UnitMatch
from nutgraf.nlp.lang.en import units
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

_MINUS: Final = frozenset({"-", "−", "–", "minus"})
_SIGNED: Final = frozenset({"C", "F", "degree", "percent", "percentage_points"})
_ROUGHLY: Final = word_set(
    """
    about around approximately approx nearly some roughly ~ or almost over
    """
)
_STRONGEST: Final = 10


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or the two numbers of a range, from token ``first`` on, and its unit if it has one.

    ``change`` says that the two are no range: how much something changed by, and where it stands now.
    """

    first: int
    number: Numeral
    suffix: UnitMatch | None
    second: Numeral | None = None
    second_first: int = 0
    change: bool = False


def parse_amount(reader: TokenReader, index: int) -> Amount | None:
    """The amount that starts at a token, or None."""
    magnitude = _magnitude(reader, index)
    if magnitude is not None:
        return magnitude
    currency = money.currency_before(reader, index)
    number = numerals.parse_number(reader, currency[1] if currency else index)
    if number is None:
        return None
    if currency:
        number = money.with_money_scale(reader, number)
    amount = _ranged(reader, Amount(index, number, None), money_before=currency is not None)
    last = amount.second or amount.number
    suffix = _prefixed(reader, last, currency[0]) if currency else _suffix(reader, last)
    if amount.second is not None:
        shared = amount.number.value != number.value or (currency is None and suffix is not None)
        change = not shared and _is_change(reader, amount, signed=currency is not None or number.scale != 1)
        amount = replace(amount, change=change)
    if suffix is None:
        return amount
    return _signed(reader, replace(amount, suffix=_with_conversion(reader, suffix)))


def _magnitude(reader: TokenReader, index: int) -> Amount | None:
    if reader.low(index) != "magnitude":
        return None
    start = index + 1 + (reader.low(index + 1) in HYPHENS or reader.low(index + 1) == "of")
    number = numerals.parse_number(reader, start)
    if number is None or number.spelled or number.value > _STRONGEST:
        return None
    return Amount(index, number, UnitMatch(FigureKind.QUANTITY, "magnitude", number.after))


def _ranged(reader: TokenReader, amount: Amount, *, money_before: bool) -> Amount:
    """The amount with the second number of a range ("$3-4 million", "10 to 15", "between 10 and 20")."""
    number, joint = amount.number, amount.number.after
    if not _joins(reader, joint, amount.first):
        return amount
    start = joint + 1
    currency = money.currency_before(reader, start) if money_before else None
    second = numerals.parse_number(reader, currency[1] if currency else start)
    if second is None or second.vague or number.vague:
        return amount
    if money_before:
        second = money.with_money_scale(reader, second)
    if number.scale == 1 and second.scale != 1 and number.value < second.value / second.scale:
        number = replace(number, value=number.value * second.scale)
    if number.value >= second.value:
        return amount
    return replace(amount, number=number, second=second, second_first=start)


def _is_change(reader: TokenReader, amount: Amount, *, signed: bool) -> bool:
    """Whether "rose by 3 to 82" was read: two numbers that share no unit or multiplier, only "to"."""
    if amount.second is None or reader.low(amount.number.after) != "to":
        return False
    return change_or_range.is_change_by(
        reader, amount.first, amount.number.value, amount.second.value, signed=signed
    )


def _joins(reader: TokenReader, joint: int, first: int) -> bool:
    word = reader.low(joint)
    if word in HYPHENS:
        return reader.glued(joint) == reader.glued(joint + 1)
    if word == "and":
        return reader.low(first - 1) == "between"
    return word in ("to", "or") and reader.low(first - 1) != "from"


def _prefixed(reader: TokenReader, number: Numeral, unit: str | None) -> UnitMatch:
    """The currency that stood before; the same one written again behind ("$500 USD") is part of it."""
    token = reader.at(number.after)
    names = {"USD": ("dollars", "US"), "GBP": ("pounds",), "EUR": ("euros",)}.get(unit or "", ())
    again = token.text == unit or token.text in names
    return UnitMatch(FigureKind.MONEY, unit, number.after + again)


def _suffix(reader: TokenReader, number: Numeral) -> UnitMatch | None:
    index = number.after
    found = unit_matching.match_percent(reader, index) or money.currency_after(reader, index, number)
    if found is None:
        scaled = money.with_money_scale(reader, number)
        found = money.currency_after(reader, scaled.after, scaled) if scaled is not number else None
        if found is not None:
            return replace(found, factor=found.factor * scaled.scale)
    return found or unit_matching.match_quantity(reader, index, number) or ages.parse_age(reader, number)


def _with_conversion(reader: TokenReader, suffix: UnitMatch) -> UnitMatch:
    """The suffix with the same amount in another unit in brackets, "(270 sq miles)", taken into the span."""
    if reader.low(suffix.after) != "(":
        return suffix
    index = suffix.after + 1
    while index < suffix.after + 3 and reader.low(index) in _ROUGHLY:
        index += 1
    currency = money.currency_before(reader, index)
    number = numerals.parse_number(reader, currency[1] if currency else index)
    if number is None:
        return suffix
    number = money.with_money_scale(reader, number) if currency else number
    other = _prefixed(reader, number, currency[0]) if currency else _suffix(reader, number)
    if other is None or reader.low(other.after) != ")" or not _converts(suffix, other):
        return suffix
    return replace(suffix, after=other.after + 1)


def _converts(one: UnitMatch, other: UnitMatch) -> bool:
    if one.kind != other.kind or one.unit == other.unit:
        return False
    if one.kind == FigureKind.MONEY:
        return True
    dimension = units.DIMENSIONS.get(one.unit or "")
    return dimension is not None and dimension == units.DIMENSIONS.get(other.unit or "")


def _signed(reader: TokenReader, amount: Amount) -> Amount:
    """A temperature or percentage below zero, with its minus sign."""
    first = amount.first
    if amount.suffix is None or amount.suffix.unit not in _SIGNED or reader.low(first - 1) not in _MINUS:
        return amount
    if reader.low(first - 1) != "minus" and (reader.glued(first - 1) or not reader.glued(first)):
        return amount
    return replace(amount, first=first - 1, number=replace(amount.number, value=-amount.number.value))
