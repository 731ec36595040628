"""The workers' wiring: what the parent does, what each child loads, when a child is replaced."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from billiard.process import current_process
from celery import Celery, bootsteps
from celery.signals import (
    setup_logging,
    worker_init,
    worker_process_init,
    worker_process_shutdown,
    worker_ready,
    worker_shutdown,
)
from prometheus_client.registry import Collector

from nutgraf import logs, metrics, tracing
from nutgraf.queue import WEBHOOKS_QUEUE, Queue, make_celery
from nutgraf.settings import Settings
from nutgraf.store import Store
from nutgraf.targets import Allowed
from workers.analysing import AnalyserKind
from workers.exposing import expose
from workers.posting import Poster
from workers.sweeping import HEARTBEAT_SECONDS, ArticleSweeper, DeliverySweeper, Sweeper
from workers.tasks import Hands, register, register_deliveries

CHILD_START_SECONDS = 60.0


def create_worker(settings: Settings, kind: AnalyserKind) -> Celery:
    """A Celery app that analyses articles.

    Args:
        settings: the product's settings.
        kind: what its children analyse with. It is loaded after the fork, because an ONNX session that was
            made before one hangs.
    """
    models = Path(settings.models_path) if settings.models_path else None
    app = make_celery(settings)
    app.conf.update(
        worker_concurrency=settings.worker_children or len(os.sched_getaffinity(0)),
        worker_max_tasks_per_child=settings.worker_articles_per_child,
        worker_max_memory_per_child=settings.worker_memory_mb * 1024,
        worker_proc_alive_timeout=CHILD_START_SECONDS,
    )
    hands = Hands()
    register(app, settings, hands)

    def fill_hands(**_: Any) -> None:
        metrics.take_slot(f"child{getattr(current_process(), 'index', 0)}")
        tracing.begin("worker")
        hands.store = Store(settings)
        hands.analyser = kind.load(models)

    _log_as(settings)
    worker_process_init.connect(fill_hands, weak=False)
    worker_process_shutdown.connect(_end_tracing, weak=False)
    can = kind.describe(models)
    _measure(settings, metrics.PipelineInfo(can))
    app.steps["consumer"].add(_sweeping(settings, lambda: ArticleSweeper(Store(settings), Queue(app), can)))
    return app


def create_sender(settings: Settings) -> Celery:
    """A Celery app that sends webhooks, from threads because it does little but wait; it loads no models."""
    app = make_celery(settings)
    slots = settings.webhook_threads
    app.conf.update(task_default_queue=WEBHOOKS_QUEUE, worker_pool="threads", worker_concurrency=slots)
    worker_ready.connect(_trace_sender, weak=False)
    worker_shutdown.connect(_end_tracing, weak=False)
    store = Store(settings)
    allowed = Allowed.parse(settings.webhook_allow)
    register_deliveries(app, store, Poster(allowed, settings.webhook_deadline_seconds))
    _log_as(settings)
    _measure(settings)
    app.steps["consumer"].add(_sweeping(settings, lambda: DeliverySweeper(store, Queue(app), slots)))
    return app


def _log_as(settings: Settings) -> None:
    def configure_logging(**_: Any) -> None:
        logs.configure(settings.log_level)

    setup_logging.connect(configure_logging, weak=False)


def _trace_sender(**_: Any) -> None:
    tracing.begin("sender")


def _end_tracing(**_: Any) -> None:
    tracing.end()


def _measure(settings: Settings, *collectors: Collector) -> None:
    """Share the metrics with the children before they are forked, and show them once all are there."""

    def share(**_: Any) -> None:
        metrics.share()

    def show(**_: Any) -> None:
        if settings.metrics_port:
            expose(settings.metrics_host, settings.metrics_port, lambda: metrics.page(*collectors))

    worker_init.connect(share, weak=False)
    worker_ready.connect(show, weak=False)


def _sweeping(settings: Settings, make: Callable[[], Sweeper]) -> type[bootsteps.StartStopStep]:
    """A step of the worker's parent: no thread, so that no lock is ever held across a fork."""

    class Sweeping(bootsteps.StartStopStep):
        requires = ("celery.worker.consumer.tasks:Tasks",)
        timers: tuple[Any, ...] = ()
        sweeper: Sweeper | None = None

        def start(self, parent: Any) -> None:
            self.sweeper = make()
            self.sweeper.begin()
            self.timers = (
                parent.timer.call_repeatedly(settings.sweep_seconds, self.sweeper.sweep),
                parent.timer.call_repeatedly(HEARTBEAT_SECONDS / 4, self.sweeper.stay),
            )

        def stop(self, parent: Any) -> None:  # noqa: ARG002 - Celery hands it over
            for timer in self.timers:
                timer.cancel()
            if self.sweeper is not None:
                self.sweeper.end()

    return Sweeping
