"""The analysing worker: what the parent does, what each child loads, when a child is replaced."""

from __future__ import annotations

import gc
import os
import time
from pathlib import Path
from typing import Any

from billiard.process import current_process
from celery import Celery
from celery.signals import (
    worker_init,
    worker_process_init,
    worker_process_shutdown,
)

from nutgraf import metrics, tracing
from nutgraf.json_logging import get_logger
from nutgraf.nlp.multi_document import IdfTable
from nutgraf.nlp.pipeline import SHIPPED_MODELS
from nutgraf.queue import ARTICLES_QUEUE, STORIES_QUEUE, Queue, make_celery
from nutgraf.settings import Settings
from nutgraf.store import Store
from workers.analysis.analyse import AnalyserFactory
from workers.bootstrap import configure_worker_logging, flush_traces, serve_metrics, sweeper_step
from workers.sweeper import ArticleSweeper
from workers.tasks import ChildContext, register_analysis_tasks, register_story_tasks

CHILD_START_SECONDS = 60.0
CHILD_REST_SECONDS = 2.0

log = get_logger()


def create_analysis_worker(settings: Settings, factory: AnalyserFactory) -> Celery:
    """A Celery app that analyses articles.

    Args:
        settings: the product's settings.
        factory: what its children analyse with. It is loaded after the fork, because an ONNX session that was
            made before one hangs; before it comes what they can share.
    """
    models = Path(settings.models_path) if settings.models_path else None
    app = make_celery(settings)
    app.conf.update(
        worker_concurrency=settings.worker_children or len(os.sched_getaffinity(0)),
        worker_max_tasks_per_child=settings.worker_articles_per_child,
        worker_max_memory_per_child=settings.worker_memory_mb * 1024,
        worker_proc_alive_timeout=CHILD_START_SECONDS,
    )
    child = ChildContext()
    register_analysis_tasks(app, settings, child)
    register_story_tasks(app, settings, child)
    app.amqp.queues.select([ARTICLES_QUEUE, STORIES_QUEUE])

    def prepare(**_: Any) -> None:
        factory.prepare()
        # What the children inherit is garbage of none of them; looking for some would copy its pages.
        gc.collect()
        gc.freeze()

    def load() -> None:
        child.store = Store(settings)
        child.analyser = factory.load(models)
        child.idf = IdfTable.load((models or SHIPPED_MODELS) / "idf" / "idf.json")

    def fill_child(**_: Any) -> None:
        metrics.use_metrics_slot(f"child{getattr(current_process(), 'index', 0)}")
        tracing.start_tracing("worker")
        try:
            load()
        except Exception as error:  # noqa: BLE001 - whatever it is, Celery would go on with empty child
            log.error("child not started", error=type(error).__name__, detail=str(error))  # noqa: TRY400
            # Its successor may fare better: a disk is full, a file is being replaced.
            time.sleep(CHILD_REST_SECONDS)
            os._exit(1)

    configure_worker_logging(settings)
    worker_init.connect(prepare, weak=False)
    worker_process_init.connect(fill_child, weak=False)
    worker_process_shutdown.connect(flush_traces, weak=False)
    can = factory.describe(models)
    serve_metrics(settings, metrics.PipelineInfo(can))
    sweeper = sweeper_step(settings.sweep_seconds, lambda: ArticleSweeper(Store(settings), Queue(app), can))
    app.steps["consumer"].add(sweeper)
    return app
