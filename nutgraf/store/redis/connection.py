"""Redis client with short time limits, and the one error that stands for all of its failures."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

import redis
from redis.backoff import ExponentialWithJitterBackoff
from redis.retry import Retry
from redis.sentinel import Sentinel

from nutgraf.redis_urls import (
    SentinelAccess,
    SentinelAddress,
    sentinel_address,
    sentinel_options,
    tls_options,
)
from nutgraf.store.redis.master_connection import (
    SentinelMasterConnection,
    SentinelTlsMasterConnection,
    TcpMasterConnection,
    TlsMasterConnection,
    UnixMasterConnection,
)

CONNECT_SECONDS = 1.0
ANSWER_SECONDS = 5.0
MOST_CONNECTIONS = 10_000  # a thread holds three at most; redis-py's default of 100 would fail other threads

_CONNECTIONS = {"redis": TcpMasterConnection, "rediss": TlsMasterConnection, "unix": UnixMasterConnection}


class StoreUnavailableError(Exception):
    """Redis can't be reached, or refuses writes."""


def connect(url: str, access: SentinelAccess | None = None) -> redis.Redis:
    """Return a client for a Redis or Sentinel URL, and for what the sentinels demand.

    It retries after a broken connection, for every script is safe to run twice.
    """
    options: dict[str, Any] = {
        "socket_connect_timeout": CONNECT_SECONDS,
        "socket_timeout": ANSWER_SECONDS,
        "health_check_interval": 30,
        "max_connections": MOST_CONNECTIONS,
        # A timeout is not retried: the caller has waited long enough.
        "retry": Retry(ExponentialWithJitterBackoff(base=0.05, cap=0.5), 2, (redis.ConnectionError,)),
    }
    if url.startswith("sentinel:"):
        return _sentinel_client(sentinel_address(url), access or SentinelAccess(), options)
    return redis.Redis.from_url(url, **options, connection_class=_CONNECTIONS[url.partition(":")[0]])


def _sentinel_client(
    address: SentinelAddress, access: SentinelAccess, options: dict[str, Any]
) -> redis.Redis:
    sentinel = Sentinel(  # type: ignore[no-untyped-call]
        address.sentinels, sentinel_kwargs=sentinel_options(address, access, CONNECT_SECONDS)
    )
    if access.tls:
        options |= tls_options(address)
    master: redis.Redis = sentinel.master_for(  # type: ignore[no-untyped-call]
        address.master,
        db=address.database,
        username=address.username,
        password=address.password,
        connection_class=SentinelTlsMasterConnection if access.tls else SentinelMasterConnection,
        **options,
    )
    return master


def members(answer: object) -> list[str]:
    """Return the members of a sorted set as strings; redis-py's own type is the union over all options."""
    return [member.decode() for member in cast("list[bytes]", answer)]


@contextmanager
def reaching_redis() -> Iterator[None]:
    """Turn any error of redis-py into the one that callers handle.

    Raises:
        StoreUnavailableError: the server is unreachable, loading, read-only or out of memory.
    """
    try:
        yield
    except redis.RedisError as error:
        raise StoreUnavailableError(type(error).__name__) from error
