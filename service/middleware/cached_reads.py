"""Shortcut in front of Flask for the most frequent request: reading a finished article.

It duplicates the view ``service.routes.articles.read`` for GET requests without query parameters and without
``Prefer``. Change both together; tests/integration/service/test_cached_reads.py compares
both. For the reason and the cost see docs/decisions/0008-cached-reads-bypass-flask.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from nutgraf import identifiers
from service.dependencies import Dependencies
from service.environ import ADMITTED, ROUTE
from service.http import article_response, auth, rate_limits

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_PATH = re.compile(f"/v1/articles/(art_{identifiers.REST})")
_ROUTE_TEMPLATE = "/v1/articles/<article:identifier>"


class CachedReadMiddleware:
    """WSGI middleware that answers reads of finished articles and passes every other request on.

    It uses the same store call, renderer and headers as the view, without Flask's routing, contexts, request
    and response objects. The result of the store call, or its error, is passed on in the environ under
    ``ADMITTED``. So the call is not repeated, the quota is spent once, and Flask turns errors into problems.
    """

    def __init__(self, app: WSGIApplication, deps: Dependencies) -> None:
        self._app = app
        self._deps = deps
        self._renderer = article_response.ArticleRenderer(deps.store.articles, "codepoint", explain=False)
        self._metrics_port = str(deps.settings.metrics_port)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Handle a WSGI request."""
        identifier = self._article_id(environ)
        response = identifier and self._response(environ, identifier)
        if not response:
            return self._app(environ, start_response)
        environ[ROUTE] = _ROUTE_TEMPLATE
        start_response(f"{response.status.value} {response.status.phrase}", response.headers)
        return [response.body]

    def _article_id(self, environ: WSGIEnvironment) -> str | None:
        """Return the id of the requested article; None if the request is anything but a plain read."""
        if environ["REQUEST_METHOD"] != "GET" or environ.get("QUERY_STRING") or "HTTP_PREFER" in environ:
            return None
        match = _PATH.fullmatch(environ["PATH_INFO"])
        return match[1] if match and environ["SERVER_PORT"] != self._metrics_port else None

    def _response(
        self, environ: WSGIEnvironment, identifier: str
    ) -> article_response.PreparedResponse | None:
        try:
            admitted = auth.admit_request(self._deps, environ, "read", auth.READ_PRICE, identifier)
            environ[ADMITTED] = admitted
            record = admitted.record
            if record and record.finished and record.belongs_to(admitted.tenant):
                response = article_response.finished_response(self._renderer, record, environ)
                response.headers.extend(rate_limits.rate_limit_headers(admitted.quota))
                return response
        except Exception as error:  # noqa: BLE001 - raised again in Flask, whose handlers know every error
            environ[ADMITTED] = error
        return None
