"""Celery tasks of the analysis worker: their names, time limits and the functions that they call.

======================== ==================== ===================================== ==========
task                     argument             function                              limits
======================== ==================== ===================================== ==========
nutgraf.analyse          nudge                analysis.analyse.analyse_next         analysis
nutgraf.group_articles   tenant               stories.clustering.cluster_articles   analysis
nutgraf.tell_story       story id             stories.publishing.publish_story      analysis
nutgraf.compare          comparison id        stories.comparison.compare_articles   comparison
======================== ==================== ===================================== ==========

The soft limit raises ``SoftTimeLimitExceeded`` in the task; the hard limit kills the child. A task about
stories that is interrupted, or that cannot reach Redis, just ends: the sweeper nudges again.
"""

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
from workers.stories.clustering import cluster_articles
from workers.stories.comparison import compare_articles
from workers.stories.publishing import publish_story

CLUSTERING_SECONDS = 2.0
"""How long a child clusters a tenant's articles before it takes the next task."""

COMPARISON_GRACE_SECONDS = 15.0
"""How long after the soft limit a comparison is killed."""


class ChildContext:
    """Connections and models of one child process, all created after the fork."""

    store: Store
    analyser: Analyser
    idf: IdfTable


def register_tasks(app: Celery, settings: Settings, child: ChildContext) -> None:
    """Register the tasks of the analysis worker."""
    soft, hard = settings.analysis_soft_seconds, settings.analysis_hard_seconds
    _register_analysis(app, settings, child, _limits(soft, hard))
    _register_stories(app, child, _limits(soft, hard))
    compare_seconds = settings.compare_seconds
    _register_comparison(app, child, _limits(compare_seconds, compare_seconds + COMPARISON_GRACE_SECONDS))


def _limits(soft: float, hard: float) -> Any:  # celery-types allows whole seconds only
    return {"soft_time_limit": soft, "time_limit": hard}


def _register_analysis(app: Celery, settings: Settings, child: ChildContext, limits: Any) -> None:
    @app.task(name=ANALYSE, shared=False, **limits)
    def analyse(nudge: str) -> None:
        analyse_next(
            nudge,
            child.store.articles,
            child.analyser,
            renew_seconds=settings.lease_seconds / 3,
            interrupted=SoftTimeLimitExceeded,
        )


def _register_stories(app: Celery, child: ChildContext, limits: Any) -> None:
    @app.task(name=CLUSTER, shared=False, **limits)
    def cluster(tenant: str) -> None:
        with suppress(StoreUnavailableError, SoftTimeLimitExceeded):
            cluster_articles(tenant, child.store.stories, child.idf, CLUSTERING_SECONDS)

    @app.task(name=PUBLISH, shared=False, **limits)
    def publish(story: str) -> None:
        with suppress(StoreUnavailableError, SoftTimeLimitExceeded):
            publish_story(story, child.store.stories, child.idf)


def _register_comparison(app: Celery, child: ChildContext, limits: Any) -> None:
    @app.task(name=COMPARE, shared=False, **limits)
    def compare(comparison_id: str) -> None:
        with suppress(StoreUnavailableError, SoftTimeLimitExceeded):
            compare_articles(comparison_id, child.store.comparisons, child.analyser, child.idf)
