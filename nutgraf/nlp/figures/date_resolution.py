"""Which day, week, month or year the words of a newspaper mean, counted from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.lang.en.calendar import MONTHS, WEEKDAYS

__all__ = [
    "MONTHS",
    "WEEKDAYS",
    "day_or_none",
    "resolve_day",
    "resolve_month",
    "resolve_weekday",
    "shift_date",
]

if TYPE_CHECKING:
    from nutgraf.nlp.figures.tense import Tense

_WEEK: Final = 7
_DECEMBER: Final = 12
_NEAR_FUTURE: Final = timedelta(days=31)


def day_or_none(year: int, month: int, number: int) -> date | None:
    """A date, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def resolve_weekday(today: date, number: int, which: str, tense: Tense | None) -> date:
    """The day that a weekday's name means: the nearest past one or today, if nothing looks forward.

    ``which`` is "last" (strictly before today), "next" (strictly after), "this" or "".
    """
    back = (today.weekday() - number) % _WEEK
    if which == "last":
        return today - timedelta(days=back or _WEEK)
    forward = (number - today.weekday()) % _WEEK
    if which in ("next", "coming"):
        return today + timedelta(days=forward or _WEEK)
    if tense == "future" or (which == "this" and tense is None):
        return today + timedelta(days=forward)
    return today - timedelta(days=back)


def resolve_day(today: date, month: int, number: int, tense: Tense | None) -> date | None:
    """A day and month without a year: forward when told so, else the last one or one within a month."""
    around = [day_or_none(today.year + step, month, number) for step in (-1, 0, 1)]
    past = [found for found in around if found is not None and found <= today]
    future = [found for found in around if found is not None and found >= today]
    if future and (tense == "future" or (tense is None and future[0] - today <= _NEAR_FUTURE)):
        return future[0]
    return past[-1] if past else None


def resolve_month(today: date, month: int, which: str, tense: Tense | None) -> str:
    """A month without a year, as ``YYYY-MM``; "in November" said in November is this one."""
    year = today.year
    if which == "this":
        pass
    elif which in ("next", "coming") or (which == "" and tense == "future"):
        year += month < today.month or (which != "" and month == today.month)
    else:
        year -= month > today.month or (which == "last" and month == today.month)
    return f"{year:04d}-{month:02d}"


def shift_date(today: date, unit: str, steps: int) -> str | None:
    """The day, ISO week, month, year that lies ``steps`` units from today; None outside the calendar."""
    try:
        if unit == "day":
            return (today + timedelta(days=steps)).isoformat()
        if unit == "week":
            found = (today + timedelta(weeks=steps)).isocalendar()
            return f"{found.year:04d}-W{found.week:02d}"
        if unit == "month":
            years, month = divmod(today.year * _DECEMBER + today.month - 1 + steps, _DECEMBER)
            return date(years, month + 1, 1).isoformat()[:7]
        return date(today.year + steps, 1, 1).isoformat()[:4]
    except (ValueError, OverflowError):
        return None
