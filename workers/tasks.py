"""The tasks: names, queues and limits; what they do stands in modules of their own."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from celery import Celery, Task
from celery.exceptions import SoftTimeLimitExceeded

from nutgraf.queue import ANALYSE, COMPARE, TEND_STORIES
from nutgraf.settings import Settings
from nutgraf.store import Store, StoreUnavailableError
from nutgraf.tracing import span
from workers.analysing import Analyser, analyse_article
from workers.clustering import tend_stories
from workers.comparing import compare_articles
from workers.pipeline.comparing import Rarity
from workers.wiring import traceparent

AT_ONCE_SECONDS = 2.0
"""What a worker spends on stories before it goes on with the next article."""

GRACE_SECONDS = 15.0


class Hands:
    """What one child holds: its connections and its loaded pipeline, both made after the fork."""

    store: Store
    analyser: Analyser
    rarity: Rarity


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
            tenant = analyse_article(
                article_id,
                hands.store.articles,
                hands.analyser,
                renew_seconds=settings.lease_seconds / 3,
                interrupted=SoftTimeLimitExceeded,
            )
        if tenant is not None:
            # What is not done at once, or fails, the sweeper asks for again.
            with suppress(StoreUnavailableError, SoftTimeLimitExceeded):
                tend_stories(tenant, hands.store.stories, hands.rarity, AT_ONCE_SECONDS)


def register_stories(app: Celery, settings: Settings, hands: Hands) -> None:
    """Give the app the tasks about several articles."""

    @app.task(  # type: ignore[call-overload, untyped-decorator]
        name=TEND_STORIES,
        shared=False,
        soft_time_limit=settings.analysis_soft_seconds,
        time_limit=settings.analysis_hard_seconds,
    )
    def tend(tenant: str) -> None:
        with suppress(StoreUnavailableError, SoftTimeLimitExceeded):
            tend_stories(tenant, hands.store.stories, hands.rarity, settings.analysis_soft_seconds / 2)

    @app.task(  # type: ignore[call-overload, untyped-decorator]
        name=COMPARE,
        shared=False,
        soft_time_limit=settings.compare_seconds,
        time_limit=settings.compare_seconds + GRACE_SECONDS,
    )
    def compare(comparison_id: str) -> None:
        with suppress(StoreUnavailableError, SoftTimeLimitExceeded):
            compare_articles(comparison_id, hands.store.comparisons, hands.analyser, hands.rarity)
