"""Percentages and quantities: what a unit of measure after a number means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures.counted_nouns import is_plural
from nutgraf.nlp.figures.numerals import HYPHENS, Numeral
from nutgraf.nlp.figures.unit_match import UnitMatch
from nutgraf.nlp.lang.en import units

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

_PERCENT: Final[tuple[tuple[tuple[str, ...], str], ...]] = (
    (("percentage", "points"), "percentage_points"),
    (("percentage", "point"), "percentage_points"),
    (("per", "cent"), "percent"),
    (("basis", "points"), "basis_points"),
    (("%", "points"), "percentage_points"),
    (("percentage", "-", "point"), "percentage_points"),
    (("percent",), "percent"),
    (("%",), "percent"),
    (("pc",), "percent"),
)
_RICHTER: Final = (("on", "the", "richter", "scale"), ("-", "magnitude"), ("magnitude",))
_OLDEST: Final = 120


def match_percent(reader: TokenReader, index: int) -> UnitMatch | None:
    """A percent sign or word at a token, or None."""
    position = index + (reader.low(index) in HYPHENS and reader.glued(index))
    for spelling, unit in _PERCENT:
        if reader.lows(position, len(spelling)) == spelling:
            return UnitMatch(FigureKind.PERCENT, unit, position + len(spelling))
    return None


def match_quantity(reader: TokenReader, index: int, numeral: Numeral) -> UnitMatch | None:
    """A unit of measure at a token, or None. ``index`` is the token after the number."""
    for spelling in _RICHTER:
        if reader.lows(index, len(spelling)) == spelling and not numeral.spelled:
            return UnitMatch(FigureKind.QUANTITY, "magnitude", index + len(spelling))
    position = index
    hyphenated = reader.low(position) in HYPHENS and reader.glued(position) and reader.glued(position + 1)
    if hyphenated or (numeral.vague and reader.low(position) == "of"):
        position += 1
    found = _degrees(reader, position) or _spelled(reader, position) or _cased(reader, position)
    if found is None:
        return None
    return _age(reader, found, numeral) or found


def _spelled(reader: TokenReader, index: int) -> UnitMatch | None:
    for spelling, unit in units.BY_FIRST_WORD.get(reader.low(index), ()):
        if reader.lows(index, len(spelling)) == spelling:
            return UnitMatch(FigureKind.QUANTITY, unit, index + len(spelling))
    return None


def _cased(reader: TokenReader, index: int) -> UnitMatch | None:
    symbol = reader.at(index).text
    if symbol not in units.CASED or ((len(symbol) == 1 or symbol == "in") and not reader.glued(index)):
        return None
    if reader.glued(index + 1) and reader.at(index + 1).kind == "number":
        return None
    if symbol == "m" and is_plural(reader.low(index + 1)):
        return None  # "3m people": a multiplier
    return UnitMatch(FigureKind.QUANTITY, units.CASED[symbol], index + 1)


def _degrees(reader: TokenReader, index: int) -> UnitMatch | None:
    """Reads "25°C", "25 °F", "25º": the sign, with its scale when there is one."""
    if reader.low(index) not in ("°", "º", "˚"):
        return None
    scale = reader.at(index + 1).text
    if scale in ("C", "F"):
        return UnitMatch(FigureKind.QUANTITY, scale, index + 2)
    return UnitMatch(FigureKind.QUANTITY, "degree", index + 1)


def _age(reader: TokenReader, found: UnitMatch, numeral: Numeral) -> UnitMatch | None:
    """Reads "43-year-old", "43 years old", "43 years of age"."""
    if found.unit not in ("year", "month", "week", "day") or numeral.value > _OLDEST:
        return None
    after = found.after
    if reader.low(after) in HYPHENS and reader.low(after + 1) in ("old", "olds"):
        return UnitMatch(FigureKind.QUANTITY, found.unit, after + 2, what="age")
    if reader.low(after) in ("old", "olds"):
        return UnitMatch(FigureKind.QUANTITY, found.unit, after + 1, what="age")
    if reader.lows(after, 2) == ("of", "age"):
        return UnitMatch(FigureKind.QUANTITY, found.unit, after + 2, what="age")
    return None
