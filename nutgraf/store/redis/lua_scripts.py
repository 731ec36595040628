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
from nutgraf.store.redis.connection import reaching_redis

# Each library may use the functions of those before it.
LIBRARIES = (
    "lib/common",
    "lib/outbox",
    "lib/story_index",
    "lib/report_copies",
    "lib/queue",
    "lib/article_end",
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
        if script not in self._registered:
            self._registered[script] = self._client.register_script(script_source(*LIBRARIES, script))
        with reaching_redis():
            return self._registered[script](args=(self._settings, *arguments))
