"""Who is asking."""

from __future__ import annotations

from flask import g, request

from nutgraf.store import KeyForbiddenError, KeyUnknownError, QuotaExceededError
from nutgraf.store.quotas import Purpose
from service import limits
from service.contract import Operation, operation_of
from service.idempotency import HEADER
from service.problems import ProblemError
from service.wiring import wiring

OPEN_TENANT = "default"
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="nutgraf"'}


def identify() -> None:
    """Find the caller's tenant before a view is run, and check that key and quota allow the operation.

    One look into the store does it all, and brings the record of the article that is to be read.

    Raises:
        ProblemError: ``unauthorized``, ``forbidden`` or ``rate_limited``.
    """
    house = wiring()
    operation = operation_of(request.endpoint)
    if operation is None or operation.scope is None:
        return
    if house.settings.auth == "off":
        g.tenant = OPEN_TENANT
        return
    scheme, _, secret = request.environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    secret = secret.strip()
    if scheme.lower() != "bearer" or not secret:
        raise _unauthorized()
    wanted = (request.view_args or {}).get("identifier") if operation.reads_article else None
    try:
        entry = house.store.gate.enter(secret, operation.scope, *_price(operation), article=wanted)
    except KeyUnknownError as error:
        raise _unauthorized() from error
    except KeyForbiddenError as error:
        raise ProblemError("forbidden", f"The key lacks the scope {operation.scope}.") from error
    except QuotaExceededError as error:
        raise limits.exceeded(error.quota) from error
    g.tenant, g.record = entry.tenant, entry.record
    if entry.quota is not None:
        g.quota = entry.quota


def _price(operation: Operation) -> tuple[Purpose | None, int]:
    """The quota and the units; who has nothing left is refused before the text that has the price is read.

    A request that may only replay an answer is priced when it turns out not to.
    """
    if operation.scope == "read":
        return "read", 1
    if not operation.priced_by_text:
        return "submit", 1
    return (None, 0) if HEADER in request.headers else ("submit", 0)


def _unauthorized() -> ProblemError:
    return ProblemError("unauthorized", "Send Authorization: Bearer with a valid key.", headers=_CHALLENGE)
