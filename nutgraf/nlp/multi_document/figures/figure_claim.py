"""Figure claims: figures with what their clauses say of them, by which several reports are aligned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.lang.schema.stories import CasualtyAspect
from nutgraf.nlp.multi_document.figures.casualty_aspects import DEVELOPING, GROWING
from nutgraf.nlp.multi_document.figures.frames.claim_frame import ClaimFrame
from nutgraf.nlp.multi_document.figures.frames.context_words import WordWeights, context_stems
from nutgraf.nlp.multi_document.figures.unit_conversion import ValueRange, dimension_of
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan

__all__ = [
    "FigureClaim",
    "compatible",
    "context_similarity",
    "context_stems",
    "currency_missing",
    "may_be_money",
    "shared_context_words",
]

_LARGE: Final = 1000
"""The count from which a number may be an amount of money that has lost its currency."""

_TIMES: Final = frozenset({"time", "months"})
_GROWING_KINDS: Final = frozenset({FigureKind.COUNT, FigureKind.QUANTITY, FigureKind.PERCENT})


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """What one report claims about one quantity.

    Attributes:
        report: the report.
        figure: the figure.
        sentence: the sentence that the figure stands in.
        number: the value in base units; None for a date.
        admitted: the values that the claim admits, in base units; None for a date.
        dimension: figures of unlike dimension never count the same.
        noun: the stem of what is counted, for counts.
        people: whether people are counted.
        unspecific: whether these are people of no special kind.
        persons: whether persons of any kind are counted ("defendants").
        things: whether things are counted, by a plural of the language.
        vague: whether it is no number but a word for many ("dozens").
        aspect: what is said of the people counted.
        happened: the same of whatever is counted.
        part: whether the number is that of a part of those whom another number counts.
        whole: whether it is the number of which another is a part ("two of the 40"); what its sentence says
            is not said of all of them.
        event: what a verb does to what is counted or measured, as the participle that stands for it.
        event_date: the last day of the time that the sentence gives for what is counted, if it gives one.
        lead: whether the figure stands in one of the report's first sentences.
        context: the words around the figure.
        segment: the words of its own clause up to the neighbouring figures, which name what it measures.
        dimensions: nouns for what is measured ("depth"), of the words of the segment.
        frame: what the clause says of the figure.
        converted: whether its value stands beside it in another unit or currency, in brackets.
        replaced: the values that the sentence gives as former or mistaken ones of the same quantity.
    """

    report: Report
    figure: Figure
    sentence: SentenceSpan
    number: float | None
    admitted: ValueRange | None
    dimension: str
    noun: str | None
    people: bool
    unspecific: bool
    persons: bool
    things: bool
    vague: bool
    aspect: CasualtyAspect | None
    happened: CasualtyAspect | None
    part: bool
    whole: bool
    event: str | None
    event_date: date | None
    lead: bool
    context: WordWeights
    segment: WordWeights
    dimensions: frozenset[str]
    frame: ClaimFrame
    converted: bool = False
    replaced: tuple[float, ...] = ()

    @property
    def kind(self) -> tuple[object, ...]:
        """What the figure counts or measures, as far as it can be told without other reports."""
        person = self.frame.person
        who = None if person is None else (person.child or person.noun or person.name)
        count = self.figure.kind is FigureKind.COUNT
        measured = (None, None) if count else (self.figure.unit, self.dimensions)
        return self.dimension, measured, self.noun, self.aspect, self.part, self.frame.other_event, who

    @property
    def develops(self) -> bool:
        """Whether the number may change while the event goes on."""
        if self.happened in DEVELOPING:
            return True
        kind = self.figure.kind
        lasts = kind is FigureKind.QUANTITY and dimension_of(self.figure.unit) in _TIMES
        return (self.frame.developing and kind in _GROWING_KINDS and not lasts) or (
            self.frame.collected and kind is FigureKind.MONEY
        )

    @property
    def only_grows(self) -> bool:
        """Whether the number changes while the event goes on, and never becomes less."""
        return self.happened in GROWING or (self.develops and (self.frame.growing or self.frame.collected))

    @property
    def is_market_price(self) -> bool:
        """Whether the value is a price or a share that differs from hour to hour, or from poll to poll."""
        return self.frame.market or self.frame.poll


def context_similarity(one: FigureClaim, other: FigureClaim) -> float:
    """Return the share of the smaller context that the other one has, 0 to 1, by idf."""
    shared = sum(
        min(weight, other.context[word]) for word, weight in one.context.items() if word in other.context
    )
    smaller = min(sum(one.context.values()), sum(other.context.values()))
    return shared / smaller if smaller else 0.0


def shared_context_words(one: FigureClaim, other: FigureClaim) -> int:
    """Count the words that stand around both numbers."""
    return len(one.context.keys() & other.context.keys())


def may_be_money(claim: FigureClaim) -> bool:
    """Whether a claim is a large number that may have lost its currency sign."""
    return claim.figure.kind is FigureKind.COUNT and (claim.number or 0) >= _LARGE


def currency_missing(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether one is money and the other an equal large number that may have lost its currency sign."""
    kinds = {one.figure.kind, other.figure.kind}
    bare = one if one.figure.kind is FigureKind.COUNT else other
    return kinds == {FigureKind.MONEY, FigureKind.COUNT} and may_be_money(bare)


def compatible(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether some value satisfies both claims; a converted value may be rounded."""
    if one.admitted is None or other.admitted is None:
        return False
    same = one.figure.unit == other.figure.unit or None in (one.figure.unit, other.figure.unit)
    if same and _rounds_to(one.figure, other.figure):
        return True
    return one.admitted.meets(other.admitted if same else other.admitted.loosened())


def _rounds_to(one: Figure, other: Figure) -> bool:
    """Whether the value with fewer decimals is the other one rounded; counts are not rounded so."""
    if FigureKind.COUNT in (one.kind, other.kind):
        return False
    fewer, more = sorted((float(one.value), float(other.value)), key=_decimals)
    return abs(fewer - more) <= 0.5 * 10.0 ** -_decimals(fewer) and _decimals(fewer) < _decimals(more)


def _decimals(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])
