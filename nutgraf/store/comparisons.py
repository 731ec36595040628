"""Comparisons on the way to a worker and back; nothing of them is kept."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import redis

from nutgraf import identifiers
from nutgraf.codec import decode, encode
from nutgraf.model import Document
from nutgraf.settings import Settings
from nutgraf.store.redis.connection import reaching_redis


@dataclass(frozen=True, slots=True)
class ComparisonInput:
    """An article that is handed in to be compared: its document and whose it is."""

    id: str
    source: str | None
    document: Document


@dataclass(frozen=True, slots=True)
class _Request:
    outlines: tuple[ComparisonInput, ...]


class ComparisonStore:
    """Hands comparisons to the workers and their answers back."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._ttl_ms = int(settings.compare_seconds * 2000)

    def put(self, outlines: Sequence[ComparisonInput]) -> str:
        """Lay articles ready to be compared; gives the id under which a worker finds them.

        Raises:
            StoreUnavailableError.
        """
        identifier = identifiers.new("cmp")
        with reaching_redis():
            self._client.set(_request_key(identifier), encode(_Request(tuple(outlines))), px=self._ttl_ms)
        return identifier

    def take(self, identifier: str) -> tuple[ComparisonInput, ...] | None:
        """What is to be compared, once; None when it was taken before or nobody waits any more.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            raw: Any = self._client.getdel(_request_key(identifier))
        return None if raw is None else decode(_Request, raw).outlines

    def answer(self, identifier: str, comparison: bytes) -> None:
        """Give the answer to whoever waits for it.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            pipeline = self._client.pipeline(transaction=True)
            pipeline.rpush(_answer_key(identifier), comparison)
            pipeline.pexpire(_answer_key(identifier), self._ttl_ms)
            pipeline.execute()

    def wait(self, identifier: str, seconds: float) -> dict[str, Any] | None:
        """The answer as soon as it is there, and then no more; None when it is not there in time.

        Raises:
            StoreUnavailableError.
        """
        deadline = time.monotonic() + seconds
        with reaching_redis():
            while (left := deadline - time.monotonic()) > 0:
                # A wait longer than the connection's own patience would count as a broken connection.
                found: Any = self._client.blpop([_answer_key(identifier)], timeout=min(left, _PATIENCE))
                if found is not None:
                    return dict(json.loads(found[1]))
            self._client.delete(_request_key(identifier))
        return None


_PATIENCE = 2.0


def _request_key(identifier: str) -> str:
    return f"ng:comparison:{identifier}"


def _answer_key(identifier: str) -> str:
    return f"ng:compared:{identifier}"
