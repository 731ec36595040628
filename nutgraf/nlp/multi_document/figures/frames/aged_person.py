"""Persons whose ages figures are: whom the words beside an age name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from nutgraf.model import Figure
from nutgraf.nlp.lang.schema.figure_frames import FigureFrameTerms
from nutgraf.nlp.multi_document.figures.frames.report_names import ReportNames
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan

_BESIDE_AGE: Final = 14
"""Characters between a person and the age."""

_BEHIND_AGE: Final = 28

_NOUN_REACH: Final = 45

_LEAD: Final = 4
"""Sentences at the beginning of a report in which it introduces those whom it is about."""

_GROWING_UP: Final = 13

_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class AgedPerson:
    """Person whose age a figure is.

    Attributes:
        name: the words of the name; none where the text beside the age has no name.
        noun: the kind of person ("boy"); None where the text has none.
        lead: whether the report begins with this person.
        child: whether the age is that of a child.
    """

    name: frozenset[str]
    noun: str | None
    lead: bool
    child: bool = False


def aged_person(report: Report, names: ReportNames, figure: Figure, span: SentenceSpan) -> AgedPerson:
    """Return the person beside an age: the one named right before or behind it, and the noun."""
    text, terms = report.doc.text, report.rules.frames
    lead = sum(not other.heading and other.start < span.start for other in report.doc.sentences) < _LEAD
    before = [
        named
        for named in names.between(span.start, figure.start)
        if named.person and figure.start - named.end <= _BESIDE_AGE
    ]
    behind = [
        named
        for named in names.between(figure.end, span.end)
        if named.person and named.start - figure.end <= _BEHIND_AGE
    ]
    nearest = [*before[-1:], *behind[:1]][:1]
    name = nearest[0].words if nearest else frozenset()
    return AgedPerson(
        name, _person_noun(text, figure, span, terms, behind_name=bool(before)), lead, _is_child(figure)
    )


def _is_child(figure: Figure) -> bool:
    years = not isinstance(figure.value, str) and figure.value < _GROWING_UP
    return years or figure.unit != "year"


def _person_noun(
    text: str, figure: Figure, span: SentenceSpan, terms: FigureFrameTerms, *, behind_name: bool
) -> str | None:
    """Return the noun for the person: behind "4-year-old", or in front of ", 42," and "is 3 years old"."""
    after = text[figure.end : min(span.end, figure.end + _NOUN_REACH)]
    if after[:1] == " " and not behind_name:
        words = [word for word in _WORD.findall(after.casefold())[:3] if word in terms.person_nouns]
        if words:
            return terms.person_nouns[words[0]]
    before = text[max(span.start, figure.start - _NOUN_REACH) : figure.start]
    words = [word for word in _WORD.findall(before.casefold()) if word in terms.person_nouns]
    return terms.person_nouns[words[-1]] if words else None
