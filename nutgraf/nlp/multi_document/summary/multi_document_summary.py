"""The story's summary: sentences of several reports, each said to be important by the others.

Features beside LexRank (Erkan and Radev, JAIR 22, 2004), chosen greedily with maximal marginal relevance
(Carbonell and Goldstein, SIGIR 1998). The weights were chosen on the 37 development clusters of Multi-News.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nutgraf.model.story import FigureState, StoryFigure, StorySentence
from nutgraf.nlp.multi_document.summary.sentence_similarity import SAME, ReportSentence
from nutgraf.nlp.summarization.lexrank import centrality
from nutgraf.nlp.summarization.sentence_openings import is_context_dependent
from nutgraf.nlp.summarization.tfidf import terms_of, tfidf_matrix

SENTENCES: Final = 5
_POSITION: Final = 0.25
_SUPPORT: Final = 0.5
_LENGTH: Final = 0.3
_DANGLING: Final = 0.05
_FULL_LENGTH: Final = 20
_SHORTEST: Final = 6
_NOVELTY: Final = 0.25
_OUTDATED: Final = -1.5
_NEW: Final = 0.5

Scores = NDArray[np.float64]
Alike = NDArray[np.float32]


def summarize_reports(
    lines: Sequence[ReportSentence],
    alike: Alike,
    worth: Scores,
    figures: Sequence[StoryFigure],
    enough: Callable[[Sequence[ReportSentence]], bool] = lambda chosen: len(chosen) >= SENTENCES,
) -> tuple[StorySentence, ...]:
    """The best sentences, the most important first, no two of which say the same.

    Args:
        lines: the sentences of all reports.
        alike: how alike each two are, shape (lines, lines).
        worth: how important each sentence is, shape (lines,).
        figures: the story's figures; a sentence with a superseded value is passed over if it can be.
        enough: whether the chosen sentences suffice.
    """
    if not lines:
        return ()
    scores = worth + _timeliness(lines, figures)
    chosen: list[int] = []
    left = [row for row, line in enumerate(lines) if len(line.text.split()) >= _SHORTEST]
    while left and not enough([lines[row] for row in chosen]):
        nearest = alike[:, chosen].max(axis=1) if chosen else np.zeros(len(lines))
        best = max(left, key=lambda row: (scores[row] - _NOVELTY * nearest[row], -row))
        left = [row for row in left if row != best and alike[row, best] <= SAME]
        chosen.append(best)
    return tuple(_sentence(lines, alike, row) for row in chosen)


def sentence_importance(lines: Sequence[ReportSentence], alike: Alike) -> Scores:
    """How much each sentence is worth: its centrality, place and length, and its support by other reports.

    Shape (lines,).
    """
    if not lines:
        return np.zeros(0)
    matrix = tfidf_matrix([terms_of(line.text) for line in lines])
    position = np.array([1 / (1 + line.place) ** 0.5 for line in lines])
    length = np.array([min(1.0, len(line.text.split()) / _FULL_LENGTH) for line in lines])
    loose = np.array([is_context_dependent(line.text) for line in lines], dtype=np.float64)
    central = centrality(matrix, matrix.dot(matrix.centroid()))
    told = central + _POSITION * position + _SUPPORT * _support(lines, alike) + _LENGTH * length
    return np.asarray(told - _DANGLING * loose, dtype=np.float64)


def _support(lines: Sequence[ReportSentence], alike: Alike) -> Scores:
    """How near other reports come to each sentence, 0 to 1, on average over those reports."""
    reports = {report: number for number, report in enumerate({line.report.id: None for line in lines})}
    owner = np.array([reports[line.report.id] for line in lines])
    found = np.zeros(len(lines))
    for number in range(len(reports)):
        found += np.where(owner == number, 0.0, alike[:, owner == number].max(axis=1))
    return found / max(1, len(reports) - 1)


def _timeliness(lines: Sequence[ReportSentence], figures: Sequence[StoryFigure]) -> Scores:
    """Below 0 for sentences with a value that was replaced later, above for those with the new value."""
    found = np.zeros(len(lines))
    for figure in figures:
        if figure.state is not FigureState.SUPERSEDED:
            continue
        for value in figure.values:
            weight = _NEW if value.value == figure.values[-1].value else _OUTDATED
            for row, line in enumerate(lines):
                if line.report.id == value.article_id and line.span.start <= value.start < line.span.end:
                    found[row] = min(found[row], weight) if found[row] else weight
    return found


def _sentence(lines: Sequence[ReportSentence], alike: Alike, row: int) -> StorySentence:
    line = lines[row]
    return StorySentence(
        line.text, line.report.id, line.span.start, line.span.end, supporting_articles(lines, alike, row)
    )


def similar_rows(alike: Alike, row: int, least: float) -> list[int]:
    """The rows that are at least so much like one."""
    return list(map(int, np.flatnonzero(alike[row] >= least)))


def supporting_articles(
    lines: Sequence[ReportSentence], alike: Alike, row: int, least: float = SAME
) -> tuple[str, ...]:
    """The articles that say what a sentence says, its own first."""
    also = [lines[other].report.id for other in similar_rows(alike, row, least)]
    return tuple(dict.fromkeys([lines[row].report.id, *also]))
