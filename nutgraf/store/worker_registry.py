"""Which workers are alive and what their pipeline can do."""

from __future__ import annotations

from functools import lru_cache

import redis

from nutgraf.codec import decode, encode
from nutgraf.model import Capabilities
from nutgraf.settings import Settings
from nutgraf.store.redis.connection import members, reaching_redis
from nutgraf.store.redis.lua_scripts import LuaScripts


class WorkerRegistry:
    """The workers' heartbeats, and the pipeline that they announce."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._run = LuaScripts(client, settings)

    def heartbeat(self, worker: str, can: Capabilities, seconds: float, *, first: bool = False) -> None:
        """Say that a worker is alive for so many seconds more."""
        self._run("workers/worker_heartbeat", worker, encode(can), seconds * 1000, "1" if first else "0")

    def remove(self, worker: str) -> None:
        """Say that a worker has stopped."""
        with reaching_redis():
            self._client.zrem("ng:workers", worker)

    def live(self, host: str = "") -> int:
        """How many workers, of one host or of all, have lately said that they are there."""
        with reaching_redis():
            seconds, microseconds = self._client.time()
            now_ms = seconds * 1000 + microseconds // 1000
            names = members(self._client.zrangebyscore("ng:workers", now_ms, "+inf"))
        return sum(host in ("", name.rpartition(":")[0]) for name in names)

    def capabilities(self) -> Capabilities | None:
        """What the installed pipeline can do; None until a worker has ever announced itself."""
        with reaching_redis():
            raw = self._client.get("ng:pipeline")
        return None if raw is None else _capabilities(raw)


# It is looked up for every submission, and changes with a release.
@lru_cache(maxsize=4)
def _capabilities(raw: bytes) -> Capabilities:
    return decode(Capabilities, raw)
