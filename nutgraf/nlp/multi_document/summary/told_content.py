"""Content of sentences: the words and figures by which two sentences tell one fact in different words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.model.story import FigureCause, FigureState, FigureValue, StoryFigure
from nutgraf.nlp.lang.schema.stories import StoryRules
from nutgraf.nlp.multi_document.clustering.idf import IdfTable, content_words
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence
from nutgraf.nlp.summarization.tfidf import terms_of

_OPENING: Final = 3
"""Sentences of a report that tell the event's core."""

_CORE: Final = 0.5
"""The share of the reports whose opening has a word of the core."""

_LEAST_IDF: Final = 1.2


@dataclass(frozen=True, slots=True)
class ToldContent:
    """What a sentence tells.

    Attributes:
        weights: its words by stem with their idf, a verb and its noun under one stem.
        events: the stems among them of what happens ("hit", "killed").
        figures: the places in the story of the figures that it states, dates left out.
        outdated: whether it states a value that a later report or a correction has replaced.
        current: whether it states the value that has replaced an earlier one.
        older: whether it states a value that the newest report of a figure in dispute does not have.
    """

    weights: dict[str, float]
    events: frozenset[str]
    figures: frozenset[int]
    outdated: bool
    current: bool
    older: bool

    def share_in(self, told: Iterable[ToldContent]) -> float:
        """Return the share of its words, by weight, that other sentences have, 0 to 1."""
        return self.share_of({stem for other in told for stem in other.weights})

    def share_of(self, known: set[str] | frozenset[str]) -> float:
        """Return the share of its words, by weight, that are known, 0 to 1."""
        total = sum(self.weights.values())
        return sum(weight for stem, weight in self.weights.items() if stem in known) / total if total else 1.0


def told_contents(
    sentences: Sequence[ReportSentence], figures: Sequence[StoryFigure], idf: IdfTable
) -> list[ToldContent]:
    """Return the content of each sentence.

    Args:
        sentences: of all reports.
        figures: the story's figures.
        idf: inverse document frequencies of words.
    """
    by_article = _values_by_article(figures)
    return [
        _content(sentence, list(_stated(sentence, by_article.get(sentence.report.id, ()))), figures, idf)
        for sentence in sentences
    ]


def core_of(sentences: Sequence[ReportSentence], contents: Sequence[ToldContent]) -> frozenset[str]:
    """Return the words of the event's core: those in the openings of half of the reports, of two at least."""
    openings: dict[str, set[str]] = {}
    for sentence, content in zip(sentences, contents, strict=True):
        if sentence.place < _OPENING:
            openings.setdefault(sentence.report.id, set()).update(content.weights)
    counts = Counter(stem for stems in openings.values() for stem in stems)
    least = max(2.0, _CORE * len(openings))
    return frozenset(stem for stem, count in counts.items() if count >= least)


def is_outdated(figure: StoryFigure, value: float | str) -> bool:
    """Whether a later report, or a correction, has another value for a figure."""
    return has_replaced(figure) and value != figure.values[-1].value


def has_replaced(figure: StoryFigure) -> bool:
    """Whether a value of a figure has replaced an earlier one."""
    return figure.state is FigureState.SUPERSEDED or figure.cause is FigureCause.CORRECTION


def is_older(figure: StoryFigure, value: float | str) -> bool:
    """Whether the newest report that states a figure in dispute has another value alone."""
    if figure.state is not FigureState.CONFLICTING:
        return False
    newest = figure.values[-1].article_id
    return value not in {each.value for each in figure.values if each.article_id == newest}


def _values_by_article(figures: Sequence[StoryFigure]) -> dict[str, list[tuple[int, FigureValue]]]:
    by_article: dict[str, list[tuple[int, FigureValue]]] = {}
    for number, figure in enumerate(figures):
        for value in figure.values:
            by_article.setdefault(value.article_id, []).append((number, value))
    return by_article


def _stated(
    sentence: ReportSentence, values: Sequence[tuple[int, FigureValue]]
) -> Iterator[tuple[int, FigureValue]]:
    """Yield the figures of the story that a sentence states.

    A story has each value of a report once, where the report states it first; a sentence that states it again
    has an equal number of an equal unit.
    """
    span = sentence.span
    own = {
        (figure.value, figure.unit)
        for figure in sentence.report.analysis.figures
        if span.start <= figure.start < span.end
    }
    for number, value in values:
        if span.start <= value.start < span.end or (value.value, value.unit) in own:
            yield number, value


def _content(
    sentence: ReportSentence,
    stated: Sequence[tuple[int, FigureValue]],
    figures: Sequence[StoryFigure],
    idf: IdfTable,
) -> ToldContent:
    rules = sentence.report.rules
    weights = _weights(sentence.text, rules, idf)
    events = _event_stems(rules) & weights.keys()
    return ToldContent(
        weights,
        frozenset(events),
        frozenset(number for number, _ in stated if figures[number].kind is not FigureKind.DATE),
        any(is_outdated(figures[number], value.value) for number, value in stated),
        any(has_replaced(figures[number]) for number, _ in stated),
        any(is_older(figures[number], value.value) for number, value in stated),
    )


def _weights(text: str, rules: StoryRules, idf: IdfTable) -> dict[str, float]:
    synonyms, plural = rules.sentences.synonyms, rules.context.without_plural
    weights: dict[str, float] = {}
    for word in content_words(text):
        if (weight := idf.of(word)) >= _LEAST_IDF:
            stem = plural(terms_of(synonyms.get(word, word))[0])
            weights[stem] = max(weight, weights.get(stem, 0.0))
    return weights


@cache
def _event_stems(rules: StoryRules) -> frozenset[str]:
    return frozenset(
        rules.context.without_plural(terms_of(event)[0]) for event in rules.sentences.synonyms.values()
    )
