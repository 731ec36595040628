"""Dates of the events that numbers of people belong to, by which numbers of earlier events are recognised.

"Seventeen people were killed in Westport in January 2015" is no number of the bomb that went off today.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.lang.schema.stories import EventDateTerms
from nutgraf.nlp.spans import SentenceSpan

LONG_AGO: Final = timedelta(days=14)
"""How long before the reports an event lies that is not the one which they report."""

_CLAUSE_END: Final = re.compile(r"[,;:]\s")
_ISO_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")


def event_date(
    text: str, span: SentenceSpan, figure: Figure, others: Sequence[Figure], terms: EventDateTerms
) -> date | None:
    """Return the last day of the time that a sentence gives for a number; None where it gives none.

    That is the date of which a clause tells ("since 2004, when seven people died"), else the date nearest to
    the number, if no other count lies between the two. A total until now ("has killed 40 people") has no such
    time.

    Args:
        text: the article's text.
        span: the sentence.
        figure: the number.
        others: the article's figures.
        terms: the words of the article's language.
    """
    if _is_total_until_now(text[span.start : figure.start], text[figure.end : span.end], terms):
        return None
    own = [other for other in others if span.start <= other.start < span.end and other is not figure]
    told = [
        other
        for other in own
        if other.kind is FigureKind.DATE
        and other.end <= figure.start
        and terms.dated_clause.match(text, other.end, figure.start)
    ]
    if told:
        return _last_day(str(told[-1].value))
    dates = [
        other
        for other in own
        if other.kind is FigureKind.DATE and not terms.not_event_time.search(text[span.start : other.start])
    ]
    nearest = min(dates, key=lambda other: _distance(other, figure), default=None)
    if nearest is None:
        return None
    low, high = min(nearest.end, figure.end), max(nearest.start, figure.start)
    if any(other.kind is FigureKind.COUNT and low <= other.start < high for other in own):
        return None
    return _last_day(str(nearest.value))


def _is_total_until_now(before: str, after: str, terms: EventDateTerms) -> bool:
    clause = f"{_CLAUSE_END.split(before)[-1]} {_CLAUSE_END.split(after)[0]}"
    return terms.up_to_now.search(clause) is not None


def _distance(one: Figure, other: Figure) -> int:
    return max(one.start - other.end, other.start - one.end)


def _last_day(value: str) -> date | None:
    """Return the last day of a year, month, day or interval in ISO 8601; None of a week.

    A week is never long ago.
    """
    match = _ISO_DATE.match(value.rsplit("/", maxsplit=1)[-1])
    if match is None:
        return None
    year, month = int(match[1]), int(match[2] or 12)
    return date(year, month, int(match[3] or monthrange(year, month)[1]))
