"""Frames of claims: which quantity of which event, time and owner a figure is said to be.

Each part of a frame may be unknown. Two frames that differ in a known part are of two quantities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.lang.schema.figure_frames import FigureFrameTerms, FigureMeasureTerms
from nutgraf.nlp.multi_document.figures.frames.aged_person import AgedPerson, aged_person
from nutgraf.nlp.multi_document.figures.frames.clauses import Clause
from nutgraf.nlp.multi_document.figures.frames.report_names import NamedSpan, ReportNames
from nutgraf.nlp.multi_document.figures.frames.value_status import NO_STATUS, ValueStatus, read_status
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan

_AGE: Final = "age"
_LOCATIVE: Final = 30
"""Characters before a name in which words that make it a place stand."""

_PRICED: Final = frozenset({FigureKind.MONEY, FigureKind.PERCENT})
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class ClaimFrame:
    """What the words of a clause say about its figure, beside what is counted.

    Attributes:
        single_place: whether the number is limited to one of several places.
        additional: whether it counts others beside those of another number.
        other_event: whether it belongs to an event that is not the one reported.
        days: the dates of the clause, in ISO 8601.
        period: the part of a year.
        former: whether it belongs to an earlier period of a series.
        forecast: whether it is expected (True) or has come about (False).
        needed: whether it is a condition or a limit.
        share_of: whether it counts some of all ("12 of the boats").
        change: 1 for a rise, -1 for a fall, 0 for a level.
        rate: the unit of which the number is a rate ("day").
        to_date: whether it is a total over a long time.
        market: whether it is a price that changes by the hour.
        closing: whether that price is the last one of a day.
        poll: whether it is a share in an opinion poll.
        developing: whether it may change while the event goes on.
        growing: whether it may grow and never falls ("flights cancelled").
        collected: whether it is money that is given or collected.
        corrects: whether the sentence says that the number corrects another.
        owners: the organisations, products and other things named in the clause, each by its words.
        people: the people named in the clause.
        places: the places named in the clause.
        subjects: the names of the report's title, to which a clause without an owner belongs.
        qualities: words of the clause that have an opposite.
        kinds: the names in the number's own phrase ("12 Russian soldiers").
        status: whether it is an actual value, and whose.
        person: whose age it is; None for other figures.
    """

    single_place: bool = False
    additional: bool = False
    other_event: bool = False
    days: frozenset[str] = frozenset()
    period: str | None = None
    former: bool = False
    forecast: bool | None = None
    needed: bool = False
    share_of: bool = False
    change: int | None = None
    rate: str | None = None
    to_date: bool = False
    market: bool = False
    closing: bool = False
    poll: bool = False
    developing: bool = False
    growing: bool = False
    collected: bool = False
    corrects: bool = False
    owners: tuple[frozenset[str], ...] = ()
    people: tuple[frozenset[str], ...] = ()
    places: tuple[frozenset[str], ...] = ()
    subjects: tuple[frozenset[str], ...] = ()
    qualities: frozenset[str] = frozenset()
    kinds: tuple[frozenset[str], ...] = ()
    status: ValueStatus = NO_STATUS
    person: AgedPerson | None = None

    @property
    def names(self) -> tuple[frozenset[str], ...]:
        """All names of the clause."""
        return self.owners + self.people + self.places


NO_FRAME: Final = ClaimFrame()


def read_frame(  # noqa: PLR0913 - the places that say what a figure is
    report: Report, names: ReportNames, figure: Figure, span: SentenceSpan, *, clause: Clause, before: str
) -> ClaimFrame:
    """Return what the clause of a figure says about it.

    Args:
        report: the report.
        names: where it names whom.
        figure: the figure.
        span: the figure's sentence.
        clause: the figure's clause.
        before: the words before the figure.
    """
    terms, text = report.rules.frames, report.doc.text
    whole, own = text[clause.start : clause.end], text[clause.own_start : clause.own_end]
    sentence = text[span.start : span.end]
    after = text[figure.end : span.end]
    times, measures = terms.times, terms.measures
    behind = terms.listing.search(text, figure.end, clause.own_end)
    end = behind.start() if behind else clause.own_end
    nearest = text[clause.own_start : end]
    named = _named(text, names, clause, end, terms)
    count = figure.kind is FigureKind.COUNT
    money = figure.kind is FigureKind.MONEY
    growing = not money and measures.growing.search(own) is not None
    market = figure.kind in _PRICED and measures.market.search(sentence) is not None
    return ClaimFrame(
        single_place=terms.parts.single_place.search(text[clause.start : clause.own_end]) is not None,
        additional=terms.parts.additional_within.search(figure.text) is not None,
        other_event=times.other_event.search(own) is not None,
        days=_days(report, clause),
        period=_period(whole, terms),
        former=times.former_period.search(own) is not None or times.compared.search(before) is not None,
        forecast=_forecast(text[clause.start : figure.start], terms),
        needed=times.needed.search(nearest) is not None,
        share_of=terms.parts.share_of.search(figure.text) is not None,
        change=_change(before, after, terms, count=count),
        rate=_rate(before, figure, after, terms),
        to_date=count and times.to_date.search(own) is not None,
        market=market,
        closing=market and measures.closing.search(own) is not None,
        poll=figure.kind is FigureKind.PERCENT and measures.poll.search(sentence) is not None,
        developing=growing or (not money and measures.developing.search(own) is not None),
        growing=growing,
        collected=money and measures.collected.search(own) is not None,
        corrects=terms.parts.correction.search(sentence) is not None,
        owners=tuple(each.words for each in named if not each.place and not each.person),
        people=tuple(each.words for each in named if each.person),
        places=tuple(each.words for each in named if each.place)
        or tuple(each.words for each in names.between(span.start, span.end) if each.place and count),
        subjects=names.subjects,
        qualities=frozenset(_WORD.findall(own.casefold())) & _opposed(measures),
        kinds=tuple(each.words for each in names.between(figure.start, figure.end)),
        status=read_status(report, figure, clause, end),
        person=aged_person(report, names, figure, span) if figure.what == _AGE else None,
    )


@lru_cache(maxsize=16)
def _opposed(measures: FigureMeasureTerms) -> frozenset[str]:
    """Return all words that have an opposite."""
    return frozenset().union(*measures.opposites)


def _days(report: Report, clause: Clause) -> frozenset[str]:
    return frozenset(
        str(other.value)
        for other in report.analysis.figures
        if other.kind is FigureKind.DATE
        and clause.start <= other.start < clause.end
        and not _is_deadline(report, other, clause)
    )


def _is_deadline(report: Report, day: Figure, clause: Clause) -> bool:
    """Whether a date is one to come by which something shall be done ("by September")."""
    to_come = str(day.value) > report.moment.date().isoformat()
    before = report.doc.text[clause.start : day.start]
    return to_come and report.rules.event_dates.not_event_time.search(before) is not None


def _period(clause: str, terms: FigureFrameTerms) -> str | None:
    found = terms.times.period.search(clause)
    if found is None:
        return None
    return terms.times.periods.get(next(group for group in found.groups() if group).casefold())


def _forecast(before: str, terms: FigureFrameTerms) -> bool | None:
    if terms.times.forecast.search(before):
        return True
    return False if terms.times.actual.search(before) else None


def _change(before: str, after: str, terms: FigureFrameTerms, *, count: bool) -> int | None:
    """Return 1 for a rise, -1 for a fall, 0 for a level; a count is a change only behind "by"."""
    measures = terms.measures
    behind = 1 if measures.rise_behind.match(after) else -1 if measures.fall_behind.match(after) else None
    if behind is None and measures.level_before.search(before):
        return 0
    if count and not measures.by_before.search(before):
        return None
    if behind is not None or measures.rise_before.search(before):
        return behind or 1
    return -1 if measures.fall_before.search(before) else None


def _rate(before: str, figure: Figure, after: str, terms: FigureFrameTerms) -> str | None:
    """Return the unit of a rate ("£38 million a year"); that of a speed belongs to the measure itself."""
    measures = terms.measures
    within = None if figure.kind is FigureKind.QUANTITY else measures.rate_behind.search(figure.text)
    found = within or measures.rate_behind.match(after) or measures.rate_before.search(before)
    return measures.rate_units.get(found[1].casefold()) if found else None


def _named(
    text: str, names: ReportNames, clause: Clause, end: int, terms: FigureFrameTerms
) -> list[NamedSpan]:
    """Return whom and what a clause names up to an offset, without those quoted and without the outlet."""
    named = [
        replace(each, place=True) if _is_in(text, each, terms) else each
        for each in names.between(clause.start, end)
        if each.place or not (each.outlet or _is_source(text, each, terms))
    ]
    return [*named, *(names.ending_at(clause.antecedent) if clause.antecedent is not None else ())]


def _is_in(text: str, named: NamedSpan, terms: FigureFrameTerms) -> bool:
    """Whether a name that is of no known kind stands behind a word for being at a place."""
    near = text[max(0, named.start - _LOCATIVE) : named.start]
    return named.unknown and terms.status.place_before.search(near) is not None


def _is_source(text: str, named: NamedSpan, terms: FigureFrameTerms) -> bool:
    """Whether a name stands beside a word that reports what is said."""
    before, after = text[max(0, named.start - 30) : named.start], text[named.end : named.end + 15]
    return terms.attribution_before.search(before) is not None or terms.attribution.match(after) is not None
