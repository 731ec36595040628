"""Coverage: the statements that several sources make, and those that a single one makes."""

from __future__ import annotations

from collections import Counter
from typing import Final

from nutgraf.model.story import CoverageStatement, Support
from nutgraf.nlp.multi_document.claims.claim_support import StoryClaims
from nutgraf.nlp.multi_document.summary.multi_document_summary import Scores
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence

SHARED: Final = 60
ALONE_EACH: Final = 12
ALONE: Final = 60

_SHORTEST: Final = 6


def coverage_statements(claims: StoryClaims, importance: Scores) -> tuple[CoverageStatement, ...]:
    """Return statements with their articles: first those of most sources, then those of a single one.

    A sentence of which a statement before states all is no statement of its own. One that shares nothing but
    a date with another source is left out: the figures have that date from both.

    Args:
        claims: of the sentences of all reports.
        importance: of each sentence, shape (sentences,).
    """
    sentences, origin = claims.sentences, claims.origin
    shared: list[CoverageStatement] = []
    alone: list[CoverageStatement] = []
    covered: set[int] = set()
    alone_by_source: Counter[str] = Counter()
    for row in sorted(range(len(sentences)), key=lambda row: (-importance[row], row)):
        if row in covered or len(sentences[row].text.split()) < _SHORTEST:
            continue
        said_by = claims.support(row)
        covered.update(claims.covered_rows(row))
        sources = {origin(support.article_id) for support in said_by}
        if len(sources) > 1:
            shared.append(_statement(sentences[row], said_by, None))
        elif not claims.shares_date(row):
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
