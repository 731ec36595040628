"""What is seen of each request: a count, a time, a line and a span; and the page that Prometheus reads."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import cache, partial
from http import HTTPStatus

from flask import Flask, Response, g, request
from prometheus_client import Counter, Histogram
from prometheus_client.core import CounterMetricFamily, Metric
from prometheus_client.registry import Collector

from nutgraf import metrics, tracing
from nutgraf.logs import get_logger
from nutgraf.metrics import gauge, meters
from nutgraf.store import Store, StoreUnavailableError
from service.wiring import wiring

log = get_logger()

_METHODS = frozenset(("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"))
# Asked every few seconds by machines; their lines would hide everybody else's.
_ROUTINE = frozenset(("/livez", "/readyz", "/metrics"))


def register(app: Flask, metrics_port: int) -> None:
    """Watch every request of the app, and let the metrics' own port answer with nothing but metrics.

    Args:
        app: the app.
        metrics_port: the port for metrics alone; 0 for none.
    """
    tracing.begin("api")
    app.before_request(_begin)
    if metrics_port:
        app.before_request(partial(_metrics_alone, str(metrics_port)))
    app.after_request(_write_down)
    app.teardown_request(_end)


class StoreMetrics(Collector):
    """What a look into the store tells. Every API process tells the same: take the maximum."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def collect(self) -> Iterator[Metric]:
        """Gauges and counters; when the store is away, that alone."""
        try:
            census, can = self._store.census(), self._store.workforce.capabilities()
        except StoreUnavailableError:
            yield gauge("store_up", "Whether the store answers.", 0)
            return
        yield gauge("store_up", "Whether the store answers.", 1)
        yield gauge("queue_depth", "Articles that wait for a worker.", census.queued)
        yield gauge("queue_oldest_seconds", "How long the next article has waited.", census.oldest_seconds)
        yield gauge("articles_processing", "Articles that a worker holds.", census.processing)
        yield gauge("workers", "Workers that are alive.", census.workers)
        yield gauge("senders", "Senders of webhooks that are alive.", census.senders)
        yield gauge("deliveries_sending", "Deliveries under way.", census.sending)
        yield gauge("receivers_waiting", "Receivers for which a delivery waits.", census.lanes)
        yield gauge("delivery_late_seconds", "How long a delivery has been due.", census.late_seconds)
        yield gauge("stories_waiting", "Stories that wait to be told anew.", census.stories)
        yield gauge("stories_late_seconds", "How far stories are behind.", census.stories_late_seconds)
        yield CounterMetricFamily(
            "nutgraf_nudges_resent", "Messages lost and sent again.", census.nudges_resent
        )
        yield CounterMetricFamily("nutgraf_leases_lost", "Leases that ran out.", census.leases_lost)
        if can is not None:
            yield from metrics.PipelineInfo(can).collect()


def exposition() -> Response:
    """The page that Prometheus reads."""
    return Response(metrics.page(StoreMetrics(wiring().store)), content_type=metrics.CONTENT_TYPE)


def _begin() -> None:
    g.began = time.monotonic()
    if not tracing.wanted():
        return
    g.span = tracing.span(
        f"{_method()} {_route()}", "server", request.headers.get("traceparent"),
        {"http.request.method": _method(), "http.route": _route(), "request_id": g.request_id},
    )  # fmt: skip
    g.span.__enter__()


def _end(_: BaseException | None) -> None:
    if (span := g.pop("span", None)) is not None:
        span.__exit__(None, None, None)


def _method() -> str:
    method = request.method
    return method if method in _METHODS else "other"


def _route() -> str:
    rule = request.url_rule
    return rule.rule if rule else "none"


@cache
def _meters(method: str, route: str, status: str, waited: str) -> tuple[Counter, Histogram]:
    """Looked up once: there are as many as there are combinations of a few values."""
    own = meters()
    return own.requests.labels(method, route, status), own.request_seconds.labels(method, route, waited)


def _metrics_alone(port: str) -> Response | None:
    """Who reaches the port for metrics needs no key there, and finds nothing else."""
    if request.environ.get("SERVER_PORT") != port:
        return None
    return exposition() if request.path == "/metrics" else Response(status=HTTPStatus.NOT_FOUND)


def _write_down(response: Response) -> Response:
    """Templates of routes, not paths: no id and nothing that a stranger chose becomes a label."""
    seconds = time.monotonic() - g.began
    method, route = _method(), _route()
    waited = "yes" if "HTTP_PREFER" in request.environ and "Preference-Applied" in response.headers else "no"
    count, duration = _meters(method, route, f"{response.status_code // 100}xx", waited)
    count.inc()
    duration.observe(seconds)
    tracing.note({"http.response.status_code": response.status_code})
    line = log.debug if route in _ROUTINE else log.info
    line(
        "request served", method=method, route=route, status=response.status_code,
        milliseconds=round(seconds * 1000, 1),
    )  # fmt: skip
    return response
