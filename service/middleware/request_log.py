"""Request log: request id, access log line, request metrics and trace span of every request."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

import structlog
from flask import request
from prometheus_client import Counter, Histogram

from nutgraf import identifiers, tracing
from nutgraf.json_logging import get_logger
from nutgraf.metrics import metrics
from service.environ import REQUEST_ID, ROUTE, WAITED

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = get_logger()

_REQUEST_ID_PATTERN = re.compile(r"[\w.:=+/-]{1,128}", re.ASCII)
_METHODS = frozenset(("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"))
# Probes and scrapers request these every few seconds. Their lines would hide all others.
_LOGGED_AT_DEBUG = frozenset(("/livez", "/readyz", "/metrics"))


class RequestLogMiddleware:
    """WSGI middleware that gives each request an id and records its outcome, whoever answers it."""

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Handle a WSGI request."""
        began = time.monotonic()
        request_id = environ[REQUEST_ID] = _request_id(environ)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)

        def start(status: str, headers: list[tuple[str, str]], *exc_info: Any) -> Callable[[bytes], object]:
            _record_request(environ, int(status[:3]), time.monotonic() - began)
            return start_response(status, [*headers, ("X-Request-Id", request_id)], *exc_info)

        if not tracing.is_enabled():
            return self._app(environ, start)
        attributes = {"http.request.method": _method(environ), "request_id": request_id}
        with tracing.span(_method(environ), "server", environ.get("HTTP_TRACEPARENT"), attributes):
            return self._app(environ, start)


def record_route() -> None:
    """Record the matched route template, not the raw path, for logs and metrics."""
    if request.url_rule is not None:
        request.environ[ROUTE] = request.url_rule.rule


def _request_id(environ: WSGIEnvironment) -> str:
    """Return the caller's request id if it has an accepted form, else a new one."""
    given: str = environ.get("HTTP_X_REQUEST_ID", "")
    return given if _REQUEST_ID_PATTERN.fullmatch(given) else identifiers.new("req", random.getrandbits)


def _method(environ: WSGIEnvironment) -> str:
    """Return the method as a label of few values."""
    method: str = environ["REQUEST_METHOD"]
    return method if method in _METHODS else "other"


@cache
def _request_metrics(method: str, route: str, status: str, waited: str) -> tuple[Counter, Histogram]:
    """Look up the metrics of a combination of labels; the number of combinations is small."""
    process_metrics = metrics()
    return (
        process_metrics.requests.labels(method, route, status),
        process_metrics.request_seconds.labels(method, route, waited),
    )


def _record_request(environ: WSGIEnvironment, status: int, seconds: float) -> None:
    method, route = _method(environ), environ.get(ROUTE, "none")
    waited = "yes" if WAITED in environ else "no"
    count, duration = _request_metrics(method, route, f"{status // 100}xx", waited)
    count.inc()
    duration.observe(seconds)
    tracing.set_attributes({"http.route": route, "http.response.status_code": status}, f"{method} {route}")
    write = log.debug if route in _LOGGED_AT_DEBUG else log.info
    write("request served", method=method, route=route, status=status, milliseconds=round(seconds * 1000, 1))
