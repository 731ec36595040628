"""Extractive summary of several reports.

Sentences are scored by LexRank (Erkan and Radev, JAIR 22, 2004) and other features, and chosen greedily with
maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998). The weights were chosen on the 37
development clusters of Multi-News, and by reading the stories of labelled news.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nutgraf.model.story import StoryEntity, StoryFigure, StorySentence, Support, SupportDegree
from nutgraf.nlp.lang.schema.summarization import UNKNOWN_LANGUAGE
from nutgraf.nlp.multi_document.clustering.idf import IdfTable
from nutgraf.nlp.multi_document.summary.references import person_names
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence, Similarity
from nutgraf.nlp.multi_document.summary.story_selection import StorySelection
from nutgraf.nlp.summarization.lexrank import centrality
from nutgraf.nlp.summarization.sentence_openings import is_context_dependent
from nutgraf.nlp.summarization.tfidf import terms_of, tfidf_matrix

SENTENCES: Final = 5
_POSITION: Final = 0.5
_SUPPORT: Final = 0.5
_LENGTH: Final = 0.3
_CONTEXT_DEPENDENT: Final = 0.05
_FULL_LENGTH: Final = 20

Scores = NDArray[np.float64]
"""The importance of each sentence. Shape (sentences,)."""


def summarize_reports(  # noqa: PLR0913, PLR0917 - what the stages before have found
    sentences: Sequence[ReportSentence],
    similarity: Similarity,
    importance: Scores,
    figures: Sequence[StoryFigure],
    entities: Sequence[StoryEntity],
    idf: IdfTable,
    enough: Callable[[Sequence[ReportSentence]], bool] = lambda chosen: len(chosen) >= SENTENCES,
    *,
    support: Callable[[int], tuple[Support, ...]] | None = None,
) -> tuple[StorySentence, ...]:
    """Return the story in short: first what happened, then the rest in the order of its first mention.

    Only sentences are taken that can be understood there, that no newer statement has replaced, and that tell
    something new. There may be fewer than are enough.

    Args:
        sentences: of all reports.
        similarity: of each two, shape (sentences, sentences).
        importance: of each, shape (sentences,).
        figures: the story's figures.
        entities: the story's entities.
        idf: inverse document frequencies of words.
        enough: whether the chosen sentences suffice.
        support: gives the spans that say all or a part of a sentence, its own first; its own alone by
            default.
    """
    if not sentences:
        return ()
    names = person_names(entities)
    story = StorySelection.of(sentences, similarity, importance, figures, names, idf)
    return tuple(
        _story_sentence(sentences[row], support(row) if support else (_own_span(sentences[row]),))
        for row in story.choose(enough)
    )


def sentence_importance(sentences: Sequence[ReportSentence], similarity: Similarity) -> Scores:
    """Score each sentence by its centrality, position and length and its support by other reports.

    A sentence that depends on its context loses a little. Shape (sentences,).
    """
    if not sentences:
        return np.zeros(0)
    matrix = tfidf_matrix([terms_of(sentence.text) for sentence in sentences])
    position = np.array([1 / (1 + sentence.place) ** 0.5 for sentence in sentences])
    length = np.array([min(1.0, len(sentence.text.split()) / _FULL_LENGTH) for sentence in sentences])
    dependent = np.array([_depends_on_context(sentence) for sentence in sentences], dtype=np.float64)
    central = centrality(matrix, matrix.dot(matrix.centroid()))
    scores = central + _POSITION * position + _SUPPORT * _support(sentences, similarity) + _LENGTH * length
    return np.asarray(scores - _CONTEXT_DEPENDENT * dependent, dtype=np.float64)


def _depends_on_context(sentence: ReportSentence) -> bool:
    language = sentence.report.doc.language
    return is_context_dependent(sentence.text, language.summarization if language else UNKNOWN_LANGUAGE)


def _support(sentences: Sequence[ReportSentence], similarity: Similarity) -> Scores:
    """Compute how near other reports come to each sentence, 0 to 1, on average over those reports."""
    reports = {report: number for number, report in enumerate({each.report.id: None for each in sentences})}
    owner = np.array([reports[sentence.report.id] for sentence in sentences])
    support = np.zeros(len(sentences))
    for number in range(len(reports)):
        support += np.where(owner == number, 0.0, similarity[:, owner == number].max(axis=1))
    return support / max(1, len(reports) - 1)


def _story_sentence(sentence: ReportSentence, evidence: tuple[Support, ...]) -> StorySentence:
    return StorySentence(
        sentence.text,
        sentence.report.id,
        sentence.span.start,
        sentence.span.end,
        tuple(support.article_id for support in evidence),
        evidence,
    )


def _own_span(sentence: ReportSentence) -> Support:
    span = sentence.span
    return Support(sentence.report.id, span.start, span.end, sentence.text, SupportDegree.FULL)


def similar_rows(similarity: Similarity, row: int, least: float) -> list[int]:
    """Return the sentences that are at least so similar to one."""
    return list(map(int, np.flatnonzero(similarity[row] >= least)))
