"""Child processes that never outlive the one that started them."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

STOP_SECONDS = 15.0


class StartError(Exception):
    """Something could not be started; the message is a sentence for the person who asked."""


@dataclass(slots=True)
class Process:
    """A child in its own process group, whose output goes to a file."""

    name: str
    command: Sequence[str | Path]
    popen: subprocess.Popen[bytes]
    log: Path

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self.popen.poll() is None

    def last_words(self, lines: int = 5) -> str:
        """The end of its output."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def stop(self, seconds: float = STOP_SECONDS) -> None:
        """Ask it to end, and after so many seconds make it, with all its children."""
        if self.running:
            self.popen.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.popen.wait(seconds)
        self.kill()

    def kill(self) -> None:
        """End it and all its children at once."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait()


def start(
    name: str,
    command: Sequence[str | Path],
    log: Path,
    environment: Mapping[str, str] | None = None,
    handed_on: Sequence[int] = (),
) -> Process:
    """Start a child in a process group of its own, with the open files that are handed on to it."""
    log.parent.mkdir(parents=True, exist_ok=True)
    output: IO[bytes]
    with log.open("ab") as output:
        popen = subprocess.Popen(  # noqa: S603 - the commands are this project's own
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=None if environment is None else dict(environment),
            start_new_session=True,
            pass_fds=handed_on,
            # A full disk is then an error that a server can answer, not its death.
            restore_signals=False,
        )
    return Process(name, command, popen, log)


def free_port() -> int:
    """A port that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def port_taken(host: str, port: int) -> bool:
    """Whether somebody listens there."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((host, port)) == 0


def wait_for(process: Process, port: int, seconds: float) -> None:
    """Wait until the process listens on a port of this machine.

    Raises:
        StartError: it ended, or did not listen in time.
    """
    deadline = time.monotonic() + seconds
    while not port_taken("127.0.0.1", port):
        if not process.running:
            raise StartError(f"{process.name} ended at once: {process.last_words()}")
        if time.monotonic() > deadline:
            raise StartError(f"{process.name} did not listen on port {port} within {seconds:g} s")
        time.sleep(0.05)
