"""One delivery from its claim to what follows from the answer, readable without knowing Celery."""

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

log = get_logger()


def deliver(identifier: str, store: Store, client: WebhookClient, nudge: Callable[[str], None]) -> None:
    """Claim the delivery, send it, write down the answer, and nudge for what may be sent next.

    Running this twice for one id is harmless; a sender that dies in here leaves a lease that runs out.

    Args:
        identifier: the delivery's id, from its nudge; every attempt carries it as its ``webhook-id``.
        store: where its state is kept.
        client: what sends it.
        nudge: tells the senders of a delivery that is due.
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
    moment, began = datetime.now(UTC), time.monotonic()
    answer, error = _post(delivery, client, payload, moment)
    seconds = time.monotonic() - began
    decision = decide_retry(answer, delivery.tries, random.random())  # noqa: S311 - jitter, not a secret
    attempt = DeliveryAttempt(
        number=0,
        attempted_at=moment,
        status_code=answer.status if answer else None,
        error=error,
        milliseconds=round(seconds * 1000),
        answer=answer.body[:LOGGED_BYTES].decode(errors="replace") if answer else "",
    )
    outcome = AttemptOutcome(
        attempt,
        decision.outcome,
        delay_ms=round(decision.delay * 1000),
        pause_ms=round(decision.pause * 1000),
        quick=decision.outcome == "delivered" and seconds < QUICK_SECONDS,
    )
    kept = retry_until_store_answers(lambda: store.deliveries.record_attempt(delivery, outcome))
    metrics().deliveries.labels(decision.outcome).inc()
    metrics().delivery_seconds.observe(seconds)
    facts = {"status": attempt.status_code, "error": error, "milliseconds": attempt.milliseconds}
    log.info(
        "delivery attempted", outcome=decision.outcome, endpoint_id=delivery.endpoint_id, kept=kept, **facts
    )


def _post(
    delivery: LeasedDelivery, client: WebhookClient, payload: bytes, moment: datetime
) -> tuple[WebhookResponse | None, str | None]:
    try:
        return client.post(delivery.url, headers(delivery, payload, moment), payload), None
    except WebhookRequestError as error:
        return None, str(error)


def headers(delivery: LeasedDelivery, payload: bytes, moment: datetime) -> dict[str, str]:
    """The headers of Standard Webhooks; during a rotation's grace each secret signs."""
    signatures = [Webhook(secret).sign(delivery.id, moment, payload.decode()) for secret in delivery.secrets]
    return {
        "Content-Type": "application/json",
        "User-Agent": f"Nutgraf/{__version__}",
        "webhook-id": delivery.id,
        "webhook-timestamp": str(int(moment.timestamp())),
        "webhook-signature": " ".join(signatures),
    }
