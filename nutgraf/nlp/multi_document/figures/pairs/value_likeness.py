"""Likeness of two values: which claims can be compared, and how much their values agree."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim, compatible, currency_missing

SMALL: Final = 12
"""The number up to which two reports may have the same by chance."""

AGE: Final = "age"
"""What a figure is about that is somebody's age."""

_DISTINCTIVE_DIGITS: Final = 3
_TOLERANCE: Final = 1e-6
_DAY: Final = len("2026-01-01")


class Likeness(IntEnum):
    """How much two values are alike; the less, the more the words around them must agree."""

    CONTRARY = 0
    COMPATIBLE = 1
    EQUAL = 2
    DISTINCTIVE = 3
    """Equal, and hardly so by chance."""


def likeness_of(one: FigureClaim, other: FigureClaim) -> Likeness:
    """Return how much the values of two comparable claims are alike."""
    if same_value(one, other):
        return Likeness.DISTINCTIVE if _is_distinctive(one) else Likeness.EQUAL
    return Likeness.COMPATIBLE if compatible(one, other) else Likeness.CONTRARY


def comparable(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two claims measure or count the same kind of thing."""
    if currency_missing(one, other):
        return True
    if one.dimension != other.dimension:
        return False
    if one.figure.kind is FigureKind.MONEY:
        return one.figure.unit == other.figure.unit or None in (one.figure.unit, other.figure.unit)
    if one.figure.kind is FigureKind.COUNT:
        if one.noun == other.noun or (one.people and other.people):
            return True
        return (one.unspecific and other.persons) or (other.unspecific and one.persons)
    return True


def same_value(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether two values are equal, in base units."""
    if one.number is None or other.number is None:
        return one.figure.value == other.figure.value
    return is_close(one.number, other.number)


def is_close(one: float, other: float | None) -> bool:
    """Whether two numbers are equal but for the error of a conversion; no number equals none."""
    return other is not None and abs(one - other) <= _TOLERANCE * max(abs(one), abs(other))


def same_size(one: FigureClaim, other: FigureClaim, factor: float) -> bool:
    """Whether two values differ by no more than a factor."""
    a, b = abs(one.number or 0.0), abs(other.number or 0.0)
    return min(a, b) > 0 and max(a, b) / min(a, b) <= factor


def significant_digits(value: float) -> str:
    """Return the digits of a number without the zeros around them."""
    return f"{value:.10g}".replace(".", "").replace("-", "").split("e")[0].strip("0")


def _is_distinctive(claim: FigureClaim) -> bool:
    """Whether two reports hardly have the value by chance."""
    value = claim.figure.value
    if isinstance(value, str):
        return len(value) == _DAY
    if claim.figure.what == AGE or value <= SMALL:
        return False
    digits = len(significant_digits(value))
    if claim.figure.kind is FigureKind.PERCENT:
        return digits >= _DISTINCTIVE_DIGITS
    return digits > 1 if claim.people else digits >= _DISTINCTIVE_DIGITS or value % 10 != 0
