"""The sender of webhooks: threads, because it does little but wait; it loads no models."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from celery import Celery, Task
from celery.signals import worker_ready, worker_shutdown

from nutgraf import tracing
from nutgraf.json_logging import get_logger
from nutgraf.queue import DELIVER, WEBHOOKS_QUEUE, BrokerUnavailableError, Queue, make_celery
from nutgraf.settings import Settings
from nutgraf.store import Store, StoreUnavailableError
from nutgraf.tracing import span
from nutgraf.webhook_targets import AllowedTargets
from workers.bootstrap import configure_worker_logging, flush_traces, serve_metrics, sweeper_step
from workers.sweeper import DeliverySweeper
from workers.webhooks.delivery import deliver
from workers.webhooks.http_client import WebhookClient

# A delivery is told of by no nudge of its own: whatever is due is looked for this often.
DISPATCH_SECONDS = 0.1

log = get_logger()


def create_webhook_worker(settings: Settings) -> Celery:
    """A Celery app that sends webhooks."""
    app = make_celery(settings)
    slots = settings.webhook_threads
    app.conf.update(task_default_queue=WEBHOOKS_QUEUE, worker_pool="threads", worker_concurrency=slots)
    worker_ready.connect(_trace_sender, weak=False)
    worker_shutdown.connect(flush_traces, weak=False)
    store = Store(settings)
    allowed = AllowedTargets.parse(settings.webhook_allow)
    _register(app, store, WebhookClient(allowed, settings.webhook_deadline_seconds))
    configure_worker_logging(settings)
    serve_metrics(settings)
    app.steps["consumer"].add(
        sweeper_step(DISPATCH_SECONDS, lambda: DeliverySweeper(store, Queue(app), slots))
    )
    return app


def _register(app: Celery, store: Store, client: WebhookClient) -> None:
    """Give the app its task. It needs no time limit: an attempt ends by its own deadline."""
    queue = Queue(app)

    def nudge(delivery_id: str) -> None:
        # One that is not told now is dispatched again when its lease runs out.
        with suppress(BrokerUnavailableError):
            queue.nudge_delivery(delivery_id)

    @app.task(name=DELIVER, shared=False, bind=True)
    def send(task: Task[Any, Any], delivery_id: str) -> None:
        with span("deliver webhook", "consumer", _traceparent(task), {"delivery_id": delivery_id}):
            try:
                deliver(delivery_id, store, client, nudge)
            except StoreUnavailableError as error:
                # Whatever this left undone, a lease runs out and it is done again.
                log.warning("delivery postponed", delivery_id=delivery_id, error=str(error))


def _traceparent(task: Task[Any, Any]) -> str | None:
    """The trace that a nudge belongs to, if it carries one."""
    value = (task.request.headers or {}).get("traceparent")
    return str(value) if value else None


def _trace_sender(**_: Any) -> None:
    tracing.start_tracing("sender")
