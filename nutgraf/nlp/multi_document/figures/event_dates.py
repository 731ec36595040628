"""Numbers of an earlier event, which a report tells beside those of its own.

"Seventeen people were killed in Westport in January 2015" is no toll of the bomb that went off today.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.spans import SentenceSpan

LONG_AGO: Final = timedelta(days=14)
"""How long before the reports something lies that is no part of the event which they report."""

_NOT_WHEN: Final = re.compile(
    r"\b(?:since|until|till|before|after|than|built|born|formed|founded|opened|elected|erected|launched|made|"
    r"introduced|established)\s+(?:(?:back|as|early|late|in|on|of|the)\s+){0,2}$",
    re.IGNORECASE,
)
"""What a date follows that says how long something has lasted, or when something was made."""

_TO_THIS_DAY: Final = re.compile(r"\b(?:has|have)\b", re.IGNORECASE)
_CLAUSE: Final = re.compile(r"[,;:]\s")
_YEAR: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


def event_date(text: str, span: SentenceSpan, figure: Figure, others: Sequence[Figure]) -> date | None:
    """The last day of the time that a sentence gives for a number; None where it gives none.

    That is the date nearest to the number, if no other count lies between the two. What has happened up to
    now ("has killed 40 people") has no such time.

    Args:
        text: the article's text.
        span: the sentence.
        figure: the number.
        others: the article's figures.
    """
    if _to_this_day(text[span.start : figure.start], text[figure.end : span.end]):
        return None
    own = [other for other in others if span.start <= other.start < span.end and other is not figure]
    days = [day for day in own if day.kind is FigureKind.DATE and _says_when(text[span.start : day.start])]
    nearest = min(days, key=lambda day: _gap(day, figure), default=None)
    if nearest is None:
        return None
    low, high = min(nearest.end, figure.end), max(nearest.start, figure.start)
    if any(other.kind is FigureKind.COUNT and low <= other.start < high for other in own):
        return None
    return _last_day(str(nearest.value))


def _to_this_day(before: str, after: str) -> bool:
    clause = f"{_CLAUSE.split(before)[-1]} {_CLAUSE.split(after)[0]}"
    return _TO_THIS_DAY.search(clause) is not None


def _says_when(before: str) -> bool:
    return _NOT_WHEN.search(before) is None


def _gap(one: Figure, other: Figure) -> int:
    return max(one.start - other.end, other.start - one.end)


def _last_day(value: str) -> date | None:
    """The last day of a year, month, day or interval in ISO 8601; None of a week, which is never long ago."""
    match = _YEAR.match(value.rsplit("/", maxsplit=1)[-1])
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or 12)
    return date(year, month, int(match[3] or monthrange(year, month)[1]))
