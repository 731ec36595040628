"""Metrics endpoint for Prometheus, with gauges that are read from the store at each scrape."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from http import HTTPStatus

from flask import Flask, Response, request
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from nutgraf import metrics
from nutgraf.metrics import gauge
from nutgraf.store import ServerInfo, Store, StoreUnavailableError
from service.dependencies import dependencies


def register(app: Flask, metrics_port: int) -> None:
    """Serve nothing but ``/metrics`` on the metrics port, if there is one."""
    if metrics_port:
        app.before_request(partial(_serve_metrics_port, str(metrics_port)))


class StoreMetrics(Collector):
    """Gauges and counters of the store. Every API process reports the same values: aggregate with ``max``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def collect(self) -> Iterator[Metric]:
        """Yield the metrics; only ``nutgraf_store_up`` if the store is unreachable."""
        try:
            statistics, capabilities = self._store.statistics(), self._store.workers.capabilities()
        except StoreUnavailableError:
            yield gauge("store_up", "Whether the store answers.", 0)
            return
        yield gauge("store_up", "Whether the store answers.", 1)
        with suppress(StoreUnavailableError):  # the user of the URL may not read these facts
            yield from _server_metrics(self._store.server())
        yield gauge("queue_depth", "Articles that wait for a worker.", statistics.queued)
        yield gauge(
            "queue_oldest_seconds",
            "How long the oldest queued article has waited.",
            statistics.oldest_seconds,
        )
        yield gauge("articles_processing", "Articles that a worker has claimed.", statistics.processing)
        yield gauge("workers", "Workers that are alive.", statistics.workers)
        yield gauge("senders", "Webhook workers that are alive.", statistics.senders)
        yield gauge("deliveries_sending", "Deliveries in flight.", statistics.sending)
        yield gauge("receivers_waiting", "Receivers with a pending delivery.", statistics.lanes)
        yield gauge(
            "delivery_late_seconds",
            "How long the most overdue delivery has been due.",
            statistics.late_seconds,
        )
        yield gauge("stories_waiting", "Stories that wait to be published again.", statistics.stories)
        yield gauge(
            "stories_late_seconds",
            "How long the longest waiting article or story has waited.",
            statistics.stories_late_seconds,
        )
        yield CounterMetricFamily(
            "nutgraf_nudges_resent", "Nudges that were lost and sent again.", statistics.nudges_resent
        )
        yield CounterMetricFamily(
            "nutgraf_leases_lost", "Leases of articles that expired.", statistics.leases_lost
        )
        if capabilities is not None:
            yield from metrics.PipelineInfo(capabilities).collect()


def _server_metrics(server: ServerInfo) -> Iterator[Metric]:
    memory = server.memory
    yield gauge("store_memory_used_bytes", "Memory of Redis that counts against its limit.", memory.used)
    yield gauge("store_memory_limit_bytes", "Limit of Redis' memory; 0: none.", memory.limit)
    yield gauge(
        "store_memory_reserved_bytes",
        "Memory that unfinished articles need until they are finished.",
        memory.reserved,
    )
    yield gauge("store_evicts", "Whether a full Redis deletes accepted articles.", server.evicts)


def metrics_response() -> Response:
    """Return the metrics of all API processes and of the store in Prometheus' text format."""
    return Response(
        metrics.metrics_page(StoreMetrics(dependencies().store)), content_type=metrics.CONTENT_TYPE
    )


def _serve_metrics_port(port: str) -> Response | None:
    """Answer requests on the metrics port, which need no key; return None for other ports."""
    if request.environ.get("SERVER_PORT") != port:
        return None
    return metrics_response() if request.path == "/metrics" else Response(status=HTTPStatus.NOT_FOUND)
