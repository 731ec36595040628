"""Restarts of the stack's processes that end by themselves."""

from __future__ import annotations

import time
from collections import defaultdict, deque

from dev.processes import Process, StartError
from dev.stack import Stack

MOST_ENDS = 5
WITHIN_SECONDS = 60.0


class Supervisor:
    """Starts a stack's processes again when they have ended, unless one ends again and again."""

    def __init__(self, stack: Stack) -> None:
        self._stack = stack
        self._ends: defaultdict[str, deque[float]] = defaultdict(lambda: deque(maxlen=MOST_ENDS))

    def check(self) -> None:
        """Start every process again that has ended, and print a line for each.

        Raises:
            StartError: a process has ended five times within a minute, or Redis can't be started again.
        """
        for process in list(self._stack.processes):
            if not process.running:
                self._revive(process)

    def _revive(self, process: Process) -> None:
        ends = self._ends[process.name]
        ends.append(time.monotonic())
        if len(ends) == MOST_ENDS and ends[-1] - ends[0] < WITHIN_SECONDS:
            raise StartError(
                f"{process.name} ended {MOST_ENDS} times within {WITHIN_SECONDS:g} s: {process.last_words()}"
            )
        self._stack.restart(process)
        print(f"{process.name} {process.end()} and was started again (log: {process.log}).", flush=True)
