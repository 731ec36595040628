"""The tasks: names, queues and limits; what they do stands in ``analysing`` and ``delivering``."""

from __future__ import annotations

from typing import Any

from celery import Celery, Task
from celery.exceptions import SoftTimeLimitExceeded

from nutgraf.queue import ANALYSE
from nutgraf.settings import Settings
from nutgraf.store import Store
from nutgraf.tracing import span
from workers.analysing import Analyser, analyse_article
from workers.wiring import traceparent


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
