"""One pass over a sentence, left to right, so that figures never overlap and time stays linear."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp.figures import (
    absolute_dates,
    amounts,
    bounds,
    counts,
    date_expressions,
    described_phrase,
    fractions,
    non_figures,
)
from nutgraf.nlp.figures.counted_nouns import is_plural
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.unit_match import UnitMatch
from nutgraf.nlp.lang.en import event_verbs, units
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from datetime import date

    from nutgraf.nlp.figures.absolute_dates import DateReading
    from nutgraf.nlp.figures.amounts import Amount
    from nutgraf.nlp.figures.token_reader import TokenReader

_NOT_ONE: Final = word_set("no any every each this that the another which some only")
_YEAR_WORDS: Final = word_set(
    """
    in since by until till from during before after late early mid year circa
    """
)
_PER: Final = frozenset({"per", "every", "each", "hundred", "thousand"})
_DATE_ABOUT: Final = frozenset(
    {"about", "around", "circa", "approximately", "roughly", "some", "nearly", "almost"}
)
_FEW: Final = 3
_LIST_GAP: Final = 2


class SentenceScanner:
    """The figures of one sentence. ``today`` is the day of publication, None when it is not known."""

    def __init__(self, reader: TokenReader, today: date | None) -> None:
        self._reader = reader
        self._today = today
        self._figures: list[Figure] = []
        self._earlier: counts.Count | None = None
        self._free = 0

    def run(self) -> list[Figure]:
        """All figures, in order."""
        index = 0
        while index < len(self._reader):
            index = max(self._step(index), index + 1)
        return self._figures

    def _step(self, index: int) -> int:
        """Reads what starts at a token, and answers where to go on."""
        found = date_expressions.parse_date(self._reader, index, self._today)
        if found is not None:
            return self._date(index, found)
        share = fractions.parse_fraction(self._reader, index)
        if share is not None:
            return self._share(index, share)
        amount = amounts.parse_amount(self._reader, index)
        if amount is None or amount.first < self._free:
            return index + 1
        if amount.suffix is not None:
            return self._measured(amount, amount.suffix)
        return self._bare(amount)

    def _date(self, first: int, found: DateReading) -> int:
        if found.value is not None:
            bound = Bound.ABOUT if self._reader.low(first - 1) in _DATE_ABOUT else Bound.EXACT
            self._add(
                (first, found.after),
                found.value,
                UnitMatch(FigureKind.DATE, "date", found.after),
                bound,
                None,
            )
        return found.after

    def _share(self, first: int, share: fractions.Fraction) -> int:
        what = described_phrase.described_phrase(self._reader, first, share.after)
        suffix = UnitMatch(FigureKind.PERCENT, "percent", share.after)
        self._add((first, share.after), share.percent, suffix, self._bound(first, share.after), what)
        return share.after

    def _measured(self, amount: Amount, suffix: UnitMatch) -> int:
        """An amount with a unit; a duration before "ago" is a date."""
        reader, first = self._reader, amount.first
        ago = date_expressions.parse_ago(
            reader, first, amount.number.after, int(amount.number.value), self._today
        )
        if ago is not None and amount.second is None:
            return self._date(first, ago)
        if suffix.unit == "day" and amount.number.spelled and amount.number.value == 1:
            return suffix.after
        if (
            non_figures.is_label_before(reader, amount.number)
            and suffix.kind != FigureKind.MONEY
            and first == amount.number.first
        ):
            return suffix.after
        verbs = suffix.kind != FigureKind.QUANTITY
        what = suffix.what or described_phrase.described_phrase(reader, first, suffix.after, verbs=verbs)
        self._put(amount, suffix, what)
        return suffix.after

    def _bare(self, amount: Amount) -> int:
        """A number without a unit: a year, a count, or nothing."""
        reader, number = self._reader, amount.second or amount.number
        beyond = non_figures.skip_after(reader, number) if amount.second is None else None
        year = absolute_dates.parse_year(reader, number.first) if self._may_be_year(amount) else None
        if year is not None:
            return self._date(number.first, year)
        lettered = self._lettered(number)
        if lettered is not None:
            number, beyond = lettered, None
        if beyond is not None:
            return beyond
        if non_figures.is_label_before(reader, amount.number) or non_figures.opens_list_item(
            reader, amount.number
        ):
            return number.after
        return self._count(amount, number)

    def _lettered(self, number: Numeral) -> Numeral | None:
        """Reads "3m people", "300k homes": the letter is a multiplier when a counted noun follows."""
        letter = self._reader.low(number.after)
        glued = self._reader.glued(number.after)
        if (
            letter not in ("m", "k")
            or not glued
            or number.scale != 1
            or not is_plural(self._reader.low(number.after + 1))
        ):
            return None
        scale = Decimal(10**6 if letter == "m" else 1000)
        return Numeral(number.value * scale, number.first, number.after + 1, scale)

    def _may_be_year(self, amount: Amount) -> bool:
        reader, first = self._reader, amount.number.first
        following = reader.low(first + 1)
        if reader.at(first).kind != "number" or amount.first != first:
            return False
        if following == "s":
            return False
        if reader.low(first - 1) in ("in", "since", "the") or self._follows_year(first):
            return True
        bounded = bounds.bound_before(reader, first)[0] not in (Bound.EXACT, Bound.ABOUT)
        counted = is_plural(following) and not self._named_by_year(first)
        return not bounded and not (counted and reader.low(first - 1) not in _YEAR_WORDS)

    def _named_by_year(self, first: int) -> bool:
        """Whether a number is no round one and a plural follows that is a verb too: "the 2003 cuts"."""
        following = self._reader.low(first + 1)
        verb = following in event_verbs.CANONICAL and following not in event_verbs.NOUNS
        return verb and not self._reader.at(first).text.endswith("00")

    def _follows_year(self, first: int) -> bool:
        """Whether years are listed: "the 2014, 2015 and 2017 protests"."""
        last = self._figures[-1] if self._figures else None
        if last is None or last.kind != FigureKind.DATE or len(last.text) != len(str(last.value)):
            return False
        between = range(self._free, first)
        return len(between) <= _LIST_GAP and all(self._reader.low(at) in (",", "and", "or") for at in between)

    def _count(self, amount: Amount, number: Numeral) -> int:
        reader = self._reader
        if not self._countable(amount, number):
            return number.after
        found = counts.parse_count(reader, number, self._earlier)
        if found is None:
            found = self._uncounted(amount, number)
        if found is None:
            return number.after
        if found.unit is not None:
            self._earlier = found
        counted = replace(amount, second=number) if amount.second else replace(amount, number=number)
        duration = units.PLURAL_DURATIONS.get(found.unit or "")
        kind = FigureKind.QUANTITY if duration else FigureKind.COUNT
        self._put(counted, UnitMatch(kind, duration or found.unit, found.after), found.what)
        return found.after

    def _uncounted(self, amount: Amount, number: Numeral) -> counts.Count | None:
        """A large number without a counted noun, with what it is about: a sum whose sign was lost, mostly."""
        if number.vague or (number.scale == 1 and "," not in self._reader.at(number.first).text):
            return None
        what = described_phrase.described_phrase(self._reader, amount.first, number.after)
        return counts.Count(None, what, number.after) if what or number.scale != 1 else None

    def _countable(self, amount: Amount, number: Numeral) -> bool:
        """Not "no one", "one of them", "per 100,000 people", "Day one"."""
        reader, before = self._reader, self._reader.low(amount.first - 1)
        if before in _PER or (number.spelled and non_figures.is_numbered_label(reader, amount.first - 1)):
            return False
        if number.value == 1 and number.spelled and reader.low(number.first) == "one":
            return before not in _NOT_ONE and reader.low(number.after) not in ("of", "another", "-")
        return number.value != 0 and reader.lows(number.after, 2) != ("out", "of")

    def _put(self, amount: Amount, suffix: UnitMatch, what: str | None) -> None:
        """One figure, or two: the lower of a range as "at least", the upper as "at most"."""
        number, second = amount.number, amount.second
        if second is None:
            bound = self._bound(amount.first, suffix.after)
            bound = Bound.AT_LEAST if number.vague and bound in (Bound.EXACT, Bound.ABOUT) else bound
            bound = self._checked_bound(amount, suffix, bound)
            self._add((amount.first, suffix.after), number.value, suffix, bound, what)
            return
        lower, upper = Bound.AT_LEAST, Bound.AT_MOST
        if amount.change:
            lower = self._bound(amount.first, number.after)
            upper = bounds.bound_after(self._reader, suffix.after)
        self._add((amount.first, number.after), number.value, suffix, lower, what)
        self._add((amount.second_first, suffix.after), second.value, suffix, upper, what)

    def _bound(self, first: int, after: int) -> Bound:
        bound = bounds.bound_before(self._reader, first)[0]
        return bound if bound != Bound.EXACT else bounds.bound_after(self._reader, after)

    def _checked_bound(self, amount: Amount, suffix: UnitMatch, bound: Bound) -> Bound:
        """The bound, unless its word is a preposition: "over three years" is "during"."""
        word, number = self._reader.low(amount.first - 1), amount.number
        during = suffix.unit in units.LONG_DURATIONS and word == "over"
        few = number.spelled and number.value <= _FEW and suffix.kind == FigureKind.COUNT
        return Bound.EXACT if during or (few and word in ("about", "over", "under", "above")) else bound

    def _add(
        self, span: tuple[int, int], value: Decimal | str, suffix: UnitMatch, bound: Bound, what: str | None
    ) -> None:
        reader = self._reader
        start, end = reader.at(span[0]).start, reader.at(span[1] - 1).end
        number = value if isinstance(value, str) else _plain(value * suffix.factor)
        text = reader.text[start:end]
        self._figures.append(Figure(number, suffix.unit, suffix.kind, bound, text, start, end, what))
        self._free = span[1]


def _plain(value: Decimal) -> int | float:
    """An int when it is whole, else a float."""
    return int(value) if value == value.to_integral_value() else float(value)
