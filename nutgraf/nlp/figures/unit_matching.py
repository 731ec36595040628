"""Percentages and quantities: what a unit of measure after a number means."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.figures import bounds, ellipsis_phrases, event_mentions
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.figures.unit_match import UnitMatch
from nutgraf.nlp.lang.international.units import AGES, DEGREE_SCALES, DEGREE_SIGNS

_ONE: Final = Decimal(1)
_WHOLE: Final = 100
OLDEST: Final = 120
"""Years; nobody is older."""


def match_percent(reader: TokenReader, index: int) -> UnitMatch | None:
    """Return a percent sign or word at a token, or None."""
    position = index + (reader.low(index) in HYPHENS and reader.glued(index))
    found = reader.phrase_at(position, reader.rules.units.shares)
    return UnitMatch(FigureKind.PERCENT, *found) if found else None


def compared_share(reader: TokenReader, number: Numeral, last: Figure | None, free: int) -> UnitMatch | None:
    """Return the percentage that a number is which one right before it is compared with, or None.

    "44 percent, *against 37* a year before".

    Args:
        reader: the sentence.
        number: the number, without a unit.
        last: the figure before it.
        free: the index behind that figure.
    """
    if last is None or last.kind is not FigureKind.PERCENT or number.value > _WHOLE:
        return None
    start = bounds.bound_before(reader, number.first)[1]
    compared = reader.phrase_before(start, reader.rules.counts.share_comparisons)
    if compared is None or compared[1] - (reader.low(compared[1] - 1) == ",") != free:
        return None
    ends = event_mentions.figure_ends_clause(reader, number.after)
    return UnitMatch(FigureKind.PERCENT, last.unit, number.after, what=last.what) if ends else None


def match_quantity(reader: TokenReader, index: int, numeral: Numeral) -> UnitMatch | None:
    """Return a unit of measure at a token, or None. ``index`` is the token after the number."""
    magnitude = reader.phrase_at(index, reader.rules.units.magnitudes_after)
    if magnitude is not None and not numeral.spelled:
        return UnitMatch(FigureKind.QUANTITY, "magnitude", magnitude[1])
    position = index
    hyphenated = reader.low(position) in HYPHENS and reader.glued(position) and reader.glued(position + 1)
    if hyphenated or (numeral.vague and reader.low(position) in reader.rules.numbers.partitives):
        position += 1
    found = _degrees(reader, position) or _spelled(reader, position) or _cased(reader, position)
    return found and (_age(reader, found, numeral) or found)


def _spelled(reader: TokenReader, index: int) -> UnitMatch | None:
    found = reader.phrase_at(index, reader.rules.units.spellings)
    return UnitMatch(FigureKind.QUANTITY, *found) if found else None


def _cased(reader: TokenReader, index: int) -> UnitMatch | None:
    symbol, cased = reader.at(index).text, reader.rules.units.cased
    spaced = (len(symbol) == 1 or symbol.islower()) and not reader.glued(index)
    if symbol not in cased or (spaced and reader.low(index + 1) not in reader.rules.units.dimensions):
        return None
    if reader.glued(index + 1) and reader.at(index + 1).kind == "number":
        return None
    if symbol in reader.rules.numbers.counted_scale_letters and counts_something(reader, index + 1):
        return None  # "3m people": a multiplier
    return UnitMatch(FigureKind.QUANTITY, cased[symbol], index + 1)


def with_scale_letter(reader: TokenReader, number: Numeral) -> Numeral | None:
    """Return "3m" of "3m people" as a number: the letter is a multiplier when a counted noun follows.

    Behind a space the letter may be a unit as well, "5 m waves": there it multiplies people alone, and where
    neither is sure the numeral that is returned has no multiplier and ends behind the letter.
    """
    after, rules = number.after, reader.rules
    scale = rules.numbers.counted_scale_letters.get(reader.low(after))
    if scale is None or number.scale != 1 or not counts_something(reader, after + 1):
        return None
    scaled = Numeral(number.value * scale, number.first, after + 1, scale)
    if reader.glued(after) or reader.at(after).text not in rules.units.cased:
        return scaled
    noun = reader.low(after + 1)
    return (
        scaled if noun in rules.nouns.people or noun in rules.nouns.audiences else replace(scaled, scale=_ONE)
    )


def counts_something(reader: TokenReader, index: int) -> bool:
    """Return whether a number that ends before a token counts what follows: a plural, or "of them"."""
    counted = reader.rules.nouns.is_plural(reader.low(index))
    return counted or ellipsis_phrases.partitive_at(reader, index) is not None


def _degrees(reader: TokenReader, index: int) -> UnitMatch | None:
    """Read "25°C", "25 °F", "25º": the sign, with its scale when there is one."""
    if reader.low(index) not in DEGREE_SIGNS:
        return None
    scale = reader.at(index + 1).text
    if scale in DEGREE_SCALES:
        return UnitMatch(FigureKind.QUANTITY, scale, index + 2)
    return UnitMatch(FigureKind.QUANTITY, "degree", index + 1)


def _age(reader: TokenReader, found: UnitMatch, numeral: Numeral) -> UnitMatch | None:
    """Read "43-year-old", "43 years old", "43 years of age"."""
    if found.unit not in AGES or numeral.value > OLDEST:
        return None
    after = found.after + (reader.low(found.after) in HYPHENS)
    phrase = reader.phrase_at(after, reader.rules.ages.behind_units)
    return UnitMatch(FigureKind.QUANTITY, found.unit, phrase[1], what="age") if phrase else None
