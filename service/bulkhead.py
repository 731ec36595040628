"""Limit on the threads of a process that may block at once for the same reason."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Bulkhead:
    """Non-blocking semaphore that limits how many threads may block at once.

    Args:
        slots: how many threads may hold a slot at once.
    """

    def __init__(self, slots: int) -> None:
        self._free = threading.BoundedSemaphore(slots)

    @contextmanager
    def try_acquire(self) -> Iterator[bool]:
        """Hold a slot until the block ends; yield False if none was free."""
        acquired = self._free.acquire(blocking=False)
        try:
            yield acquired
        finally:
            if acquired:
                self._free.release()
