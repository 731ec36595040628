"""Facts about the Redis server that the store depends on."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import redis

from nutgraf.store.redis.connection import reaching_redis


@dataclass(frozen=True, slots=True)
class ServerInfo:
    """Configuration and state of a Redis server.

    Attributes:
        version: its parts, as in (7, 2, 4).
        eviction: the ``maxmemory-policy``.
        append_only: whether the append-only file is on.
        written: whether the last write to the append-only file succeeded.
        used_bytes, limit_bytes: memory in bytes; a limit of 0 means none.
        replica: whether the server is a replica.
        skew_seconds: server clock minus this machine's clock.
    """

    version: tuple[int, ...]
    eviction: str
    append_only: bool
    written: bool
    used_bytes: int
    limit_bytes: int
    replica: bool
    skew_seconds: float


def read_server_info(client: redis.Redis) -> ServerInfo:
    """Read the server's facts from INFO; CONFIG is often forbidden.

    Raises:
        StoreUnavailableError.
    """
    with reaching_redis():
        info: dict[str, Any] = client.info()
        seconds, microseconds = client.time()
        skew = seconds + microseconds / 1e6 - time.time()
    return ServerInfo(
        version=tuple(int(part) for part in str(info["redis_version"]).split(".") if part.isdigit()),
        eviction=str(info.get("maxmemory_policy", "")),
        append_only=bool(info.get("aof_enabled")),
        written=info.get("aof_last_write_status", "ok") == "ok",
        used_bytes=int(info["used_memory"]),
        limit_bytes=int(info.get("maxmemory", 0)),
        replica=info.get("role") != "master",
        skew_seconds=skew,
    )
