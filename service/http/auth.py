"""Who is asking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import g, request

from nutgraf.store import AdmittedRequest, KeyForbiddenError, KeyUnknownError, QuotaExceededError
from nutgraf.store.access.quotas import Purpose
from service.dependencies import Dependencies, dependencies
from service.http import rate_limits
from service.http.idempotency import HEADER
from service.http.problems import ProblemError
from service.operation import Operation, Scope, operation_of

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

Price = tuple[Purpose | None, int]

OPEN_TENANT = "default"
A_READ: Price = ("read", 1)
ADMITTED = "nutgraf.entry"
"""Where a request has the entry that it was given, or the error, if somebody asked before Flask did."""

_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="nutgraf"'}


def admit_request(
    deps: Dependencies, environ: WSGIEnvironment, scope: Scope, price: Price, article: str | None
) -> AdmittedRequest:
    """Find the caller's tenant, and check that key and quota allow what is asked.

    One look into the store does it all, and brings the record of the article that is to be read.

    Args:
        deps: what the app works with.
        environ: the request's.
        scope: what the key must allow.
        price: the quota to spend from and the units; no unit refuses only who has none left.
        article: the id of the article that is to be read, if one is.

    Raises:
        KeyUnknownError, KeyForbiddenError, QuotaExceededError, StoreUnavailableError.
    """
    gate = deps.store.gate
    if deps.settings.auth == "off":
        return AdmittedRequest(OPEN_TENANT, None, gate.read_article(article) if article else None)
    scheme, _, secret = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    secret = secret.strip()
    if scheme.lower() != "bearer" or not secret:
        raise KeyUnknownError
    return gate.authorize(secret, scope, *price, article=article)


def authenticate_request() -> None:
    """Let the request in, or refuse it, before a view is run.

    Raises:
        ProblemError: ``unauthorized``, ``forbidden`` or ``rate_limited``.
    """
    operation = operation_of(request.endpoint)
    if operation is None or operation.scope is None:
        return
    try:
        entry = _entry(operation, operation.scope)
    except KeyUnknownError as error:
        detail = "Send Authorization: Bearer with a valid key."
        raise ProblemError("unauthorized", detail, headers=_CHALLENGE) from error
    except KeyForbiddenError as error:
        raise ProblemError("forbidden", f"The key lacks the scope {operation.scope}.") from error
    except QuotaExceededError as error:
        raise rate_limits.quota_problem(error.quota) from error
    g.tenant, g.record, g.quota = entry.tenant, entry.record, entry.quota


def _entry(operation: Operation, scope: Scope) -> AdmittedRequest:
    """The entry that the request has been given already, or one of its own."""
    given: AdmittedRequest | Exception | None = request.environ.get(ADMITTED)
    if isinstance(given, Exception):
        raise given
    article = (request.view_args or {}).get("identifier") if operation.reads_article else None
    return given or admit_request(dependencies(), request.environ, scope, _price(operation), article)


def _price(operation: Operation) -> Price:
    """Who has nothing left is refused before the text that has the price is read.

    A request that may only replay an answer is priced when it turns out not to.
    """
    if operation.scope == "read":
        return A_READ
    if not operation.priced_by_text:
        return "submit", 1
    return (None, 0) if HEADER in request.headers else ("submit", 0)
