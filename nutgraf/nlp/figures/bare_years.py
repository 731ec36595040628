"""Whether a number of four digits without a month is a year."""

from __future__ import annotations

from typing import Final

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp.figures import absolute_dates, bounds, ellipsis_phrases
from nutgraf.nlp.figures.absolute_dates import DateReading
from nutgraf.nlp.figures.amounts import Amount
from nutgraf.nlp.figures.token_reader import TokenReader

_LIST_GAP: Final = 2


def may_be_year(reader: TokenReader, amount: Amount, *, listed: bool) -> bool:
    """Return whether the words around a number leave it a year.

    Args:
        reader: the sentence.
        amount: the number.
        listed: whether it goes on a list of years.
    """
    first, rules = amount.number.first, reader.rules
    before, following = reader.low(first - 1), reader.low(first + 1)
    if reader.at(first).kind != "number" or amount.first != first or _is_dialled(reader, first):
        return False
    counts = amount.second is not None and rules.nouns.is_plural(reader.low(amount.second.after))
    if counts or following in rules.calendar.decade_suffixes:
        return False
    if listed or before in rules.calendar.year_openers:
        return True
    part = before not in rules.calendar.year_cues and ellipsis_phrases.partitive_at(reader, first + 1)
    if part or bounds.bound_before(reader, first)[0] not in (Bound.EXACT, Bound.ABOUT):
        return False
    counted = rules.nouns.is_plural(following) and not _names_event(reader, first)
    return not counted or before in rules.calendar.year_cues


def _is_dialled(reader: TokenReader, first: int) -> bool:
    """Return whether numbers beside a number make it a part of a telephone number."""
    kinds = [reader.at(first + step).kind for step in (-1, 1, 2)]
    return kinds[0] == "number" or kinds[1:] == ["number", "number"]


def parse_years(reader: TokenReader, amount: Amount) -> DateReading | None:
    """Return the interval of "between 1884 and 1890", or None where the numbers count something."""
    if (
        amount.second is None
        or amount.change
        or reader.rules.nouns.is_plural(reader.low(amount.second.after))
    ):
        return None
    first = absolute_dates.parse_year(reader, amount.number.first)
    if first is not None and first.after == amount.second.after:
        return first
    last = absolute_dates.parse_year(reader, amount.second.first)
    if first is None or last is None or last.after != amount.second.after:
        return None
    return DateReading(f"{first.value}/{last.value}", last.after)


def _names_event(reader: TokenReader, first: int) -> bool:
    """Return whether a plural that is a verb too follows a number that is not round: "the 2003 cuts"."""
    following, events = reader.low(first + 1), reader.rules.events
    verb = following in events.participles and following not in events.nouns
    return verb and not reader.at(first).text.endswith("00")


def follows_year(reader: TokenReader, last: Figure | None, after: int, first: int) -> bool:
    """Return whether years are listed: "the 2014, 2015 and 2017 protests".

    Args:
        reader: the sentence.
        last: the figure before the number.
        after: index behind that figure.
        first: index of the number.
    """
    if last is None or last.kind is not FigureKind.DATE or len(last.text) != len(str(last.value)):
        return False
    return are_listed(reader, after, first)


def are_listed(reader: TokenReader, after: int, first: int) -> bool:
    """Return whether only a comma or "and" stands between a year and the number at ``first``."""
    conjunctions = reader.rules.calendar.list_conjunctions
    between = [reader.low(index) for index in range(after, min(first, after + _LIST_GAP + 1))]
    return len(between) <= _LIST_GAP and all(word == "," or word in conjunctions for word in between)
