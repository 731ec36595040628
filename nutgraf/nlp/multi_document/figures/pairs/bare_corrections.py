"""Corrections that name nothing but the two numbers: "there were 318, not 381 as first reported"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from nutgraf.model import Bound, Figure
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim
from nutgraf.nlp.multi_document.figures.frames.former_values import number_of
from nutgraf.nlp.multi_document.figures.pairs.value_likeness import AGE
from nutgraf.nlp.multi_document.figures.unit_conversion import claimed_values, to_base_unit
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan

_NEW: Final = re.compile(r"(?<![\w.,])(\d[\d.,]*\d|\d|[^\W\d_]+),?\s$")
"""The word before the one that denies a number."""

_LARGEST_FACTOR: Final = 10.0


def bare_corrections(report: Report, claims: Sequence[FigureClaim]) -> Iterator[FigureClaim]:
    """Yield the numbers without a noun that a report sets right, as claims of what they correct.

    The wrong number tells of which quantity the right one is: it must be that of one quantity alone in the
    earlier reports.

    Args:
        report: the report.
        claims: of all reports.
    """
    text, parts = report.doc.text, report.rules.frames.parts
    for span in report.prose():
        sentence = text[span.start : span.end]
        denies = any(words in sentence for words in parts.denials)
        if denies and parts.correction.search(sentence):
            yield from _in_sentence(report, span, claims)


def _in_sentence(report: Report, span: SentenceSpan, claims: Sequence[FigureClaim]) -> Iterator[FigureClaim]:
    text, language = report.doc.text, report.doc.language
    taken = [claim for claim in claims if claim.report is report and claim.sentence == span]
    for found in report.rules.frames.parts.denied_number.finditer(text, span.start, span.end):
        word = _NEW.search(text, span.start, found.start())
        if word is None or language is None or any(claim.figure.end > word.start(1) for claim in taken):
            continue
        right, wrong = (number_of(each.casefold(), language.figures.numbers) for each in (word[1], found[1]))
        corrected = _claim_of(wrong, report, claims)
        if right and wrong and corrected and 1 / _LARGEST_FACTOR <= right / wrong <= _LARGEST_FACTOR:
            figure = replace(
                corrected.figure, value=right, value_max=None, bound=Bound.EXACT,
                text=word[1], start=word.start(1), end=word.end(1),
            )  # fmt: skip
            yield _as_correction(corrected, report, span, figure)


def _claim_of(value: float | None, report: Report, claims: Sequence[FigureClaim]) -> FigureClaim | None:
    """Return the latest earlier claim of a value, if all claims of the value are of one kind."""
    same = [
        claim
        for claim in claims
        if claim.report is not report
        and claim.report.moment <= report.moment
        and claim.figure.value == value
        and claim.number is not None
    ]
    return same[-1] if len({(claim.dimension, claim.figure.what == AGE) for claim in same}) == 1 else None


def _as_correction(claim: FigureClaim, report: Report, span: SentenceSpan, figure: Figure) -> FigureClaim:
    """Return a claim of the quantity of another one, with the value that a report sets right."""
    value = float(figure.value)
    return replace(
        claim,
        report=report,
        figure=figure,
        sentence=span,
        number=to_base_unit(value, figure.unit),
        admitted=claimed_values(value, None, figure.unit, figure.bound),
        frame=replace(claim.frame, corrects=True),
        converted=False,
        replaced=(claim.number or 0.0,),
    )
