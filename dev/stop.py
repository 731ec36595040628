"""``make stop``: end what ``make run`` serves from here, or what a run that was killed has left."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from dev.processes import KILL_SECONDS, STOP_SECONDS
from dev.stack import REDIS_STOP_SECONDS
from nutgraf.cli.local_stack import FOLDER, RECORD, ProcessIdentity, recorded_stack

STARTER_SECONDS = STOP_SECONDS + REDIS_STOP_SECONDS + KILL_SECONDS


def main(folder: Path = FOLDER) -> int:
    """End every process of the folder's record that still runs, and say which; the exit status is 0."""
    stack = recorded_stack(folder)
    found = [] if stack is None else [each for each in (stack.starter, *stack.processes) if each.alive]
    if stack is not None and stack.starter.alive:
        # It takes its processes down itself, and would start them again if something else did.
        _end([stack.starter], STARTER_SECONDS, os.kill)
    end_processes(found)
    (folder / RECORD).unlink(missing_ok=True)
    print(f"Stopped {names(found)}." if found else "Nothing that `make run` has started is running.")
    return 0


def names(processes: Iterable[ProcessIdentity]) -> str:
    """Return the processes' names and ids for a sentence."""
    return ", ".join(map(str, processes))


def end_processes(processes: Sequence[ProcessIdentity]) -> None:
    """End processes that others have started, Redis last, within 20 s."""
    _end([process for process in processes if process.name != "Redis"], STOP_SECONDS)
    _end([process for process in processes if process.name == "Redis"], REDIS_STOP_SECONDS)


def _end(
    processes: Sequence[ProcessIdentity], seconds: float, kill: Callable[[int, int], None] = os.killpg
) -> None:
    """Ask processes to end, and kill those that have not within so many seconds, with all their children."""
    _signal(processes, os.kill, signal.SIGTERM)
    _wait(processes, seconds)
    _signal(processes, kill, signal.SIGKILL)
    _wait(processes, KILL_SECONDS)


def _signal(
    processes: Sequence[ProcessIdentity], send: Callable[[int, int], None], number: signal.Signals
) -> None:
    for process in processes:
        if process.alive:
            with contextlib.suppress(ProcessLookupError):
                send(process.pid, number)


def _wait(processes: Sequence[ProcessIdentity], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while any(process.alive for process in processes) and time.monotonic() < deadline:
        time.sleep(0.05)


if __name__ == "__main__":
    sys.exit(main())
