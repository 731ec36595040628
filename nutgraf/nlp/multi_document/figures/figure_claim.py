"""Figure claims: figures with the words around them, by which figures of several reports are aligned."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp.figures.elliptical_counts import elliptical_counts
from nutgraf.nlp.lang.schema.figures import NumberWords
from nutgraf.nlp.lang.schema.stories import CasualtyAspect, CasualtyTerms, FigureContextTerms, StoryRules
from nutgraf.nlp.multi_document.clustering.idf import IdfTable, content_words
from nutgraf.nlp.multi_document.figures import unit_conversion
from nutgraf.nlp.multi_document.figures.casualty_aspects import DEVELOPING, first_aspect, is_people, is_unspecific
from nutgraf.nlp.multi_document.figures.claim_frame import Clause, ClaimFrame, clause_of, read_frame
from nutgraf.nlp.multi_document.figures.counted_people import NOTHING_SAID, read_counted
from nutgraf.nlp.multi_document.figures.event_dates import event_date
from nutgraf.nlp.multi_document.figures.report_names import ReportNames, StoryNames
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan
from nutgraf.nlp.summarization.tfidf import terms_of

_WINDOW: Final = 14
"""Words on each side of a figure that belong to its context."""

_LEAST_IDF: Final = 1.2
_LEAST_SEGMENT_IDF: Final = 1.8
_LEAD: Final = 4
"""Sentences at the beginning of a report that tell what it is about."""

_DIMENSION_WEIGHT: Final = 3.5
_SEGMENT_BEFORE: Final = 8
_SEGMENT_BEHIND: Final = 6
_LARGE: Final = 1000
"""The count from which a number may be an amount of money that has lost its currency."""

_GROWING_KINDS: Final = frozenset({FigureKind.COUNT, FigureKind.QUANTITY, FigureKind.PERCENT})
_RANGE_GAP: Final = 8
"""Characters between the ends of a range, at most ("3 to 4 million")."""

_COMPOUND_GAP: Final = 5
_SENTENCE_GAP: Final = 3
NO_NAMES: Final[StoryNames] = {}

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
        part: whether the number is that of a part of those whom another number counts.
        whole: whether it is the number of which another is a part ("two of the 40"); its sentence says nothing
            of all of them.
        happened: what is said of things that are counted, in the words of ``aspect``.
        event_date: the last day of the time that the sentence gives for what is counted, if it gives one.
        event: what a verb does to the things counted or measured, as the participle that stands for it.
        context: the words around the figure by stem, with their inverse document frequency (idf).
        segment: the same for the words of its own clause up to the neighbouring figures, which name what it
            measures.
        dimensions: nouns for what is measured ("depth"), of the words of the segment.
        persons: whether persons of any kind are counted.
        things: whether things are counted that have a plural in the language.
        vague: whether it is no number but a word for many ("dozens").
        lead: whether the figure stands in one of the report's first sentences.
        frame: what the clause says of the figure.
        upper: the upper end of a range whose lower end the figure is.
        replaced: the values that the sentence gives as former or mistaken ones of the same quantity.
    """

    report: Report
    figure: Figure
    sentence: SentenceSpan
    dimension: str
    noun: str | None
    people: bool
    unspecific: bool
    aspect: CasualtyAspect | None
    part: bool
    whole: bool
    happened: CasualtyAspect | None
    event_date: date | None
    event: str | None
    context: dict[str, float]
    segment: dict[str, float]
    dimensions: frozenset[str]
    persons: bool
    things: bool
    vague: bool
    lead: bool
    frame: ClaimFrame
    upper: float | None = None
    replaced: tuple[float, ...] = ()

    @property
    def number(self) -> float | None:
        """The value in base units; None for a date."""
        value = self.figure.value
        return (
            None if isinstance(value, str) else unit_conversion.to_base_unit(float(value), self.figure.unit)
        )

    @property
    def kind(self) -> tuple[object, ...]:
        """What the figure counts or measures, as far as it can be told without other reports."""
        person = self.frame.person
        who = None if person is None else (person.child or person.noun or person.name)
        unit = self.figure.unit if self.figure.kind is not FigureKind.COUNT else None
        measured = self.dimensions if self.figure.kind is not FigureKind.COUNT else None
        return self.dimension, unit, measured, self.noun, self.aspect, self.part, self.frame.other_event, who

    @property
    def develops(self) -> bool:
        """Whether the number may change while the event goes on."""
        return self.happened in DEVELOPING or (self.frame.developing and self.figure.kind in _GROWING_KINDS)

    @property
    def market_price(self) -> bool:
        """Whether the value is a price or a share that differs from hour to hour, or from poll to poll."""
        priced = self.figure.kind in (FigureKind.MONEY, FigureKind.PERCENT) and self.frame.market
        return priced or (self.figure.kind is FigureKind.PERCENT and self.frame.poll)

    def admitted(self) -> unit_conversion.ValueRange | None:
        """Return the values that the claim admits; None for a date."""
        value = self.figure.value
        if isinstance(value, str):
            return None
        values = unit_conversion.admitted_values(float(value), self.figure.unit, self.figure.bound)
        if self.upper is None:
            return values
        upper = unit_conversion.admitted_values(self.upper, self.figure.unit, Bound.AT_MOST)
        return unit_conversion.ValueRange(values.low, upper.high)


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
    named = ReportNames(report, names)
    claims: list[FigureClaim] = []
    former: list[tuple[SentenceSpan, Figure]] = []
    ranges: dict[int, Figure] = {}
    for figure in _figures(report, prose):
        place = bisect_right(starts, figure.start) - 1
        if place < 0 or figure.end > prose[place].end:
            continue
        span = prose[place]
        if _is_former(report, figure, span):
            former.append((span, figure))
        elif _ends_range(report, figure, claims[-1:]):
            ranges[claims[-1].figure.start] = figure
        elif _is_claim(report, figure, span) and not _ends_compound(figure, claims[-1:], report):
            claims.append(_claim(report, named, figure, span, idf, claims, lead=place < _LEAD))
    return [_completed(claim, ranges.get(claim.figure.start), former) for claim in claims]


def _figures(report: Report, prose: Sequence[SentenceSpan]) -> list[Figure]:
    """Return the figures of the analysis and the counts without a noun, in the order of the text."""
    known = report.analysis.figures
    bare = [count for span in prose for count in elliptical_counts(report.doc, span, known)]
    return sorted((*known, *bare), key=lambda figure: figure.start)


def _is_former(report: Report, figure: Figure, span: SentenceSpan) -> bool:
    """Whether a value is one that is no longer true, or never was."""
    rules = report.rules
    before, after = report.doc.text[span.start : figure.start], report.doc.text[figure.end : span.end]
    if rules.context.former_value.search(before) and rules.context.change.search(before + after):
        return True
    parts = rules.frames.parts
    return parts.denied.search(before) is not None or parts.mistaken.search(before) is not None


def _ends_range(report: Report, figure: Figure, last: Sequence[FigureClaim]) -> bool:
    """Whether a figure is the upper end of the range that the last claim begins."""
    return any(
        claim.figure.bound is Bound.AT_LEAST
        and figure.bound is Bound.AT_MOST
        and claim.figure.unit == figure.unit
        and 0 <= figure.start - claim.figure.end <= _RANGE_GAP
        and claim.report is report
        for claim in last
    )


def _ends_compound(figure: Figure, last: Sequence[FigureClaim], report: Report) -> bool:
    """Whether a figure is the smaller part of one measure, "nine minutes and 46 seconds"."""
    return any(
        claim.report is report
        and figure.kind is FigureKind.QUANTITY
        and figure.unit != claim.figure.unit
        and claim.dimension == _dimension(figure)
        and 0 <= figure.start - claim.figure.end <= _COMPOUND_GAP
        for claim in last
    )


def _is_claim(report: Report, figure: Figure, span: SentenceSpan) -> bool:
    if figure.kind is FigureKind.DATE:
        return re.search(r"\d", figure.text) is not None
    parts = report.rules.frames.parts
    before = report.doc.text[span.start : figure.start]
    named = figure.text[:1].isdigit() and parts.version.search(before) is not None
    return not named and parts.exception.search(before) is None


def _completed(
    claim: FigureClaim, upper: Figure | None, former: Sequence[tuple[SentenceSpan, Figure]]
) -> FigureClaim:
    """Return a claim with the end of its range and with the values that it replaces."""
    replaced = tuple(
        unit_conversion.to_base_unit(float(figure.value), figure.unit or claim.figure.unit)
        for span, figure in former
        if span == claim.sentence
        and not isinstance(figure.value, str)
        and (figure.unit is None or _dimension(figure) == claim.dimension)
    )
    replaced += _denied_numbers(claim)
    end = None if upper is None or isinstance(upper.value, str) else float(upper.value)
    return replace(claim, upper=end, replaced=replaced) if replaced or end is not None else claim


def _denied_numbers(claim: FigureClaim) -> tuple[float, ...]:
    """Return the numbers without a noun that the sentence denies: "5,000 mAh, not 4,500"."""
    doc, terms = claim.report.doc, claim.report.rules.frames
    if doc.language is None:
        return ()
    text = doc.text[claim.figure.end : claim.sentence.end]
    words = (found[1] for found in terms.parts.denied_number.finditer(text))
    values = (_number_of(word.casefold(), doc.language.figures.numbers) for word in words)
    return tuple(unit_conversion.to_base_unit(value, claim.figure.unit) for value in values if value is not None)


def _number_of(word: str, numbers: NumberWords) -> float | None:
    """Return the value of a number in digits or of a number word below a hundred."""
    if word[:1].isdigit():
        plain = word.replace(numbers.digits.grouping, "") if numbers.digits.grouping else word
        plain = plain.replace(numbers.digits.decimal, ".")
        return float(plain) if plain.replace(".", "", 1).isdigit() else None
    value = numbers.units.get(word, numbers.tens.get(word, numbers.compound_value(word)))
    return None if value is None else float(value)


def _claim(  # noqa: PLR0913 - the places that say what a figure is
    report: Report,
    names: ReportNames,
    figure: Figure,
    span: SentenceSpan,
    idf: IdfTable,
    earlier: Sequence[FigureClaim],
    *,
    lead: bool,
) -> FigureClaim:
    rules = report.rules
    before, after = report.doc.text[span.start : figure.start], report.doc.text[figure.end : span.end]
    clause = clause_of(report, span, figure)
    segment, dimensions = _segment(report, figure, span, clause, idf)
    paid = rules.frames.parts.money_toll.search(before) is not None
    counted = figure.kind is FigureKind.COUNT and not paid
    people = counted and _counts_people(figure, rules.casualties)
    persons = people or _counts_persons(figure, report)
    behind = report.doc.text[figure.end : _next_count(report, figure, span)]
    said = read_counted(figure, before, behind, rules, _last_count(earlier, span)) if counted else NOTHING_SAID
    if paid or said.whole:
        figure = replace(figure, what=None if paid else figure.unit)
    return FigureClaim(
        report=report,
        figure=figure,
        sentence=span,
        dimension=_dimension(figure),
        noun=_noun(figure, rules.context),
        people=people,
        unspecific=people and is_unspecific(figure.unit, rules.casualties),
        aspect=said.aspect if people else None,
        part=said.part,
        whole=said.whole,
        happened=said.aspect,
        event_date=_event_date(report, figure, span) if counted else None,
        event=_event(figure, report),
        context=_context(before, after, figure, report, idf),
        segment=segment,
        dimensions=dimensions,
        vague=_is_vague(figure, report),
        lead=lead,
        persons=persons,
        things=counted and not persons and _has_plural(figure, report),
        frame=read_frame(report, names, figure, span, clause),
    )


def _counts_people(figure: Figure, terms: CasualtyTerms) -> bool:
    """Whether people are counted; a number without a noun may, unless its phrase says what else it is of."""
    if figure.unit is None and figure.what is not None:
        return first_aspect(figure.what, terms) is not None or is_people(figure.what.split()[0], terms)
    return is_people(figure.unit, terms)


def _counts_persons(figure: Figure, report: Report) -> bool:
    """Whether the counted noun is one for persons ("girls", "defendants")."""
    language, noun = report.doc.language, (figure.unit or "").split(" ")[-1].casefold()
    if language is None or figure.kind is not FigureKind.COUNT:
        return False
    known = report.rules.frames.person_nouns
    return noun in language.figures.nouns.people or report.rules.context.without_plural(noun) in known


def _has_plural(figure: Figure, report: Report) -> bool:
    language = report.doc.language
    return language is not None and language.figures.nouns.is_plural((figure.unit or "").casefold())


def _is_vague(figure: Figure, report: Report) -> bool:
    if report.doc.language is None or figure.bound is not Bound.AT_LEAST or isinstance(figure.value, str):
        return False
    numbers = report.doc.language.figures.numbers
    return any(word in numbers.vague_plurals or word in numbers.dozens for word in figure.text.casefold().split())


def _next_count(report: Report, figure: Figure, span: SentenceSpan) -> int:
    """Return where the next number of the sentence begins, or the sentence's end."""
    return min(
        (
            other.start
            for other in report.analysis.figures
            if other.kind is not FigureKind.DATE and figure.end <= other.start < span.end
        ),
        default=span.end,
    )


def _last_count(earlier: Sequence[FigureClaim], span: SentenceSpan) -> FigureClaim | None:
    """Return the last count before a figure, in its sentence or in the one before."""
    for claim in reversed(earlier):
        if span.start - claim.sentence.end > _SENTENCE_GAP:
            return None
        if claim.figure.kind is FigureKind.COUNT:
            return claim
    return None


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


def _event(figure: Figure, report: Report) -> str | None:
    """Return the participle with which the figure's own phrase ends ("homes destroyed")."""
    if figure.what is None or report.doc.language is None:
        return None
    events = report.doc.language.figures.events
    event = events.participles.get(figure.what.split()[-1].casefold())
    return None if event in events.motions else event


def _segment(
    report: Report, figure: Figure, span: SentenceSpan, clause: Clause, idf: IdfTable
) -> tuple[dict[str, float], frozenset[str]]:
    """Return the words of a figure's own clause up to the neighbouring figures, by stem with their idf.

    What stands between two figures is parted at the last comma or conjunction. Words for one dimension ("deep",
    "depth") are one; these are returned for themselves as well.
    """
    rules, text = report.rules, report.doc.text
    start, end = clause.own_start, clause.own_end
    if start > clause.start:
        parted = [found.end() for found in rules.frames.listing.finditer(text, start, figure.start)]
        start = parted[-1] if parted else start
    behind = rules.frames.listing.search(text, figure.end, end)
    words = [
        *_words_but_names(_opened(text, start, figure.start, span), rules)[-_SEGMENT_BEFORE:],
        *_words_but_names(text[figure.end : behind.start() if behind else end], rules)[:_SEGMENT_BEHIND],
        *(_words_but_names(figure.text, rules) if figure.kind is FigureKind.COUNT else ()),
    ]
    known = rules.frames.measures.dimensions
    dimensions = frozenset(known[word] for word in words if word in known)
    forecast = rules.frames.times.forecast
    others = [word for word in words if word not in known and not forecast.fullmatch(word)]
    found = _weighted(others, report, idf, _LEAST_SEGMENT_IDF)
    return found | dict.fromkeys(dimensions, _DIMENSION_WEIGHT), dimensions


def _opened(text: str, start: int, end: int, span: SentenceSpan) -> str:
    """Return a part of a sentence; the first word of the sentence has its capital from its place."""
    part = text[start:end]
    return part[:1].casefold() + part[1:] if start == span.start else part


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
    return _weighted(near, report, idf, _LEAST_IDF)


def _weighted(words: Sequence[str], report: Report, idf: IdfTable, least: float) -> dict[str, float]:
    """Return the stems of words that tell what is spoken of, with their idf."""
    terms, language = report.rules.context, report.doc.language
    is_number = language.figures.numbers.is_number_word if language else str.isdigit
    return {
        stem: idf.of(word)
        for word in words
        if not word.isdigit() and not is_number(word) and word not in terms.attribution and idf.of(word) >= least
        for stem in context_stems(word, terms)
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
    values, other_values = one.admitted(), other.admitted()
    if values is None or other_values is None:
        return False
    same = one.figure.unit == other.figure.unit or None in (one.figure.unit, other.figure.unit)
    if same and _rounds_to(one.figure, other.figure):
        return True
    return values.meets(other_values if same else other_values.loosened())


def _rounds_to(one: Figure, other: Figure) -> bool:
    """Whether the value with fewer decimals is the other one rounded; counts are not rounded so."""
    if FigureKind.COUNT in (one.kind, other.kind):
        return False
    fewer, more = sorted((float(one.value), float(other.value)), key=_decimals)
    return abs(fewer - more) <= 0.5 * 10.0 ** -_decimals(fewer) and _decimals(fewer) < _decimals(more)


def _decimals(value: float) -> int:
    return len(f"{value:.6f}".rstrip("0").partition(".")[2])
