"""Units of measure and their spellings, under one symbol each (SI and UCUM style where there is one)."""

from __future__ import annotations

from typing import Final

_SPELLINGS: Final = {
    "m": "metre metres meter meters",
    "km": "km kms kilometre kilometres kilometer kilometers",
    "cm": "cm cms centimetre centimetres centimeter centimeters",
    "mm": "mm millimetre millimetres millimeter millimeters",
    "mi": "mile miles",
    "ft": "ft foot feet",
    "in": "inch inches",
    "yd": "yard yards",
    "nmi": "nautical_mile nautical_miles",
    "light_year": "light_year light_years light_-_year light_-_years",
    "km2": "km² sq_km sq_kms square_km square_kilometre square_kilometres square_kilometer square_kilometers "
    "km_2 sq_._km sqkm sq_kilometres",
    "m2": "m² sq_m square_metre square_metres square_meter square_meters sqm sq_._m sq_metre sq_metres",
    "mi2": "sq_mile sq_miles sq_mi square_mile square_miles",
    "ft2": "sq_ft square_foot square_feet sqft sq_feet sq_._ft",
    "yd2": "sq_yards square_yard square_yards",
    "ha": "ha hectare hectares",
    "acre": "acre acres",
    "m3": "m³ cubic_metre cubic_metres cubic_meter cubic_meters cu_m",
    "ft3": "cubic_foot cubic_feet",
    "L": "litre litres liter liters",
    "mL": "ml millilitre millilitres milliliter milliliters",
    "gal": "gallon gallons",
    "bbl": "barrels",
    "bbl/day": "bpd barrels_per_day barrels_a_day barrel_-_per_-_day barrels_-_per_-_day barrel_-_a_-_day "
    "barrels_-_a_-_day barrels_of_oil_per_day barrels_of_oil_a_day b_/_d",
    "kg": "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "g": "gram grams gramme grammes",
    "mg": "mg milligram milligrams",
    "ug": "microgram micrograms µg μg",
    "t": "tonne tonnes metric_ton metric_tons",
    "ton": "ton tons",
    "lb": "lb lbs pound pounds",
    "oz": "oz ounce ounces",
    "st": "stone",
    "km/h": "km_/_h kmph kph kmh km_/_hr km_an_hour km_per_hour kilometres_per_hour kilometers_per_hour "
    "kilometres_an_hour kilometers_an_hour",
    "mi/h": "mph miles_per_hour miles_an_hour mile_-_per_-_hour mile_-_an_-_hour",
    "m/s": "m_/_s metres_per_second meters_per_second metres_a_second meters_a_second",
    "knot": "knot knots",
    "C": "degree_celsius degrees_celsius degree_centigrade degrees_centigrade degrees_c celsius",
    "F": "degree_fahrenheit degrees_fahrenheit degrees_f fahrenheit",
    "degree": "degree degrees",
    "second": "second seconds sec secs",
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs",
    "day": "day days",
    "week": "week weeks",
    "month": "month months",
    "year": "year years yr yrs",
    "decade": "decade decades",
    "century": "century centuries",
    "kW": "kw kilowatt kilowatts",
    "MW": "megawatt megawatts",
    "GW": "gw gigawatt gigawatts",
    "TW": "terawatt terawatts",
    "W": "watt watts",
    "kWh": "kwh kilowatt_hour kilowatt_hours kilowatt_-_hours kilowatt_-_hour",
    "MWh": "mwh megawatt_hour megawatt_hours megawatt_-_hours megawatt_-_hour",
    "GWh": "gwh gigawatt_hour gigawatt_hours gigawatt_-_hours gigawatt_-_hour",
    "TWh": "twh terawatt_hour terawatt_hours terawatt_-_hours terawatt_-_hour",
    "V": "volt volts",
    "Hz": "hz hertz",
    "MHz": "mhz megahertz",
    "GHz": "ghz gigahertz",
    "dB": "db decibel decibels",
    "kB": "kb kilobyte kilobytes",
    "MB": "mb megabyte megabytes",
    "GB": "gb gigabyte gigabytes",
    "TB": "tb terabyte terabytes",
    "ppm": "ppm parts_per_million",
    "kt": "kiloton kilotons",
    "hp": "hp horsepower bhp",
}

CASED: Final = {
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
    "in": "in",
}
"""Symbols that mean a unit in this case only; single letters count only glued to the number."""


def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for unit, spellings in _SPELLINGS.items():
        for spelling in spellings.split():
            words = tuple(spelling.split("_"))
            table.setdefault(words[0], []).append((words, unit))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


BY_FIRST_WORD: Final = _by_first_word()
"""Spellings by their first word, the longest first."""

DURATIONS: Final = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"}
)
PLURAL_DURATIONS: Final = {f"{unit}s": unit for unit in DURATIONS - {"century"}} | {"centuries": "century"}
LONG_DURATIONS: Final = frozenset({"day", "week", "month", "year", "decade", "century"})
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
