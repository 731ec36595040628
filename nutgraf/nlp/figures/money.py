"""Money: a sign, code or abbreviation before the number, or a sign, code or name after it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures.numerals import HYPHENS, Numeral
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.figures.unit_match import UnitMatch
from nutgraf.nlp.lang.international.currencies import CODES, DOLLAR_PREFIXES, PREFIXED, SIGNS
from nutgraf.nlp.lang.schema.figures.currencies import CurrencyName

_SIGNS_WITH_LETTERS: Final = frozenset(sign for _, sign in PREFIXED)
_LOOK_BACK: Final = 6
_LARGEST_GLUED: Final = 99
_LONGEST_NATIONALITY: Final = 2
_THOUSAND: Final = 1000
_MILLION: Final = 10**6


def currency_before(reader: TokenReader, index: int) -> tuple[str | None, int] | None:
    """Return a currency that opens at a token, and the index of its number; None when none does."""
    token = reader.at(index)
    if token.text in SIGNS:
        return _sign(reader, index)
    if token.kind != "word":
        return None
    sign = reader.low(index + 1)
    if sign in _SIGNS_WITH_LETTERS and (reader.glued(index + 1) or token.low == "us"):
        unit = PREFIXED.get((token.low, sign))
        return (unit, index + 2) if unit else None
    if token.text in CODES:
        return token.text, index + 1
    return _abbreviation(reader, index)


def _sign(reader: TokenReader, index: int) -> tuple[str | None, int]:
    token, following = reader.at(index), reader.at(index + 1)
    if token.text == "$" and following.kind == "word" and reader.glued(index + 1):
        named = DOLLAR_PREFIXES.get(following.low)
        if named is not None and reader.at(index + 2).kind == "number":
            return named, index + 2
    return SIGNS[token.text], index + 1


def _abbreviation(reader: TokenReader, index: int) -> tuple[str | None, int] | None:
    token, abbreviations = reader.at(index), reader.rules.currencies.abbreviations
    if token.text not in abbreviations:
        return None
    number = index + 1 + (reader.low(index + 1) == ".")
    if reader.at(number).kind != "number":
        return None
    if len(token.text) == 1 and not _clearly_an_amount(reader, number):
        return None
    return abbreviations[token.text], number


def _clearly_an_amount(reader: TokenReader, number: int) -> bool:
    """Return whether a letter glued to a number is its currency: "R500m", "N20,000", but not "R2"."""
    words, following = reader.rules.numbers, reader.low(number + 1)
    scaled = following in words.scale_abbreviations or words.scales.get(following, 0) >= _MILLION
    grouped = bool(words.digits.grouping) and words.digits.grouping in reader.at(number).text
    return reader.glued(number) and (scaled or grouped)


def with_money_scale(reader: TokenReader, numeral: Numeral) -> Numeral:
    """Return the numeral with a letter for its multiplier ("£3m"), which only money makes safe to read."""
    abbreviations = reader.rules.numbers.scale_abbreviations
    word, position = reader.low(numeral.after), numeral.after
    if (
        numeral.scale != 1
        or numeral.spelled
        or word not in abbreviations
        or (reader.glued(position + 1) and (reader.at(position + 1).kind == "number"))
    ):
        return numeral
    if len(word) == 1 and not reader.glued(position) and word != "m":
        return numeral
    scale = abbreviations[word]
    return Numeral(numeral.value * scale, numeral.first, position + 1, scale)


def currency_after(reader: TokenReader, index: int, numeral: Numeral) -> UnitMatch | None:
    """Return the currency that a number is followed by, or None. ``index`` is the token after the number."""
    token = reader.at(index)
    if token.text in SIGNS and token.text != "$":
        return UnitMatch(FigureKind.MONEY, SIGNS[token.text], index + 1)
    if token.text in CODES:
        return UnitMatch(FigureKind.MONEY, token.text, index + 1)
    minor = reader.rules.currencies.glued_minor_units.get(token.text)
    if minor and reader.glued(index) and numeral.value <= _LARGEST_GLUED and numeral.scale == 1:
        return UnitMatch(FigureKind.MONEY, minor.code, index + 1, Decimal(minor.share))
    position = index
    if numeral.vague and reader.low(position) in reader.rules.numbers.partitives:
        position += 1
    if reader.low(position) in HYPHENS and reader.glued(position):
        position += 1
    return _named(reader, position, numeral)


def _named(reader: TokenReader, index: int, numeral: Numeral) -> UnitMatch | None:
    """Read a currency's name, with up to two words of nationality before it ("Hong Kong dollars")."""
    words = reader.rules.currencies
    for length in range(_LONGEST_NATIONALITY + 1):
        name = words.names.get(reader.low(index + length))
        if name is None:
            continue
        unit = name.code
        if length:
            adjective = reader.low(index + length - 1)
            if (adjective, name.lemma) not in words.national:
                return None
            unit = words.national[adjective, name.lemma]
        elif not _means_money(reader, index, numeral, name):
            return None
        after = index + length + 1
        after += words.suffixes.get(reader.low(after)) == name.lemma
        return UnitMatch(FigureKind.MONEY, unit, after, Decimal(name.share))
    return None


def _means_money(reader: TokenReader, index: int, numeral: Numeral, name: CurrencyName) -> bool:
    """Return whether a name is money: weights and verbs need a large sum or words of payment beside them."""
    words = reader.rules.currencies
    if name.lemma in words.verbs:
        return numeral.scale >= _THOUSAND
    if name.lemma not in words.weights:
        return True
    following = reader.low(index + 1)
    if following in reader.rules.numbers.partitives:
        return numeral.scale >= _MILLION and reader.low(index + 2) not in words.weighed
    paid = any(
        reader.low(position) in words.payment_words
        for position in range(numeral.first - _LOOK_BACK, numeral.first)
    )
    return numeral.scale >= _MILLION or words.suffixes.get(following) == name.lemma or paid
