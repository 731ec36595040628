"""Events with labels: what each number, sentence and quotation of their reports says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from nutgraf.model.story import FigureCause, FigureState, SupportDegree


@dataclass(frozen=True, slots=True)
class MarkedNumber:
    """Number in a report's text and the quantity that it states."""

    quantity: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """Sentence of a report with its labels.

    Attributes:
        text: the sentence without markup.
        start: its offset in the report's text.
        marks: its numbers.
        facts: ids of the facts that it states.
        speakers: who says the quotation that begins in it; None where it has no quotation.
    """

    text: str
    start: int
    marks: tuple[MarkedNumber, ...]
    facts: frozenset[str]
    speakers: tuple[str, ...] | None

    @property
    def end(self) -> int:
        """The offset behind it."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class LabelledReport:
    """Report of an event, with its sentences in the order of the text."""

    id: str
    source: str
    published_at: datetime
    title: str
    text: str
    sentences: tuple[LabelledSentence, ...]

    def mark_at(self, start: int, end: int) -> MarkedNumber | None:
        """Return the marked number that shares the most characters with a span, if any does."""
        marks = [mark for sentence in self.sentences for mark in sentence.marks]
        shared = [(min(end, mark.end) - max(start, mark.start), mark) for mark in marks]
        length, nearest = max(shared, key=lambda each: each[0], default=(0, None))
        return nearest if length > 0 else None

    def facts_in(self, start: int, end: int) -> frozenset[str]:
        """Return the facts of the sentences that a span covers by half, or of the one it shares most with."""
        shared = [(min(end, one.end) - max(start, one.start), one) for one in self.sentences]
        covered = [one for length, one in shared if 2 * length >= len(one.text)]
        if not covered:
            covered = [one for length, one in sorted(shared, key=lambda each: -each[0])[:1] if length > 0]
        return frozenset(fact for one in covered for fact in one.facts)

    def says(self, facts: frozenset[str]) -> SupportDegree | None:
        """Return how much of some facts this report says.

        Returns:
            ``full`` if one sentence or two adjacent ones have all the facts, ``partly`` if some sentence has
            one of them, else None.
        """
        own = [sentence.facts for sentence in self.sentences]
        pairs = [one | other for one, other in pairwise(own)]
        if any(facts <= stated for stated in (*own, *pairs)):
            return SupportDegree.FULL
        return SupportDegree.PARTLY if any(facts & stated for stated in own) else None


@dataclass(frozen=True, slots=True)
class GoldQuantity:
    """Quantity of an event, and the agreement of the independent reports on it.

    Attributes:
        name: its key in the markup.
        what: what is counted or measured.
        subject: the person or thing that it belongs to, where that is told.
        state: None where fewer than two independent reports state it.
        cause: why the reports differ, where their words tell.
    """

    name: str
    what: str
    subject: str | None
    state: FigureState | None
    cause: FigureCause | None

    @property
    def right_states(self) -> frozenset[FigureState]:
        """The states that are right; a corrected value is in dispute, and it is superseded as well."""
        if self.cause is FigureCause.CORRECTION:
            return frozenset({FigureState.CONFLICTING, FigureState.SUPERSEDED})
        return frozenset() if self.state is None else frozenset({self.state})


@dataclass(frozen=True, slots=True)
class LabelledEvent:
    """Event with its quantities, facts and reports, the reports in order of publication."""

    id: str
    quantities: Mapping[str, GoldQuantity]
    facts: Mapping[str, str]
    reports: tuple[LabelledReport, ...]

    def report(self, identifier: str) -> LabelledReport:
        """Return the report with an id."""
        return next(report for report in self.reports if report.id == identifier)

    def marks_of(self, quantity: str) -> Iterator[tuple[LabelledReport, MarkedNumber]]:
        """Yield the numbers that state a quantity, in order of publication."""
        for report in self.reports:
            for sentence in report.sentences:
                yield from ((report, mark) for mark in sentence.marks if mark.quantity == quantity)
