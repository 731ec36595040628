"""The whole product as processes of this machine: Redis, API and workers."""

from __future__ import annotations

import os
import secrets
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote, unquote, urlsplit

from dev.processes import Process, StartError, free_port, port_taken, start, stop_all, write_private
from dev.redis_server import start_redis
from nutgraf.cli.local_stack import RECORD, LocalStack, ProcessIdentity, recorded_stack, started_at
from nutgraf.codec import encode

ROOT = Path(__file__).resolve().parent.parent
READY_SECONDS = 90.0
REDIS_STOP_SECONDS = 5.0
WORKER_APP = "workers.analysis_main"
API = ("-m", "gunicorn", "--config", "python:service.server.gunicorn_config", "service.wsgi:app")


def worker_command(app: str) -> tuple[str, ...]:
    """How a worker of a Celery app is started; workers need not know of one another."""
    return ("-m", "celery", "--quiet", "--app", app, "worker", "--without-gossip", "--without-mingle")


@dataclass(slots=True)
class Stack:
    """Starts what is asked for and takes all of it down again.

    Attributes:
        folder: where Redis keeps its data and every process its log, and the stack its record.
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
    worker_app: str = WORKER_APP
    processes: list[Process] = field(default_factory=list)

    @property
    def url(self) -> str:
        """Where the API answers."""
        return f"http://{self.host}:{self.port}"

    def start_redis(self) -> str:
        """Start a private Redis, whose password nobody else is told, unless there is one; return its URL."""
        if self.redis_url is None:
            password = quote(secrets.token_urlsafe(24), safe="")
            url = f"redis://:{password}@127.0.0.1:{free_port()}/0"
            self.processes.append(self._redis(url))
            self.redis_url = url
            self._record()
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

    def restart(self, process: Process) -> None:
        """Start a process that has ended again, in its place; Redis with its data, port and password.

        Raises:
            StartError: Redis can't be started.
        """
        if process.name == "Redis" and self.redis_url is not None:
            process.kill()
            again = self._redis(self.redis_url)
        else:
            again = process.start_again()
        self.processes[self.processes.index(process)] = again
        self._record()

    def stop(self) -> None:
        """Take everything down within 20 s, Redis last, so that the others can still store what they hold."""
        stop_all([process for process in self.processes if process.name != "Redis"])
        stop_all([process for process in self.processes if process.name == "Redis"], REDIS_STOP_SECONDS)
        self.processes.clear()
        recorded = recorded_stack(self.folder)
        if recorded is not None and recorded.starter.pid == os.getpid():
            (self.folder / RECORD).unlink()

    def send_kill(self) -> None:
        """Kill everything without waiting for its end."""
        for process in self.processes:
            process.send_kill()

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

    def _redis(self, url: str) -> Process:
        parts = urlsplit(url)
        password = unquote(parts.password or "")
        return start_redis(self.folder / "redis", parts.port or 0, password=password)

    def _python(self, name: str, *arguments: str) -> Process:
        process = start(name, (sys.executable, *arguments), self.folder / f"{name}.log", self._environment())
        self.processes.append(process)
        self._record()
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

    def _record(self) -> None:
        """Write down what runs, for the command line and for whoever has to end it."""
        running = [(process.name, process.popen.pid) for process in self.processes]
        found = [ProcessIdentity(name, pid, start) for name, pid in running if (start := started_at(pid))]
        starter = ProcessIdentity("make run", os.getpid(), started_at(os.getpid()) or "")
        settings = {name: value for name, value in self._environment().items() if name.startswith("NUTGRAF_")}
        self.folder.mkdir(parents=True, exist_ok=True)
        write_private(self.folder / RECORD, encode(LocalStack(starter, tuple(found), settings)))
