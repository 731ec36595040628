"""Comparison of articles on request, without storing them."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from nutgraf.codec import encode
from nutgraf.json_logging import get_logger, log_context
from nutgraf.metrics import metrics
from nutgraf.nlp.multi_document import IdfTable, compare_reports
from nutgraf.nlp.span_validation import UnprovenSpanError
from nutgraf.store import UNPROVEN, ComparisonStore
from workers.analysis.analyse import Analyser
from workers.analysis.stage_timer import StageTimer
from workers.stories.report_adapter import report_from_input

log = get_logger()


def compare_articles(
    identifier: str, comparisons: ComparisonStore, analyser: Analyser, idf: IdfTable
) -> None:
    """Analyse the submitted articles, compare them and store the result for the waiting request.

    The result is discarded if the request has timed out. One that cannot be proved is withheld.

    Args:
        identifier: the comparison's id, from its nudge.
        comparisons: the store of comparisons.
        analyser: the loaded analyser.
        idf: inverse document frequencies of words.

    Raises:
        StoreUnavailableError: Redis did not answer.
    """
    with log_context(comparison_id=identifier):
        inputs = comparisons.take(identifier)
        if inputs is None:
            log.info("comparison refused")
            return
        began = time.monotonic()
        now = datetime.now(UTC)
        reports = [
            report_from_input(article, analyser.analyse(article.document, StageTimer()), received_at=now)
            for article in inputs
        ]
        try:
            comparison = encode(compare_reports(reports, idf))
        except UnprovenSpanError as error:
            log.error("comparison not proved", span=error.span, fault=error.fault)  # noqa: TRY400 - no text
            metrics().stories_unproven.inc()
            comparisons.answer(identifier, UNPROVEN)
            return
        comparisons.answer(identifier, comparison)
        log.info("comparison answered", articles=len(reports), seconds=round(time.monotonic() - began, 3))
