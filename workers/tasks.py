"""The tasks: names, queues and limits; what they do stands in ``analysing`` and ``delivering``."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from celery import Celery, Task
from celery.exceptions import SoftTimeLimitExceeded

from nutgraf.queue import ANALYSE, DELIVER, BrokerUnavailableError, Queue
from nutgraf.settings import Settings
from nutgraf.store import Store
from nutgraf.tracing import span
from workers.analysing import Analyser, analyse_article
from workers.delivering import deliver
from workers.posting import Poster


class Hands:
    """What one child holds: its connections and its loaded pipeline, both made after the fork."""

    store: Store
    analyser: Analyser


def register(app: Celery, settings: Settings, hands: Hands) -> None:
    """Give the app its tasks."""

    # The ignores: celery-types knows limits as whole seconds only.
    @app.task(  # type: ignore[call-overload, untyped-decorator]
        name=ANALYSE,
        shared=False,
        soft_time_limit=settings.analysis_soft_seconds,
        time_limit=settings.analysis_hard_seconds,
        bind=True,
    )
    def analyse(task: Task[Any, Any], article_id: str) -> None:
        with span("analyse article", "consumer", traceparent(task), {"article_id": article_id}):
            analyse_article(
                article_id,
                hands.store.articles,
                hands.analyser,
                renew_seconds=settings.lease_seconds / 3,
                interrupted=SoftTimeLimitExceeded,
            )


def register_deliveries(app: Celery, store: Store, poster: Poster) -> None:
    """Give the senders' app its task. It needs no time limit: an attempt ends by its own deadline."""
    queue = Queue(app)

    def nudge(delivery_id: str) -> None:
        # One that is not told now is dispatched again when its lease runs out.
        with suppress(BrokerUnavailableError):
            queue.nudge_delivery(delivery_id)

    @app.task(name=DELIVER, shared=False, bind=True)
    def send(task: Task[Any, Any], delivery_id: str) -> None:
        with span("deliver webhook", "consumer", traceparent(task), {"delivery_id": delivery_id}):
            deliver(delivery_id, store, poster, nudge)


def traceparent(task: Task[Any, Any]) -> str | None:
    """The trace that a nudge belongs to, if it carries one."""
    value = (task.request.headers or {}).get("traceparent")
    return str(value) if value else None
