"""Who is asking."""

from __future__ import annotations

from flask import g, request

from service import limits
from service.contract import operation_of
from service.problems import ProblemError
from service.wiring import wiring

OPEN_TENANT = "default"
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="nutgraf"'}


def identify() -> None:
    """Find the caller's tenant before a view is run, and check that the key allows the operation.

    Raises:
        ProblemError: ``unauthorized`` or ``forbidden``.
    """
    house = wiring()
    operation = operation_of(request.endpoint)
    if operation is None or operation.scope is None:
        return
    if house.settings.auth == "off":
        g.tenant = OPEN_TENANT
        return
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    key = house.store.keys.find(secret.strip()) if scheme.lower() == "bearer" and secret.strip() else None
    if key is None:
        raise ProblemError("unauthorized", "Send Authorization: Bearer with a valid key.", headers=_CHALLENGE)
    if operation.scope not in key.scopes:
        raise ProblemError("forbidden", f"The key lacks the scope {operation.scope}.")
    g.tenant = key.tenant
    if operation.scope == "read":
        limits.spend("read")
    elif not operation.priced_by_text:
        limits.spend("submit")
