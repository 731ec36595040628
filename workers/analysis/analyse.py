"""One article from its claim to its end, readable without knowing Celery."""

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
    """What turns documents into analyses: the pipeline, or a stand-in where speed matters more than sense."""

    capabilities: Capabilities

    def analyse(self, document: Document, lap: OnStage) -> Analysis:
        """The proved analysis of a document; ``lap`` is told each stage as it ends."""
        ...


class AnalyserFactory(Protocol):
    """A kind of analyser: what it can do is known before it is loaded."""

    def describe(self, models: Path | None) -> Capabilities:
        """What an analyser with the models of a folder, or with the shipped ones, can do."""
        ...

    def prepare(self) -> None:
        """Load what all processes share that are forked afterwards."""
        ...

    def load(self, models: Path | None) -> Analyser:
        """Such an analyser, ready to work."""
        ...


class AnalysisTimeoutError(Exception):
    """The analysis was interrupted because its time is over."""


def analyse_next(
    nudge: str,
    articles: ArticleStore,
    analyser: Analyser,
    renew_seconds: float,
    interrupted: type[BaseException] = AnalysisTimeoutError,
) -> None:
    """Claim the article whose turn it is, analyse it and commit; doing so twice for one nudge is harmless.

    Args:
        nudge: what said that an article waits.
        articles: where their states are kept.
        analyser: what analyses it.
        renew_seconds: how often the lease is renewed meanwhile.
        interrupted: what the caller raises in here when the analysis takes too long.
    """
    claim = articles.claim(analyser.capabilities.pipeline.fingerprint, nudge)
    if isinstance(claim, ClaimRefused):
        metrics().refusals.labels(claim.reason).inc()
        log.info("claim refused", reason=claim.reason, article_id=claim.id)
        return
    with (
        log_context(article_id=claim.id, request_id=claim.request_id),
        span("analyse article", "consumer", claim.trace, {"article_id": claim.id}),
        _kept_alive(articles, claim, renew_seconds),
    ):
        began = time.monotonic()
        try:
            analysis = analyser.analyse(claim.document, StageTimer())
            written = encode(analysis)
        except interrupted:
            retry_until_store_answers(lambda: articles.fail(claim, TIMED_OUT))
            metrics().analyses.labels("timed_out").inc()
            log.warning("analysis timed out", attempts=claim.attempts)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the article must not be tried forever
            # The message of an error may quote the article, so only its kind is logged.
            retry_until_store_answers(lambda: articles.fail(claim, BROKEN))
            metrics().analyses.labels("failed").inc()
            log.error("analysis failed", error=type(error).__name__, attempts=claim.attempts)  # noqa: TRY400
        else:
            finished = retry_until_store_answers(
                lambda: articles.commit(claim, written, analysis.meaning, analysis.sentences)
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
    # The id was made when the article was accepted, by another machine's clock.
    metrics().journey_seconds.observe(max(0.0, time.time() - identifiers.milliseconds(identifier) / 1000))


@contextmanager
def _kept_alive(articles: ArticleStore, claim: Claim, renew_seconds: float) -> Iterator[None]:
    """Renew the lease from a thread of its own until the block ends."""
    over = threading.Event()

    def renew() -> None:
        while not over.wait(renew_seconds):
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
        over.set()
        thread.join()
