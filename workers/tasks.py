"""The tasks: names, queues and limits; what they do stands in modules of their own."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from celery import Celery
from celery.exceptions import SoftTimeLimitExceeded

from nutgraf.nlp.multi_document import Rarity
from nutgraf.queue import ANALYSE, COMPARE, GROUP, TELL
from nutgraf.settings import Settings
from nutgraf.store import Store, StoreUnavailableError
from workers.analysis.analyse import Analyser, analyse_next
from workers.stories.clustering import group_articles
from workers.stories.comparison import compare_articles
from workers.stories.publishing import tell_story

SLICE_SECONDS = 2.0
"""What a child spends on grouping before it goes on with the next article."""

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
    )
    def analyse(nudge: str) -> None:
        analyse_next(
            nudge,
            hands.store.articles,
            hands.analyser,
            renew_seconds=settings.lease_seconds / 3,
            interrupted=SoftTimeLimitExceeded,
        )


def register_stories(app: Celery, settings: Settings, hands: Hands) -> None:
    """Give the app the tasks about several articles."""
    as_an_analysis: Any = {
        "shared": False,
        "soft_time_limit": settings.analysis_soft_seconds,
        "time_limit": settings.analysis_hard_seconds,
    }

    # What is interrupted or fails, the sweeper asks for again.
    @app.task(name=GROUP, **as_an_analysis)
    def group(tenant: str) -> None:
        with suppress(StoreUnavailableError, SoftTimeLimitExceeded):
            group_articles(tenant, hands.store.stories, hands.rarity, SLICE_SECONDS)

    @app.task(name=TELL, **as_an_analysis)
    def tell(story: str) -> None:
        with suppress(StoreUnavailableError, SoftTimeLimitExceeded):
            tell_story(story, hands.store.stories, hands.rarity)

    @app.task(  # type: ignore[call-overload, untyped-decorator]
        name=COMPARE,
        shared=False,
        soft_time_limit=settings.compare_seconds,
        time_limit=settings.compare_seconds + GRACE_SECONDS,
    )
    def compare(comparison_id: str) -> None:
        with suppress(StoreUnavailableError, SoftTimeLimitExceeded):
            compare_articles(comparison_id, hands.store.comparisons, hands.analyser, hands.rarity)
