"""Dates in a sentence, absolute and relative, as ISO 8601 strings of the precision that was written.

Candidates are read from tokens and resolved by the calendar module alone. dateparser was measured for this
and left out: it is right on these forms, but a call costs more than the whole sentence does here, and it
fills in what the text does not say (a day for a month, a year without a publication date).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from nutgraf.model import Bound
from nutgraf.nlp.figures import absolute_dates, bounds, date_resolution, tense
from nutgraf.nlp.figures.absolute_dates import DateReading, is_month
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.lang.schema.figures.calendar import Period, Qualifier

_FEW_WORDS: Final = 3
_FARTHEST: Final = 10_000
_STEPS: Final = {"last": -1, "this": 0, "next": 1}


def parse_date(reader: TokenReader, index: int, today: date | None) -> DateReading | None:
    """Return the date that starts at a token, or None where none does.

    Args:
        reader: the sentence.
        index: of the token.
        today: the day of publication, None when it is not known.
    """
    token, calendar = reader.at(index), reader.rules.calendar
    if token.kind == "number":
        return (
            absolute_dates.parse_iso_date(reader, index)
            or absolute_dates.parse_slashed_date(reader, index)
            or absolute_dates.parse_day_first(reader, index, today)
        )
    if token.low in calendar.weekdays:
        return _weekday(reader, index, index, None, today)
    if is_month(reader, index):
        return absolute_dates.parse_month_first(reader, index, today) or _month(
            reader, index, index, None, today
        )
    if token.low in calendar.qualifiers:
        return _qualified(reader, index, today)
    if token.low in calendar.day_words and _is_day_word(reader, index):
        return _relative("day", calendar.day_words[token.low], index + 1, today)
    return _near_today(reader, index, today)


def _near_today(reader: TokenReader, index: int, today: date | None) -> DateReading | None:
    """Read "day before yesterday" and "a year ago", but not "more than a year ago"."""
    rules = reader.rules
    phrase = reader.phrase_at(index, rules.calendar.relative_phrases)
    if phrase is not None:
        return _relative(*phrase[0], phrase[1], today)
    if reader.low(index) not in rules.numbers.articles:
        return None
    found = parse_ago(reader, index, index + 1, 1, today)
    bounded = found is not None and bounds.bound_before(reader, index)[0] not in (Bound.EXACT, Bound.ABOUT)
    return DateReading(None, found.after) if found is not None and bounded else found


def _is_day_word(reader: TokenReader, index: int) -> bool:
    """Return whether "today" is a day: no part of a name, "Tomorrow Bank", and no age, "today's world"."""
    token, calendar = reader.at(index), reader.rules.calendar
    capital = token.text[:1].isupper()
    if capital and (_goes_on_name(reader, index) or _ends_name(reader, index)):
        return False
    possessive = reader.low(index) + reader.low(index + 1) in calendar.possessives
    shared = any(low in calendar.shared_day_words for low in reader.lows(index + 2, _FEW_WORDS))
    if possessive and (shared or reader.at(index + 2).text[:1].isupper()):
        return False
    return reader.low(index - 1) not in calendar.not_before_day_words


def _goes_on_name(reader: TokenReader, index: int) -> bool:
    """Return whether a capitalised word follows that a name needs: not "*Today Norvik* Council met"."""
    following = reader.at(index + 1)
    opening = reader.at(index - 1).kind in ("none", "sign")
    return following.text[:1].isupper() and (
        not opening or following.low in reader.rules.calendar.after_day_names or following.text.isupper()
    )


def _ends_name(reader: TokenReader, index: int) -> bool:
    """Return whether a capitalised word stands before: "USA TODAY"."""
    before = reader.at(index - 1)
    return before.kind == "word" and before.text[0].isupper()


def _relative(unit: Period, steps: int, after: int, today: date | None) -> DateReading:
    """Return the day so many units from today; unresolved when today is not known."""
    return DateReading(date_resolution.shift_date(today, unit, steps) if today else None, after)


def parse_ago(
    reader: TokenReader, first: int, after: int, value: int, today: date | None
) -> DateReading | None:
    """Read "three days ago": a count of units before "ago". ``first`` and ``after`` bound the number."""
    calendar = reader.rules.calendar
    unit = calendar.ago_units.get(reader.low(after))
    if unit is None or reader.low(after + 1) not in calendar.ago or first < 0:
        return None
    return _relative(unit, -value, after + 2, today) if value < _FARTHEST else DateReading(None, after + 2)


def _month(
    reader: TokenReader, index: int, first: int, which: Qualifier | None, today: date | None
) -> DateReading | None:
    """Read a month by itself: "in November", "last November"; ``first`` is where the expression starts."""
    low, calendar = reader.low(index), reader.rules.calendar
    if low in calendar.doubtful_months and which is None:
        hyphenated = reader.low(index - 1) in HYPHENS
        asked_for = reader.low(first - 1 - hyphenated) in calendar.month_cues
        if not asked_for or reader.at(index + 1).text[:1].isupper():
            return None
    written, after = absolute_dates.year_after_date(reader, index + 1, today)
    if written is not None:
        return DateReading(f"{written:04d}-{calendar.months[low]:02d}", after)
    if today is None:
        return DateReading(None, after)
    looking = tense.tense_around(reader, first, after)
    return DateReading(date_resolution.resolve_month(today, calendar.months[low], which, looking), after)


def _weekday(
    reader: TokenReader, index: int, first: int, which: Qualifier | None, today: date | None
) -> DateReading | None:
    """Read a weekday, alone, qualified, or in front of the date that it belongs to ("Monday, 1 December")."""
    calendar = reader.rules.calendar
    if calendar.names_are_capitalised and not reader.at(index).text[0].isupper():
        return None
    if _is_named_day(reader, index, first):
        return DateReading(None, index + 1)
    earlier = reader.phrase_at(index + 1, calendar.before_last)
    if earlier is not None:
        return _before_last(calendar.weekdays[reader.low(index)], earlier[1], today)
    following = reader.low(index + 1)
    dated = index + 1 + (following == ",")
    full = absolute_dates.parse_day_first(reader, dated, today)
    if full is None and reader.low(dated) in calendar.months:
        full = absolute_dates.parse_month_first(reader, dated, today)
    if full is not None and which is None:
        return full
    if today is None:
        return DateReading(None, index + 1)
    after = index + 1
    qualifier = calendar.qualifiers.get(following)
    if qualifier in ("last", "next") and calendar.periods.get(reader.low(index + 2)) == "week":
        which, after = qualifier, index + 3
    looking = tense.tense_around(reader, first, after)
    number = calendar.weekdays[reader.low(index)]
    return DateReading(date_resolution.resolve_weekday(today, number, which, looking).isoformat(), after)


def _before_last(number: int, after: int, today: date | None) -> DateReading:
    """Return the weekday a week before the last one."""
    if today is None:
        return DateReading(None, after)
    last = date_resolution.resolve_weekday(today, number, "last", None)
    return DateReading((last - timedelta(weeks=1)).isoformat(), after)


def _is_named_day(reader: TokenReader, index: int, first: int) -> bool:
    """Return whether a weekday is part of a name: "Good Friday", "Sunday Times"."""
    calendar, following = reader.rules.calendar, reader.at(index + 1)
    title = following.low in calendar.after_named_days and following.text[0].isupper()
    named = reader.low(first - 1) in calendar.named_days or reader.phrase_before(
        first, calendar.named_phrases
    )
    return title or bool(named)


def _qualified(reader: TokenReader, index: int, today: date | None) -> DateReading | None:
    """Read "last Tuesday", "this November", "next year"."""
    calendar, following = reader.rules.calendar, reader.low(index + 1)
    which = calendar.qualifiers[reader.low(index)]
    if following in calendar.weekdays:
        return _weekday(reader, index + 1, index, which, today)
    if is_month(reader, index + 1):
        return _month(reader, index + 1, index, which, today)
    period = calendar.periods.get(following)
    if period is not None and which in _STEPS and reader.low(index - 1) not in calendar.articles:
        return _relative(period, _STEPS[which], index + 2, today)
    return None
