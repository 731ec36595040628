"""Authentication, scopes and the quota of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import g, request

from nutgraf.store import (
    AdmittedRequest,
    KeyForbiddenError,
    KeyUnknownError,
    Purpose,
    QuotaExceededError,
)
from service.dependencies import Dependencies, dependencies
from service.environ import ADMITTED
from service.http import rate_limits
from service.http.idempotency import HEADER
from service.http.problems import ProblemError
from service.operation import Operation, Scope, operation_of

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

Price = tuple[Purpose | None, int]
"""The quota that a request spends from and the units that it spends."""

OPEN_TENANT = "default"
"""Tenant of all requests if keys are switched off."""

READ_PRICE: Price = ("read", 1)

_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="nutgraf"'}


def admit_request(
    deps: Dependencies, environ: WSGIEnvironment, scope: Scope, price: Price, article: str | None
) -> AdmittedRequest:
    """Authenticate the caller, check its scope, spend its quota and read one article, in one store call.

    Args:
        deps: the app's collaborators.
        environ: the WSGI environ of the request.
        scope: the scope that the key must have.
        price: the quota to spend from and the units; 0 units only checks that the quota is not used up.
        article: the id of the article to read, if any.

    Raises:
        KeyUnknownError: no key was sent, or the key is unknown, revoked or expired.
        KeyForbiddenError: the key lacks the scope.
        QuotaExceededError: the quota is used up.
        StoreUnavailableError: Redis did not answer.
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
    """Authenticate the current request before its view runs; set ``g.tenant``, ``g.record`` and ``g.quota``.

    Raises:
        ProblemError: ``unauthorized``, ``forbidden`` or ``rate_limited``.
    """
    operation = operation_of(request.endpoint)
    if operation is None or operation.scope is None:
        return
    try:
        admitted = _admit_current_request(operation, operation.scope)
    except KeyUnknownError as error:
        detail = "Send Authorization: Bearer with a valid key."
        raise ProblemError("unauthorized", detail, headers=_CHALLENGE) from error
    except KeyForbiddenError as error:
        raise ProblemError("forbidden", f"The key lacks the scope {operation.scope}.") from error
    except QuotaExceededError as error:
        raise rate_limits.quota_problem(error.quota) from error
    g.tenant, g.record, g.quota = admitted.tenant, admitted.record, admitted.quota


def _admit_current_request(operation: Operation, scope: Scope) -> AdmittedRequest:
    """Reuse what the middleware learned from the store about this request; otherwise ask the store."""
    earlier: AdmittedRequest | Exception | None = request.environ.get(ADMITTED)
    if isinstance(earlier, Exception):
        raise earlier
    article = (request.view_args or {}).get("identifier") if operation.reads_article else None
    return earlier or admit_request(dependencies(), request.environ, scope, _price(operation), article)


def _price(operation: Operation) -> Price:
    """Return the price that is known before the body is read.

    The price of a submission depends on its text. So a caller without quota is refused here with 0 units,
    and the view spends the rest. An idempotent request may only replay a response, which costs nothing.
    """
    if operation.scope == "read":
        return READ_PRICE
    if not operation.priced_by_text:
        return "submit", 1
    return (None, 0) if HEADER in request.headers else ("submit", 0)
