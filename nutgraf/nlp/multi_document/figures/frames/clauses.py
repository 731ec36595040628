"""Clauses of figures: the stretch of a sentence that a number stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan

_NEAR: Final = 70
"""Characters before a figure that words which belong to it lie within."""

_LABEL: Final = 24
"""Characters of a label with a colon, at most."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Clause of a figure; offsets are those of the article.

    Attributes:
        start: where it begins.
        end: where it ends.
        own_start: where the words begin that are said of this figure alone, behind the figure before it.
        own_end: where they end, before the next figure.
        antecedent: the end of what a relative clause is about.
    """

    start: int
    end: int
    own_start: int
    own_end: int
    antecedent: int | None = None


def clause_of(report: Report, span: SentenceSpan, figure: Figure, numbers: list[Figure]) -> Clause:
    """Return the clause of a sentence that a figure stands in.

    Args:
        report: the report.
        span: the sentence.
        figure: the figure.
        numbers: the figures of the sentence that are no dates.
    """
    terms, text = report.rules.frames, report.doc.text
    start, held, antecedent = span.start, span.start, None
    for found in terms.clause_break.finditer(text, span.start, figure.start):
        if found[0] == ":" and found.start() - span.start < _LABEL:
            continue  # "Weight: 198 grams"
        held = start if terms.subordinate.search(found[0]) else found.end()
        start = found.end()
        antecedent = found.start() if terms.relative.search(found[0]) else None
    behind = terms.clause_break.search(text, figure.end, span.end)
    end = behind.start() if behind else span.end
    before = [other.end for other in numbers if held <= other.start and other.end <= figure.start]
    after = [other.start for other in numbers if figure.end <= other.start < end]
    return Clause(start, end, max([held, *before]), min([end, *after]), antecedent)


def words_before(report: Report, span: SentenceSpan, figure: Figure) -> str:
    """Return the end of the text before a figure in its sentence, without words that only bound it."""
    text = report.doc.text
    near = text[max(span.start, figure.start - _NEAR) : figure.start]
    bounding = report.rules.frames.bounding.search(near)
    return near[: bounding.start()] if bounding else near


def numbers_of(report: Report, span: SentenceSpan) -> list[Figure]:
    """Return the figures of a sentence that are no dates."""
    return [
        figure
        for figure in report.analysis.figures
        if figure.kind is not FigureKind.DATE and span.start <= figure.start < span.end
    ]
