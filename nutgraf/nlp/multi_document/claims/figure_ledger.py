"""Ledger of a story's figures, by which alone the numbers of two spans are compared."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.model.story import FigureState, FigureValue, StoryFigure
from nutgraf.nlp.multi_document.figures import unit_conversion

Origin = Callable[[str], str]
"""Gives the id of the article that an article reprints, or its own."""

_LIMITS: Final = frozenset({Bound.AT_LEAST, Bound.AT_MOST})
_DISPUTED: Final = frozenset({FigureState.CONFLICTING, FigureState.SUPERSEDED})


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """Value of a figure in one article, with the number of its figure in the story."""

    figure: int
    value: FigureValue


class FigureLedger:
    """Index of the values of a story's figures by article and offset."""

    def __init__(self, figures: Sequence[StoryFigure]) -> None:
        self._figures = figures
        self._by_article: defaultdict[str, list[LedgerEntry]] = defaultdict(list)
        for number, figure in enumerate(figures):
            for value in figure.values:
                self._by_article[value.article_id].append(LedgerEntry(number, value))
        for entries in self._by_article.values():
            entries.sort(key=_start)
        self._starts = {article: list(map(_start, own)) for article, own in self._by_article.items()}
        self._alike: defaultdict[tuple[object, ...], dict[int, LedgerEntry]] = defaultdict(dict)
        for article, entries in self._by_article.items():
            for entry in entries:
                value = entry.value
                key = (article, value.value, value.unit, value.bound)
                self._alike[key].setdefault(entry.figure, entry)

    def within(self, article: str, start: int, end: int) -> list[LedgerEntry]:
        """Return the values whose spans begin in a stretch of an article, in order."""
        starts = self._starts.get(article, [])
        return self._by_article[article][bisect_left(starts, start) : bisect_left(starts, end)]

    def repeated(self, article: str, figure: Figure) -> LedgerEntry | None:
        """Return the value that a figure repeats; None if the article has no such value or two of them.

        The ledger has each value of an article where it stands first.
        """
        alike = self._alike.get((article, figure.value, figure.unit, figure.bound), {})
        return next(iter(alike.values())) if len(alike) == 1 else None

    def is_date(self, entry: LedgerEntry) -> bool:
        """Whether a value is a date."""
        return self._figures[entry.figure].kind is FigureKind.DATE

    def agreeing(self, entry: LedgerEntry, origin: Origin) -> list[LedgerEntry]:
        """Return the values of the same figure that other sources state and that agree with a value."""
        own = origin(entry.value.article_id)
        others = [LedgerEntry(entry.figure, value) for value in self._figures[entry.figure].values]
        return [
            other for other in others if origin(other.value.article_id) != own and self.agree(entry, other)
        ]

    def agree(self, one: LedgerEntry, other: LedgerEntry) -> bool:
        """Whether two values of one figure agree: where it is in dispute, only those of one number."""
        if self._figures[one.figure].state in _DISPUTED:
            return _meet(one.value, Bound.EXACT, other.value, Bound.EXACT)
        return _meet(one.value, one.value.bound, other.value, other.value.bound)

    def equal(self, one: LedgerEntry, other: LedgerEntry) -> bool:
        """Whether two values of one figure state the same: "at least nine" agrees with 11, but is less."""
        bounds = {one.value.bound, other.value.bound}
        if len(bounds) > 1 and not bounds.isdisjoint(_LIMITS):
            return False
        return _meet(one.value, Bound.EXACT, other.value, Bound.EXACT)


def _start(entry: LedgerEntry) -> int:
    return entry.value.start


def _meet(one: FigureValue, bound: Bound, other: FigureValue, other_bound: Bound) -> bool:
    """Whether one quantity can have both values, with some bounds and the rounding of conversions."""
    if isinstance(one.value, str) or isinstance(other.value, str):
        return one.value == other.value
    values = unit_conversion.claimed_values(float(one.value), one.value_max, one.unit, bound)
    others = unit_conversion.claimed_values(float(other.value), other.value_max, other.unit, other_bound)
    same = one.unit == other.unit or None in (one.unit, other.unit)
    return values.meets(others if same else others.loosened())
