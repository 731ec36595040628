"""One delivery from its claim to what follows from the answer, readable without knowing Celery."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime

from standardwebhooks import Webhook

from nutgraf import __version__
from nutgraf.json_logging import context, get_logger
from nutgraf.metrics import meters
from nutgraf.model import Attempt
from nutgraf.store import Parcel, Settlement, Store
from workers.store_retry import persistently
from workers.webhooks.http_client import Answer, Poster, PostError
from workers.webhooks.payloads import render
from workers.webhooks.retry_policy import QUICK_SECONDS, judge

LOGGED_BYTES = 512

log = get_logger()


def deliver(identifier: str, store: Store, poster: Poster, nudge: Callable[[str], None]) -> None:
    """Claim the delivery, send it, write down the answer, and nudge for what may be sent next.

    Running this twice for one id is harmless; a sender that dies in here leaves a lease that runs out.

    Args:
        identifier: the delivery's id, from its nudge; every attempt carries it as its ``webhook-id``.
        store: where its state is kept.
        poster: what sends it.
        nudge: tells the senders of a delivery that is due.
    """
    with context(delivery_id=identifier):
        parcel = store.deliveries.claim(identifier)
        if isinstance(parcel, str):
            log.info("delivery refused", reason=parcel)
        else:
            _send(parcel, store, poster)
    for due in store.deliveries.dispatch():
        nudge(due)


def _send(parcel: Parcel, store: Store, poster: Poster) -> None:
    payload = parcel.payload or store.deliveries.keep(parcel, render(parcel, store))
    if payload is None:
        log.info("delivery canceled")
        return
    moment, began = datetime.now(UTC), time.monotonic()
    answer, error = _post(parcel, poster, payload, moment)
    seconds = time.monotonic() - began
    verdict = judge(answer, parcel.tries, random.random())  # noqa: S311 - jitter, not a secret
    attempt = Attempt(
        number=0,
        attempted_at=moment,
        status_code=answer.status if answer else None,
        error=error,
        milliseconds=round(seconds * 1000),
        answer=answer.body[:LOGGED_BYTES].decode(errors="replace") if answer else "",
    )
    settlement = Settlement(
        attempt,
        verdict.outcome,
        delay_ms=round(verdict.delay * 1000),
        pause_ms=round(verdict.pause * 1000),
        quick=verdict.outcome == "delivered" and seconds < QUICK_SECONDS,
    )
    kept = persistently(lambda: store.deliveries.settle(parcel, settlement))
    meters().deliveries.labels(verdict.outcome).inc()
    meters().delivery_seconds.observe(seconds)
    facts = {"status": attempt.status_code, "error": error, "milliseconds": attempt.milliseconds}
    log.info(
        "delivery attempted", outcome=verdict.outcome, endpoint_id=parcel.endpoint_id, kept=kept, **facts
    )


def _post(
    parcel: Parcel, poster: Poster, payload: bytes, moment: datetime
) -> tuple[Answer | None, str | None]:
    try:
        return poster.post(parcel.url, headers(parcel, payload, moment), payload), None
    except PostError as error:
        return None, str(error)


def headers(parcel: Parcel, payload: bytes, moment: datetime) -> dict[str, str]:
    """The headers of Standard Webhooks; during a rotation's grace each secret signs."""
    signatures = [Webhook(secret).sign(parcel.id, moment, payload.decode()) for secret in parcel.secrets]
    return {
        "Content-Type": "application/json",
        "User-Agent": f"Nutgraf/{__version__}",
        "webhook-id": parcel.id,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
