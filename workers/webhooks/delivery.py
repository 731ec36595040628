"""One delivery attempt: claim, render, send, record. Independent of Celery."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime

from standardwebhooks import Webhook

from nutgraf import __version__
from nutgraf.json_logging import get_logger, log_context
from nutgraf.metrics import metrics
from nutgraf.model import DeliveryAttempt
from nutgraf.store import AttemptOutcome, LeasedDelivery, Store
from workers.store_retry import retry_until_store_answers
from workers.webhooks.http_client import WebhookClient, WebhookRequestError, WebhookResponse
from workers.webhooks.payloads import render
from workers.webhooks.retry_policy import QUICK_SECONDS, decide_retry

LOGGED_BYTES = 512
"""How much of a response body is stored with the attempt."""

log = get_logger()


def deliver(identifier: str, store: Store, client: WebhookClient, nudge: Callable[[str], None]) -> None:
    """Claim the delivery, send it, record the attempt, and nudge for the deliveries that are due next.

    Idempotent for one id. If the process dies meanwhile, the lease expires and the delivery is sent again.

    Args:
        identifier: the delivery's id, from its nudge; it is the ``webhook-id`` of every attempt.
        store: the store.
        client: the HTTP client.
        nudge: sends a nudge for the delivery with the given id.

    Raises:
        StoreUnavailableError: Redis did not answer.
    """
    with log_context(delivery_id=identifier):
        delivery = store.deliveries.claim(identifier)
        if isinstance(delivery, str):
            log.info("delivery refused", reason=delivery)
        else:
            _send(delivery, store, client)
    for due in store.deliveries.dispatch():
        nudge(due)


def _send(delivery: LeasedDelivery, store: Store, client: WebhookClient) -> None:
    payload = delivery.payload or store.deliveries.freeze_payload(delivery, render(delivery, store))
    if payload is None:
        log.info("delivery canceled")
        return
    attempted_at, began = datetime.now(UTC), time.monotonic()
    response, error = _post(delivery, client, payload, attempted_at)
    seconds = time.monotonic() - began
    decision = decide_retry(response, delivery.tries, random.random())  # noqa: S311 - jitter, not a secret
    attempt = DeliveryAttempt(
        number=0,
        attempted_at=attempted_at,
        status_code=response.status if response else None,
        error=error,
        milliseconds=round(seconds * 1000),
        answer=response.body[:LOGGED_BYTES].decode(errors="replace") if response else "",
    )
    outcome = AttemptOutcome(
        attempt,
        decision.outcome,
        delay_ms=round(decision.delay * 1000),
        pause_ms=round(decision.pause * 1000),
        quick=decision.outcome == "delivered" and seconds < QUICK_SECONDS,
    )
    recorded = retry_until_store_answers(lambda: store.deliveries.record_attempt(delivery, outcome))
    metrics().deliveries.labels(decision.outcome).inc()
    metrics().delivery_seconds.observe(seconds)
    log.info(
        "delivery attempted",
        outcome=decision.outcome,
        endpoint_id=delivery.endpoint_id,
        recorded=recorded,
        status=attempt.status_code,
        error=error,
        milliseconds=attempt.milliseconds,
    )


def _post(
    delivery: LeasedDelivery, client: WebhookClient, payload: bytes, attempted_at: datetime
) -> tuple[WebhookResponse | None, str | None]:
    """Return the response, or the code of the error if there was none."""
    try:
        return client.post(delivery.url, headers(delivery, payload, attempted_at), payload), None
    except WebhookRequestError as error:
        return None, str(error)


def headers(delivery: LeasedDelivery, payload: bytes, attempted_at: datetime) -> dict[str, str]:
    """Return the headers of an attempt by the Standard Webhooks specification.

    There is one signature per secret: two during the grace period of a rotation.
    """
    text = payload.decode()
    signatures = [Webhook(secret).sign(delivery.id, attempted_at, text) for secret in delivery.secrets]
    return {
        "Content-Type": "application/json",
        "User-Agent": f"Nutgraf/{__version__}",
        "webhook-id": delivery.id,
        "webhook-timestamp": str(int(attempted_at.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
