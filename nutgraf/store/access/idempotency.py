"""Idempotency keys: the same request, sent again, gets the answer that the first one got."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import redis

from nutgraf import identifiers
from nutgraf.settings import Settings
from nutgraf.store.redis.connection import reaching_redis
from nutgraf.store.redis.lua_scripts import LuaScripts

GRACE_SECONDS = 10.0
"""What a request may need to be taken in; a process that died at it blocks the key for no longer."""


class RequestInFlightError(Exception):
    """The first request with this key is still being taken in."""


class RequestMismatchError(Exception):
    """The key was used before with another request."""


class AnswerGoneError(Exception):
    """What the answer told of was deleted, and the answer with it."""


@dataclass(frozen=True, slots=True)
class IdempotencyReservation:
    """The right to answer under a key.

    ``seed`` is the id that the first article of the request must get: whoever takes over after a crash
    gets the same one, so that a request is never accepted twice.
    """

    key: str
    seed: str


class IdempotencyStore:
    """Remembers keys for a day, for each tenant apart."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._run = LuaScripts(client, settings)

    def begin(
        self, tenant: str, key: str, request: bytes, seconds: float = GRACE_SECONDS
    ) -> IdempotencyReservation | bytes:
        """Reserve a key, or get the answer that is kept under it.

        Args:
            tenant: whose key it is.
            key: the key as the caller chose it.
            request: everything that makes the request what it is.
            seconds: for how long nobody else may take over, should the caller die.

        Raises:
            InFlightError, MismatchError, AnswerGoneError, StoreUnavailableError.
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

    def answer(self, attempt: IdempotencyReservation, answer: bytes, articles: Sequence[str]) -> None:
        """Keep the answer for those who ask again, until an article that it tells of is deleted.

        Raises:
            StoreUnavailableError.
        """
        self._run("access/idempotency_answer", attempt.key, answer, *articles)

    def interrupt(self, attempt: IdempotencyReservation) -> None:
        """Let whoever asks again take over at once, with the same ids; something may have been accepted."""
        with reaching_redis():
            self._client.hset(attempt.key, "until", 0)

    def abandon(self, attempt: IdempotencyReservation) -> None:
        """Free a key whose request was refused; nothing was accepted under it."""
        with reaching_redis():
            self._client.delete(attempt.key)
