"""How long each stage of an analysis took."""

from __future__ import annotations

import time
from collections.abc import Callable

from nutgraf.metrics import meters
from nutgraf.tracing import past

Lap = Callable[[str], None]


class Stopwatch:
    """Told each stage's name as it ends, it writes down the time since the one before."""

    def __init__(self) -> None:
        self._since = time.time_ns()

    def __call__(self, stage: str) -> None:
        """A stage has ended."""
        now = time.time_ns()
        meters().stage_seconds.labels(stage).observe(max(0, now - self._since) / 1e9)
        past(stage, self._since, now)
        self._since = now
