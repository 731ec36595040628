"""Threads of this process that may sit idle at once, for one reason."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Bulkhead:
    """Keeps those who wait from taking every thread there is; nobody waits for a seat."""

    def __init__(self, count: int) -> None:
        self._free = threading.BoundedSemaphore(count)

    @contextmanager
    def try_acquire(self) -> Iterator[bool]:
        """Take a seat for as long as the block lasts; False when all are taken."""
        taken = self._free.acquire(blocking=False)
        try:
            yield taken
        finally:
            if taken:
                self._free.release()
