"""Percentages and quantities: what a unit of measure after a number means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures.counted_nouns import plural
from nutgraf.nlp.figures.numerals import HYPHENS, Numeral
from nutgraf.nlp.figures.unit_match import Suffix
from nutgraf.nlp.lang.en import units

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import Reader

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


def percent(reader: Reader, index: int) -> Suffix | None:
    """A percent sign or word at a token, or None."""
    position = index + (reader.low(index) in HYPHENS and reader.glued(index))
    for spelling, unit in _PERCENT:
        if reader.lows(position, len(spelling)) == spelling:
            return Suffix(FigureKind.PERCENT, unit, position + len(spelling))
    return None


def quantity(reader: Reader, index: int, numeral: Numeral) -> Suffix | None:
    """A unit of measure at a token, or None. ``index`` is the token after the number."""
    for spelling in _RICHTER:
        if reader.lows(index, len(spelling)) == spelling and not numeral.spelled:
            return Suffix(FigureKind.QUANTITY, "magnitude", index + len(spelling))
    position = index
    hyphenated = reader.low(position) in HYPHENS and reader.glued(position) and reader.glued(position + 1)
    if hyphenated or (numeral.vague and reader.low(position) == "of"):
        position += 1
    found = _degrees(reader, position) or _spelled(reader, position) or _cased(reader, position)
    if found is None:
        return None
    return _age(reader, found, numeral) or found


def _spelled(reader: Reader, index: int) -> Suffix | None:
    for spelling, unit in units.BY_FIRST_WORD.get(reader.low(index), ()):
        if reader.lows(index, len(spelling)) == spelling:
            return Suffix(FigureKind.QUANTITY, unit, index + len(spelling))
    return None


def _cased(reader: Reader, index: int) -> Suffix | None:
    symbol = reader.at(index).text
    if symbol not in units.CASED or ((len(symbol) == 1 or symbol == "in") and not reader.glued(index)):
        return None
    if reader.glued(index + 1) and reader.at(index + 1).kind == "number":
        return None
    if symbol == "m" and plural(reader.low(index + 1)):
        return None  # "3m people": a multiplier
    return Suffix(FigureKind.QUANTITY, units.CASED[symbol], index + 1)


def _degrees(reader: Reader, index: int) -> Suffix | None:
    """Reads "25°C", "25 °F", "25º": the sign, with its scale when there is one."""
    if reader.low(index) not in ("°", "º", "˚"):
        return None
    scale = reader.at(index + 1).text
    if scale in ("C", "F"):
        return Suffix(FigureKind.QUANTITY, scale, index + 2)
    return Suffix(FigureKind.QUANTITY, "degree", index + 1)


def _age(reader: Reader, found: Suffix, numeral: Numeral) -> Suffix | None:
    """Reads "43-year-old", "43 years old", "43 years of age"."""
    if found.unit not in ("year", "month", "week", "day") or numeral.value > _OLDEST:
        return None
    after = found.after
    if reader.low(after) in HYPHENS and reader.low(after + 1) in ("old", "olds"):
        return Suffix(FigureKind.QUANTITY, found.unit, after + 2, what="age")
    if reader.low(after) in ("old", "olds"):
        return Suffix(FigureKind.QUANTITY, found.unit, after + 1, what="age")
    if reader.lows(after, 2) == ("of", "age"):
        return Suffix(FigureKind.QUANTITY, found.unit, after + 2, what="age")
    return None
