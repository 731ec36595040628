"""The Lua scripts: every change of an article's state is one of them, and nothing else changes it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import redis

from nutgraf.store.connection import reaching_redis


@cache
def _source(name: str) -> str:
    folder = files("nutgraf.store") / "lua"
    return (folder / "prelude.lua").read_text() + (folder / f"{name}.lua").read_text()


class Scripts:
    """Calls a script of ``lua/`` by its name, atomically."""

    def __init__(self, client: redis.Redis) -> None:
        self._client = client
        self._registered: dict[str, Any] = {}

    def __call__(self, script: str, *arguments: str | bytes | float) -> Any:
        """Run a script.

        Raises:
            StoreUnavailableError: Redis is away or full.
        """
        if script not in self._registered:
            self._registered[script] = self._client.register_script(_source(script))
        with reaching_redis():
            return self._registered[script](args=arguments)
