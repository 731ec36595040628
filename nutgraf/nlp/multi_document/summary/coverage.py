"""What all reports say, what some say, and what only one says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from nutgraf.model.story import CoverageStatement
from nutgraf.nlp.multi_document.summary.multi_document_summary import (
    Alike,
    Scores,
    similar_rows,
    supporting_articles,
)
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence

SHARED: Final = 30
ALONE_EACH: Final = 12
ALONE: Final = 60

TOLD: Final = 0.4
"""The likeness from which a sentence counts as told elsewhere."""

_SHORTEST: Final = 6


def coverage_statements(
    lines: Sequence[ReportSentence], alike: Alike, worth: Scores, origin: Callable[[str], str]
) -> tuple[CoverageStatement, ...]:
    """Sentences with those who say the same: first what most sources say, then what one alone says.

    Args:
        lines: the sentences of all reports.
        alike: how alike each two are, shape (lines, lines).
        worth: how important each sentence is, shape (lines,).
        origin: the id of the article that an article reprints, or its own: a reprint is no second source.
    """
    shared: list[CoverageStatement] = []
    alone: list[CoverageStatement] = []
    covered: set[int] = set()
    each: Counter[str] = Counter()
    for row in sorted(range(len(lines)), key=lambda row: (-worth[row], row)):
        if row in covered or len(lines[row].text.split()) < _SHORTEST:
            continue
        said_by = supporting_articles(lines, alike, row, TOLD)
        covered.update(similar_rows(alike, row, TOLD))
        sources = {origin(article) for article in said_by}
        if len(sources) > 1:
            shared.append(_claim(lines[row], said_by, None))
        else:
            (source,) = sources
            each[source] += 1
            alone += [_claim(lines[row], said_by, source)] if each[source] <= ALONE_EACH else []
    shared.sort(key=lambda claim: -len({origin(article) for article in claim.said_by}))
    return (*shared[:SHARED], *alone[:ALONE])


def _claim(line: ReportSentence, said_by: tuple[str, ...], only_in: str | None) -> CoverageStatement:
    return CoverageStatement(line.text, line.report.id, line.span.start, line.span.end, said_by, only_in)
