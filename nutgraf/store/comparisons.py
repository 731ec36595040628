"""Exchange of ad-hoc comparisons between requests and workers; nothing stays stored."""

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

_BLOCK_SECONDS = 2.0

UNPROVEN = b"null"
"""Stands for a comparison of which a span or a statement could not be proved."""


class ComparisonUnprovenError(Exception):
    """The comparison was withheld, because a span or a statement of it could not be proved."""


@dataclass(frozen=True, slots=True)
class ComparisonInput:
    """Article of a comparison.

    Attributes:
        id: of the article within the comparison.
        source: outlet that published the article; None if unknown.
    """

    id: str
    source: str | None
    document: Document


@dataclass(frozen=True, slots=True)
class _Request:
    """Stored comparison; the field's name is part of the format that workers of another release read."""

    outlines: tuple[ComparisonInput, ...]


class ComparisonStore:
    """Store that passes comparisons to workers and their results to the waiting requests."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._ttl_ms = int(settings.compare_seconds * 2000)

    def put(self, articles: Sequence[ComparisonInput]) -> str:
        """Store articles to compare and return the comparison's id; the caller must send a nudge for it.

        Raises:
            StoreUnavailableError.
        """
        identifier = identifiers.new("cmp")
        with reaching_redis():
            self._client.set(_request_key(identifier), encode(_Request(tuple(articles))), px=self._ttl_ms)
        return identifier

    def take(self, identifier: str) -> tuple[ComparisonInput, ...] | None:
        """Remove and return the articles to compare; None if another worker took them or the request gave up.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            raw: Any = self._client.getdel(_request_key(identifier))
        return None if raw is None else decode(_Request, raw).outlines

    def answer(self, identifier: str, comparison: bytes) -> None:
        """Store the result (JSON, or ``UNPROVEN``) for the waiting request.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            pipeline = self._client.pipeline(transaction=True)
            pipeline.rpush(_answer_key(identifier), comparison)
            pipeline.pexpire(_answer_key(identifier), self._ttl_ms)
            pipeline.execute()

    def wait(self, identifier: str, seconds: float) -> dict[str, Any] | None:
        """Wait for the result and remove it; return None and cancel the comparison when the time is over.

        Raises:
            ComparisonUnprovenError, StoreUnavailableError.
        """
        deadline = time.monotonic() + seconds
        with reaching_redis():
            while (left := deadline - time.monotonic()) > 0:
                # Redis must reply before the connection's own timeout.
                found: Any = self._client.blpop([_answer_key(identifier)], timeout=min(left, _BLOCK_SECONDS))
                if found is not None:
                    if found[1] == UNPROVEN:
                        raise ComparisonUnprovenError
                    return dict(json.loads(found[1]))
            self._client.delete(_request_key(identifier))
        return None


def _request_key(identifier: str) -> str:
    return f"ng:comparison:{identifier}"


def _answer_key(identifier: str) -> str:
    return f"ng:compared:{identifier}"
