"""Symbols of units of measure, under one symbol each (SI and UCUM style where there is one)."""

from __future__ import annotations

from typing import Final

_SYMBOLS: Final = {
    "km": "km",
    "cm": "cm",
    "mm": "mm",
    "km2": "km² km_2",
    "m2": "m²",
    "ha": "ha",
    "m3": "m³",
    "mL": "ml",
    "kg": "kg",
    "mg": "mg",
    "ug": "µg μg",
    "km/h": "km_/_h kmh",
    "m/s": "m_/_s",
    "kW": "kw",
    "GW": "gw",
    "kWh": "kwh",
    "MWh": "mwh",
    "GWh": "gwh",
    "TWh": "twh",
    "Hz": "hz",
    "MHz": "mhz",
    "GHz": "ghz",
    "dB": "db",
    "kB": "kb",
    "MB": "mb",
    "GB": "gb",
    "TB": "tb",
    "ppm": "ppm",
}
SYMBOLS: Final = {
    tuple(symbol.split("_")): unit for unit, symbols in _SYMBOLS.items() for symbol in symbols.split()
}
"""The unit by the lower-case tokens of its symbol."""

CASED_SYMBOLS: Final = {
    "m": "m",
    "MW": "MW",
    "MWe": "MW",
    "GW": "GW",
    "g": "g",
    "t": "t",
    "h": "hour",
    "C": "C",
    "F": "F",
    "W": "W",
    "V": "V",
}
"""Symbols that mean a unit in this case only; single letters count only glued to the number."""

DEGREE_SIGNS: Final = frozenset("°º˚")
DEGREE_SCALES: Final = frozenset({"C", "F"})

DURATIONS: Final = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"}
)
LONG_DURATIONS: Final = frozenset({"day", "week", "month", "year", "decade", "century"})
AGES: Final = frozenset({"year", "month", "week", "day"})
"""Units that ages are given in."""

DIMENSIONS: Final = {
    unit: name
    for name, units in {
        "length": "m km cm mm mi ft in yd nmi",
        "area": "km2 m2 mi2 ft2 yd2 ha acre",
        "volume": "m3 ft3 L mL gal bbl",
        "mass": "kg g mg t ton lb oz st",
        "speed": "km/h mi/h m/s knot",
        "temperature": "C F degree",
    }.items()
    for unit in units.split()
}
"""Units that may be each other's conversion in brackets."""
