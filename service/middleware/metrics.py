"""The page that Prometheus reads."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http import HTTPStatus

from flask import Flask, Response, request
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from nutgraf import metrics
from nutgraf.metrics import gauge
from nutgraf.store import Store, StoreUnavailableError
from service.dependencies import dependencies


def register(app: Flask, metrics_port: int) -> None:
    """Let the metrics' own port, if there is one, answer with nothing else."""
    if metrics_port:
        app.before_request(partial(_metrics_alone, str(metrics_port)))


class StoreMetrics(Collector):
    """What a look into the store tells. Every API process tells the same: take the maximum."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def collect(self) -> Iterator[Metric]:
        """Gauges and counters; when the store is away, that alone."""
        try:
            statistics, can = self._store.statistics(), self._store.workers.capabilities()
        except StoreUnavailableError:
            yield gauge("store_up", "Whether the store answers.", 0)
            return
        yield gauge("store_up", "Whether the store answers.", 1)
        yield gauge("queue_depth", "Articles that wait for a worker.", statistics.queued)
        yield gauge(
            "queue_oldest_seconds", "How long the oldest of them has waited.", statistics.oldest_seconds
        )
        yield gauge("articles_processing", "Articles that a worker holds.", statistics.processing)
        yield gauge("workers", "Workers that are alive.", statistics.workers)
        yield gauge("senders", "Senders of webhooks that are alive.", statistics.senders)
        yield gauge("deliveries_sending", "Deliveries under way.", statistics.sending)
        yield gauge("receivers_waiting", "Receivers for which a delivery waits.", statistics.lanes)
        yield gauge("delivery_late_seconds", "How long a delivery has been due.", statistics.late_seconds)
        yield gauge("stories_waiting", "Stories that wait to be told anew.", statistics.stories)
        yield gauge("stories_late_seconds", "How far stories are behind.", statistics.stories_late_seconds)
        yield CounterMetricFamily(
            "nutgraf_nudges_resent", "Messages lost and sent again.", statistics.nudges_resent
        )
        yield CounterMetricFamily("nutgraf_leases_lost", "Leases that ran out.", statistics.leases_lost)
        if can is not None:
            yield from metrics.PipelineInfo(can).collect()


def exposition() -> Response:
    """The page that Prometheus reads."""
    return Response(
        metrics.metrics_page(StoreMetrics(dependencies().store)), content_type=metrics.CONTENT_TYPE
    )


def _metrics_alone(port: str) -> Response | None:
    """Who reaches the port for metrics needs no key there, and finds nothing else."""
    if request.environ.get("SERVER_PORT") != port:
        return None
    return exposition() if request.path == "/metrics" else Response(status=HTTPStatus.NOT_FOUND)
