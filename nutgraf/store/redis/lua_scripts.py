"""Loading and running of the Lua scripts, each of which is one atomic step.

No other code changes the state of an article.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import redis

from nutgraf.settings import Settings
from nutgraf.store.redis.connection import StoreUnavailableError, reaching_redis
from nutgraf.store.redis.memory import GROWTH_MARGIN, GROWTH_PER_UNIT, LEAST_KEPT_FREE, SHARE_KEPT_FREE

# Each library may use the functions of those before it.
LIBRARIES = (
    "lib/common",
    "lib/room",
    "lib/outbox",
    "lib/story_index",
    "lib/report_copies",
    "lib/queue",
    "lib/article_end",
)

_CONSTANTS = (
    f"local GROWTH_PER_UNIT, GROWTH_MARGIN, SHARE_KEPT_FREE, LEAST_KEPT_FREE = "
    f"{GROWTH_PER_UNIT}, {GROWTH_MARGIN}, {SHARE_KEPT_FREE}, {LEAST_KEPT_FREE}\n"
)


@cache
def script_source(*parts: str) -> str:
    """Return files of ``lua/``, named without their suffix, joined to one script."""
    folder = files("nutgraf.store") / "lua"
    return "\n".join((folder / f"{part}.lua").read_text() for part in parts)


def _script_settings(settings: Settings) -> dict[str, float]:
    """Return the settings that the scripts need; times in milliseconds."""
    return {
        "article_ttl_ms": settings.article_ttl_seconds * 1000,
        "tombstone_ttl_ms": settings.tombstone_ttl_seconds * 1000,
        "cache_ttl_ms": settings.cache_ttl_seconds * 1000,
        "idempotency_ttl_ms": settings.idempotency_ttl_seconds * 1000,
        "events_kept": settings.events_kept,
        "lease_ms": int(settings.lease_seconds * 1000),
        "deadline_ms": int(settings.analysis_hard_seconds * 1000),
        "resend_after_ms": int(settings.resend_after_seconds * 1000),
        # Slightly less than the time between two sweeps, so that a single worker skips none.
        "sweep_pause_ms": max(1, int(settings.sweep_seconds * 900)),
        "story_window_ms": settings.story_window_seconds * 1000,
        "story_merge_ms": int(settings.story_merge_seconds * 1000),
        "story_rest_factor": settings.story_rest_factor,
        "story_longest_rest_ms": settings.story_longest_rest_seconds * 1000,
        "max_attempts": settings.max_attempts,
        "max_queue": settings.max_queue,
        # A webhook worker that has not reported the result by then counts as lost.
        "webhook_lease_ms": int((settings.webhook_deadline_seconds + settings.lease_seconds) * 1000),
        "webhook_in_flight": settings.webhook_in_flight,
        "webhook_max_endpoints": settings.webhook_max_endpoints,
        "webhook_disable_after_ms": settings.webhook_disable_after_seconds * 1000,
        "webhook_log_ttl_ms": settings.webhook_log_ttl_seconds * 1000,
    }


class LuaScripts:
    """Runner of the scripts in ``lua/``, by name.

    Redis gets a script's source once and then only its hash, so comments in the source cost nothing later.
    """

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._settings = json.dumps(_script_settings(settings))
        self._registered: dict[str, Any] = {}

    def __call__(self, script: str, *arguments: str | bytes | float) -> Any:
        """Run a script and return its result.

        Raises:
            StoreUnavailableError: Redis is unreachable or full.
        """
        with reaching_redis():
            return self._script(script)(args=(self._settings, *arguments))

    def replicated(self, replicas: int, seconds: float, script: str, *arguments: str | bytes | float) -> Any:
        """Run a script, wait until so many replicas have what it wrote, and return its result.

        Raises:
            StoreUnavailableError: Redis is unreachable or full, or too few replicas had it in time, though
                the master has it.
        """
        with reaching_redis():
            # WAIT is about the writes of one connection.
            pipeline = self._client.pipeline(transaction=False)
            self._script(script)(args=(self._settings, *arguments), client=pipeline)
            pipeline.wait(replicas, max(1, int(seconds * 1000)))
            result, acknowledged = pipeline.execute()
        if acknowledged < replicas:
            raise StoreUnavailableError("too few replicas")
        return result

    def _script(self, name: str) -> Any:
        if name not in self._registered:
            source = _CONSTANTS + script_source(*LIBRARIES, name)
            self._registered[name] = self._client.register_script(source)
        return self._registered[name]
