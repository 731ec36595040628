"""Set-up that both kinds of worker share: logging, metrics, tracing and the sweeper in the parent process."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from celery import bootsteps
from celery.signals import setup_logging, worker_init, worker_ready
from prometheus_client.registry import Collector

from nutgraf import json_logging, metrics, tracing
from nutgraf.settings import Settings
from nutgraf.store import Store
from workers.metrics_server import start_metrics_server
from workers.sweeper import HEARTBEAT_SECONDS, Sweeper

HEARTBEATS_PER_LIFETIME = 10
"""So many that a worker is registered soon after its first child has loaded the models."""


def configure_worker_logging(settings: Settings) -> None:
    """Replace Celery's logging by JSON lines."""

    def configure_logging(**_: Any) -> None:
        json_logging.configure_logging(settings.log_level)

    setup_logging.connect(configure_logging, weak=False)


def refuse_dangerous_store(settings: Settings) -> None:
    """Refuse to start on a Redis that would lose what is accepted."""

    def check(**_: Any) -> None:
        store = Store(settings)
        dangers = store.dangers()
        store.close()
        if dangers:
            sys.exit("\n".join(["Nutgraf can't start:", *dangers]))

    worker_init.connect(check, weak=False)


def flush_traces(**_: Any) -> None:
    """Send the remaining trace spans (handler of a Celery signal)."""
    tracing.flush_tracing()


def serve_metrics(settings: Settings, *collectors: Collector) -> None:
    """Share metrics with the children before they are forked, and serve them once the worker is ready."""

    def share(**_: Any) -> None:
        metrics.share_metrics()

    def serve(**_: Any) -> None:
        if settings.metrics_port:
            start_metrics_server(
                settings.metrics_host, settings.metrics_port, lambda: metrics.metrics_page(*collectors)
            )

    worker_init.connect(share, weak=False)
    worker_ready.connect(serve, weak=False)


def sweeper_step(seconds: float, create: Callable[[], Sweeper]) -> type[bootsteps.StartStopStep]:
    """Create a Celery bootstep that runs a sweeper by timers of the worker's parent process.

    It uses no thread, so that no lock is held when a child is forked.

    Args:
        seconds: interval of the sweeps.
        create: called when the worker starts.
    """

    class SweeperStep(bootsteps.StartStopStep):
        requires = ("celery.worker.consumer.tasks:Tasks",)
        timers: tuple[Any, ...] = ()
        sweeper: Sweeper | None = None

        def start(self, parent: Any) -> None:
            self.sweeper = create()
            self.sweeper.start()
            heartbeat_seconds = HEARTBEAT_SECONDS / HEARTBEATS_PER_LIFETIME
            self.timers = (
                parent.timer.call_repeatedly(seconds, self.sweeper.sweep),
                parent.timer.call_repeatedly(heartbeat_seconds, self.sweeper.heartbeat),
            )

        def stop(self, parent: Any) -> None:  # noqa: ARG002 - Celery's signature
            for timer in self.timers:
                timer.cancel()
            if self.sweeper is not None:
                self.sweeper.stop()

    return SweeperStep
