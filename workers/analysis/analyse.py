"""Analysis of one article: claim, analyse, commit. Independent of Celery."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from nutgraf import identifiers
from nutgraf.codec import encode
from nutgraf.json_logging import get_logger, log_context
from nutgraf.metrics import metrics
from nutgraf.model import Analysis, Capabilities, Document, Failure
from nutgraf.store import ArticleStore, Claim, ClaimRefused, StoreUnavailableError
from nutgraf.tracing import span
from workers.analysis.stage_timer import OnStage, StageTimer
from workers.store_retry import retry_until_store_answers

TIMED_OUT = Failure("analysis_timeout", "The analysis did not end in time.")
BROKEN = Failure(
    "analysis_failed", "The analysis met a fault of its own; the log has it under the article's id."
)

log = get_logger()


class Analyser(Protocol):
    """Function from documents to analyses: the NLP pipeline, or a stub in tests."""

    capabilities: Capabilities

    def analyse(self, document: Document, on_stage: OnStage, /) -> Analysis:
        """Analyse a document; ``on_stage`` is called with the name of each stage when it ends."""
        ...


class AnalyserFactory(Protocol):
    """Kind of analyser, whose capabilities are known before its models are loaded."""

    def describe(self, models: Path | None) -> Capabilities:
        """Return the capabilities with the models of a folder; None stands for the shipped models."""
        ...

    def prepare(self) -> None:
        """Load what the processes share that are forked afterwards."""
        ...

    def load(self, models: Path | None) -> Analyser:
        """Load the models of a folder and return the analyser."""
        ...


class AnalysisTimeoutError(Exception):
    """The analysis exceeded its time limit."""


def analyse_next(
    nudge: str,
    articles: ArticleStore,
    analyser: Analyser,
    renew_seconds: float,
    interrupted: type[BaseException] = AnalysisTimeoutError,
) -> None:
    """Claim the next article, analyse it and commit the analysis. Idempotent for one nudge.

    Args:
        nudge: the nudge; the store chooses the article.
        articles: the store of articles.
        analyser: the loaded analyser.
        renew_seconds: interval at which the lease is renewed.
        interrupted: the exception that the caller raises in this thread when the time limit is over.

    Raises:
        MemoryError: the process ran out of memory; the lease expires and another worker retries.
        StoreUnavailableError: Redis did not answer in time; the lease expires likewise.
    """
    claim = articles.claim(analyser.capabilities.pipeline.fingerprint, nudge)
    if isinstance(claim, ClaimRefused):
        metrics().refusals.labels(claim.reason).inc()
        log.info("claim refused", reason=claim.reason, article_id=claim.id)
        return
    with (
        log_context(article_id=claim.id, request_id=claim.request_id),
        span("analyse article", "consumer", claim.trace, {"article_id": claim.id}),
        _renewed_lease(articles, claim, renew_seconds),
    ):
        _analyse_claimed(claim, articles, analyser, interrupted)


def _analyse_claimed(
    claim: Claim, articles: ArticleStore, analyser: Analyser, interrupted: type[BaseException]
) -> None:
    began = time.monotonic()
    try:
        analysis = analyser.analyse(claim.document, StageTimer())
        encoded = encode(analysis)
    except interrupted:
        retry_until_store_answers(lambda: articles.fail(claim, TIMED_OUT))
        metrics().analyses.labels("timed_out").inc()
        log.warning("analysis timed out", attempts=claim.attempts)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the article must not be retried forever
        # Only the class is logged: the message may quote the article.
        retry_until_store_answers(lambda: articles.fail(claim, BROKEN))
        metrics().analyses.labels("failed").inc()
        log.error("analysis failed", error=type(error).__name__, attempts=claim.attempts)  # noqa: TRY400
    else:
        finished = retry_until_store_answers(
            lambda: articles.commit(claim, encoded, analysis.meaning, analysis.sentences)
        )
        seconds = time.monotonic() - began
        _count_completed(claim.id, seconds)
        log.info(
            "analysis committed",
            finished=finished,
            seconds=round(seconds, 3),
            attempts=claim.attempts,
        )


def _count_completed(identifier: str, seconds: float) -> None:
    metrics().analyses.labels("completed").inc()
    metrics().analysis_seconds.observe(seconds)
    # The id contains the time of acceptance, by the clock of the API's machine, which may be ahead.
    metrics().journey_seconds.observe(max(0.0, time.time() - identifiers.milliseconds(identifier) / 1000))


@contextmanager
def _renewed_lease(articles: ArticleStore, claim: Claim, renew_seconds: float) -> Iterator[None]:
    """Renew the lease from a separate thread until the block ends."""
    ended = threading.Event()

    def renew() -> None:
        while not ended.wait(renew_seconds):
            try:
                if not articles.renew(claim):
                    return
            except StoreUnavailableError:
                log.warning("lease not renewed")

    thread = threading.Thread(target=renew, name="lease", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
