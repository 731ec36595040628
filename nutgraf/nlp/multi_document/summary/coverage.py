"""Coverage: the statements that several sources make, and those that a single one makes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from nutgraf.model.story import CoverageStatement, Support, SupportDegree
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
    rows: list[int] = []
    covered: set[int] = set()
    for row in sorted(range(len(sentences)), key=lambda row: (-importance[row], row)):
        if row not in covered and len(sentences[row].text.split()) >= _SHORTEST:
            rows.append(row)
            covered.update(claims.covered_rows(row))
    shared: list[CoverageStatement] = []
    alone: list[CoverageStatement] = []
    alone_by_source: Counter[str] = Counter()
    for row, said_by in zip(rows, _both_ways([claims.support(row) for row in rows]), strict=True):
        sources = {origin(support.article_id) for support in said_by}
        if len(sources) > 1:
            shared.append(_statement(sentences[row], said_by, None))
        elif not claims.shares_date(row):
            (source,) = sources
            alone_by_source[source] += 1
            if alone_by_source[source] <= ALONE_EACH:
                alone.append(_statement(sentences[row], said_by, _sole_article(said_by, source)))
    shared.sort(key=lambda statement: -len({origin(support.article_id) for support in statement.said_by}))
    return (*shared[:SHARED], *alone[:ALONE])


def _both_ways(said_by: Sequence[tuple[Support, ...]]) -> list[tuple[Support, ...]]:
    """List for each statement also those of which it states a part: what two share, each of them states."""
    stated: dict[str, list[tuple[Support, Support]]] = defaultdict(list)
    for own, *others in said_by:
        for other in others:
            stated[other.article_id].append((other, replace(own, degree=SupportDegree.PARTLY)))
    complete: list[tuple[Support, ...]] = []
    for supports in said_by:
        own = supports[0]
        listed = {support.article_id: support for support in supports}
        for span, statement in stated[own.article_id]:
            if span.start < own.end and own.start < span.end:
                listed.setdefault(statement.article_id, statement)
        complete.append(tuple(listed.values()))
    return complete


def _sole_article(said_by: Sequence[Support], source: str) -> str:
    """Return the article that is the source; the first of its reprints where the source says otherwise."""
    articles = [support.article_id for support in said_by]
    return source if source in articles else articles[0]


def _statement(
    sentence: ReportSentence, said_by: tuple[Support, ...], only_in: str | None
) -> CoverageStatement:
    return CoverageStatement(
        sentence.text, sentence.report.id, sentence.span.start, sentence.span.end, said_by, only_in
    )
