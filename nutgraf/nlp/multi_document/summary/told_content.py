"""Content of sentences: the words and figures by which two sentences tell one fact in different words."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from typing import Final

from nutgraf.model import Bound, FigureKind
from nutgraf.model.story import FigureCause, FigureState, FigureValue, StoryFigure
from nutgraf.nlp.lang.schema.stories import StoryRules
from nutgraf.nlp.multi_document.clustering.idf import IdfTable, content_words
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence
from nutgraf.nlp.summarization.tfidf import terms_of

OPENING: Final = 3
"""Sentences of a report that tell the event's core."""

_CORE: Final = 0.5
"""The share of the reports whose opening has a word of the core."""

_LEAST_IDF: Final = 1.2


@dataclass(frozen=True, slots=True)
class ToldWords:
    """Words of a sentence.

    Attributes:
        weights: its words by stem with their idf, a verb and its noun under one stem.
        total: the sum of the weights.
        events: the stems among them of what happens ("hit", "killed").
    """

    weights: dict[str, float]
    total: float
    events: AbstractSet[str]

    def share_of(self, known: AbstractSet[str]) -> float:
        """Return the share of the words, by weight, that are known, 0 to 1."""
        if not self.total:
            return 1.0
        return sum([weight for stem, weight in self.weights.items() if stem in known]) / self.total


@dataclass(frozen=True, slots=True)
class ToldFigures:
    """Figures that a sentence states.

    Attributes:
        numbers: their places in the story, dates left out.
        outdated: whether a later report or a correction has replaced one of the values.
        current: whether one of the values is the newest of a count that grows with the event.
        older: whether the newest report of a figure that develops or is in dispute lacks one of the values.
    """

    numbers: frozenset[int] = frozenset()
    outdated: bool = False
    current: bool = False
    older: bool = False


_NONE: Final = ToldFigures()


def told_words(sentence: ReportSentence, idf: IdfTable) -> ToldWords:
    """Return the words of a sentence with their inverse document frequencies."""
    rules = sentence.report.rules
    synonyms, plural = rules.sentences.synonyms, rules.context.without_plural
    weights: dict[str, float] = {}
    for word in content_words(sentence.text):
        if (weight := idf.of(word)) >= _LEAST_IDF:
            stem = plural(terms_of(synonyms.get(word, word))[0])
            weights[stem] = max(weight, weights.get(stem, 0.0))
    return ToldWords(weights, sum(weights.values()), _event_stems(rules) & weights.keys())


def core_of(openings: Sequence[tuple[str, ToldWords]]) -> frozenset[str]:
    """Return the words of the event's core: those in the openings of half of the reports, of two at least.

    Args:
        openings: the first sentences of the reports: the id of the report, and the words.
    """
    reports: dict[str, set[str]] = {}
    for article, words in openings:
        reports.setdefault(article, set()).update(words.weights)
    counts = Counter(stem for stems in reports.values() for stem in stems)
    least = max(2.0, _CORE * len(reports))
    return frozenset(stem for stem, count in counts.items() if count >= least)


def told_figures(sentences: Sequence[ReportSentence], figures: Sequence[StoryFigure]) -> list[ToldFigures]:
    """Return the figures that each sentence states.

    A story has each value of a report once, where the report states it first; a sentence that states it again
    has an equal number of an equal unit.
    """
    stated: dict[int, set[tuple[int, float | int | str]]] = {}
    values = _values_by_article(figures)
    for article, rows in _rows_by_article(sentences).items():
        for row, number, value in _stated(sentences, rows, values.get(article, ())):
            stated.setdefault(row, set()).add((number, value))
    return [_told(figures, stated[row]) if row in stated else _NONE for row in range(len(sentences))]


def is_outdated(figure: StoryFigure, value: float | str) -> bool:
    """Whether a later report, or a correction, has another value for a figure."""
    return has_replaced(figure) and value != figure.values[-1].value


def has_replaced(figure: StoryFigure) -> bool:
    """Whether a value of a figure has replaced an earlier one."""
    return figure.state is FigureState.SUPERSEDED or figure.cause is FigureCause.CORRECTION


def _is_newest(figure: StoryFigure, value: float | str) -> bool:
    """Whether a value is the newest one of a count that grows with the event."""
    grows = figure.state is FigureState.SUPERSEDED and figure.kind is FigureKind.COUNT
    return grows and not is_outdated(figure, value)


def _is_older(figure: StoryFigure, value: float | str) -> bool:
    """Whether the newest report that states a figure has another value alone, which this one is not.

    The values are in dispute, or this one is a lower limit and a later report has the number.
    """
    newest = {each.value for each in figure.values if each.article_id == figure.values[-1].article_id}
    if figure.state is FigureState.CONFLICTING:
        return value not in newest
    bounds = {each.bound for each in figure.values if each.value == value}
    return value not in newest and figure.state is FigureState.COMPATIBLE and bounds == {Bound.AT_LEAST}


def _values_by_article(figures: Sequence[StoryFigure]) -> dict[str, list[tuple[int, FigureValue]]]:
    by_article: dict[str, list[tuple[int, FigureValue]]] = {}
    for number, figure in enumerate(figures):
        for value in figure.values:
            by_article.setdefault(value.article_id, []).append((number, value))
    return by_article


def _rows_by_article(sentences: Sequence[ReportSentence]) -> dict[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for row, sentence in enumerate(sentences):
        rows.setdefault(sentence.report.id, []).append(row)
    return rows


def _stated(
    sentences: Sequence[ReportSentence], rows: Sequence[int], values: Sequence[tuple[int, FigureValue]]
) -> Iterator[tuple[int, int, float | int | str]]:
    """Yield the row, the figure and the value of each statement of one article."""
    starts = [sentences[row].span.start for row in rows]
    equal: dict[tuple[float | int | str, str | None], list[int]] = {}
    places = [(value.start, number, value.value) for number, value in values]
    for number, value in values:
        equal.setdefault((value.value, value.unit), []).append(number)
    places += [
        (figure.start, number, figure.value)
        for figure in sentences[rows[0]].report.analysis.figures
        for number in equal.get((figure.value, figure.unit), ())
    ]
    for start, number, number_value in places:
        place = bisect_right(starts, start) - 1
        if place >= 0 and start < sentences[rows[place]].span.end:
            yield rows[place], number, number_value


def _told(figures: Sequence[StoryFigure], stated: AbstractSet[tuple[int, float | int | str]]) -> ToldFigures:
    return ToldFigures(
        frozenset(number for number, _ in stated if figures[number].kind is not FigureKind.DATE),
        any(is_outdated(figures[number], value) for number, value in stated),
        any(_is_newest(figures[number], value) for number, value in stated),
        any(_is_older(figures[number], value) for number, value in stated),
    )


@cache
def _event_stems(rules: StoryRules) -> frozenset[str]:
    return frozenset(rules.context.without_plural(terms_of(event)[0]) for event in rules.sentences.events)
