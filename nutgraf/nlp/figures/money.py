"""Money: a sign, code or abbreviation before the number, or a sign, code or name after it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures import pounds
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.figures.unit_match import UnitMatch
from nutgraf.nlp.lang.international.currencies import (
    CODE_SCALES,
    CODES,
    DOLLAR_PREFIXES,
    DOUBTFUL_CODES,
    NATIONAL_MARKS,
    PREFIXED,
    SIGNS,
)

_SIGNS_WITH_LETTERS: Final = frozenset(sign for _, sign in PREFIXED)
_LENGTH_OF_CODE: Final = 3
# Those of a screen: "1080p".
_LINES: Final = frozenset({144, 240, 360, 480, 720, 1080, 1440, 2160})
_LONGEST_NATIONALITY: Final = 2
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
        return (PREFIXED[token.low, sign], index + 2) if (token.low, sign) in PREFIXED else None
    if token.text in CODES:
        return token.text, index + 1
    return _abbreviation(reader, index)


def _sign(reader: TokenReader, index: int) -> tuple[str | None, int]:
    token, following = reader.at(index), reader.at(index + 1)
    named = token.text == "$" and reader.glued(index + 1) and following.low in DOLLAR_PREFIXES
    if named and reader.at(index + 2).kind == "number":
        return DOLLAR_PREFIXES[following.low], index + 2
    return SIGNS[token.text], index + 1


def _abbreviation(reader: TokenReader, index: int) -> tuple[str | None, int] | None:
    token, abbreviations = reader.at(index), reader.rules.currencies.abbreviations
    if token.text not in abbreviations:
        return None
    number = index + 1 + (reader.low(index + 1) == ".")
    if reader.at(number).kind != "number":
        return None
    if len(token.text) == 1 and not (reader.glued(number) and is_large_sum(reader, number)):
        return None
    return abbreviations[token.text], number


def is_large_sum(reader: TokenReader, number: int) -> bool:
    """Return whether digits are grouped or multiplied: "R500m", "N20,000", but not "R2"."""
    words, following = reader.rules.numbers, reader.low(number + 1)
    scaled = following in words.scale_abbreviations or words.scales.get(following, 0) >= _MILLION
    grouped = bool(words.digits.grouping) and words.digits.grouping in reader.at(number).text
    return reader.at(number).kind == "number" and (scaled or grouped)


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
    code = _code_after(reader, index, numeral)
    if code is not None:
        return code
    if (token.low, reader.low(index + 1)) in PREFIXED and reader.glued(index + 1):
        return UnitMatch(FigureKind.MONEY, PREFIXED[token.low, reader.low(index + 1)], index + 2)
    minor = reader.rules.currencies.glued_minor_units.get(token.text)
    if minor and reader.glued(index) and numeral.value not in _LINES and numeral.scale == 1:
        return UnitMatch(FigureKind.MONEY, minor.code, index + 1, Decimal(minor.share))
    position = index
    if numeral.vague and reader.low(position) in reader.rules.numbers.partitives:
        position += 1
    if reader.low(position) in HYPHENS and reader.glued(position):
        position += 1
    return _named(reader, position, numeral)


def _code_after(reader: TokenReader, index: int, numeral: Numeral) -> UnitMatch | None:
    """Read a code with or without a multiplier in front, "12 EUR" and "12 MEUR", or a national mark."""
    token = reader.at(index)
    if token.text in CODES or (token.text in DOUBTFUL_CODES and is_large_sum(reader, numeral.first)):
        return UnitMatch(FigureKind.MONEY, token.text, index + 1)
    if token.text in NATIONAL_MARKS:
        after = (
            index + 1 + (reader.low(index + 1) == "." and reader.glued(index + 1) and index + 2 < len(reader))
        )
        return UnitMatch(FigureKind.MONEY, NATIONAL_MARKS[token.text], after)
    scale = CODE_SCALES.get(token.text[:-_LENGTH_OF_CODE])
    if scale is None or token.text[-_LENGTH_OF_CODE:] not in CODES or numeral.scale != 1:
        return None
    return UnitMatch(FigureKind.MONEY, token.text[-_LENGTH_OF_CODE:], index + 1, Decimal(scale))


def _named(reader: TokenReader, index: int, numeral: Numeral) -> UnitMatch | None:
    """Read a currency's name, with up to two words of nationality before it ("Hong Kong dollars")."""
    words = reader.rules.currencies
    nation = reader.phrase_at(index, words.abbreviated_nations)
    if nation is not None:
        name = words.names.get(reader.low(nation[1]))
        unit = words.national.get((nation[0], name.lemma)) if name else None
        return (
            UnitMatch(FigureKind.MONEY, unit, nation[1] + 1, Decimal(name.share)) if name and unit else None
        )
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
        elif not pounds.means_money(reader, index, numeral, name):
            return None
        after = index + length + 1
        after += words.suffixes.get(reader.low(after)) == name.lemma
        return UnitMatch(FigureKind.MONEY, unit, after, Decimal(name.share))
    return None


def named_currency(reader: TokenReader, index: int) -> UnitMatch | None:
    """Return the currency that a name at a token stands for, whatever else it may mean."""
    name = reader.rules.currencies.names.get(reader.low(index))
    return UnitMatch(FigureKind.MONEY, name.code, index + 1, Decimal(name.share)) if name else None
