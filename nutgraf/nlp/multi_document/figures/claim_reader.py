"""Reading of a report's figures as claims."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp.figures.elliptical_counts import elliptical_counts
from nutgraf.nlp.lang.schema.stories import CasualtyTerms, StoryRules
from nutgraf.nlp.multi_document.clustering.idf import IdfTable
from nutgraf.nlp.multi_document.figures.casualty_aspects import first_aspect, is_people, is_unspecific
from nutgraf.nlp.multi_document.figures.event_dates import event_date
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim
from nutgraf.nlp.multi_document.figures.frames.claim_frame import NO_FRAME, read_frame
from nutgraf.nlp.multi_document.figures.frames.clauses import clause_of, numbers_of, words_before
from nutgraf.nlp.multi_document.figures.frames.context_words import context_words, segment_words
from nutgraf.nlp.multi_document.figures.frames.counted_people import NOTHING_SAID, Counted, read_counted
from nutgraf.nlp.multi_document.figures.frames.former_values import (
    can_be_compared,
    converts,
    denied_numbers,
    ends_compound,
    ends_range,
    is_alike,
    is_former,
    replaced_values,
)
from nutgraf.nlp.multi_document.figures.frames.report_names import ReportNames, StoryNames
from nutgraf.nlp.multi_document.figures.frames.value_status import is_denied
from nutgraf.nlp.multi_document.figures.unit_conversion import (
    ValueRange,
    claimed_values,
    dimension_of,
    to_base_unit,
)
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan
from nutgraf.nlp.summarization.tfidf import terms_of

NO_NAMES: Final[StoryNames] = {}

_LEAD: Final = 4
"""Sentences at the beginning of a report that tell what it is about."""

_SENTENCE_GAP: Final = 3
"""Characters between two sentences that follow one another, at most."""


def figure_claims(report: Report, idf: IdfTable, names: StoryNames = NO_NAMES) -> list[FigureClaim]:
    """Return the figures of a report's prose that can be compared, in the order of the text.

    Former values ("rose from nine"), mistaken ones ("not 14"), exceptions ("all but three"), numbers of
    versions and dates without a digit ("on Monday") cannot.

    Args:
        report: the report.
        idf: inverse document frequencies of words.
        names: the name in the story of each entity, by the ids of article and entity.
    """
    prose = report.prose()
    starts = [span.start for span in prose]
    reader = _ClaimReader(report, idf, names)
    for figure in _figures(report, prose):
        place = bisect_right(starts, figure.start) - 1
        if place >= 0 and figure.end <= prose[place].end:
            reader.read(figure, prose[place], lead=place < _LEAD)
    return reader.completed()


def _figures(report: Report, prose: Sequence[SentenceSpan]) -> list[Figure]:
    """Return the figures of the analysis and the counts without a noun, in the order of the text."""
    known = report.analysis.figures
    bare = [count for span in prose for count in elliptical_counts(report.doc, span, known)]
    return sorted((*known, *bare), key=lambda figure: figure.start)


class _ClaimReader:
    """Reader of the figures of a report, in the order of the text."""

    def __init__(self, report: Report, idf: IdfTable, names: StoryNames) -> None:
        self._report = report
        self._idf = idf
        self._names = ReportNames(report, names)
        self._claims: list[FigureClaim] = []
        self._former: list[tuple[SentenceSpan, Figure]] = []

    def read(self, figure: Figure, span: SentenceSpan, *, lead: bool) -> None:
        """Read one figure."""
        last = self._claims[-1] if self._claims else None
        near = words_before(self._report, span, figure)
        if is_former(self._report, figure, span, near):
            self._former.append((span, figure))
        elif last is not None and ends_range(figure, last.figure):
            self._claims[-1] = _with_upper_end(last, figure)
        elif (
            can_be_compared(self._report, figure, near)
            and not is_denied(self._report, figure, span)
            and not (last is not None and ends_compound(figure, last.figure))
        ):
            self._claims.append(self._claim(figure, span, near, lead=lead))

    def completed(self) -> list[FigureClaim]:
        """Return the claims, each with the values that it replaces."""
        found = []
        for claim in self._claims:
            former = [value for span, value in self._former if span == claim.sentence]
            replaced = replaced_values(claim.figure, self._nearest(claim, former))
            if claim.frame.corrects:
                replaced += denied_numbers(self._report, claim.figure, claim.sentence)
            found.append(replace(claim, replaced=tuple(dict.fromkeys(replaced))) if replaced else claim)
        return found

    def _nearest(self, claim: FigureClaim, former: Sequence[Figure]) -> list[Figure]:
        """Return the former values of a sentence to which a claim is the nearest of its kind."""
        beside = [other for other in self._claims if other.sentence == claim.sentence]
        return [
            value
            for value in former
            if claim
            is min(
                (other for other in beside if is_alike(value, other.figure)),
                key=lambda other: max(value.start - other.figure.end, other.figure.start - value.end),
                default=None,
            )
        ]

    def _claim(self, figure: Figure, span: SentenceSpan, near: str, *, lead: bool) -> FigureClaim:
        report, rules = self._report, self._report.rules
        before, after = report.doc.text[span.start : figure.start], report.doc.text[figure.end : span.end]
        numbers = numbers_of(report, span)
        clause = clause_of(report, span, figure, numbers)
        segment, dimensions = segment_words(report, figure, span, clause, self._idf)
        paid = rules.frames.parts.money_toll.search(near) is not None
        counted = figure.kind is FigureKind.COUNT and not paid
        said = self._counted(figure, span, near, numbers) if counted else NOTHING_SAID
        if paid or said.whole:
            figure = replace(figure, what=None if paid else figure.unit)
        people = counted and _counts_people(figure, rules.casualties)
        persons = people or (counted and _counts_persons(figure, report))
        dated = figure.kind is FigureKind.DATE
        return FigureClaim(
            report=report,
            figure=figure,
            sentence=span,
            number=None if isinstance(figure.value, str) else to_base_unit(float(figure.value), figure.unit),
            admitted=_admitted(figure),
            dimension=_dimension(figure),
            noun=_noun(figure, rules),
            people=people,
            unspecific=people and is_unspecific(figure.unit, rules.casualties),
            persons=persons,
            things=counted and not persons and _has_plural(figure, report),
            vague=counted and _is_vague(figure, report),
            aspect=said.aspect if people else None,
            happened=said.aspect,
            part=said.part,
            whole=said.whole,
            event=_event(figure, report),
            event_date=_event_date(report, figure, span) if counted else None,
            lead=lead,
            context=context_words(before, after, figure, report, self._idf),
            segment=segment,
            dimensions=dimensions,
            converted=converts(report, figure, numbers),
            frame=NO_FRAME
            if dated
            else read_frame(report, self._names, figure, span, clause=clause, before=near),
        )

    def _counted(self, figure: Figure, span: SentenceSpan, near: str, numbers: Sequence[Figure]) -> Counted:
        """Return what is said of those counted, in the words up to the next number."""
        text = self._report.doc.text
        end = min((other.start for other in numbers if other.start >= figure.end), default=span.end)
        earlier = self._last_count(span)
        return read_counted(figure, near, text[figure.end : end], self._report.rules, earlier)

    def _last_count(self, span: SentenceSpan) -> FigureClaim | None:
        """Return the last count before a figure, in its sentence or in the one before."""
        for claim in reversed(self._claims):
            if span.start - claim.sentence.end > _SENTENCE_GAP:
                return None
            if claim.figure.kind is FigureKind.COUNT:
                return claim
        return None


def _with_upper_end(claim: FigureClaim, figure: Figure) -> FigureClaim:
    """Return the lower end of a range as a claim that admits the whole range."""
    upper = _admitted(figure)
    if claim.admitted is None or upper is None:
        return claim
    return replace(claim, admitted=ValueRange(claim.admitted.low, upper.high))


def _admitted(figure: Figure) -> ValueRange | None:
    value = figure.value
    if isinstance(value, str):
        return None
    return claimed_values(float(value), figure.value_max, figure.unit, figure.bound)


def _dimension(figure: Figure) -> str:
    if figure.kind is FigureKind.QUANTITY:
        return f"quantity:{dimension_of(figure.unit)}"
    return figure.kind.value


def _noun(figure: Figure, rules: StoryRules) -> str | None:
    if figure.kind is not FigureKind.COUNT or figure.unit is None:
        return None
    unit = figure.unit.split(" ")[-1].casefold()
    stems = terms_of(rules.frames.counted_as.get(unit, figure.unit))
    return rules.context.without_plural(stems[-1]) if stems else None


def _counts_people(figure: Figure, terms: CasualtyTerms) -> bool:
    """Whether people are counted; a number without a noun may, unless its phrase says what else it is of."""
    if figure.unit is None and figure.what is not None:
        return first_aspect(figure.what, terms) is not None or is_people(figure.what.split()[0], terms)
    return is_people(figure.unit, terms)


def _counts_persons(figure: Figure, report: Report) -> bool:
    """Whether the counted noun is one for persons ("girls", "defendants")."""
    language, noun = report.doc.language, (figure.unit or "").split(" ")[-1].casefold()
    known = report.rules.frames.person_nouns
    return language is not None and (
        noun in language.figures.nouns.people or report.rules.context.without_plural(noun) in known
    )


def _has_plural(figure: Figure, report: Report) -> bool:
    language = report.doc.language
    return language is not None and language.figures.nouns.is_plural((figure.unit or "").casefold())


def _is_vague(figure: Figure, report: Report) -> bool:
    if report.doc.language is None or figure.bound is not Bound.AT_LEAST:
        return False
    numbers = report.doc.language.figures.numbers
    words = figure.text.casefold().split()
    return any(word in numbers.vague_plurals or word in numbers.dozens for word in words)


def _event(figure: Figure, report: Report) -> str | None:
    """Return the participle with which the figure's phrase ends ("homes destroyed"); none of a change."""
    if figure.what is None or report.doc.language is None:
        return None
    events = report.doc.language.figures.events
    event = events.participles.get(figure.what.split()[-1].casefold())
    return None if event in events.motions else event


def _event_date(report: Report, figure: Figure, span: SentenceSpan) -> date | None:
    """Return the time given for a number; None in the first sentence.

    A report begins with its own event, however long ago that was.
    """
    if all(other.heading or other.start >= span.start for other in report.doc.sentences):
        return None
    return event_date(report.doc.text, span, figure, report.analysis.figures, report.rules.event_dates)
