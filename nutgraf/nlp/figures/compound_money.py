"""Sums of a main and a minor unit, read as one: "12 euros and 99 cents", "two pounds fifty"."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures import numerals
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.figures.unit_match import UnitMatch

_HUNDRED: Final = Decimal(100)
_TEN: Final = 10
_MINOR_SHARE: Final = "0.01"


def minor_part(reader: TokenReader, number: Numeral, suffix: UnitMatch) -> tuple[Decimal, int] | None:
    """Return what a minor unit behind a sum adds to it, and the index behind; None where none follows.

    Args:
        reader: the sentence.
        number: the number of main units.
        suffix: their currency.
    """
    if suffix.kind is not FigureKind.MONEY or suffix.factor != 1 or number.scale != 1:
        return None
    if number.vague or number.value != int(number.value):
        return None
    conjunction = reader.low(suffix.after) in reader.rules.numbers.conjunctions
    start = suffix.after + conjunction
    minor = numerals.parse_number(reader, start)
    if minor is None or minor.scale != 1 or minor.vague or not 0 < minor.value < _HUNDRED:
        return None
    if minor.value != int(minor.value) or minor.spelled != number.spelled:
        return None
    after = _past_name(reader, minor, suffix.unit)
    if after is None and not conjunction and suffix.after > number.after and _is_spoken(reader, minor):
        after = minor.after
    return None if after is None else (minor.value / _HUNDRED, after)


def _past_name(reader: TokenReader, minor: Numeral, unit: str | None) -> int | None:
    """Return the index behind the name of a currency's minor unit, or None."""
    token, words = reader.at(minor.after), reader.rules.currencies
    glued = words.glued_minor_units.get(token.text) if reader.glued(minor.after) else None
    name = glued or words.names.get(token.low)
    if name is None or name.share != _MINOR_SHARE or unit is None:
        return None
    return minor.after + 1 if unit == name.code or unit in words.shared_minors.get(name.lemma, ()) else None


def _is_spoken(reader: TokenReader, minor: Numeral) -> bool:
    """Return whether "two pounds *fifty*" is meant, and not "two pounds *fifty times*"."""
    following = reader.at(minor.after)
    if following.low in HYPHENS or following.low in ("%", "/"):
        return False
    return minor.value >= _TEN and (following.kind != "word" or following.low in reader.rules.nouns.stops)
