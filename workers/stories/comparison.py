"""Articles that are compared at once and kept nowhere."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from nutgraf.codec import encode
from nutgraf.json_logging import get_logger, log_context
from nutgraf.nlp.multi_document import IdfTable, Report, compare_reports, report_of
from nutgraf.store import ComparisonInput, ComparisonStore
from workers.analysis.analyse import Analyser
from workers.analysis.stage_timer import StageTimer

log = get_logger()


def compare_articles(
    identifier: str, comparisons: ComparisonStore, analyser: Analyser, idf: IdfTable
) -> None:
    """Analyse what was handed in, compare it and answer whoever waits; in vain if nobody does any more.

    Args:
        identifier: the comparison's id, from its nudge.
        comparisons: where it waits.
        analyser: what analyses the articles.
        idf: inverse document frequencies of words.
    """
    with log_context(comparison_id=identifier):
        outlines = comparisons.take(identifier)
        if outlines is None:
            log.info("comparison refused")
            return
        began = time.monotonic()
        now = datetime.now(UTC)
        reports = [_report(outline, analyser, now) for outline in outlines]
        comparisons.answer(identifier, encode(compare_reports(reports, idf)))
        log.info("comparison answered", articles=len(reports), seconds=round(time.monotonic() - began, 3))


def _report(outline: ComparisonInput, analyser: Analyser, now: datetime) -> Report:
    document = outline.document
    return report_of(
        outline.id,
        title=document.title,
        text=document.text,
        source=outline.source,
        published_at=document.published_at,
        received_at=now,
        analysis=analyser.analyse(document, StageTimer()),
    )
