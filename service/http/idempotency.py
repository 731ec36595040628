"""``Idempotency-Key``: a request that is sent again is not done again."""

from __future__ import annotations

import functools
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import orjson
from flask import Response, g, request

from nutgraf.store import (
    IdempotencyReservation,
    RequestInFlightError,
    RequestMismatchError,
    StoreUnavailableError,
)
from nutgraf.store.access.idempotency import GRACE_SECONDS
from service.dependencies import dependencies
from service.http import request_parsing
from service.http.problems import ProblemError

HEADER = "Idempotency-Key"
LONGEST = 255
_KEPT_HEADERS = ("Content-Type", "Location", "ETag", "Retry-After", "Preference-Applied", "Cache-Control")


def idempotent(view: Callable[[], Response]) -> Callable[[], Response]:
    """Let a caller repeat the view's request without its being done twice.

    The view finds in ``g.seed`` the id that its first article must get, or None without a key.
    """

    @functools.wraps(view)
    def answer_once() -> Response:
        g.seed = None
        key = request.headers.get(HEADER)
        if key is None:
            return view()
        begun = _begin(key)
        if isinstance(begun, bytes):
            return _replay(begun)
        g.seed = begun.seed
        return _keep(begun, view)

    return answer_once


def _begin(key: str) -> IdempotencyReservation | bytes:
    if not 0 < len(key) <= LONGEST or not key.isprintable():
        fault = {"pointer": HEADER, "message": f"1 to {LONGEST} printable characters."}
        raise ProblemError("validation", "The idempotency key can't be used.", [fault])
    deps = dependencies()
    wait = request_parsing.preferred_wait_seconds(deps.settings.max_wait_seconds) or 0
    whole = orjson.dumps([request.full_path, request.content_type]) + request_parsing.request_body()
    try:
        return deps.store.idempotency.begin(g.tenant, key, whole, wait + GRACE_SECONDS)
    except RequestInFlightError as error:
        raise ProblemError("idempotency_in_flight", "Ask again in a moment.") from error
    except RequestMismatchError as error:
        raise ProblemError("idempotency_mismatch", "Use a new key for a new request.") from error


def _keep(attempt: IdempotencyReservation, view: Callable[[], Response]) -> Response:
    keys = dependencies().store.idempotency
    try:
        response = view()
    except StoreUnavailableError:
        # Nobody knows what was accepted; who asks again goes on with the same ids.
        with suppress(StoreUnavailableError):
            keys.interrupt(attempt)
        raise
    except Exception:
        keys.abandon(attempt)
        raise
    headers = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
    kept: dict[str, Any] = {"status": response.status_code, "headers": headers}
    keys.answer(attempt, orjson.dumps(kept) + b"\n" + response.get_data(), g.get("accepted", ()))
    return response


def _replay(answer: bytes) -> Response:
    head, _, body = answer.partition(b"\n")
    kept = orjson.loads(head)
    response = Response(body, status=kept["status"], headers=kept["headers"])
    response.headers["Idempotent-Replayed"] = "true"
    return response
