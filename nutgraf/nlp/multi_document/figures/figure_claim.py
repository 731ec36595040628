"""A figure with what its sentence says around it, so that figures of several reports can be aligned."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.figures.elliptical_counts import elliptical_counts
from nutgraf.nlp.multi_document.clustering.idf import IdfTable, content_words
from nutgraf.nlp.multi_document.figures import unit_conversion
from nutgraf.nlp.multi_document.figures.casualty_aspects import aspect_of, is_people
from nutgraf.nlp.multi_document.figures.event_dates import event_date
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan
from nutgraf.nlp.summarization.tfidf import terms_of

_WINDOW: Final = 14
_LEAST_RARITY: Final = 1.2
_FORMER: Final = re.compile(
    r"\b(?:from|than the|earlier|previous\w*|up on|down on)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_CHANGE: Final = re.compile(
    r"\b(?:rose|risen|rises|rising|fell|fallen|climbed|jumped|up|down|grew|increased|revised|raised|cut)\b",
    re.IGNORECASE,
)
_SIGNLESS: Final = 1000
_MARKS: Final = "\"'“”‘’(["
_ATTRIBUTION: Final = frozenset(
    ["said", "says", "according", "told", "added", "reported", "estimate", "estimated"]
)


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """What one report claims about one quantity.

    Attributes:
        sentence: where the figure stands.
        dimension: figures of unlike dimension never count the same.
        noun: the stem of what is counted, for counts of things.
        aspect: what is said of the people counted.
        told_of: the last day of the time that the sentence gives for the people counted, if it gives one.
        context: the telling words around the number, by stem, with their idf.
    """

    report: Report
    figure: Figure
    sentence: SentenceSpan
    dimension: str
    noun: str | None
    aspect: str | None
    told_of: date | None
    context: dict[str, float]

    @property
    def number(self) -> float | None:
        """The value in base units; None for a date."""
        value = self.figure.value
        return (
            None if isinstance(value, str) else unit_conversion.to_base_unit(float(value), self.figure.unit)
        )

    @property
    def people(self) -> bool:
        """Whether people are counted."""
        return self.figure.kind is FigureKind.COUNT and is_people(self.figure.unit)

    def admitted(self) -> unit_conversion.ValueRange | None:
        """The values that the claim admits; None for a date."""
        value = self.figure.value
        if isinstance(value, str):
            return None
        return unit_conversion.admitted_values(float(value), self.figure.unit, self.figure.bound)


def figure_claims(report: Report, idf: IdfTable) -> list[FigureClaim]:
    """The figures that can be compared: in prose, current ("rose from nine" is not) and no weekday."""
    prose = report.prose()
    starts = [span.start for span in prose]
    known = report.analysis.figures
    bare = [count for span in prose for count in elliptical_counts(report.doc, span, known)]
    found = []
    for figure in sorted((*known, *bare), key=lambda figure: figure.start):
        place = bisect_right(starts, figure.start) - 1
        if place >= 0 and figure.end <= prose[place].end:
            claim = _claim(report, figure, prose[place], idf)
            if claim is not None:
                found.append(claim)
    return found


def _claim(report: Report, figure: Figure, span: SentenceSpan, idf: IdfTable) -> FigureClaim | None:
    before, after = report.doc.text[span.start : figure.start], report.doc.text[figure.end : span.end]
    if figure.kind is FigureKind.DATE and not re.search(r"\d", figure.text):
        return None
    if _FORMER.search(before) and _CHANGE.search(before + after):
        return None
    people = figure.kind is FigureKind.COUNT and is_people(figure.unit)
    return FigureClaim(
        report=report,
        figure=figure,
        sentence=span,
        dimension=_dimension(figure),
        noun=_noun(figure),
        aspect=aspect_of(figure.what, before, after) if people else None,
        told_of=_told_of(report, figure, span) if people else None,
        context=_context(before, after, figure, idf),
    )


def _told_of(report: Report, figure: Figure, span: SentenceSpan) -> date | None:
    """A report begins with its own event, however long ago that was."""
    begins = all(other.heading or other.start >= span.start for other in report.doc.sentences)
    return None if begins else event_date(report.doc.text, span, figure, report.analysis.figures)


def _dimension(figure: Figure) -> str:
    if figure.kind is FigureKind.QUANTITY:
        return f"quantity:{unit_conversion.dimension_of(figure.unit)}"
    return figure.kind.value


def _noun(figure: Figure) -> str | None:
    if figure.kind is not FigureKind.COUNT or figure.unit is None:
        return None
    stems = terms_of(figure.unit)
    return stems[-1].removesuffix("s") if stems else None


def _context(before: str, after: str, figure: Figure, idf: IdfTable) -> dict[str, float]:
    """The telling words by stem, with their idf.

    Names stay out: that one spokesman gives both numbers does not make them one quantity.
    """
    near = [*_lower(before)[-_WINDOW:], *_lower(after)[:_WINDOW], *content_words(figure.what or "")]
    return {
        stem: idf.of(word)
        for word in near
        if not word.isdigit() and word not in _ATTRIBUTION and idf.of(word) >= _LEAST_RARITY
        for stem in context_stems(word)
    }


def context_stems(text: str) -> list[str]:
    """The stems of a text's words, by which words around numbers are compared."""
    return [terms_of(word)[0].removesuffix("s") for word in content_words(text)]


def _lower(text: str) -> list[str]:
    return [
        word for run in text.split() if not run.strip(_MARKS)[:1].isupper() for word in content_words(run)
    ]


def context_similarity(one: FigureClaim, other: FigureClaim) -> float:
    """How much of what surrounds the two numbers is the same, 0 to 1, by idf."""
    shared = sum(
        min(weight, other.context[word]) for word, weight in one.context.items() if word in other.context
    )
    smaller = min(sum(one.context.values()), sum(other.context.values()))
    return shared / smaller if smaller else 0.0


def shared_context_words(one: FigureClaim, other: FigureClaim) -> int:
    """How many telling words stand around both numbers."""
    return len(one.context.keys() & other.context.keys())


def currency_missing(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether one is money and the other an equal large number that may have lost its currency sign."""
    kinds = {one.figure.kind, other.figure.kind}
    bare = one if one.figure.kind is FigureKind.COUNT else other
    return kinds == {FigureKind.MONEY, FigureKind.COUNT} and (bare.number or 0) >= _SIGNLESS


def compatible(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether some value satisfies both claims; a converted value may be rounded."""
    reach, range_ = one.admitted(), other.admitted()
    if reach is None or range_ is None:
        return False
    same = one.figure.unit == other.figure.unit or None in (one.figure.unit, other.figure.unit)
    return reach.meets(range_ if same else range_.loosened())
