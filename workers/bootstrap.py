"""What every kind of worker is wired with: its logs, its metrics, and a sweeper in its parent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from celery import bootsteps
from celery.signals import setup_logging, worker_init, worker_ready
from prometheus_client.registry import Collector

from nutgraf import json_logging, metrics, tracing
from nutgraf.settings import Settings
from workers.metrics_server import start_metrics_server
from workers.sweeper import HEARTBEAT_SECONDS, Sweeper


def configure_worker_logging(settings: Settings) -> None:
    """Write the worker's own log lines, not Celery's."""

    def configure_logging(**_: Any) -> None:
        json_logging.configure_logging(settings.log_level)

    setup_logging.connect(configure_logging, weak=False)


def flush_traces(**_: Any) -> None:
    """Send what is left of the traces."""
    tracing.flush_tracing()


def serve_metrics(settings: Settings, *collectors: Collector) -> None:
    """Share the metrics with the children before they are forked, and show them once all are there."""

    def share(**_: Any) -> None:
        metrics.share_metrics()

    def show(**_: Any) -> None:
        if settings.metrics_port:
            start_metrics_server(
                settings.metrics_host, settings.metrics_port, lambda: metrics.metrics_page(*collectors)
            )

    worker_init.connect(share, weak=False)
    worker_ready.connect(show, weak=False)


def sweeper_step(seconds: float, make: Callable[[], Sweeper]) -> type[bootsteps.StartStopStep]:
    """A step of the worker's parent: no thread, so that no lock is ever held across a fork."""

    class Sweeping(bootsteps.StartStopStep):
        requires = ("celery.worker.consumer.tasks:Tasks",)
        timers: tuple[Any, ...] = ()
        sweeper: Sweeper | None = None

        def start(self, parent: Any) -> None:
            self.sweeper = make()
            self.sweeper.start()
            self.timers = (
                parent.timer.call_repeatedly(seconds, self.sweeper.sweep),
                parent.timer.call_repeatedly(HEARTBEAT_SECONDS / 4, self.sweeper.heartbeat),
            )

        def stop(self, parent: Any) -> None:  # noqa: ARG002 - Celery child it over
            for timer in self.timers:
                timer.cancel()
            if self.sweeper is not None:
                self.sweeper.stop()

    return Sweeping
