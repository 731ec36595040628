"""Similarity of the sentences of several reports, in words and in the facts that they state."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nutgraf.model.story import StoryFigure, StoryQuote
from nutgraf.nlp.multi_document.clustering.idf import IdfTable, content_words
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan
from nutgraf.nlp.summarization.tfidf import terms_of

MOST_SENTENCES: Final = 1500
"""Sentences compared at once, shared out among the reports from their beginnings."""

SAME: Final = 0.5
"""The similarity from which two sentences say the same."""

_FACTS_WEIGHT: Final = 0.4

Similarity = NDArray[np.float32]
"""How similar each two sentences are, 0 to 1. Shape (sentences, sentences)."""

Statement = tuple[tuple[str, int], ...]
"""The places, article and offset, where one thing is said."""


@dataclass(frozen=True, slots=True)
class ReportSentence:
    """A sentence of a report; ``place`` counts the report's sentences from 0."""

    report: Report
    span: SentenceSpan
    place: int

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.report.slice(self.span)


def report_sentences(reports: Sequence[Report]) -> list[ReportSentence]:
    """Return the prose of all reports, of each an equal share from its beginning."""
    share = max(1, MOST_SENTENCES // max(1, len(reports)))
    return [
        ReportSentence(report, span, place)
        for report in reports
        for place, span in enumerate(report.prose()[:share])
    ]


def term_vectors(texts: Sequence[str], idf: IdfTable) -> NDArray[np.float32]:
    """Compute TF-IDF of each text over the stems that several texts have. Shape (texts, stems).

    The weight of a stem is its idf in the news at large times its idf among these texts: the names that every
    report of the event has do not distinguish its sentences. Rows are of unit length, or shorter where a text
    has stems of its own, which have no column.
    """
    words = [content_words(text) for text in texts]
    stems: dict[str, int] = {}
    known = {
        word: (stems.setdefault(terms_of(word)[0], len(stems)), idf.of(word))
        for word in {word: None for each in words for word in each}
    }
    bags = [dict([known[word] for word in each]) for each in words]
    rows = np.repeat(np.arange(len(texts)), [len(bag) for bag in bags])
    columns = np.array([stem for bag in bags for stem in bag], dtype=np.int64)
    weights = np.array([weight for bag in bags for weight in bag.values()], dtype=np.float64)
    counts = np.bincount(columns, minlength=max(1, len(stems)))
    weights *= np.log((len(texts) + 1) / (counts + 0.5))[columns]
    lengths = np.sqrt(np.bincount(rows, weights=weights**2, minlength=len(texts)))
    weights /= np.where(lengths > 0, lengths, 1)[rows]
    shared = counts[columns] > 1
    place = np.cumsum(counts > 1) - 1
    block = np.zeros((len(texts), max(1, int((counts > 1).sum()))), dtype=np.float32)
    block[rows[shared], place[columns[shared]]] = weights[shared]
    return block


def sentence_similarity(
    sentences: Sequence[ReportSentence], statements: Sequence[Statement], idf: IdfTable
) -> Similarity:
    """Compute how similar each two sentences are, 0 to 1. Shape (sentences, sentences).

    Words alone miss a fact that is stated in other words. So the figures and quotations that two sentences
    share, out of all that the two have, add to their similarity.
    """
    vectors = term_vectors([sentence.text for sentence in sentences], idf)
    stated = _statement_matrix(sentences, statements)
    totals = stated.sum(axis=1)
    # In place, since each such table of the most sentences takes 9 MB; where neither states a thing, 0 / 1.
    similarity = stated @ stated.T
    similarity /= np.maximum(totals[:, None] + totals[None, :] - similarity, 1)
    similarity *= _FACTS_WEIGHT
    similarity += vectors @ vectors.T
    np.minimum(similarity, 1, out=similarity)
    return similarity


def stated_facts(figures: Sequence[StoryFigure], quotes: Sequence[StoryQuote]) -> list[Statement]:
    """Return where the articles state one value of one figure, or quote one utterance."""
    statements: list[Statement] = []
    for figure in figures:
        numbers = dict.fromkeys(value.value for value in figure.values)
        statements += [
            tuple((value.article_id, value.start) for value in figure.values if value.value == number)
            for number in numbers
        ]
    return statements + [
        tuple((variant.article_id, variant.start) for variant in quote.articles) for quote in quotes
    ]


def _statement_matrix(
    sentences: Sequence[ReportSentence], statements: Sequence[Statement]
) -> NDArray[np.float32]:
    """Return 1 where a sentence makes a statement. Shape (sentences, statements)."""
    rows: dict[str, list[int]] = {}
    for row, sentence in enumerate(sentences):
        rows.setdefault(sentence.report.id, []).append(row)
    starts = {article: [sentences[row].span.start for row in own] for article, own in rows.items()}
    matrix = np.zeros((len(sentences), max(1, len(statements))), dtype=np.float32)
    for column, statement in enumerate(statements):
        for article, offset in statement:
            own = rows.get(article, [])
            place = bisect_right(starts.get(article, []), offset) - 1
            if place >= 0 and offset < sentences[own[place]].span.end:
                matrix[own[place], column] = 1.0
    return matrix
