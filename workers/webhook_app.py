"""Celery app of the webhook worker. It uses threads because it mostly waits for receivers."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from celery import Celery, Task
from celery.signals import worker_ready, worker_shutdown

from nutgraf import tracing
from nutgraf.json_logging import get_logger
from nutgraf.queue import DELIVER, WEBHOOKS_QUEUE, BrokerUnavailableError, NudgeKind, Queue, make_celery
from nutgraf.settings import Settings
from nutgraf.store import Store, StoreUnavailableError
from nutgraf.tracing import span
from nutgraf.webhook_targets import AllowedTargets
from workers.bootstrap import (
    configure_worker_logging,
    flush_traces,
    refuse_dangerous_store,
    serve_metrics,
    sweeper_step,
)
from workers.life_signs import give_life_signs
from workers.sweeper import delivery_sweeper
from workers.webhooks.delivery import deliver
from workers.webhooks.http_client import WebhookClient

DISPATCH_SECONDS = 0.1
"""How often the store is asked for deliveries that are due: new deliveries send no nudge."""

log = get_logger()


def create_webhook_worker(settings: Settings) -> Celery:
    """Create the Celery app that sends webhooks."""
    app = make_celery(settings)
    slots = settings.webhook_threads
    app.conf.update(task_default_queue=WEBHOOKS_QUEUE, worker_pool="threads", worker_concurrency=slots)
    worker_ready.connect(_start_tracing, weak=False)
    worker_shutdown.connect(flush_traces, weak=False)
    store = Store(settings)
    allowed = AllowedTargets.parse(settings.webhook_allow)
    _register_delivery(app, store, WebhookClient(allowed, settings.webhook_deadline_seconds))
    configure_worker_logging(settings)
    refuse_dangerous_store(settings)
    serve_metrics(settings)
    give_life_signs("webhooks")
    app.steps["consumer"].add(
        sweeper_step(DISPATCH_SECONDS, lambda: delivery_sweeper(store, Queue(app), slots))
    )
    return app


def _register_delivery(app: Celery, store: Store, client: WebhookClient) -> None:
    """Register the delivery task. It has no time limit because an attempt has its own deadline."""
    queue = Queue(app)

    def nudge(delivery_id: str) -> None:
        # A delivery without a nudge is dispatched again when its lease expires.
        with suppress(BrokerUnavailableError):
            queue.nudge(NudgeKind.DELIVERY, delivery_id)

    @app.task(name=DELIVER, shared=False, bind=True)
    def send(task: Task[Any, Any], delivery_id: str) -> None:
        with span("deliver webhook", "consumer", _traceparent(task), {"delivery_id": delivery_id}):
            try:
                deliver(delivery_id, store, client, nudge)
            except StoreUnavailableError as error:
                # The delivery is dispatched again when its lease expires.
                log.warning("delivery postponed", delivery_id=delivery_id, error=str(error))


def _traceparent(task: Task[Any, Any]) -> str | None:
    """Return the ``traceparent`` header of the task's message, if it has one."""
    value = (task.request.headers or {}).get("traceparent")
    return str(value) if value else None


def _start_tracing(**_: Any) -> None:
    tracing.start_tracing("sender")
