"""What the children of a worker could load, as its parent process sees it."""

from __future__ import annotations

import mmap

_UNKNOWN, _LOADED, _FAILED = 0, 1, 2


class ChildStates:
    """One byte for each child in memory that the parent shares with all children that it forks.

    A child that takes the place of another keeps its state until it has loaded, or failed to load, itself.
    So a worker is not taken for unable whenever a child is renewed.
    """

    def __init__(self) -> None:
        self._states = mmap.mmap(-1, mmap.PAGESIZE)

    def record(self, child: int, *, loaded: bool) -> None:
        """Record whether a child, by its index in the pool, has loaded all that it needs."""
        self._states[child % len(self._states)] = _LOADED if loaded else _FAILED

    def any_loaded(self) -> bool | None:
        """Return whether a child can work; None while none has finished loading."""
        states = self._states[:]
        if _LOADED in states:
            return True
        return False if _FAILED in states else None
