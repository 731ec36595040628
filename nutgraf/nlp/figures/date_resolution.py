"""Which day, week, month or year the words of a newspaper mean, counted from the day of publication."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from nutgraf.nlp.figures.tense import Tense
from nutgraf.nlp.lang.schema.figures.calendar import Period, Qualifier

_WEEK: Final = 7
_DECEMBER: Final = 12
_NEAR_FUTURE: Final = timedelta(days=31)


def day_or_none(year: int, month: int, number: int) -> date | None:
    """Return a date, or None where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def resolve_weekday(today: date, number: int, which: Qualifier | None, tense: Tense | None) -> date:
    """Return the day that a weekday's name means: the nearest past one or today, if nothing looks forward.

    Args:
        today: the day of publication.
        number: of the weekday, 0 for Monday.
        which: "last" (strictly before today), "next" and "coming" (strictly after), "this", or None.
        tense: of the words around it.
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
    """Return a day and month without a year: forward when told so, else the last or one within a month."""
    around = [day_or_none(today.year + step, month, number) for step in (-1, 0, 1)]
    past = [found for found in around if found is not None and found <= today]
    future = [found for found in around if found is not None and found >= today]
    if future and (tense == "future" or (tense is None and future[0] - today <= _NEAR_FUTURE)):
        return future[0]
    return past[-1] if past else None


def resolve_month(today: date, month: int, which: Qualifier | None, tense: Tense | None) -> str:
    """Return a month without a year, as ``YYYY-MM``; "in November" said in November is this one."""
    year = today.year
    if which == "this":
        pass
    elif which in ("next", "coming") or (which is None and tense == "future"):
        year += month < today.month or (which is not None and month == today.month)
    else:
        year -= month > today.month or (which == "last" and month == today.month)
    return f"{year:04d}-{month:02d}"


def shift_date(today: date, unit: Period, steps: int) -> str | None:
    """Return the day, ISO week, month or year ``steps`` units from today; None outside the calendar."""
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
