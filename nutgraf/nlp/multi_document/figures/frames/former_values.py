"""Numbers that state no quantity of their own: former values, ends of ranges, numbers of versions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp.lang.schema.figures import NumberWords
from nutgraf.nlp.multi_document.figures.unit_conversion import dimension_of, to_base_unit
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan

_RANGE_GAP: Final = 8
"""Characters between the ends of a range, at most ("3 to 4 million")."""

_COMPOUND_GAP: Final = 5


def is_former(report: Report, figure: Figure, span: SentenceSpan, before: str) -> bool:
    """Whether a value is one that is no longer true ("rose from nine"), or never was ("not 14").

    Args:
        report: the report.
        figure: the value.
        span: its sentence.
        before: the words before it.
    """
    rules = report.rules
    sentence = report.doc.text[span.start : span.end]
    if rules.context.former_value.search(before) and rules.context.change.search(sentence):
        return True
    if figure.kind is FigureKind.DATE:
        return False
    parts = rules.frames.parts
    return parts.denied.search(before) is not None or parts.mistaken.search(before) is not None


def ends_range(figure: Figure, last: Figure) -> bool:
    """Whether a figure is the upper end of the range that the last one begins."""
    return (
        last.bound is Bound.AT_LEAST
        and figure.bound is Bound.AT_MOST
        and last.unit == figure.unit
        and 0 <= figure.start - last.end <= _RANGE_GAP
    )


def ends_compound(figure: Figure, last: Figure) -> bool:
    """Whether a figure is the smaller part of one measure, "nine minutes and 46 seconds"."""
    return (
        figure.kind is last.kind is FigureKind.QUANTITY
        and figure.unit != last.unit
        and dimension_of(figure.unit) == dimension_of(last.unit)
        and 0 <= figure.start - last.end <= _COMPOUND_GAP
    )


def can_be_compared(report: Report, figure: Figure, before: str) -> bool:
    """Whether a figure states a quantity: no date without a digit, no version, no "all but three"."""
    if figure.kind is FigureKind.DATE:
        return re.search(r"\d", figure.text) is not None
    parts = report.rules.frames.parts
    named = figure.text[:1].isdigit() and parts.version.search(before) is not None
    return not named and parts.exception.search(before) is None


def replaced_values(
    report: Report,
    figure: Figure,
    span: SentenceSpan,
    former: Sequence[tuple[SentenceSpan, Figure]],
    *,
    corrects: bool,
) -> tuple[float, ...]:
    """Return the values that a sentence gives as former or mistaken ones of a figure, in base units.

    Args:
        report: the report.
        figure: the figure.
        span: its sentence.
        former: the former values of the report, each with its sentence.
        corrects: whether the sentence says that a number is corrected.
    """
    if isinstance(figure.value, str):
        return ()
    known = tuple(
        to_base_unit(float(other.value), other.unit or figure.unit)
        for sentence, other in former
        if sentence == span and not isinstance(other.value, str) and _is_alike(other, figure)
    )
    return known + (_denied_numbers(report, figure, span) if corrects else ())


def _is_alike(former: Figure, figure: Figure) -> bool:
    if former.unit is None:
        return True
    return former.kind is figure.kind and dimension_of(former.unit) == dimension_of(figure.unit)


def _denied_numbers(report: Report, figure: Figure, span: SentenceSpan) -> tuple[float, ...]:
    """Return the numbers without a noun that the sentence denies: "5,000 mAh, not 4,500"."""
    doc, parts = report.doc, report.rules.frames.parts
    if doc.language is None:
        return ()
    words = (found[1] for found in parts.denied_number.finditer(doc.text, figure.end, span.end))
    values = (_number_of(word.casefold(), doc.language.figures.numbers) for word in words)
    return tuple(to_base_unit(value, figure.unit) for value in values if value is not None)


def _number_of(word: str, numbers: NumberWords) -> float | None:
    """Return the value of a number in digits or of a number word below a hundred."""
    if word[:1].isdigit():
        plain = word.replace(numbers.digits.grouping, "") if numbers.digits.grouping else word
        plain = plain.replace(numbers.digits.decimal, ".")
        return float(plain) if plain.replace(".", "", 1).isdecimal() else None
    value = numbers.units.get(word, numbers.tens.get(word, numbers.compound_value(word)))
    return None if value is None else float(value)
