"""Dates and times as news pages print them, as parts of verbose, case-insensitive regular expressions."""

from __future__ import annotations

from typing import Final

_MONTH: Final = r"""(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?
    |sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"""
_WEEKDAY: Final = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?"
_ZONE: Final = r"""(?:[ecmp][sd]?t|gmt|utc|bst|cest|cet|ist
    |aest|aedt|jst|hkt|sgt|wib|eat|wat|sast|pkt|eet|msk|z)"""
_CLOCK: Final = rf"""(?:\d{{1,2}}[:.h]\d{{2}}(?:[:.]\d{{2}})?(?:\s?[ap]\.?m\.?)?|\d{{1,2}}\s?[ap]\.?m\.?)
    (?:\s?\(?{_ZONE}\)?(?:[+-]\d{{1,2}})?)?"""
_DATE: Final = rf"""(?:(?:{_WEEKDAY},?\s*)?
      (?:{_MONTH}\s*\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s*\d{{4}})?
        |\d{{1,2}}(?:st|nd|rd|th)?[\s-](?:of\s)?{_MONTH}(?:,?[\s-]\d{{2,4}})?)
    |\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:t\d{{2}}:\d{{2}}\S*)?|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}
    |{_MONTH}\s\d{{4}}|{_WEEKDAY})"""
_UNIT: Final = (
    r"""(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|mo|months?|y|yrs?|years?)"""
)
_AGO: Final = rf"""(?:(?:about\s)?(?:an?|one|two|three|\d+)\s?{_UNIT}\.?\s?ago|just\snow|yesterday|today)"""
_MOMENT: Final = rf"(?:{_DATE}|{_CLOCK}|{_AGO})"

MOMENTS: Final = rf"{_MOMENT}(?:\s*(?:[,|•·/–—-]|at|on|@|and)?\s*{_MOMENT}){{0,3}}"
"""A date, a time, or several of them in a row."""
