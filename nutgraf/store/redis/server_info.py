"""Facts about the Redis server that the store depends on."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import redis

from nutgraf.store.redis.connection import StoreUnavailableError, reaching_redis
from nutgraf.store.redis.memory import ROOM_FIELDS, StoreMemory


@dataclass(frozen=True, slots=True)
class ServerInfo:
    """Configuration and state of a Redis server.

    Attributes:
        version: its parts, as in (7, 2, 4).
        eviction: the ``maxmemory-policy``.
        append_only: whether the append-only file is on.
        written: whether the last write to the append-only file succeeded.
        memory: of the server, as far as acceptance counts it.
        replica: whether the server is a replica.
        skew_seconds: server clock minus this machine's clock.
    """

    version: tuple[int, ...]
    eviction: str
    append_only: bool
    written: bool
    memory: StoreMemory
    replica: bool
    cluster: bool
    skew_seconds: float

    @property
    def evicts(self) -> bool:
        """Whether a full server silently deletes keys, among them accepted articles."""
        return self.eviction != "noeviction"

    def dangers(self) -> tuple[str, ...]:
        """Return why accepted articles must not be entrusted to the server, a sentence each."""
        found = []
        if self.cluster:
            found.append(
                "This is a Redis Cluster, whose nodes can't run the scripts: use a single Redis, or one that "
                "Sentinels know."
            )
        if self.evicts:
            found.append(
                f"maxmemory-policy is {self.eviction}: a full Redis would silently drop queued articles. "
                "Set it to noeviction."
            )
        return tuple(found)


class ServerInfoForbiddenError(StoreUnavailableError):
    """The user of the URL may not read the server's facts with INFO."""


def read_server_info(client: redis.Redis) -> ServerInfo:
    """Read the server's facts from INFO; CONFIG is often forbidden.

    Raises:
        ServerInfoForbiddenError: INFO is forbidden, too.
        StoreUnavailableError.
    """
    with reaching_redis():
        try:
            info: dict[str, Any] = client.info()
        except redis.exceptions.NoPermissionError as error:
            raise ServerInfoForbiddenError(type(error).__name__) from error
        # A node of a cluster may have given the key away.
        room: Any = (None,) * len(ROOM_FIELDS)
        if not info.get("cluster_enabled"):
            room = client.hmget("ng:room", ROOM_FIELDS)
        seconds, microseconds = client.time()
        skew = seconds + microseconds / 1e6 - time.time()
    return ServerInfo(
        version=tuple(int(part) for part in str(info["redis_version"]).split(".") if part.isdigit()),
        eviction=str(info.get("maxmemory_policy", "")),
        append_only=bool(info.get("aof_enabled")),
        written=info.get("aof_last_write_status", "ok") == "ok",
        memory=StoreMemory.of(
            int(info["used_memory"]) - int(info.get("mem_not_counted_for_evict", 0)),
            int(info.get("maxmemory", 0)),
            room,
        ),
        replica=info.get("role") != "master",
        cluster=bool(info.get("cluster_enabled")),
        skew_seconds=skew,
    )
