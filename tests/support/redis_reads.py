"""Typed reads of a Redis client whose answers are bytes; redis-py types them as bytes or str."""

from __future__ import annotations

from typing import cast

import redis


def sorted_set(client: redis.Redis, key: str | bytes) -> list[bytes]:
    """Return the members of a sorted set, lowest score first."""
    return cast("list[bytes]", client.zrange(key, 0, -1))


def scores(client: redis.Redis, key: str | bytes) -> list[tuple[bytes, float]]:
    """Return the members of a sorted set with their scores, lowest first."""
    return cast("list[tuple[bytes, float]]", client.zrange(key, 0, -1, withscores=True))


def hash_fields(client: redis.Redis, key: str) -> dict[bytes, bytes]:
    """Return the fields of a hash."""
    return cast("dict[bytes, bytes]", client.hgetall(key))


def stream_entries(client: redis.Redis, key: str) -> list[dict[bytes, bytes]]:
    """Return the fields of each entry of a stream, oldest first."""
    rows = cast("list[tuple[bytes, dict[bytes, bytes]]]", client.xrange(key))
    return [fields for _, fields in rows]


def value(client: redis.Redis, key: bytes) -> object:
    """Return what a key holds, whatever its type."""
    kind = cast("bytes", client.type(key))
    match kind:
        case b"string":
            return client.get(key)
        case b"hash":
            return client.hgetall(key)
        case b"set":
            return client.smembers(key)
        case b"zset":
            return client.zrange(key, 0, -1)
        case b"list":
            return client.lrange(key, 0, -1)
        case b"stream":
            return client.xrange(key)
    raise AssertionError(f"{key!r} is a {kind!r}")
