"""Figure claims: figures with the words around them, by which figures of several reports are aligned."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.figures.elliptical_counts import elliptical_counts
from nutgraf.nlp.lang.schema.stories import CasualtyAspect, FigureContextTerms, StoryRules
from nutgraf.nlp.multi_document.clustering.idf import IdfTable, content_words
from nutgraf.nlp.multi_document.figures import unit_conversion
from nutgraf.nlp.multi_document.figures.casualty_aspects import aspect_of, is_people, is_unspecific
from nutgraf.nlp.multi_document.figures.event_dates import event_date
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan
from nutgraf.nlp.summarization.tfidf import terms_of

_WINDOW: Final = 14
"""Words on each side of a figure that belong to its context."""

_LEAST_IDF: Final = 1.2
_LARGE: Final = 1000
"""The count from which a number may be an amount of money that has lost its currency."""

_MARKS: Final = "\"'“”‘’(["


@dataclass(frozen=True, slots=True)
class FigureClaim:
    """What one report claims about one quantity.

    Attributes:
        report: the report.
        figure: the figure.
        sentence: the sentence that the figure stands in.
        dimension: figures of unlike dimension never count the same.
        noun: the stem of what is counted, for counts of things.
        people: whether people are counted.
        unspecific: whether these are people of no special kind.
        aspect: what is said of the people counted.
        event_date: the last day of the time that the sentence gives for the people counted, if it gives one.
        context: the words around the figure by stem, with their inverse document frequency (idf).
    """

    report: Report
    figure: Figure
    sentence: SentenceSpan
    dimension: str
    noun: str | None
    people: bool
    unspecific: bool
    aspect: CasualtyAspect | None
    event_date: date | None
    context: dict[str, float]

    @property
    def number(self) -> float | None:
        """The value in base units; None for a date."""
        value = self.figure.value
        return (
            None if isinstance(value, str) else unit_conversion.to_base_unit(float(value), self.figure.unit)
        )

    def admitted(self) -> unit_conversion.ValueRange | None:
        """Return the values that the claim admits; None for a date."""
        value = self.figure.value
        if isinstance(value, str):
            return None
        return unit_conversion.admitted_values(float(value), self.figure.unit, self.figure.bound)


def figure_claims(report: Report, idf: IdfTable) -> list[FigureClaim]:
    """Return the figures of a report's prose that can be compared, in the order of the text.

    Former values ("rose from nine") and dates without a digit ("on Monday") cannot.
    """
    prose = report.prose()
    starts = [span.start for span in prose]
    claims = []
    for figure in _figures(report, prose):
        place = bisect_right(starts, figure.start) - 1
        if place >= 0 and figure.end <= prose[place].end:
            claim = _claim(report, figure, prose[place], idf)
            if claim is not None:
                claims.append(claim)
    return claims


def _figures(report: Report, prose: Sequence[SentenceSpan]) -> list[Figure]:
    """Return the figures of the analysis and the counts without a noun, in the order of the text."""
    known = report.analysis.figures
    bare = [count for span in prose for count in elliptical_counts(report.doc, span, known)]
    return sorted((*known, *bare), key=lambda figure: figure.start)


def _claim(report: Report, figure: Figure, span: SentenceSpan, idf: IdfTable) -> FigureClaim | None:
    rules = report.rules
    before, after = report.doc.text[span.start : figure.start], report.doc.text[figure.end : span.end]
    if figure.kind is FigureKind.DATE and not re.search(r"\d", figure.text):
        return None
    if rules.context.former_value.search(before) and rules.context.change.search(before + after):
        return None
    people = figure.kind is FigureKind.COUNT and is_people(figure.unit, rules.casualties)
    return FigureClaim(
        report=report,
        figure=figure,
        sentence=span,
        dimension=_dimension(figure),
        noun=_noun(figure, rules.context),
        people=people,
        unspecific=people and is_unspecific(figure.unit, rules.casualties),
        aspect=aspect_of(figure.what, before, after, rules.casualties) if people else None,
        event_date=_event_date(report, figure, span) if people else None,
        context=_context(before, after, figure, report, idf),
    )


def _event_date(report: Report, figure: Figure, span: SentenceSpan) -> date | None:
    """Return the time given for a number; None in the first sentence.

    A report begins with its own event, however long ago that was.
    """
    if all(other.heading or other.start >= span.start for other in report.doc.sentences):
        return None
    return event_date(report.doc.text, span, figure, report.analysis.figures, report.rules.event_dates)


def _dimension(figure: Figure) -> str:
    if figure.kind is FigureKind.QUANTITY:
        return f"quantity:{unit_conversion.dimension_of(figure.unit)}"
    return figure.kind.value


def _noun(figure: Figure, terms: FigureContextTerms) -> str | None:
    if figure.kind is not FigureKind.COUNT or figure.unit is None:
        return None
    stems = terms_of(figure.unit)
    return terms.without_plural(stems[-1]) if stems else None


def _context(before: str, after: str, figure: Figure, report: Report, idf: IdfTable) -> dict[str, float]:
    """Return the words around a figure by stem, with their idf.

    Names stay out: that one spokesman gives both numbers does not make them one quantity.
    """
    rules = report.rules
    near = [
        *_words_but_names(before, rules)[-_WINDOW:],
        *_words_but_names(after, rules)[:_WINDOW],
        *content_words(figure.what or ""),
    ]
    attribution = rules.context.attribution
    return {
        stem: idf.of(word)
        for word in near
        if not word.isdigit() and word not in attribution and idf.of(word) >= _LEAST_IDF
        for stem in context_stems(word, rules.context)
    }


def context_stems(text: str, terms: FigureContextTerms) -> list[str]:
    """Return the stems of a text's words, by which words around numbers are compared."""
    return [terms.without_plural(terms_of(word)[0]) for word in content_words(text)]


def _words_but_names(text: str, rules: StoryRules) -> list[str]:
    return [
        word
        for run in text.split()
        if not (rules.capitals_mark_names and run.strip(_MARKS)[:1].isupper())
        for word in content_words(run)
    ]


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


def currency_missing(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether one is money and the other an equal large number that may have lost its currency sign."""
    kinds = {one.figure.kind, other.figure.kind}
    bare = one if one.figure.kind is FigureKind.COUNT else other
    return kinds == {FigureKind.MONEY, FigureKind.COUNT} and (bare.number or 0) >= _LARGE


def compatible(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether some value satisfies both claims; a converted value may be rounded."""
    values, other_values = one.admitted(), other.admitted()
    if values is None or other_values is None:
        return False
    same = one.figure.unit == other.figure.unit or None in (one.figure.unit, other.figure.unit)
    return values.meets(other_values if same else other_values.loosened())
