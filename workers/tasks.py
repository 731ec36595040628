"""The tasks: names, queues and limits; what they do stands in modules of their own."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from celery import Celery
from celery.exceptions import SoftTimeLimitExceeded

from nutgraf.nlp.multi_document import IdfTable
from nutgraf.queue import ANALYSE, CLUSTER, COMPARE, PUBLISH
from nutgraf.settings import Settings
from nutgraf.store import Store, StoreUnavailableError
from workers.analysis.analyse import Analyser, analyse_next
from workers.stories.clustering import group_articles
from workers.stories.comparison import compare_articles
from workers.stories.publishing import publish_story

SLICE_SECONDS = 2.0
"""What a child spends on grouping before it goes on with the next article."""

GRACE_SECONDS = 15.0


class ChildContext:
    """What one child holds: its connections and its loaded pipeline, both made after the fork."""

    store: Store
    analyser: Analyser
    idf: IdfTable


def register_analysis_tasks(app: Celery, settings: Settings, child: ChildContext) -> None:
    """Give the app its tasks."""

    # The ignores: celery-types knows limits as whole seconds only.
    @app.task(  # type: ignore[call-overload, untyped-decorator]
        name=ANALYSE,
        shared=False,
        soft_time_limit=settings.analysis_soft_seconds,
        time_limit=settings.analysis_hard_seconds,
    )
    def analyse(nudge: str) -> None:
        analyse_next(
            nudge,
            child.store.articles,
            child.analyser,
            renew_seconds=settings.lease_seconds / 3,
            interrupted=SoftTimeLimitExceeded,
        )


def register_story_tasks(app: Celery, settings: Settings, child: ChildContext) -> None:
    """Give the app the tasks about several articles."""
    as_an_analysis: Any = {
        "shared": False,
        "soft_time_limit": settings.analysis_soft_seconds,
        "time_limit": settings.analysis_hard_seconds,
    }

    # What is interrupted or fails, the sweeper asks for again.
    @app.task(name=CLUSTER, **as_an_analysis)
    def group(tenant: str) -> None:
        with suppress(StoreUnavailableError, SoftTimeLimitExceeded):
            group_articles(tenant, child.store.stories, child.idf, SLICE_SECONDS)

    @app.task(name=PUBLISH, **as_an_analysis)
    def tell(story: str) -> None:
        with suppress(StoreUnavailableError, SoftTimeLimitExceeded):
            publish_story(story, child.store.stories, child.idf)

    @app.task(  # type: ignore[call-overload, untyped-decorator]
        name=COMPARE,
        shared=False,
        soft_time_limit=settings.compare_seconds,
        time_limit=settings.compare_seconds + GRACE_SECONDS,
    )
    def compare(comparison_id: str) -> None:
        with suppress(StoreUnavailableError, SoftTimeLimitExceeded):
            compare_articles(comparison_id, child.store.comparisons, child.analyser, child.idf)
