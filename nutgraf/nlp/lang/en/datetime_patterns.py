"""Dates and times as English news pages print them, as parts of verbose, case-insensitive patterns."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en.calendar import MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS
from nutgraf.nlp.lang.international.times import CLOCK, NUMERIC_DATE, ZONE_SUFFIX, moments
from nutgraf.nlp.lang.schema.patterns import alternation

_MONTH: Final = rf"{alternation(MONTHS)}\.?"
_WEEKDAY: Final = rf"{alternation((*WEEKDAYS, *WEEKDAY_ABBREVIATIONS))}\.?"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE: Final = rf"""(?:(?:{_WEEKDAY},?\s*)?
      (?:{_MONTH}\s*{_DAY}(?:,?\s*\d{{4}})?|{_DAY}[\s-](?:of\s)?{_MONTH}(?:,?[\s-]\d{{2,4}})?)
    |{NUMERIC_DATE}|{_MONTH}\s\d{{4}}|{_WEEKDAY})"""
_HALF_DAY: Final = r"\s?[ap]\.?m\.?"
_CLOCK: Final = rf"(?:{CLOCK}(?:{_HALF_DAY})?|\d{{1,2}}{_HALF_DAY}){ZONE_SUFFIX}"
_UNIT: Final = (
    r"""(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|mo|months?|y|yrs?|years?)"""
)
_AGO: Final = rf"""(?:(?:about\s)?(?:an?|one|two|three|\d+)\s?{_UNIT}\.?\s?ago|just\snow|yesterday|today)"""

MOMENTS: Final = moments(rf"{_DATE}|{_CLOCK}|{_AGO}", joining_words="at|on|and")
"""A date, a time, or several of them in a row."""
