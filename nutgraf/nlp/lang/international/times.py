"""Dates and times in digits, as parts of verbose, case-insensitive patterns."""

from __future__ import annotations

from typing import Final

TIME_ZONES: Final = (
    "[ecmp][sd]?t|gmt|utc|bst|cest|cet|ist|aes?t|aedt|jst|hkt|sgt|wib|eat|wat|sast|pkt|eet|msk"
)
"""Abbreviations of time zones."""

NUMERIC_DATE: Final = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:t\d{2}:\d{2}\S*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}"
"""A date in digits: ISO 8601, or day, month and year in any order."""

ZONE_SUFFIX: Final = rf"(?:\s?\(?(?:{TIME_ZONES}|z)\)?(?:[+-]\d{{1,2}})?)?"
"""The time zone behind a clock time, if there is one."""

CLOCK: Final = r"\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?"
"""A clock time in digits, of 24 hours."""


def moments(moment: str, joining_words: str = "") -> str:
    """Return the source of a pattern for a date, a time, or up to four of them in a row.

    Args:
        moment: source of one date or time.
        joining_words: source of words that may stand between two, such as "at|on".
    """
    joined = rf"[,|•·/–—-]|@{'|' if joining_words else ''}{joining_words}"
    return rf"(?:{moment})(?:\s*(?:{joined})?\s*(?:{moment})){{0,3}}"


NUMERIC_MOMENTS: Final = moments(rf"{NUMERIC_DATE}|{CLOCK}{ZONE_SUFFIX}")
"""Dates and times in digits."""
