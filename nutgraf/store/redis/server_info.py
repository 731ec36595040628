"""What Redis says of itself, as far as it matters here."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import redis

from nutgraf.store.redis.connection import reaching_redis


@dataclass(frozen=True, slots=True)
class ServerInfo:
    """One Redis.

    Attributes:
        version: as it is compared, (7, 2, 4).
        eviction: its ``maxmemory-policy``.
        append_only: whether it writes down every change.
        written: whether the last change could be written down.
        used_bytes, limit_bytes: its memory; a limit of 0 is none.
        replica: whether it only follows another one.
        skew_seconds: by how much its clock is ahead of this machine's.
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
    """Ask. INFO alone is needed, for CONFIG is often forbidden.

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
