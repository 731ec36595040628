"""Celery app of the analysis worker: set-up of the parent process and of its children."""

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
from workers.bootstrap import (
    configure_worker_logging,
    flush_traces,
    refuse_dangerous_store,
    serve_metrics,
    sweeper_step,
)
from workers.child_states import ChildStates
from workers.life_signs import give_life_signs
from workers.sweeper import article_sweeper
from workers.tasks import ChildContext, register_tasks

CHILD_START_SECONDS = 60.0
"""How long a child may take to load its models."""

CHILD_RESTART_SECONDS = 2.0
"""Pause before a child that could not load its models exits and is replaced."""

log = get_logger()


def create_analysis_worker(settings: Settings, factory: AnalyserFactory) -> Celery:
    """Create the Celery app that analyses articles and works on stories.

    Args:
        settings: the product's settings.
        factory: the kind of analyser. ``prepare`` runs in the parent process; ``load`` runs in each child,
            because an ONNX session that was created before a fork hangs after it.
    """
    models = Path(settings.models_path) if settings.models_path else None
    app = make_celery(settings)
    app.conf.update(
        worker_concurrency=settings.worker_children or len(os.sched_getaffinity(0)),
        worker_max_tasks_per_child=settings.worker_articles_per_child,
        worker_max_memory_per_child=settings.worker_memory_mb * 1024,
        worker_proc_alive_timeout=CHILD_START_SECONDS,
    )
    child, states = ChildContext(), ChildStates()
    register_tasks(app, settings, child)
    app.amqp.queues.select([ARTICLES_QUEUE, STORIES_QUEUE])
    configure_worker_logging(settings)
    refuse_dangerous_store(settings)
    _load_models_in_children(settings, factory, models, child, states)
    worker_process_shutdown.connect(flush_traces, weak=False)
    capabilities = factory.describe(models)
    serve_metrics(settings, metrics.PipelineInfo(capabilities))
    give_life_signs("analysis")
    app.steps["consumer"].add(
        sweeper_step(
            settings.sweep_seconds,
            lambda: article_sweeper(Store(settings), Queue(app), capabilities, states.any_loaded),
        )
    )
    return app


def _load_models_in_children(
    settings: Settings,
    factory: AnalyserFactory,
    models: Path | None,
    child: ChildContext,
    states: ChildStates,
) -> None:
    """Connect the start of the parent process, and of each child, to the loading of models."""

    def prepare_parent(**_: Any) -> None:
        factory.prepare()
        # Inherited objects live as long as the child. Collecting them would copy their memory pages.
        gc.collect()
        gc.freeze()

    def load() -> None:
        child.store = Store(settings)
        child.analyser = factory.load(models)
        child.idf = IdfTable.load((models or SHIPPED_MODELS) / "idf" / "idf.json")

    def start_child(**_: Any) -> None:
        index = getattr(current_process(), "index", 0)
        metrics.use_metrics_slot(f"child{index}")
        tracing.start_tracing("worker")
        try:
            load()
            states.record(index, loaded=True)
        except Exception as error:  # noqa: BLE001 - Celery would keep a child that has no analyser
            states.record(index, loaded=False)
            log.error("child not started", error=type(error).__name__, detail=str(error))  # noqa: TRY400
            # The cause may be temporary, such as a file that is being replaced.
            time.sleep(CHILD_RESTART_SECONDS)
            os._exit(1)

    worker_init.connect(prepare_parent, weak=False)
    worker_process_init.connect(start_child, weak=False)
