"""Days, months and years that are written out, as ISO 8601 strings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from nutgraf.nlp.figures import date_resolution, tense
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.token_reader import TokenReader

_YEARS: Final = range(1800, 2101)
_OLD_YEARS: Final = range(1000, 1800)
_MOST_DAYS: Final = 31
_MOST_MONTHS: Final = 12
_CENTURY: Final = 100
_SHORT_YEAR: Final = 2
_LENGTH_OF_YEAR: Final = 4
_ISO_LENGTHS: Final = [4, 2, 2]


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date that ends before token ``after``; ``value`` is None for one that cannot be resolved."""

    value: str | None
    after: int


def parse_year(reader: TokenReader, index: int) -> DateReading | None:
    """Return a year, or years joined by a hyphen as an interval ("2014-18" is "2014/2018"), or None."""
    first = _year_number(reader, index)
    if first is None:
        return None
    if reader.low(index + 1) in HYPHENS | {"/"} and reader.glued(index + 1) and reader.glued(index + 2):
        text = reader.at(index + 2).text
        short = text.isdecimal() and len(text) == _SHORT_YEAR
        second = first - first % _CENTURY + int(text) if short else _year_number(reader, index + 2)
        if second is not None and second > first:
            return DateReading(f"{first}/{second}", index + 3)
        return None
    return DateReading(str(first), index + 1)


def _year_number(reader: TokenReader, index: int) -> int | None:
    text = reader.at(index).text
    if len(text) != _LENGTH_OF_YEAR or not text.isdecimal():
        return None
    year = int(text)
    return year if year in _YEARS or (year in _OLD_YEARS and _is_old(reader, index)) else None


def _is_old(reader: TokenReader, index: int) -> bool:
    """Return whether words around a number make it a year before newspapers: "in 1570", "May 1588"."""
    calendar, following = reader.rules.calendar, reader.at(index + 1)
    if following.kind == "word" and following.low not in reader.rules.nouns.stops:
        return False
    joined = reader.low(index - 1) in calendar.range_joiners and reader.at(index - 2).kind == "number"
    return joined or reader.low(index - 1) in calendar.year_cues or is_month(reader, index - 1)


def parse_iso_date(reader: TokenReader, index: int) -> DateReading | None:
    """Read "2025-12-01"."""
    separators = (reader.low(index + 1), reader.low(index + 3))
    parts = [reader.at(index + step).text for step in (0, 2, 4)]
    if separators != ("-", "-") or [len(part) for part in parts] != _ISO_LENGTHS:
        return None
    glued = all(reader.glued(index + step) for step in range(1, 5))
    if not glued or not all(part.isdecimal() for part in parts):
        return None
    found = date_resolution.day_or_none(*(int(part) for part in parts))
    return DateReading(found.isoformat(), index + 5) if found else None


def parse_slashed_date(reader: TokenReader, index: int) -> DateReading | None:
    """Read "31/12/2025", if one of day and month is above 12: outlets differ in their order."""
    if (reader.low(index + 1), reader.low(index + 3)) != ("/", "/"):
        return None
    parts = [reader.at(index + step).text for step in (0, 2, 4)]
    if not all(part.isdecimal() for part in parts) or len(parts[2]) != _LENGTH_OF_YEAR:
        return None
    first, second, number = (int(part) for part in parts)
    day, month = (second, first) if second > _MOST_MONTHS else (first, second)
    found = date_resolution.day_or_none(number, month, day) if day > _MOST_MONTHS or day == month else None
    return DateReading(found.isoformat() if found else None, index + 5)


def _number_of_day(reader: TokenReader, index: int) -> tuple[int, int] | None:
    """Return a day of the month and the index after it, its ordinal ending included."""
    text = reader.at(index).text
    if not (text.isdecimal() and len(text) <= _SHORT_YEAR and 1 <= int(text) <= _MOST_DAYS):
        return None
    ordinal = reader.low(index + 1) in reader.rules.calendar.ordinals and reader.glued(index + 1)
    return int(text), index + 1 + ordinal


def parse_day_first(reader: TokenReader, index: int, today: date | None) -> DateReading | None:
    """Read "1 December", "3rd of December 2025", "1-3 December"."""
    start = _number_of_day(reader, index)
    if start is None:
        return None
    number, after = start
    until = _second_day(reader, after, number)
    if until is not None:
        after = until[1]
    after += reader.low(after) in reader.rules.calendar.month_links
    if not is_month(reader, after):
        return None
    month = reader.rules.calendar.months[reader.low(after)]
    return _days_of_month(reader, (index, after + 1), month, (number, until and until[0]), today)


def is_month(reader: TokenReader, index: int) -> bool:
    """Return whether a token names a month, with a capital where the language writes one."""
    token, calendar = reader.at(index), reader.rules.calendar
    return token.low in calendar.months and (token.text[0].isupper() or not calendar.names_are_capitalised)


def _second_day(reader: TokenReader, index: int, first: int) -> tuple[int, int] | None:
    """Return the last day of a range ("1-3", "1 to 3") and the index after it."""
    hyphen = reader.low(index) in HYPHENS and reader.glued(index) and reader.glued(index + 1)
    if not hyphen and reader.low(index) not in reader.rules.calendar.range_joiners:
        return None
    second = _number_of_day(reader, index + 1)
    return second if second is not None and second[0] > first else None


def parse_month_first(reader: TokenReader, index: int, today: date | None) -> DateReading | None:
    """Read "December 1", "Dec. 3, 2025", "December 1-3", "December 2025"."""
    month = reader.rules.calendar.months[reader.low(index)]
    after = index + 1 + _abbreviated(reader, index)
    after += (
        reader.low(after) in reader.rules.calendar.month_links and _year_number(reader, after + 1) is not None
    )
    number = _year_number(reader, after)
    comma = after + 1 if reader.low(after) == "," else after
    if number is None and comma > after:
        number = _year_number(reader, comma)
        after = comma if number is not None else after
    if number is not None:
        return DateReading(f"{number:04d}-{month:02d}", after + 1)
    start = _number_of_day(reader, after)
    if start is None or reader.low(start[1]) in ("%", ":", "/"):
        return None
    until = _second_day(reader, start[1], start[0])
    end = until[1] if until else start[1]
    return _days_of_month(reader, (index, end), month, (start[0], until and until[0]), today)


def _days_of_month(
    reader: TokenReader, span: tuple[int, int], month: int, days: tuple[int, int | None], today: date | None
) -> DateReading | None:
    """Put the year to a day, or a first and last one, of a month; ``span`` excludes the year."""
    first, after = span
    after += _abbreviated(reader, after - 1)
    written, after = year_after_date(reader, after, today)
    looking = tense.tense_around(reader, first, after)
    dates = []
    for number in days:
        if number is None:
            continue
        if written is not None:
            one = date_resolution.day_or_none(written, month, number)
        else:
            one = date_resolution.resolve_day(today, month, number, looking) if today else None
        if one is None:
            return DateReading(None, after)
        dates.append(one.isoformat())
    return DateReading("/".join(dates), after)


def _abbreviated(reader: TokenReader, index: int) -> bool:
    """Return whether a month's short name is followed by its point."""
    return (
        len(reader.low(index)) in (3, 4)
        and reader.low(index + 1) == "."
        and reader.glued(index + 1)
        and (reader.at(index + 2).kind == "number" or reader.low(index + 2) == ",")
    )


def year_after_date(reader: TokenReader, index: int, today: date | None) -> tuple[int | None, int]:
    """Return a year behind a day or month (", 2025", "last year"), and the index after it."""
    calendar = reader.rules.calendar
    position = index + (reader.low(index) == ",")
    number = _year_number(reader, position)
    if number is not None:
        return number, position + 1
    position = index + (reader.low(index) in calendar.month_links)
    which = calendar.qualifiers.get(reader.low(position))
    if today is not None and which is not None and calendar.periods.get(reader.low(position + 1)) == "year":
        return today.year + {"last": -1, "this": 0}.get(which, 1), position + 2
    return None, index
