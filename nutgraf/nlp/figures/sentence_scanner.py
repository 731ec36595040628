"""One pass over a sentence, left to right, so that figures never overlap and time stays linear."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp.figures import (
    absolute_dates,
    ages,
    amounts,
    bare_years,
    bounds,
    continued_counts,
    counts,
    date_expressions,
    described_phrase,
    ellipsis_phrases,
    fractions,
    non_figures,
    noun_elsewhere,
    phrase_in_front,
    unit_matching,
)
from nutgraf.nlp.figures.absolute_dates import DateReading
from nutgraf.nlp.figures.amounts import Amount
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.figures.unit_match import UnitMatch
from nutgraf.nlp.lang.international.units import LONG_DURATIONS

CONTEXT_SENTENCES: Final = 2
"""How many sentences back the noun of an elliptical count may stand."""

_MOST_EARLIER: Final = 12
_FEW: Final = 3


class SentenceScanner:
    """Scanner for the figures of one sentence.

    Attributes:
        elliptical: those of the figures that are counts whose noun is not beside the number.
    """

    def __init__(self, reader: TokenReader, today: date | None, context: Sequence[Figure] = ()) -> None:
        """Make a scanner.

        Args:
            reader: the sentence.
            today: the day of publication, None when it is not known.
            context: the figures of the last ``CONTEXT_SENTENCES`` sentences, in order.
        """
        self.elliptical: list[Figure] = []
        self._reader = reader
        self._rules = reader.rules
        self._today = today
        self._context = context
        self._figures: list[Figure] = []
        self._earlier: counts.Count | None = None
        self._free = 0
        self._last: phrase_in_front.EarlierFigure | None = None

    def run(self) -> list[Figure]:
        """Return all figures, in order."""
        after = 0
        for index in self._openings():
            if index >= after:
                after = self._step(index)
        return self._figures

    def _openings(self) -> list[int]:
        """Return where a figure may start; behind an article only few words go on with one."""
        rules, tokens = self._rules, self._reader.tokens
        openers, compound = rules.openers, rules.numbers.compound_value
        articles, following = rules.numbers.articles, rules.after_articles
        return [
            index
            for index, token in enumerate(tokens)
            if (token.kind == "number" or token.low in openers or compound(token.low) is not None)
            and (token.low not in articles or self._reader.low(index + 1) in following)
        ]

    def _step(self, index: int) -> int:
        """Read what starts at a token, and return where to go on."""
        day = date_expressions.parse_date(self._reader, index, self._today)
        if day is not None:
            return self._date(index, day)
        share = fractions.parse_fraction(self._reader, index)
        if share is not None:
            return self._share(index, share)
        amount = amounts.parse_amount(self._reader, index)
        if amount is None or amount.first < self._free:
            return index + 1
        if amount.suffix is not None:
            return self._measured(amount, amount.suffix)
        return self._bare(amount)

    def _date(self, first: int, day: DateReading) -> int:
        if day.value is not None:
            before = self._rules.bounds.before.entries.get(self._reader.lows(first - 1, 1))
            bound = before if before is Bound.ABOUT else Bound.EXACT
            self._add(
                (first, day.after), day.value, UnitMatch(FigureKind.DATE, "date", day.after), bound, None
            )
        return day.after

    def _share(self, first: int, share: fractions.Fraction) -> int:
        what = self._described(first, share.after, FigureKind.PERCENT)
        suffix = UnitMatch(FigureKind.PERCENT, "percent", share.after)
        self._add((first, share.after), share.percent, suffix, self._bound(first, share.after), what)
        return share.after

    def _measured(self, amount: Amount, suffix: UnitMatch) -> int:
        """Read an amount with a unit; a duration before "ago" is a date."""
        reader, first = self._reader, amount.first
        ago = date_expressions.parse_ago(
            reader, first, amount.number.after, int(amount.number.value), self._today
        )
        if ago is not None and amount.second is None and amount.number.value == int(amount.number.value):
            return self._date(first, ago)
        if suffix.unit == "day" and amount.number.spelled and amount.number.value == 1:
            return suffix.after
        if (
            non_figures.is_label_before(reader, amount.number)
            and suffix.kind != FigureKind.MONEY
            and first == amount.number.first
        ):
            return suffix.after
        what = suffix.what or self._described(first, suffix.after, suffix.kind)
        self._put(amount, suffix, what)
        return suffix.after

    def _described(self, first: int, after: int, kind: FigureKind) -> str | None:
        """Return what a figure that is no count measures."""
        return described_phrase.described_phrase(self._reader, first, after, kind, self._last)

    def _bare(self, amount: Amount) -> int:
        """Read a number without a unit: a year, a count, or nothing."""
        reader, number = self._reader, amount.second or amount.number
        last = self._figures[-1] if self._figures else None
        if last is not None and last.what == "age" and ages.goes_on_list(reader, self._free, number):
            return self._measured(amount, UnitMatch(FigureKind.QUANTITY, "year", number.after, what="age"))
        share = unit_matching.compared_share(reader, number, last, self._free)
        if amount.second is None and share is not None:
            return self._measured(amount, share)
        years = self._years(amount, number)
        if years is not None:
            return self._date(*years)
        beyond = non_figures.skip_after(reader, number) if amount.second is None else None
        lettered = unit_matching.with_scale_letter(reader, number)
        if lettered is not None:
            number, beyond = lettered, lettered.after if lettered.scale == 1 else None
        if beyond is not None:
            return beyond
        named = non_figures.is_label_before(reader, amount.number)
        named = named and not continued_counts.is_gapped(reader, number, self._earlier)
        if named or non_figures.opens_list_item(reader, amount.number):
            return number.after
        return self._count(amount, number)

    def _years(self, amount: Amount, number: Numeral) -> tuple[int, DateReading] | None:
        """Return where a year or a span of years starts, and the date; None where a number is no year."""
        years = bare_years.parse_years(self._reader, amount)
        if years is not None:
            return amount.first, years
        last = self._figures[-1] if self._figures else None
        listed = bare_years.follows_year(self._reader, last, self._free, amount.number.first)
        if not bare_years.may_be_year(self._reader, amount, listed=listed):
            return None
        year = absolute_dates.parse_year(self._reader, number.first)
        return None if year is None else (number.first, year)

    def _count(self, amount: Amount, number: Numeral) -> int:
        if not counts.is_countable(self._reader, amount.first, number):
            return number.after
        count = self._counted(amount, number)
        if count is None:
            return number.after
        if count.unit is not None:
            self._earlier = count
        counted = replace(amount, second=number) if amount.second else replace(amount, number=number)
        duration = self._rules.units.durations.get(count.unit or "")
        kind = FigureKind.QUANTITY if duration else FigureKind.COUNT
        place = len(self._figures)
        self._put(counted, UnitMatch(kind, duration or count.unit, count.after), count.what)
        if count.elliptical:
            self.elliptical += self._figures[place:]
        return count.after

    def _counted(self, amount: Amount, number: Numeral) -> counts.Count | None:
        reader = self._reader
        earlier = (*self._context[-_MOST_EARLIER:], *self._figures[-_MOST_EARLIER:])
        return (
            ellipsis_phrases.parse_elliptical_count(reader, number, earlier)
            or noun_elsewhere.parse_group(reader, number)
            or noun_elsewhere.parse_part(reader, number)
            or noun_elsewhere.parse_afflicted(reader, number)
            or counts.parse_count(reader, number, self._earlier)
            or ellipsis_phrases.parse_fronted_count(reader, number)
            or noun_elsewhere.parse_fronted_part(reader, number, self._figures)
            or noun_elsewhere.parse_total(reader, number)
            or continued_counts.parse_continued(reader, number, self._earlier, earlier)
            or noun_elsewhere.parse_coordinated(reader, number)
            or self._uncounted(amount, number)
        )

    def _uncounted(self, amount: Amount, number: Numeral) -> counts.Count | None:
        """Read a large number without a counted noun by what it is about: mostly a sum that lost its sign."""
        grouping = self._rules.numbers.digits.grouping
        grouped = bool(grouping) and grouping in self._reader.at(number.first).text
        if number.vague or (number.scale == 1 and not grouped):
            return None
        what = self._described(amount.first, number.after, FigureKind.COUNT)
        return counts.Count(None, what, number.after) if what or number.scale != 1 else None

    def _put(self, amount: Amount, suffix: UnitMatch, what: str | None) -> None:
        """Add one figure, or the two of a change; a range is at least its lower end."""
        number, second = amount.number, amount.second
        if second is None:
            bound = self._bound(amount.first, suffix.after)
            if bound is Bound.EXACT and suffix.after > number.after:
                bound = bounds.bound_after(self._reader, number.after)
            bound = Bound.AT_LEAST if number.vague and bound in (Bound.EXACT, Bound.ABOUT) else bound
            few = number.spelled and number.value <= _FEW and suffix.kind == FigureKind.COUNT
            long = suffix.unit in LONG_DURATIONS
            if bounds.is_preposition(self._reader, amount.first, few=few, long_duration=long):
                bound = Bound.EXACT
            self._add((amount.first, suffix.after), number.value, suffix, bound, what)
            return
        if not amount.change:
            self._add((amount.first, suffix.after), number.value, suffix, Bound.AT_LEAST, what)
            highest = _plain(second.value * suffix.factor)
            self._figures[-1] = replace(self._figures[-1], value_max=highest)
            return
        lower = self._bound(amount.first, number.after)
        upper = bounds.bound_after(self._reader, suffix.after)
        self._add((amount.first, amount.first_after or number.after), number.value, suffix, lower, what)
        self._add((amount.second_first, suffix.after), second.value, suffix, upper, what)

    def _bound(self, first: int, after: int) -> Bound:
        bound = bounds.bound_before(self._reader, first)[0]
        return bound if bound != Bound.EXACT else bounds.bound_after(self._reader, after)

    def _add(
        self,
        span: tuple[int, int],
        value: Decimal | str,
        suffix: UnitMatch,
        bound: Bound,
        what: str | None,
    ) -> None:
        reader = self._reader
        start, end = reader.at(span[0]).start, reader.at(span[1] - 1).end
        number = value if isinstance(value, str) else _plain(value * suffix.factor)
        text = reader.text[start:end]
        self._figures.append(Figure(number, suffix.unit, suffix.kind, bound, text, start, end, what))
        self._free = span[1]
        self._last = phrase_in_front.earlier_figure(self._last, span, self._figures[-1])


def _plain(value: Decimal) -> int | float:
    """Return an int when the value is whole, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)
