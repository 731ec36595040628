"""Reader of the numbers and dates that the sentences of one report state."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.multi_document.claims.figure_ledger import FigureLedger, LedgerEntry
from nutgraf.nlp.multi_document.report import Report

_DIGITS: Final = re.compile(r"(?<![\w.,:])\d[\d.,]*(?![\w:])")
"""A number in digits that is no clock time and no part of a name."""


@dataclass(frozen=True, slots=True)
class StatedNumber:
    """A number or a date of a sentence.

    Attributes:
        start: its offset.
        end: the offset behind it.
        entry: its value in the ledger; None for a date, and for a number that no other source states.
        day: the date in ISO 8601; None for a number.
    """

    start: int
    end: int
    entry: LedgerEntry | None = None
    day: str | None = None


class NumberReader:
    """Reads the numbers of one report.

    Args:
        report: the report.
        ledger: the story's figures.
    """

    def __init__(self, report: Report, ledger: FigureLedger) -> None:
        self._report = report
        self._ledger = ledger
        self._figures = sorted(report.analysis.figures, key=lambda figure: figure.start)
        self._starts = [figure.start for figure in self._figures]
        self._names = sorted(
            (mention.start, mention.end)
            for entity in report.analysis.entities
            for mention in entity.mentions
            if mention.field == "text"
        )

    def read(self, start: int, end: int) -> list[StatedNumber]:
        """Return the numbers and dates of a stretch of the text; one that no stage has read is a number."""
        figures = self._figures[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        found = {
            entry.value.start: StatedNumber(entry.value.start, entry.value.end, entry)
            for entry in self._ledger.within(self._report.id, start, end)
            if not self._ledger.is_date(entry)
        }
        for figure in figures:
            found.setdefault(figure.start, self._number(figure))
        numbers = list(found.values())
        for match in _DIGITS.finditer(self._report.doc.text, start, end):
            place = match.start()
            if not self._is_named(place) and not any(each.start <= place < each.end for each in numbers):
                numbers.append(StatedNumber(place, match.end()))
        return numbers

    def _number(self, figure: Figure) -> StatedNumber:
        if figure.kind is FigureKind.DATE:
            return StatedNumber(figure.start, figure.end, day=str(figure.value))
        return StatedNumber(figure.start, figure.end, self._ledger.repeated(self._report.id, figure))

    def _is_named(self, offset: int) -> bool:
        """Whether an offset lies within a name."""
        place = bisect_left(self._names, (offset + 1,)) - 1
        return place >= 0 and offset < self._names[place][1]
