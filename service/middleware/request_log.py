"""What is seen of each request: a count, a time, a line and a span."""

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

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = get_logger()

REQUEST_ID = "nutgraf.request_id"
ROUTE = "nutgraf.route"
WAITED = "nutgraf.waited"
"""Where in its environ a request has its name, its route's template once that is known, and whether it was
answered late on purpose."""

_REQUEST_ID = re.compile(r"[\w.:=+/-]{1,128}", re.ASCII)
_METHODS = frozenset(("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS"))
# Asked every few seconds by machines; their lines would hide everybody else's.
_ROUTINE = frozenset(("/livez", "/readyz", "/metrics"))


class RequestLogMiddleware:
    """Gives each request a name, and writes down what became of it, whoever in here answers."""

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Be a WSGI app."""
        began = time.monotonic()
        name = environ[REQUEST_ID] = _name(environ)
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=name)

        def start(status: str, headers: list[tuple[str, str]], *fault: Any) -> Callable[[bytes], object]:
            _write_down(environ, int(status[:3]), time.monotonic() - began)
            return start_response(status, [*headers, ("X-Request-Id", name)], *fault)

        if not tracing.is_enabled():
            return self._app(environ, start)
        facts = {"http.request.method": _method(environ), "request_id": name}
        with tracing.span(_method(environ), "server", environ.get("HTTP_TRACEPARENT"), facts):
            return self._app(environ, start)


def record_route() -> None:
    """Note the route once Flask knows it: its template, since a path has ids and what strangers write."""
    if request.url_rule is not None:
        request.environ[ROUTE] = request.url_rule.rule


def _name(environ: WSGIEnvironment) -> str:
    """The caller's request id if it is a decent one, else a new one."""
    given: str = environ.get("HTTP_X_REQUEST_ID", "")
    return given if _REQUEST_ID.fullmatch(given) else identifiers.new("req", random.getrandbits)


def _method(environ: WSGIEnvironment) -> str:
    method: str = environ["REQUEST_METHOD"]
    return method if method in _METHODS else "other"


@cache
def _meters(method: str, route: str, status: str, waited: str) -> tuple[Counter, Histogram]:
    """Looked up once: there are as many as there are combinations of a few values."""
    own = metrics()
    return own.requests.labels(method, route, status), own.request_seconds.labels(method, route, waited)


def _write_down(environ: WSGIEnvironment, status: int, seconds: float) -> None:
    method, route = _method(environ), environ.get(ROUTE, "none")
    waited = "yes" if WAITED in environ else "no"
    count, duration = _meters(method, route, f"{status // 100}xx", waited)
    count.inc()
    duration.observe(seconds)
    tracing.set_attributes({"http.route": route, "http.response.status_code": status}, f"{method} {route}")
    line = log.debug if route in _ROUTINE else log.info
    line("request served", method=method, route=route, status=status, milliseconds=round(seconds * 1000, 1))
