"""Dates in a sentence, absolute and relative, as ISO 8601 strings of the precision that was written.

Candidates are read from tokens and resolved by the calendar module alone. dateparser was measured for this
and left out: it is right on these forms, but a call costs more than the whole sentence does here, and it
fills in what the text does not say (a day for a month, a year without a publication date).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.nlp.figures import absolute_dates, date_resolution, tense
from nutgraf.nlp.figures.absolute_dates import DateReading
from nutgraf.nlp.figures.numerals import HYPHENS
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from datetime import date

    from nutgraf.nlp.figures.token_reader import TokenReader

_MONTH_CUES: Final = word_set(
    """
    in since last next this by until till early late mid of from through during before after between
    to and coming for
    """
)
# Names, verbs and adverbs as well: alone they need a word before them that asks for a date.
_DOUBTFUL_MONTHS: Final = word_set("may march mar april june august jan jun sep dec")
_NAMED_DAYS: Final = word_set(
    """
    black good bloody easter cyber super ash palm boxing maundy shrove fat giving sheffield ruby
    """
)
_AFTER_NAMED_DAYS: Final = word_set("times telegraph mirror mail express post herald morning's night")
_UNITS: Final = {"days": "day", "weeks": "week", "months": "month", "years": "year"} | {
    unit: unit for unit in ("day", "week", "month", "year")
}
_NEAR: Final = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_NOWADAYS: Final = frozenset({"of", "even", "still", "until"})
_FARTHEST: Final = 10_000


def parse_date(reader: TokenReader, index: int, today: date | None) -> DateReading | None:
    """The date that starts at a token, or None where none does. ``today`` is the day of publication."""
    token = reader.at(index)
    if token.kind == "number":
        return (
            absolute_dates.parse_iso_date(reader, index)
            or absolute_dates.parse_slashed_date(reader, index)
            or absolute_dates.parse_day_first(reader, index, today)
        )
    if token.low in date_resolution.WEEKDAYS:
        return _weekday(reader, index, index, "", today)
    if token.low in date_resolution.MONTHS and token.text[0].isupper():
        return absolute_dates.parse_month_first(reader, index, today) or _month(
            reader, index, index, "", today
        )
    if token.low in absolute_dates.WHICH:
        return _qualified(reader, index, today)
    if token.low in _NEAR and not _is_title(reader, index) and reader.low(index - 1) not in _NOWADAYS:
        return _relative("day", _NEAR[token.low], index + 1, today)
    return None


def _is_title(reader: TokenReader, index: int) -> bool:
    """Whether "Today" or "Tomorrow" is part of a name."""
    return all(reader.at(position).text[:1].isupper() for position in (index, index + 1))


def _relative(unit: str, steps: int, after: int, today: date | None) -> DateReading:
    """So many units from today; unresolved when today is not known."""
    return DateReading(date_resolution.shift_date(today, unit, steps) if today else None, after)


def parse_ago(
    reader: TokenReader, first: int, after: int, value: int, today: date | None
) -> DateReading | None:
    """Reads "three days ago": a count of units before "ago". ``first`` and ``after`` bound the number."""
    unit = _UNITS.get(reader.low(after))
    if unit is None or reader.low(after + 1) != "ago" or first < 0:
        return None
    return _relative(unit, -value, after + 2, today) if value < _FARTHEST else DateReading(None, after + 2)


def _month(reader: TokenReader, index: int, first: int, which: str, today: date | None) -> DateReading | None:
    """A month by itself: "in November", "last November"; ``first`` is where the expression starts."""
    low = reader.low(index)
    hyphenated = reader.low(index - 1) in HYPHENS
    before = reader.low(first - 1 - hyphenated)
    if low in _DOUBTFUL_MONTHS and not which and before not in _MONTH_CUES:
        return None
    if low in _DOUBTFUL_MONTHS and reader.at(index + 1).text[:1].isupper() and not which:
        return None
    written, after = absolute_dates.year_after_date(reader, index + 1, today)
    if written is not None:
        return DateReading(f"{written:04d}-{date_resolution.MONTHS[low]:02d}", after)
    if today is None:
        return DateReading(None, after)
    looking = tense.tense_around(reader, first, after)
    return DateReading(
        date_resolution.resolve_month(today, date_resolution.MONTHS[low], which, looking), after
    )


def _weekday(
    reader: TokenReader, index: int, first: int, which: str, today: date | None
) -> DateReading | None:
    """A weekday, alone, qualified, or in front of the date that it belongs to ("Monday, 1 December")."""
    if not reader.at(index).text[0].isupper():
        return None
    before, following = reader.low(first - 1), reader.low(index + 1)
    if before in _NAMED_DAYS or (following in _AFTER_NAMED_DAYS and reader.at(index + 1).text[0].isupper()):
        return DateReading(None, index + 1)
    dated = index + 1 + (following == ",")
    full = absolute_dates.parse_day_first(reader, dated, today)
    if full is None and reader.low(dated) in date_resolution.MONTHS:
        full = absolute_dates.parse_month_first(reader, dated, today)
    if full is not None and not which:
        return full
    if today is None:
        return DateReading(None, index + 1)
    if (following, reader.low(index + 2)) in (("last", "week"), ("next", "week")):
        which, after = following, index + 3
    else:
        after = index + 1
    looking = tense.tense_around(reader, first, after)
    return DateReading(
        date_resolution.resolve_weekday(
            today, date_resolution.WEEKDAYS[reader.low(index)], which, looking
        ).isoformat(),
        after,
    )


def _qualified(reader: TokenReader, index: int, today: date | None) -> DateReading | None:
    """Reads "last Tuesday", "this November", "next year"."""
    which, following = reader.low(index), reader.low(index + 1)
    if following in date_resolution.WEEKDAYS:
        return _weekday(reader, index + 1, index, which, today)
    if following in date_resolution.MONTHS and reader.at(index + 1).text[0].isupper():
        return _month(reader, index + 1, index, which, today)
    if following in ("week", "month", "year") and which != "coming" and reader.low(index - 1) != "the":
        steps = {"last": -1, "this": 0, "next": 1}[which]
        return _relative(following, steps, index + 2, today)
    return None
