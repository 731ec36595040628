"""What every kind of worker is wired with: its logs, its metrics, and a sweeper in its parent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from celery import bootsteps
from celery.signals import setup_logging, worker_init, worker_ready
from prometheus_client.registry import Collector

from nutgraf import json_logging, metrics, tracing
from nutgraf.settings import Settings
from workers.metrics_server import expose
from workers.sweeper import HEARTBEAT_SECONDS, Sweeper


def log_as(settings: Settings) -> None:
    """Write the worker's own log lines, not Celery's."""

    def configure_logging(**_: Any) -> None:
        json_logging.configure(settings.log_level)

    setup_logging.connect(configure_logging, weak=False)


def end_tracing(**_: Any) -> None:
    """Send what is left of the traces."""
    tracing.end()


def measure(settings: Settings, *collectors: Collector) -> None:
    """Share the metrics with the children before they are forked, and show them once all are there."""

    def share(**_: Any) -> None:
        metrics.share()

    def show(**_: Any) -> None:
        if settings.metrics_port:
            expose(settings.metrics_host, settings.metrics_port, lambda: metrics.page(*collectors))

    worker_init.connect(share, weak=False)
    worker_ready.connect(show, weak=False)


def sweeping(seconds: float, make: Callable[[], Sweeper]) -> type[bootsteps.StartStopStep]:
    """A step of the worker's parent: no thread, so that no lock is ever held across a fork."""

    class Sweeping(bootsteps.StartStopStep):
        requires = ("celery.worker.consumer.tasks:Tasks",)
        timers: tuple[Any, ...] = ()
        sweeper: Sweeper | None = None

        def start(self, parent: Any) -> None:
            self.sweeper = make()
            self.sweeper.begin()
            self.timers = (
                parent.timer.call_repeatedly(seconds, self.sweeper.sweep),
                parent.timer.call_repeatedly(HEARTBEAT_SECONDS / 4, self.sweeper.stay),
            )

        def stop(self, parent: Any) -> None:  # noqa: ARG002 - Celery hands it over
            for timer in self.timers:
                timer.cancel()
            if self.sweeper is not None:
                self.sweeper.end()

    return Sweeping
