"""Names of units of measure in English, under the symbol of the unit."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.schema.figures.units import UnitWords
from nutgraf.nlp.lang.schema.phrases import PhraseTable, phrase_table
from nutgraf.nlp.word_lists import word_set

_NAMES: Final = {
    "m": "metre metres meter meters",
    "km": "kms kilometre kilometres kilometer kilometers",
    "cm": "cms centimetre centimetres centimeter centimeters",
    "mm": "millimetre millimetres millimeter millimeters",
    "mi": "mile miles",
    "ft": "ft foot feet",
    "in": "inch inches",
    "yd": "yard yards",
    "nmi": "nautical_mile nautical_miles",
    "light_year": "light_year light_years light_-_year light_-_years",
    "km2": "sq_km sq_kms square_km square_kilometre square_kilometres square_kilometer square_kilometers "
    "sq_._km sqkm sq_kilometres",
    "m2": "sq_m square_metre square_metres square_meter square_meters sqm sq_._m sq_metre sq_metres",
    "mi2": "sq_mile sq_miles sq_mi square_mile square_miles",
    "ft2": "sq_ft square_foot square_feet sqft sq_feet sq_._ft",
    "yd2": "sq_yards square_yard square_yards",
    "ha": "hectare hectares",
    "acre": "acre acres",
    "m3": "cubic_metre cubic_metres cubic_meter cubic_meters cu_m",
    "ft3": "cubic_foot cubic_feet",
    "L": "litre litres liter liters",
    "mL": "millilitre millilitres milliliter milliliters",
    "gal": "gallon gallons",
    "bbl": "barrels",
    "bbl/day": "bpd barrels_per_day barrels_a_day barrel_-_per_-_day barrels_-_per_-_day barrel_-_a_-_day "
    "barrels_-_a_-_day barrels_of_oil_per_day barrels_of_oil_a_day b_/_d",
    "kg": "kgs kilo kilos kilogram kilograms kilogramme kilogrammes",
    "g": "gm gms gram grams gramme grammes",
    "mg": "milligram milligrams",
    "ug": "microgram micrograms",
    "t": "tonne tonnes metric_ton metric_tons",
    "ton": "ton tons",
    "lb": "lb lbs pound pounds",
    "oz": "oz ounce ounces",
    "st": "stone",
    "km/h": "kmph kph km_/_hr km_an_hour km_per_hour kilometres_per_hour kilometers_per_hour "
    "kilometres_an_hour kilometers_an_hour",
    "mi/h": "mph miles_per_hour miles_an_hour mile_-_per_-_hour mile_-_an_-_hour",
    "m/s": "metres_per_second meters_per_second metres_a_second meters_a_second",
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
    "kW": "kilowatt kilowatts",
    "MW": "megawatt megawatts",
    "GW": "gigawatt gigawatts",
    "TW": "terawatt terawatts",
    "W": "watt watts",
    "kWh": "kilowatt_hour kilowatt_hours kilowatt_-_hours kilowatt_-_hour",
    "MWh": "megawatt_hour megawatt_hours megawatt_-_hours megawatt_-_hour",
    "GWh": "gigawatt_hour gigawatt_hours gigawatt_-_hours gigawatt_-_hour",
    "TWh": "terawatt_hour terawatt_hours terawatt_-_hours terawatt_-_hour",
    "V": "volt volts",
    "Hz": "hertz",
    "MHz": "megahertz",
    "GHz": "gigahertz",
    "dB": "decibel decibels",
    "kB": "kilobyte kilobytes",
    "MB": "megabyte megabytes",
    "GB": "gigabyte gigabytes",
    "TB": "terabyte terabytes",
    "ppm": "parts_per_million",
    "kt": "kiloton kilotons",
    "hp": "hp horsepower bhp",
}
"""Names by unit, separated by spaces; the tokens of a name are joined by underscores."""

UNITS: Final = UnitWords(
    names=PhraseTable(
        {tuple(name.split("_")): unit for unit, names in _NAMES.items() for name in names.split()}
    ),
    symbols={"in": "in"},
    dimensions=word_set("high tall long deep wide thick away apart"),
    percentages=phrase_table(
        {
            "percent": "percent|per cent|pc",
            "percentage_points": "percentage points|percentage point|percentage - point|% points",
            "basis_points": "basis points",
        }
    ),
    magnitudes_before=phrase_table({True: "magnitude|magnitude of"}),
    magnitudes_after=phrase_table({True: "on the richter scale|- magnitude|magnitude"}),
)
