"""Idempotency keys: a repeated request gets the first response again.

The header is that of draft-ietf-httpapi-idempotency-key-header.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import orjson
from flask import Response, g, request

from nutgraf.store import (
    IDEMPOTENCY_GRACE_SECONDS,
    IdempotencyReservation,
    RequestInFlightError,
    RequestMismatchError,
    StoreUnavailableError,
)
from service.dependencies import dependencies
from service.http import request_parsing
from service.http.problems import ProblemError

HEADER = "Idempotency-Key"
MAX_KEY_LENGTH = 255
_REPLAYED_HEADERS = ("Content-Type", "Location", "ETag", "Retry-After", "Preference-Applied", "Cache-Control")


def idempotent(view: Callable[[], Response]) -> Callable[[], Response]:
    """Decorate a view so that a request with a known idempotency key replays the first response.

    ``g.seed`` tells the view the id that its first article must get; it is None without a key.
    """

    @functools.wraps(view)
    def respond_once() -> Response:
        g.seed = None
        key = request.headers.get(HEADER)
        if key is None:
            return view()
        reservation = _reserve(key)
        if isinstance(reservation, bytes):
            return _replay(reservation)
        g.seed = reservation.seed
        return _respond_and_store(reservation, view)

    return respond_once


def _reserve(key: str) -> IdempotencyReservation | bytes:
    """Reserve the key for this request, or return the stored response of an earlier one."""
    if not 0 < len(key) <= MAX_KEY_LENGTH or not key.isprintable():
        fault = {"pointer": HEADER, "message": f"1 to {MAX_KEY_LENGTH} printable characters."}
        raise ProblemError("validation", "The idempotency key can't be used.", [fault])
    deps = dependencies()
    wait = request_parsing.preferred_wait_seconds(deps.settings.max_wait_seconds) or 0
    whole_request = orjson.dumps([request.full_path, request.content_type]) + request_parsing.request_body()
    try:
        return deps.store.idempotency.reserve(g.tenant, key, whole_request, wait + IDEMPOTENCY_GRACE_SECONDS)
    except RequestInFlightError as error:
        raise ProblemError("idempotency_in_flight", "Ask again in a moment.") from error
    except RequestMismatchError as error:
        raise ProblemError("idempotency_mismatch", "Use a new key for a new request.") from error


def _respond_and_store(reservation: IdempotencyReservation, view: Callable[[], Response]) -> Response:
    store = dependencies().store.idempotency
    try:
        response = view()
    except StoreUnavailableError:
        # It is unknown what was accepted. A repeated request continues with the same ids.
        with suppress(StoreUnavailableError):
            store.allow_takeover(reservation)
        raise
    except Exception:
        store.discard(reservation)
        raise
    headers = {name: response.headers[name] for name in _REPLAYED_HEADERS if name in response.headers}
    head: dict[str, Any] = {"status": response.status_code, "headers": headers}
    answer = orjson.dumps(head) + b"\n" + response.get_data()
    # What was accepted stays accepted. Without the stored response a repetition continues with the same ids.
    with suppress(StoreUnavailableError):
        store.store_response(reservation, answer, g.get("accepted", ()))
    return response


def _replay(stored: bytes) -> Response:
    line, _, body = stored.partition(b"\n")
    head = orjson.loads(line)
    response = Response(body, status=head["status"], headers=head["headers"])
    response.headers["Idempotent-Replayed"] = "true"
    return response
