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
_BRACKET: Final = "("
_BOUND_LENGTH: Final = 8
"""Characters of a word such as "about" before a converted value, at most."""

_DENIAL_REACH: Final = 140
"""Characters behind a number in which it is said what it corrects."""


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


def converts(report: Report, figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether a value stands behind a figure in another unit or currency: "780 metres (2,560 feet)".

    Args:
        report: the report.
        figure: the figure.
        others: the figures of its sentence.
    """
    if _BRACKET in figure.text:
        return True
    opened = report.rules.frames.parts.converted.match(report.doc.text, figure.end)
    return opened is not None and any(
        0 <= other.start - opened.end() <= _BOUND_LENGTH and _is_other_unit(figure, other) for other in others
    )


def _is_other_unit(figure: Figure, other: Figure) -> bool:
    """Whether a value is in another currency, or in another unit of one dimension."""
    if figure.unit == other.unit:
        return False
    if FigureKind.MONEY in (figure.kind, other.kind):
        return {figure.kind, other.kind} <= {FigureKind.MONEY, FigureKind.COUNT}
    measures = figure.kind is other.kind is FigureKind.QUANTITY
    return measures and dimension_of(figure.unit) == dimension_of(other.unit)


def can_be_compared(report: Report, figure: Figure, before: str) -> bool:
    """Whether a figure states a quantity: no date without a digit, no version, no "all but three"."""
    if figure.kind is FigureKind.DATE:
        return re.search(r"\d", figure.text) is not None
    parts = report.rules.frames.parts
    named = figure.text[:1].isdigit() and parts.version.search(before) is not None
    return not named and parts.exception.search(before) is None


def replaced_values(figure: Figure, former: Sequence[Figure]) -> tuple[float, ...]:
    """Return former or mistaken values of a figure in its base unit."""
    return tuple(
        to_base_unit(float(other.value), other.unit or figure.unit)
        for other in former
        if not isinstance(other.value, str)
    )


def is_alike(former: Figure, figure: Figure) -> bool:
    """Whether a former value may be one of a figure; it need not repeat the unit."""
    if former.unit is None:
        return True
    return former.kind is figure.kind and dimension_of(former.unit) == dimension_of(figure.unit)


def denied_numbers(report: Report, figure: Figure, span: SentenceSpan) -> tuple[float, ...]:
    """Return the numbers without a noun that a sentence denies behind a figure: "5,000 mAh, not 4,500"."""
    doc, parts = report.doc, report.rules.frames.parts
    if doc.language is None or isinstance(figure.value, str):
        return ()
    end = min(span.end, figure.end + _DENIAL_REACH)
    words = (found[1] for found in parts.denied_number.finditer(doc.text, figure.end, end))
    values = (number_of(word.casefold(), doc.language.figures.numbers) for word in words)
    return tuple(to_base_unit(value, figure.unit) for value in values if value is not None)


def number_of(word: str, numbers: NumberWords) -> float | None:
    """Return the value of a number in digits or of a number word below a hundred."""
    if word[:1].isdigit():
        plain = word.replace(numbers.digits.grouping, "") if numbers.digits.grouping else word
        plain = plain.replace(numbers.digits.decimal, ".")
        return float(plain) if plain.replace(".", "", 1).isdecimal() else None
    value = numbers.units.get(word, numbers.tens.get(word, numbers.compound_value(word)))
    return None if value is None else float(value)
