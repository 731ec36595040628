"""Reads of finished articles, answered in front of Flask: the one answer that is asked for all day long."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from nutgraf import identifiers
from service.dependencies import Dependencies
from service.http import article_response, auth, rate_limits
from service.middleware.request_log import ROUTE

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_PATH = re.compile(f"/v1/articles/(art_{identifiers.REST})")
_RULE = "/v1/articles/<article:identifier>"


class CachedReadMiddleware:
    """Answers what one look into the store is enough for, and hands everything else on.

    It takes the steps of the view ``articles.read`` without Flask's routing, contexts, request and response,
    which together cost as much as the steps. What it learned from the store, or what went wrong, goes on with
    the request: so nothing is looked up or paid for twice, and problems still leave by one door.
    """

    def __init__(self, app: WSGIApplication, deps: Dependencies) -> None:
        self._app = app
        self._house = deps
        self._renderer = article_response.ArticleRenderer(deps.store.articles, "codepoint", explain=False)
        self._metrics_port = str(deps.settings.metrics_port)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Be a WSGI app."""
        identifier = self._asked_for(environ)
        answer = identifier and self._answer(environ, identifier)
        if not answer:
            return self._app(environ, start_response)
        environ[ROUTE] = _RULE
        start_response(f"{answer.status.value} {answer.status.phrase}", answer.headers)
        return [answer.body]

    def _asked_for(self, environ: WSGIEnvironment) -> str | None:
        """The article's id, if the request is for an article as it is now and as everybody gets it."""
        if environ["REQUEST_METHOD"] != "GET" or environ.get("QUERY_STRING") or "HTTP_PREFER" in environ:
            return None
        found = _PATH.fullmatch(environ["PATH_INFO"])
        return found[1] if found and environ["SERVER_PORT"] != self._metrics_port else None

    def _answer(self, environ: WSGIEnvironment, identifier: str) -> article_response.PreparedResponse | None:
        try:
            entry = auth.admit_request(self._house, environ, "read", auth.A_READ, identifier)
            environ[auth.ADMITTED] = entry
            if entry.record and entry.record.finished and entry.record.belongs_to(entry.tenant):
                answer = article_response.finished_response(self._renderer, entry.record, environ)
                answer.headers.extend(rate_limits.rate_limit_headers(entry.quota))
                return answer
        except Exception as error:  # noqa: BLE001 - Flask's handlers know what to say of any
            environ[auth.ADMITTED] = error
        return None
