"""Idempotency keys: a repeated request gets the response of the first one."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import redis

from nutgraf import identifiers
from nutgraf.settings import Settings
from nutgraf.store.redis.connection import reaching_redis
from nutgraf.store.redis.lua_scripts import LuaScripts

IDEMPOTENCY_GRACE_SECONDS = 10.0
"""Seconds that accepting a request may take; a process that dies meanwhile blocks the key for as long."""


class RequestInFlightError(Exception):
    """The first request with this key is still being processed."""


class RequestMismatchError(Exception):
    """The key was used before for another request."""


class AnswerGoneError(Exception):
    """An article in the stored response was deleted, and the response with it."""


@dataclass(frozen=True, slots=True)
class IdempotencyReservation:
    """Right of one request to be processed under a key.

    Attributes:
        key: the Redis key of the reservation.
        seed: the id that the request's first article must get. A request that takes over after a crash gets
            the same one, so that no article is accepted twice.
    """

    key: str
    seed: str


class IdempotencyStore:
    """Store of idempotency keys and their responses, separate for each tenant."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._run = LuaScripts(client, settings)

    def reserve(
        self, tenant: str, key: str, request: bytes, seconds: float = IDEMPOTENCY_GRACE_SECONDS
    ) -> IdempotencyReservation | bytes:
        """Reserve a key, or return the response that is stored under it.

        Args:
            tenant: owner of the key.
            key: the key as the client chose it.
            request: bytes that differ between different requests.
            seconds: how long the reservation blocks repetitions, should this process die.

        Raises:
            RequestInFlightError, RequestMismatchError, AnswerGoneError, StoreUnavailableError.
        """
        name = f"ng:idempotency:{tenant}:{hashlib.sha256(key.encode()).hexdigest()}"
        digest = hashlib.sha256(request).hexdigest()
        outcome, value = self._run(
            "access/idempotency_reserve", name, digest, identifiers.new("art"), int(seconds * 1000)
        )
        if outcome == b"mismatch":
            raise RequestMismatchError
        if outcome == b"in_flight":
            raise RequestInFlightError
        if outcome == b"gone":
            raise AnswerGoneError
        return bytes(value) if outcome == b"replay" else IdempotencyReservation(name, value.decode())

    def store_response(
        self, reservation: IdempotencyReservation, response: bytes, articles: Sequence[str]
    ) -> None:
        """Store the response for repetitions of the request, until one of its articles is deleted.

        Raises:
            StoreUnavailableError.
        """
        self._run("access/idempotency_answer", reservation.key, response, *articles)

    def allow_takeover(self, reservation: IdempotencyReservation) -> None:
        """Let a repetition take over at once with the same seed; some articles may have been accepted.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            self._client.hset(reservation.key, "until", 0)

    def discard(self, reservation: IdempotencyReservation) -> None:
        """Free the key of a request that was refused; nothing was accepted under it.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            self._client.delete(reservation.key)
