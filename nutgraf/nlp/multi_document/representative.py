"""Choice of the report that represents a story, and whose headline is the story's title."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nutgraf.model.story import FigureState, StoryFigure
from nutgraf.nlp.figures.numerals import parse_number
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.multi_document.clustering.idf import IdfTable, content_words
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.multi_document.summary.multi_document_summary import similar_rows
from nutgraf.nlp.multi_document.summary.sentence_fitness import own_words
from nutgraf.nlp.multi_document.summary.sentence_similarity import SAME, ReportSentence, Similarity
from nutgraf.nlp.multi_document.summary.told_content import has_replaced, is_outdated
from nutgraf.nlp.summarization.tfidf import terms_of

OPENING: Final = 8
"""Sentences that are a report's opening."""

_LEAD: Final = 2
"""Sentences that tell what the headline tells."""

_LEAST_WEIGHT: Final = 25.0
"""The idf of a headline of some words, below which it says too little."""

_SUPPORT: Final = 0.3
_UNTITLED: Final = 2.0
_OUTDATED: Final = 1.5
_DISPUTED: Final = 0.4
_UNSPECIFIC: Final = 0.6
_REACTION: Final = 0.3
_QUOTED: Final = 0.3
_LEAST_OWN: Final = 0.6
"""The share of a headline that is no quotation."""


def choose_representative(
    reports: Sequence[Report],
    sentences: Sequence[ReportSentence],
    similarity: Similarity,
    figures: Sequence[StoryFigure],
    idf: IdfTable,
) -> Report:
    """Return the report whose headline says best what happened and whose opening the others support.

    A headline is worse if it has a number that is replaced or in dispute, if it is a quotation, a question, a
    list or a live report, and if it tells what somebody says about the event.

    Args:
        reports: those that reprint no other, in order of publication; of equals the earliest is taken.
        sentences: of all reports.
        similarity: of each two, shape (sentences, sentences).
        figures: the story's figures.
        idf: inverse document frequencies of words.
    """
    support = dict.fromkeys((report.id for report in reports), 0)
    for row, sentence in enumerate(sentences):
        if sentence.place < OPENING and sentence.report.id in support:
            near = similar_rows(similarity, row, SAME)
            support[sentence.report.id] += len({sentences[other].report.id for other in near})
    most = max(1, *support.values())
    told = _told_stems(reports, sentences)
    return max(
        reports,
        key=lambda report: (
            _SUPPORT * support[report.id] / most
            + _centrality(report, told, idf)
            - _headline_faults(report, figures)
        ),
    )


def _told_stems(reports: Sequence[Report], sentences: Sequence[ReportSentence]) -> dict[str, set[str]]:
    """Return the stems of each report's headline and lead."""
    told = {report.id: set(_stems(report.doc.title, report)) for report in reports}
    for sentence in sentences:
        if sentence.place < _LEAD and sentence.report.id in told:
            told[sentence.report.id].update(_stems(sentence.text, sentence.report))
    return told


def _stems(text: str, report: Report) -> list[str]:
    synonyms = report.rules.sentences.synonyms
    return [terms_of(synonyms.get(word, word))[0] for word in content_words(text)]


def _centrality(report: Report, told: dict[str, set[str]], idf: IdfTable) -> float:
    """Return which share of a headline the other reports' headlines and leads have, on average, by idf."""
    weights = {
        stem: idf.of(word)
        for word, stem in zip(content_words(report.doc.title), _stems(report.doc.title, report), strict=True)
    }
    total = max(_LEAST_WEIGHT, sum(weights.values()))
    others = [stems for article, stems in told.items() if article != report.id]
    if not others:
        return 0.0
    shares = [sum(weight for stem, weight in weights.items() if stem in stems) / total for stems in others]
    return sum(shares) / len(shares)


def _headline_faults(report: Report, figures: Sequence[StoryFigure]) -> float:
    """Return how badly a headline serves as the title of the story."""
    title, terms = report.doc.title, report.rules.headlines
    if not title.strip():
        return _UNTITLED
    numbers = _numbers(report)
    own = own_words(title)
    quoted = not own[:1].strip() or len(own.split()) < _LEAST_OWN * len(title.split())
    return (
        _OUTDATED * bool(numbers & _false_numbers(figures))
        + _DISPUTED * bool(numbers & _disputed_numbers(figures))
        + _UNSPECIFIC * bool(terms.unspecific.search(title))
        + _REACTION * bool(terms.reaction.search(title))
        + _QUOTED * quoted
    )


def _numbers(report: Report) -> set[float]:
    """Return the numbers in a headline, in digits and in words."""
    if report.doc.language is None:
        return set()
    reader = TokenReader(report.doc.title, 0, len(report.doc.title), report.doc.language)
    found = (parse_number(reader, place) for place in range(len(reader)))
    return {float(numeral.value) for numeral in found if numeral is not None}


def _false_numbers(figures: Sequence[StoryFigure]) -> set[float]:
    """Return the values that a newer one has replaced, without those that replaced another."""
    replaced: set[float] = set()
    newest: set[float] = set()
    for figure in figures:
        for value in figure.values:
            if not isinstance(value.value, str) and has_replaced(figure):
                (replaced if is_outdated(figure, value.value) else newest).add(float(value.value))
    return replaced - newest


def _disputed_numbers(figures: Sequence[StoryFigure]) -> set[float]:
    return {
        float(value.value)
        for figure in figures
        if figure.state is FigureState.CONFLICTING
        for value in figure.values
        if not isinstance(value.value, str)
    }
