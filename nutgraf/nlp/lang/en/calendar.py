"""Names of months and weekdays in English."""

from __future__ import annotations

from typing import Final

_MONTHS: Final = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
MONTHS: Final = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
"""Lower-case names and abbreviations, with the number of the month from 1."""

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS: Final = {name: number for number, name in enumerate(_WEEKDAYS)}
"""Lower-case names, with the number of the day from 0, Monday."""

# Used by datetime_patterns.
WEEKDAY_ABBREVIATIONS: Final = ("mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun")
"""Lower case, without full stop."""
