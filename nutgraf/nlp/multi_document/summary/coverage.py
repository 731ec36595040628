"""Coverage: the statements that several sources make, and those that a single one makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from nutgraf.model.story import CoverageStatement, Support
from nutgraf.nlp.multi_document.summary.multi_document_summary import (
    Scores,
    similar_rows,
    supporting_spans,
)
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence, Similarity

SHARED: Final = 30
ALONE_EACH: Final = 12
ALONE: Final = 60

COVERED: Final = 0.4
"""The similarity from which another sentence makes the same statement."""

_SHORTEST: Final = 6


def coverage_statements(
    sentences: Sequence[ReportSentence],
    similarity: Similarity,
    importance: Scores,
    origin: Callable[[str], str],
) -> tuple[CoverageStatement, ...]:
    """Return statements with their articles: first those of most sources, then those of a single one.

    Args:
        sentences: of all reports.
        similarity: of each two, shape (sentences, sentences).
        importance: of each, shape (sentences,).
        origin: gives the id of the article that an article reprints, or its own: a reprint is no second
            source.
    """
    shared: list[CoverageStatement] = []
    alone: list[CoverageStatement] = []
    covered: set[int] = set()
    alone_by_source: Counter[str] = Counter()
    for row in sorted(range(len(sentences)), key=lambda row: (-importance[row], row)):
        if row in covered or len(sentences[row].text.split()) < _SHORTEST:
            continue
        said_by = supporting_spans(sentences, similarity, row, COVERED)
        covered.update(similar_rows(similarity, row, COVERED))
        sources = {origin(support.article_id) for support in said_by}
        if len(sources) > 1:
            shared.append(_statement(sentences[row], said_by, None))
        else:
            (source,) = sources
            alone_by_source[source] += 1
            if alone_by_source[source] <= ALONE_EACH:
                alone.append(_statement(sentences[row], said_by, source))
    shared.sort(key=lambda statement: -len({origin(support.article_id) for support in statement.said_by}))
    return (*shared[:SHARED], *alone[:ALONE])


def _statement(
    sentence: ReportSentence, said_by: tuple[Support, ...], only_in: str | None
) -> CoverageStatement:
    return CoverageStatement(
        sentence.text, sentence.report.id, sentence.span.start, sentence.span.end, said_by, only_in
    )
