"""Child processes that never outlive the one that started them."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dev.watchdog import watch

STOP_SECONDS = 15.0
KILL_SECONDS = 5.0
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""What ends a program that a person or another program has started: Ctrl-C, a kill, a closed terminal."""


class StartError(Exception):
    """Something could not be started; the message is a sentence for the person who asked."""


@dataclass(slots=True)
class Process:
    """A child in its own process group, whose output goes to a file."""

    name: str
    command: Sequence[str | Path]
    popen: subprocess.Popen[bytes]
    log: Path
    environment: Mapping[str, str] | None = None

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self.popen.poll() is None

    def end(self) -> str:
        """Return how it has ended, as the end of a sentence."""
        status = self.popen.returncode
        return f"was ended by {signal.Signals(-status).name}" if status < 0 else f"ended with status {status}"

    def last_words(self, lines: int = 5) -> str:
        """Return the end of its output."""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])

    def start_again(self) -> Process:
        """Start the same command again, and kill what is left of this one before."""
        self.kill()
        return start(self.name, self.command, self.log, self.environment)

    def stop(self, seconds: float = STOP_SECONDS) -> None:
        """Ask it to end, and after so many seconds make it, with all its children."""
        stop_all([self], seconds)

    def kill(self) -> None:
        """End it and all its children at once."""
        self.send_kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.popen.wait(KILL_SECONDS)

    def send_kill(self) -> None:
        """Kill it and all its children without waiting for their end, as a handler of signals must."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.popen.pid, signal.SIGKILL)


def stop_all(processes: Sequence[Process], seconds: float = STOP_SECONDS) -> None:
    """Ask processes to end, and kill those that have not within so many seconds, with all their children."""
    for process in processes:
        if process.running:
            process.popen.terminate()
    deadline = time.monotonic() + seconds
    for process in processes:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.popen.wait(max(0.0, deadline - time.monotonic()))
        process.kill()


def start(
    name: str,
    command: Sequence[str | Path],
    log: Path,
    environment: Mapping[str, str] | None = None,
    handed_on: Sequence[int] = (),
) -> Process:
    """Start a child in a process group of its own, with the open files that are handed on to it.

    It does not outlive the calling process, however that ends.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    output: IO[bytes]
    with log.open("ab") as output, shielded():
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
        watch(popen.pid)
    return Process(name, command, popen, log, environment)


@contextlib.contextmanager
def shielded() -> Iterator[None]:
    """Hold signals back until the block ends, so that none comes between a start and the note of it."""
    if threading.current_thread() is not threading.main_thread():  # which alone is interrupted by signals
        yield
        return
    held: list[int] = []
    before = {each: signal.getsignal(each) for each in SIGNALS}
    before = {each: handler for each, handler in before.items() if handler not in (signal.SIG_IGN, None)}
    for each in before:
        signal.signal(each, lambda number, _: held.append(number))
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
        for number in held:
            signal.raise_signal(number)


def write_private(path: Path, content: bytes) -> None:
    """Write a file that its owner alone may read; a reader finds the old content or the new, and no part."""
    handle, draft = tempfile.mkstemp(dir=path.parent)  # which nobody else may read
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(draft).replace(path)


def free_port() -> int:
    """Return a port that nobody listened on a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def port_taken(host: str, port: int) -> bool:
    """Return whether somebody listens there."""
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
