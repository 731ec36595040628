"""Articles that are compared at once and kept nowhere."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from nutgraf.codec import encode
from nutgraf.json_logging import context, get_logger
from nutgraf.nlp.multi_document import Rarity, Report, compare, report_of
from nutgraf.store import ComparisonStore, Outline
from workers.analysis.analyse import Analyser
from workers.analysis.stage_timer import Stopwatch

log = get_logger()


def compare_articles(
    identifier: str, comparisons: ComparisonStore, analyser: Analyser, rarity: Rarity
) -> None:
    """Analyse what was handed in, compare it and answer whoever waits; in vain if nobody does any more.

    Args:
        identifier: the comparison's id, from its nudge.
        comparisons: where it waits.
        analyser: what analyses the articles.
        rarity: how telling words are.
    """
    with context(comparison_id=identifier):
        outlines = comparisons.take(identifier)
        if outlines is None:
            log.info("comparison refused")
            return
        began = time.monotonic()
        now = datetime.now(UTC)
        reports = [_report(outline, analyser, now) for outline in outlines]
        comparisons.answer(identifier, encode(compare(reports, rarity)))
        log.info("comparison answered", articles=len(reports), seconds=round(time.monotonic() - began, 3))


def _report(outline: Outline, analyser: Analyser, now: datetime) -> Report:
    document = outline.document
    return report_of(
        outline.id,
        title=document.title,
        text=document.text,
        source=outline.source,
        published_at=document.published_at,
        received_at=now,
        analysis=analyser.analyse(document, Stopwatch()),
    )
