"""From a URL to a Redis client that gives up soon and says so in one word."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import redis
from redis.backoff import ExponentialWithJitterBackoff
from redis.retry import Retry
from redis.sentinel import Sentinel

from nutgraf.redis_urls import sentinel_address

CONNECT_SECONDS = 1.0
ANSWER_SECONDS = 5.0
MOST_CONNECTIONS = 10_000  # a thread holds three at most; redis-py's own limit of 100 would fail the others


class StoreUnavailableError(Exception):
    """Redis can't be reached, or can't take more."""


def connect(url: str) -> redis.Redis:
    """A client for the URL. Every script is safe to send twice, so a broken connection is tried again."""
    options: dict[str, Any] = {
        "socket_connect_timeout": CONNECT_SECONDS,
        "socket_timeout": ANSWER_SECONDS,
        "health_check_interval": 30,
        "max_connections": MOST_CONNECTIONS,
        # Who did not answer in time has been waited for long enough.
        "retry": Retry(ExponentialWithJitterBackoff(base=0.05, cap=0.5), 2, (redis.ConnectionError,)),
    }
    if not url.startswith("sentinel:"):
        return redis.Redis.from_url(url, **options)
    address = sentinel_address(url)
    sentinel = Sentinel(address.sentinels, socket_timeout=CONNECT_SECONDS)  # type: ignore[no-untyped-call]
    master: redis.Redis = sentinel.master_for(  # type: ignore[no-untyped-call]
        address.master,
        db=address.database,
        username=address.username,
        password=address.password,
        **options,
    )
    return master


def members(answer: object) -> list[str]:
    """The members that a sorted set answered, as strings; redis-py's own type covers every option at once."""
    return [member.decode() for member in cast("list[bytes]", answer)]


@contextmanager
def reaching_redis() -> Iterator[None]:
    """Turn whatever redis-py raises into the one error that callers handle.

    Raises:
        StoreUnavailableError: the server is away, loading, read-only or out of memory.
    """
    try:
        yield
    except redis.RedisError as error:
        raise StoreUnavailableError(type(error).__name__) from error
