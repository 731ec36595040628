"""The whole product as processes of this machine: Redis, API and workers."""

from __future__ import annotations

import os
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from dev.processes import Process, StartError, free_port, port_taken, start
from dev.redis_server import start_redis

ROOT = Path(__file__).resolve().parent.parent
READY_SECONDS = 90.0
API = ("-m", "gunicorn", "--config", "python:service.server.gunicorn_config", "service.wsgi:app")


def worker_command(app: str) -> tuple[str, ...]:
    """How a worker of a Celery app is started; workers need not know of one another."""
    return ("-m", "celery", "--quiet", "--app", app, "worker", "--without-gossip", "--without-mingle")


@dataclass(slots=True)
class Stack:
    """Starts what is asked for and takes all of it down again.

    Attributes:
        folder: where Redis keeps its data and every process its log.
        host, port: where the API listens.
        redis_url: a running Redis; None starts a private one.
        knobs: further NUTGRAF_ settings of the processes.
        worker_app: the Celery app of the workers; tests put a stand-in here.
    """

    folder: Path
    host: str = "127.0.0.1"
    port: int = field(default_factory=free_port)
    redis_url: str | None = None
    knobs: Mapping[str, str] = field(default_factory=dict)
    worker_app: str = "workers.analysis_main"
    processes: list[Process] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where the API answers."""
        return f"http://{self.host}:{self.port}"

    def start_redis(self) -> str:
        """Start a private Redis unless there is one; gives its URL."""
        if self.redis_url is None:
            redis_port = free_port()
            self.processes.append(start_redis(self.folder / "redis", redis_port))
            self.redis_url = f"redis://127.0.0.1:{redis_port}/0"
        return self.redis_url

    def start_api(self) -> Process:
        """Start the API.

        Raises:
            StartError: its port is taken.
        """
        self.check_port()
        return self._python("API", *API)

    def check_port(self) -> None:
        """See that the API's port is free.

        Raises:
            StartError: somebody listens there.
        """
        if port_taken(self.host, self.port):
            raise StartError(
                f"Port {self.port} of {self.host} is taken: stop what listens there, or set NUTGRAF_PORT."
            )

    def start_worker(self, name: str = "worker") -> Process:
        """Start one worker with its children."""
        return self._python(name, *worker_command(self.worker_app), "--hostname", f"{name}@%h")

    def start_sender(self, name: str = "sender") -> Process:
        """Start one sender of webhooks."""
        return self._python(name, *worker_command("workers.webhook_main"), "--hostname", f"{name}@%h")

    def wait_until_ready(self, seconds: float = READY_SECONDS) -> None:
        """Wait until articles are accepted and analysed.

        Raises:
            StartError: a process ended, or it took too long.
        """
        deadline = time.monotonic() + seconds
        while not self._ready():
            for process in self.processes:
                if not process.running:
                    raise StartError(f"{process.name} ended: {process.last_words()}")
            if time.monotonic() > deadline:
                raise StartError(f"Nothing was ready within {seconds:g} s; the logs are in {self.folder}.")
            time.sleep(0.1)

    def stop(self) -> None:
        """Take everything down, what was started last first."""
        for process in reversed(self.processes):
            process.stop()
        self.processes.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def _ready(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/readyz", timeout=2) as answer:  # noqa: S310 - our own URL
                return bool(answer.status == 200)  # noqa: PLR2004 - HTTP's OK
        except (urllib.error.URLError, OSError):
            return False

    def _python(self, name: str, *arguments: str) -> Process:
        process = start(name, (sys.executable, *arguments), self.folder / f"{name}.log", self._environment())
        self.processes.append(process)
        return process

    def _environment(self) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("NUTGRAF_")}
        return {
            **inherited,
            "PYTHONPATH": str(ROOT),
            "OMP_NUM_THREADS": "1",
            "ORT_DISABLE_TELEMETRY": "1",
            "NUTGRAF_REDIS_URL": self.redis_url or "",
            "NUTGRAF_HOST": self.host,
            "NUTGRAF_PORT": str(self.port),
            "NUTGRAF_AUTH": "off",
            **self.knobs,
        }
