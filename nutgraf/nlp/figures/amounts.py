"""Numbers with their unit: prefix, number, second number of a range, suffix, conversion in brackets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures import (
    amount_units,
    change_or_range,
    compound_money,
    counted_nouns,
    money,
    numerals,
    unit_matching,
)
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.figures.unit_match import UnitMatch

_MINUS: Final = frozenset("-−–")
_SIGNED: Final = frozenset({"C", "F", "degree", "percent", "percentage_points"})
_THOUSAND: Final = 1000
_STRONGEST: Final = 10
_LENGTH_OF_YEAR: Final = 4
_CENTURIES: Final = "12"
_MOST_OPENERS: Final = 2


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or the two numbers of a range, from token ``first`` on, and its unit if it has one.

    ``change`` says that the two are no range, but exact numbers that share a unit: by how much something
    changed and where it stands now, the two sides of a vote. ``first_after`` is the index behind the first
    one where its unit is written too, otherwise 0.
    """

    first: int
    number: Numeral
    suffix: UnitMatch | None
    second: Numeral | None = None
    second_first: int = 0
    change: bool = False
    first_after: int = 0


def parse_amount(reader: TokenReader, index: int) -> Amount | None:
    """Return the amount that starts at a token, or None."""
    opening = _magnitude(reader, index) or _one_and_more(reader, index)
    if opening is not None:
        return opening
    currency = money.currency_before(reader, index)
    number = numerals.parse_number(reader, currency[1] if currency else index)
    if number is None:
        return None
    if currency:
        number = money.with_money_scale(reader, number)
    amount = _ranged(reader, Amount(index, number, None), money_before=currency is not None)
    last = amount.second or amount.number
    suffix = (
        amount_units.prefixed_unit(reader, last, currency[0])
        if currency
        else amount_units.unit_behind(reader, last, index)
    )
    if amount.second is not None and not amount.change:
        shared = amount.number.value != number.value or (currency is None and suffix is not None)
        change = not shared and _is_change(reader, amount, signed=currency is not None or number.scale != 1)
        amount = replace(amount, change=change)
    elif amount.change and suffix is None and not _counts_pair(reader, amount):
        amount, suffix = Amount(index, number, None), amount_units.unit_behind(reader, number, index)
    if suffix is None:
        return amount
    if amount.second is None:
        amount, suffix = _with_minor_unit(reader, amount, suffix)
        amount, suffix = _with_second(reader, amount, suffix)
    return _signed(reader, replace(amount, suffix=amount_units.with_conversion(reader, suffix)))


def _counts_pair(reader: TokenReader, amount: Amount) -> bool:
    """Return whether a noun behind "from 12 to 15" is what both numbers count, and neither is a year."""
    second = amount.second
    if second is None or any(_may_be_year(reader, each.first) for each in (amount.number, second)):
        return False
    return counted_nouns.counted_noun_at(reader, second.after, single=False) is not None


def _may_be_year(reader: TokenReader, index: int) -> bool:
    written = reader.at(index).text
    return written.isdecimal() and len(written) == _LENGTH_OF_YEAR and written[0] in _CENTURIES


def _with_minor_unit(reader: TokenReader, amount: Amount, suffix: UnitMatch) -> tuple[Amount, UnitMatch]:
    minor = compound_money.minor_part(reader, amount.number, suffix)
    if minor is None:
        return amount, suffix
    number = replace(amount.number, value=amount.number.value + minor[0])
    return replace(amount, number=number), replace(suffix, after=minor[1])


def _with_second(reader: TokenReader, amount: Amount, suffix: UnitMatch) -> tuple[Amount, UnitMatch]:
    """Read the second amount of "3% to 5%" and "52%-48%", which repeats the unit."""
    number, joint = amount.number, suffix.after
    if number.vague or number.after == joint or not _joins(reader, joint, amount.first):
        return amount, suffix
    second = numerals.parse_number(reader, joint + 1)
    again = None if second is None or second.vague else amount_units.unit_behind(reader, second, joint + 1)
    if second is None or again is None or (again.unit, again.kind) != (suffix.unit, suffix.kind):
        return amount, suffix
    pair = replace(amount, second=second, second_first=joint + 1, first_after=joint)
    rising = number.value * suffix.factor < second.value * again.factor
    if rising and suffix.factor != again.factor:
        return amount, suffix
    if not rising:
        hyphenated = reader.low(joint) in HYPHENS
        return (replace(pair, change=True), again) if hyphenated else (amount, suffix)
    return replace(pair, change=_is_change(reader, pair, signed=True)), again


def _magnitude(reader: TokenReader, index: int) -> Amount | None:
    """Read "magnitude 5.4", "magnitude of 5.4", "magnitude-5.4"."""
    opening = reader.phrase_at(index, reader.rules.units.magnitudes_before)
    if opening is None:
        return None
    number = numerals.parse_number(reader, opening[1] + (reader.low(opening[1]) in HYPHENS))
    if number is None or number.spelled or number.value > _STRONGEST:
        return None
    return Amount(index, number, UnitMatch(FigureKind.QUANTITY, "magnitude", number.after))


def _one_and_more(reader: TokenReader, index: int) -> Amount | None:
    """Read "an hour and a half" and "a pound fifty"."""
    words = reader.rules.numbers
    if reader.low(index) not in words.articles:
        return None
    one = Numeral(Decimal(1), index, index + 1, spelled=True)
    suffix = amount_units.unit_behind(reader, one, index)
    if suffix is None and reader.low(index + 1) in reader.rules.currencies.weights:
        suffix = money.named_currency(reader, index + 1)
    if suffix is None:
        return None
    half = reader.phrase_at(suffix.after, words.halves) or compound_money.minor_part(reader, one, suffix)
    if half is None:
        return None
    return Amount(index, replace(one, value=one.value + half[0]), replace(suffix, after=half[1]))


def _ranged(reader: TokenReader, amount: Amount, *, money_before: bool) -> Amount:
    """Return the amount with the second number of a range ("$3-4 million", "between 10 and 20")."""
    number, joint = amount.number, _past_hyphen(reader, amount.number.after)
    if not (_joins(reader, joint, amount.first) or _opens_change(reader, joint, amount.first)):
        return amount
    start = joint + 1
    start += joint > number.after
    currency = money.currency_before(reader, start) if money_before else None
    second = numerals.parse_number(reader, currency[1] if currency else start)
    if second is None or second.vague or number.vague:
        return amount
    if not money_before and _may_be_year(reader, number.first) and not _may_be_year(reader, second.first):
        return amount  # "from 1.2 million in 1990 to 2.3 million"
    if money_before:
        second = money.with_money_scale(reader, second)
    opened = reader.low(amount.first - 1) in reader.rules.bounds.change_openers
    paired = not money_before and (opened or number.value >= second.value)
    if number.scale == 1 and second.scale != 1 and number.value < second.value / second.scale:
        number = replace(number, value=number.value * second.scale)
    if number.scale == second.scale == 1 and _shares_thousands(reader, number, second):
        number = replace(number, value=number.value * _THOUSAND)
    if paired and (opened or unit_matching.match_percent(reader, second.after) is not None):
        return replace(amount, number=number, second=second, second_first=start, change=True)
    if number.value >= second.value or opened:
        return amount
    return replace(amount, number=number, second=second, second_first=start)


def _shares_thousands(reader: TokenReader, number: Numeral, second: Numeral) -> bool:
    """Return whether "40-45,000" is 40,000 to 45,000."""
    grouping = reader.rules.numbers.digits.grouping
    grouped = bool(grouping) and grouping in reader.at(second.first).text
    scaled = number.value * _THOUSAND
    hyphenated = reader.low(number.after) in HYPHENS and reader.at(number.first).text.isdecimal()
    return grouped and hyphenated and number.value < _THOUSAND and second.value / 10 < scaled < second.value


def _is_change(reader: TokenReader, amount: Amount, *, signed: bool) -> bool:
    """Return whether "rose by 3 to 82" was read: two numbers that share no unit or multiplier, only "to"."""
    if amount.second is None or reader.low(amount.number.after) not in reader.rules.changes.joiners:
        return False
    return change_or_range.is_change_by(
        reader, amount.first, amount.number.value, amount.second.value, signed=signed
    )


def _past_hyphen(reader: TokenReader, index: int) -> int:
    """Return the index of the "to" of "eight-to-10", or the index itself."""
    joined = reader.low(index) in HYPHENS and reader.low(index + 1) in reader.rules.bounds.range_joiners
    return index + 1 if joined and reader.low(index + 2) in HYPHENS else index


def _opens_change(reader: TokenReader, joint: int, first: int) -> bool:
    words = reader.rules
    return reader.low(joint) in words.changes.joiners and reader.low(first - 1) in words.bounds.change_openers


def _joins(reader: TokenReader, joint: int, first: int) -> bool:
    word, words = reader.low(joint), reader.rules.bounds
    if word in HYPHENS:
        return reader.glued(joint) == reader.glued(joint + 1)
    if word in words.range_conjunctions:
        return reader.low(first - 1) in words.range_openers
    return word in words.range_joiners and reader.low(first - 1) not in words.change_openers


def _signed(reader: TokenReader, amount: Amount) -> Amount:
    """Return a temperature or percentage below zero with its minus sign."""
    first, before = amount.first, reader.low(amount.first - 1)
    if amount.suffix is None or amount.suffix.unit not in _SIGNED:
        return amount
    glued_sign = before in _MINUS and not reader.glued(first - 1) and reader.glued(first)
    if not glued_sign and before not in reader.rules.numbers.minus_words:
        return amount
    return replace(amount, first=first - 1, number=replace(amount.number, value=-amount.number.value))
