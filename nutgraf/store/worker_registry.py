"""Registry of live analysis workers and of what their pipeline can do."""

from __future__ import annotations

from functools import lru_cache

import redis

from nutgraf.codec import decode, encode
from nutgraf.model import Capabilities
from nutgraf.settings import Settings
from nutgraf.store.redis.connection import members, reaching_redis
from nutgraf.store.redis.lua_scripts import LuaScripts


class WorkerRegistry:
    """Store of the workers' heartbeats and of their pipeline's capabilities."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._run = LuaScripts(client, settings)

    def heartbeat(
        self, worker: str, capabilities: Capabilities, seconds: float, *, first: bool = False
    ) -> None:
        """Record that a worker is alive.

        Args:
            worker: name of the worker, ``<host>:<process id>``.
            capabilities: of its pipeline.
            seconds: for which it counts as alive.
            first: whether the worker has just started.

        Raises:
            StoreUnavailableError.
        """
        self._run(
            "workers/worker_heartbeat", worker, encode(capabilities), seconds * 1000, "1" if first else "0"
        )

    def report_unable(self, worker: str, seconds: float) -> None:
        """Record that a worker runs, but that none of its processes can load the models.

        Args:
            worker: name of the worker, ``<host>:<process id>``.
            seconds: for which it counts as unable.

        Raises:
            StoreUnavailableError.
        """
        self._run("workers/worker_unable", worker, seconds * 1000)

    def remove(self, worker: str) -> None:
        """Record that a worker has stopped.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            self._client.zrem("ng:workers", worker)
            self._client.zrem("ng:workers:unable", worker)

    def live(self, host: str = "") -> int:
        """Return the number of live workers, of one host or of all.

        Raises:
            StoreUnavailableError.
        """
        return self._count("ng:workers", host)

    def unable(self, host: str = "") -> int:
        """Return the number of workers that run but can't load the models, of one host or of all.

        Raises:
            StoreUnavailableError.
        """
        return self._count("ng:workers:unable", host)

    def _count(self, key: str, host: str) -> int:
        with reaching_redis():
            seconds, microseconds = self._client.time()
            now_ms = seconds * 1000 + microseconds // 1000
            names = members(self._client.zrangebyscore(key, now_ms, "+inf"))
        return sum(host in ("", name.rpartition(":")[0]) for name in names)

    def capabilities(self) -> Capabilities | None:
        """Return what the workers' pipeline can do; None before the first worker and days after the last one.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            raw = self._client.get("ng:pipeline")
        return None if raw is None else _capabilities(raw)


# Cached, for every submission needs it and it changes only with a release.
@lru_cache(maxsize=4)
def _capabilities(raw: bytes) -> Capabilities:
    return decode(Capabilities, raw)
