"""Conversion of values to the base unit of their dimension, and the range of values that a claim admits."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from nutgraf.model import Bound

_METRES: Final = {"m": 1.0, "km": 1e3, "cm": 1e-2, "mm": 1e-3, "mi": 1609.344, "ft": 0.3048, "in": 0.0254,
                  "yd": 0.9144, "nmi": 1852.0}  # fmt: skip
_SQUARE_METRES: Final = {"m2": 1.0, "km2": 1e6, "mi2": 2589988.1, "ft2": 0.09290304, "yd2": 0.83612736,
                         "ha": 1e4, "acre": 4046.8564}  # fmt: skip
_METRES_A_SECOND: Final = {"m/s": 1.0, "km/h": 1 / 3.6, "mi/h": 0.44704, "knot": 0.5144444}
_KILOGRAMS: Final = {
    "kg": 1.0,
    "g": 1e-3,
    "mg": 1e-6,
    "t": 1e3,
    "lb": 0.45359237,
    "oz": 0.028349523,
    "st": 6.35029318,
}
_SECONDS: Final = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86400.0, "week": 604800.0}
_MONTHS: Final = {"month": 1.0, "year": 12.0, "decade": 120.0, "century": 1200.0}
_LITRES: Final = {"L": 1.0, "mL": 1e-3, "gal": 3.785411784, "bbl": 158.987295}
_DIMENSIONS: Final = {
    "length": _METRES, "area": _SQUARE_METRES, "speed": _METRES_A_SECOND, "mass": _KILOGRAMS,
    "time": _SECONDS, "months": _MONTHS, "volume": _LITRES,
}  # fmt: skip
_FACTORS: Final = {
    unit: (name, factor) for name, table in _DIMENSIONS.items() for unit, factor in table.items()
}

CONVERSION: Final = 0.03
"""The relative error of a converted value, as outlets round after converting."""

_ABOUT: Final = 0.15
_ROUND_FROM: Final = 1000.0
_ROUND_MEASURE_FROM: Final = 100.0
_MOST_ROUNDING: Final = 0.025


@dataclass(frozen=True, slots=True)
class ValueRange:
    """The range of values that a claim admits, both ends included."""

    low: float
    high: float

    def meets(self, other: ValueRange) -> bool:
        """Whether some value satisfies both claims."""
        return self.low <= other.high and other.low <= self.high

    def loosened(self) -> ValueRange:
        """Return the range with room for the rounding that follows a conversion."""
        room = CONVERSION * max(abs(end) for end in (self.low, self.high) if math.isfinite(end))
        return ValueRange(self.low - room, self.high + room)


def dimension_of(unit: str | None) -> str | None:
    """Return what a unit measures; a unit that cannot be converted is a dimension of its own."""
    return _FACTORS[unit][0] if unit in _FACTORS else unit


def to_base_unit(value: float, unit: str | None) -> float:
    """Return the value in the first unit of its dimension."""
    return value * _FACTORS[unit][1] if unit in _FACTORS else value


def admitted_values(value: float, unit: str | None, bound: Bound) -> ValueRange:
    """Return the values, in base units, that a claim admits.

    ==========================  ==========================================================================
    claim                       admits
    ==========================  ==========================================================================
    "about"                     15% more or less
    a thousand or more          half of its last written digit ("£2.4 million": 2,350,000 to 2,450,000)
    a measure of 100 or more    the same, 2.5% at most ("230 feet": 225 to 235)
    another number              its value alone
    "at least", "at most"       all values above or below, from the end of the range above
    ==========================  ==========================================================================
    """
    centre = to_base_unit(value, unit)
    rounding = _rounding(value, measured=unit in _FACTORS)
    slack = abs(centre) * _ABOUT if bound is Bound.ABOUT else rounding * to_base_unit(1.0, unit)
    match bound:
        case Bound.AT_LEAST:
            return ValueRange(centre - slack, math.inf)
        case Bound.AT_MOST:
            return ValueRange(-math.inf, centre + slack)
        case _:
            return ValueRange(centre - slack, centre + slack)


def claimed_values(value: float, value_max: float | None, unit: str | None, bound: Bound) -> ValueRange:
    """Return the values, in base units, that a claim admits; of a range those between its ends."""
    if value_max is None:
        return admitted_values(value, unit, bound)
    low, high = (admitted_values(end, unit, Bound.EXACT) for end in (value, value_max))
    return ValueRange(low.low, high.high)


def _rounding(value: float, *, measured: bool) -> float:
    """Return half of the last digit that is not a rounding zero."""
    if abs(value) < (_ROUND_MEASURE_FROM if measured else _ROUND_FROM):
        return abs(value) * 1e-9
    digits = f"{abs(value):.0f}".rstrip("0")
    places = len(f"{abs(value):.0f}") - max(2, len(digits))
    half = 0.499 * 10.0**places if places > 0 else 0.0
    return min(half, _MOST_ROUNDING * abs(value)) if abs(value) < _ROUND_FROM else half
