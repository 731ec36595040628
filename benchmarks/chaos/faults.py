"""Faults that are injected into a running stack."""

from __future__ import annotations

import contextlib
import os
import random
import resource
import signal
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import redis

from dev.processes import Process
from dev.stack import ROOT, Stack
from nutgraf.queue import ARTICLES_QUEUE

AWAY_SECONDS = 1.0
JUMPS = (-86_400, -3600, 0, 3600, 86_400)
"""Errors of the clocks of API and workers, in seconds."""


class Faults:
    """Injector of faults into a stack, which restarts what it kills."""

    def __init__(self, stack: Stack, rng: random.Random, clock: Path) -> None:
        self.struck: Counter[str] = Counter()
        self.rounds = 0
        self._stack = stack
        self._rng = rng
        self._clock = clock
        self._kinds: tuple[tuple[str, Callable[[], None]], ...] = (
            ("SIGKILL of a worker's child", self._kill_child),
            ("SIGKILL of a worker", self._kill_worker),
            ("SIGTERM and restart of a worker", self._roll_worker),
            ("SIGKILL of an API process", self._kill_api_process),
            ("SIGKILL and restart of Redis", self._restart_redis),
            ("CLIENT KILL of every connection", self._cut_connections),
            ("CLIENT PAUSE", self._pause),
            ("loss of the broker's queue", self._lose_queue),
            ("Redis without memory", self._fill_memory),
            ("Redis on a full disk", self._fill_disk),
            ("jump of all clocks but Redis'", self._jump_clocks),
        )

    def strike_until(self, over: threading.Event, pause: float) -> None:
        """Inject one fault after the other, every kind once a round, until ``over`` is set."""
        while not over.is_set():
            for name, strike in self._rng.sample(self._kinds, len(self._kinds)):
                with contextlib.suppress(redis.RedisError):
                    strike()
                self.struck[name] += 1
                self.revive()
                if over.wait(pause):
                    return
            self.rounds += 1

    def revive(self) -> None:
        """Restart workers that have ended, as a supervisor would."""
        for process in list(self._stack.processes):
            if process.name.startswith("worker") and not process.running:
                self._restart(process)

    def _worker(self) -> Process:
        workers = [process for process in self._stack.processes if process.name.startswith("worker")]
        return self._rng.choice(workers)

    def _kill_child(self) -> None:
        self._kill_one(children(self._worker().popen.pid))

    def _kill_api_process(self) -> None:
        api = next(process for process in self._stack.processes if process.name == "API")
        self._kill_one(children(api.popen.pid))

    def _kill_one(self, candidates: list[int]) -> None:
        if candidates:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._rng.choice(candidates), signal.SIGKILL)

    def _kill_worker(self) -> None:
        worker = self._worker()
        worker.kill()
        self._restart(worker)

    def _roll_worker(self) -> None:
        worker = self._worker()
        worker.stop(seconds=30)
        self._restart(worker)

    def _restart(self, worker: Process) -> None:
        self._stack.processes.remove(worker)
        self._stack.start_worker(worker.name)

    def _restart_redis(self) -> None:
        server = next(process for process in self._stack.processes if process.name == "Redis")
        server.kill()
        time.sleep(AWAY_SECONDS)
        self._stack.restart(server)

    def _cut_connections(self) -> None:
        for kind in ("normal", "pubsub"):
            self._client().execute_command("CLIENT", "KILL", "TYPE", kind, "SKIPME", "yes")

    def _pause(self) -> None:
        self._client().execute_command("CLIENT", "PAUSE", int(AWAY_SECONDS * 1000), "ALL")

    def _lose_queue(self) -> None:
        self._client().delete(f"ng:broker:{ARTICLES_QUEUE}")

    def _fill_memory(self) -> None:
        client = self._client()
        client.config_set("maxmemory", "1mb")
        time.sleep(AWAY_SECONDS)
        client.config_set("maxmemory", "0")

    def _fill_disk(self) -> None:
        """Keep the server's files from growing for a while, as on a full disk."""
        server = next(process for process in self._stack.processes if process.name == "Redis")
        forever = resource.RLIM_INFINITY
        resource.prlimit(server.popen.pid, resource.RLIMIT_FSIZE, (1, forever))
        time.sleep(AWAY_SECONDS)
        resource.prlimit(server.popen.pid, resource.RLIMIT_FSIZE, (forever, forever))

    def _jump_clocks(self) -> None:
        self._clock.with_suffix(".new").write_text(str(self._rng.choice(JUMPS)))
        self._clock.with_suffix(".new").replace(self._clock)

    def _client(self) -> redis.Redis:
        return redis.Redis.from_url(self._stack.start_redis())


def wrong_clock(clock: Path) -> dict[str, str]:
    """Return environment variables under which Python processes read the wall clock's error from a file."""
    clock.parent.mkdir(parents=True, exist_ok=True)
    clock.write_text("0")
    return {
        "PYTHONPATH": f"{Path(__file__).parent / 'clock'}{os.pathsep}{ROOT}",
        "CLOCK_OFFSET_FILE": str(clock),
    }


def children(pid: int) -> list[int]:
    """Return the ids of the child processes of a process."""
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        return [int(child) for child in listed.read_text().split()]
    except FileNotFoundError:
        return []
