"""Money: a sign, code or abbreviation before the number, or a sign, code or name after it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures.numerals import HYPHENS, SHORT_SCALES, Numeral
from nutgraf.nlp.figures.unit_match import UnitMatch
from nutgraf.nlp.lang.en import currencies
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

_PAYING: Final = word_set(
    """
    pay pays paid paying fine fined fines cost costs costing worth price priced salary earn earns
    earned raise raised raising spend spends spent charge charged charges borrow borrowed owed owes
    donate donated bill budget loan grant funding prize reward bail sterling
    """
)
_WEIGHED: Final = word_set(
    "tnt thrust explosives cocaine heroin drugs cargo food meat rice coal waste force pressure"
)
_LOOK_BACK: Final = 6
_LARGEST_PENCE: Final = 99
_THOUSAND: Final = 1000
_MILLION: Final = 10**6


def currency_before(reader: TokenReader, index: int) -> tuple[str | None, int] | None:
    """A currency that opens at a token, and the index of the number it belongs to; None when none does."""
    token = reader.at(index)
    if token.text in currencies.SIGNS:
        return _sign(reader, index)
    if token.kind != "word":
        return None
    sign = reader.low(index + 1)
    if sign in ("$", "¢", "₵", "¥") and (reader.glued(index + 1) or token.low == "us"):
        unit = currencies.PREFIXED.get((token.low, sign))
        return (unit, index + 2) if unit else None
    if token.text in currencies.CODES:
        return token.text, index + 1
    return _abbreviation(reader, index)


def _sign(reader: TokenReader, index: int) -> tuple[str | None, int]:
    token, following = reader.at(index), reader.at(index + 1)
    if token.text == "$" and following.kind == "word" and reader.glued(index + 1):
        named = currencies.DOLLAR_PREFIXES.get(following.low)
        if named is not None and reader.at(index + 2).kind == "number":
            return named, index + 2
    return currencies.SIGNS[token.text], index + 1


def _abbreviation(reader: TokenReader, index: int) -> tuple[str | None, int] | None:
    token = reader.at(index)
    if token.text not in currencies.ABBREVIATIONS:
        return None
    number = index + 1 + (reader.low(index + 1) == ".")
    if reader.at(number).kind != "number":
        return None
    if len(token.text) == 1 and not _clearly_an_amount(reader, number):
        return None
    return currencies.ABBREVIATIONS[token.text], number


def _clearly_an_amount(reader: TokenReader, number: int) -> bool:
    """A single letter is a currency when it is glued to a large sum: "R500m", "N20,000", but not "R2"."""
    scaled = reader.low(number + 1) in SHORT_SCALES or reader.low(number + 1) in (
        "million",
        "billion",
        "trillion",
    )
    return reader.glued(number) and (scaled or "," in reader.at(number).text)


def with_money_scale(reader: TokenReader, numeral: Numeral) -> Numeral:
    """The numeral with a letter for its multiplier ("£3m", "$300k"), which only money makes safe to read."""
    word = reader.low(numeral.after)
    position = numeral.after
    if (
        numeral.scale != 1
        or numeral.spelled
        or word not in SHORT_SCALES
        or (reader.glued(position + 1) and (reader.at(position + 1).kind == "number"))
    ):
        return numeral
    if len(word) == 1 and not reader.glued(position) and word != "m":
        return numeral
    scale = SHORT_SCALES[word]
    return Numeral(numeral.value * scale, numeral.first, position + 1, scale)


def currency_after(reader: TokenReader, index: int, numeral: Numeral) -> UnitMatch | None:
    """The currency that a number is followed by, or None. ``index`` is the token after the number."""
    token = reader.at(index)
    if token.text in currencies.SIGNS and token.text != "$":
        return UnitMatch(FigureKind.MONEY, currencies.SIGNS[token.text], index + 1)
    if token.text in currencies.CODES:
        return UnitMatch(FigureKind.MONEY, token.text, index + 1)
    if token.text == "p" and reader.glued(index) and numeral.value <= _LARGEST_PENCE and numeral.scale == 1:
        return UnitMatch(FigureKind.MONEY, "GBP", index + 1, Decimal("0.01"))
    position = index
    if numeral.vague and reader.low(position) == "of":
        position += 1
    if reader.low(position) in HYPHENS and reader.glued(position):
        position += 1
    return _named(reader, position, numeral)


def _named(reader: TokenReader, index: int, numeral: Numeral) -> UnitMatch | None:
    """A currency by its name, with up to two words of nationality before it ("Hong Kong dollars")."""
    for length in range(3):
        name = _singular(reader.low(index + length))
        if name not in currencies.NAMES:
            continue
        unit, share = currencies.NAMES[name]
        if length:
            adjective = reader.low(index + length - 1)
            if (adjective, name) not in currencies.NATIONAL:
                return None
            unit = currencies.NATIONAL[adjective, name]
        elif not _means_money(reader, index, numeral, name):
            return None
        beyond = index + length + 1 + (name == "pound" and reader.low(index + length + 1) == "sterling")
        return UnitMatch(FigureKind.MONEY, unit, beyond, Decimal(share))
    return None


def _singular(word: str) -> str:
    if word.endswith("s") and word[:-1] in currencies.NAMES:
        return word[:-1]
    return word


def _means_money(reader: TokenReader, index: int, numeral: Numeral, name: str) -> bool:
    """Pounds may be a weight, and "won" a verb: those need a large sum or words about paying beside them."""
    if name == "won":
        return numeral.scale >= _THOUSAND
    if name != "pound":
        return True
    paying = any(
        reader.low(position) in _PAYING for position in range(numeral.first - _LOOK_BACK, numeral.first)
    )
    following = reader.low(index + 1)
    if following == "of":
        return numeral.scale >= _MILLION and reader.low(index + 2) not in _WEIGHED
    return numeral.scale >= _MILLION or following == "sterling" or paying
