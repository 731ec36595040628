"""How alike the sentences of several reports are, in words and in the facts that they state."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
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
"""The likeness from which two sentences say the same."""

_FACTS: Final = 0.4

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
    """The prose of all reports, each from its beginning and as far as its share goes."""
    share = max(1, MOST_SENTENCES // max(1, len(reports)))
    return [
        ReportSentence(report, span, place)
        for report in reports
        for place, span in enumerate(report.prose()[:share])
    ]


def term_vectors(texts: Sequence[str], idf: IdfTable) -> NDArray[np.float32]:
    """TF-IDF of each text over stems, rows of unit length (or zeros). Shape (texts, stems).

    A stem weighs what it does in the news at large, times what it does among these texts: the names that
    every report of the event has tell its sentences apart no more.
    """
    said = [content_words(text) for text in texts]
    stems = {word: terms_of(word)[0] for word in {word for each in said for word in each}}
    bags = [{stems[word]: idf.of(word) for word in each} for each in said]
    spread = Counter(stem for bag in bags for stem in bag)
    columns = {stem: column for column, stem in enumerate(spread)}
    block = np.zeros((len(texts), max(1, len(columns))), dtype=np.float32)
    for row, bag in enumerate(bags):
        for stem, weight in bag.items():
            block[row, columns[stem]] = weight * math.log((len(texts) + 1) / (spread[stem] + 0.5))
    lengths = np.linalg.norm(block, axis=1, keepdims=True)
    block /= np.where(lengths > 0, lengths, 1)
    return block


def sentence_similarity(
    lines: Sequence[ReportSentence], statements: Sequence[Statement], idf: IdfTable
) -> NDArray[np.float32]:
    """How alike each two sentences are, 0 to 1. Shape (lines, lines).

    Words alone miss a fact told in other words, so sentences count as more alike by the figures and
    quotations that they share, out of all that the two have.
    """
    vectors = term_vectors([line.text for line in lines], idf)
    stated = _stated(lines, statements)
    totals = stated.sum(axis=1)
    # In place, since each such table of the most sentences takes 9 MB; where neither states a thing, 0 / 1.
    facts = stated @ stated.T
    facts /= np.maximum(totals[:, None] + totals[None, :] - facts, 1)
    facts *= _FACTS
    facts += vectors @ vectors.T
    np.minimum(facts, 1, out=facts)
    return facts


def stated_facts(figures: Sequence[StoryFigure], quotes: Sequence[StoryQuote]) -> list[Statement]:
    """Where the articles state one value of one figure, or cut one quotation."""
    found: list[Statement] = []
    for figure in figures:
        values = dict.fromkeys(value.value for value in figure.values)
        found += [
            tuple((value.article_id, value.start) for value in figure.values if value.value == number)
            for number in values
        ]
    return found + [tuple((cut.article_id, cut.start) for cut in quote.articles) for quote in quotes]


def _stated(lines: Sequence[ReportSentence], statements: Sequence[Statement]) -> NDArray[np.float32]:
    """Which line makes which statement. Shape (lines, statements)."""
    rows: dict[str, list[int]] = {}
    for row, line in enumerate(lines):
        rows.setdefault(line.report.id, []).append(row)
    found = np.zeros((len(lines), max(1, len(statements))), dtype=np.float32)
    for column, statement in enumerate(statements):
        for article, start in statement:
            own = rows.get(article, [])
            place = bisect_right([lines[row].span.start for row in own], start) - 1
            if place >= 0 and start < lines[own[place]].span.end:
                found[own[place], column] = 1.0
    return found
