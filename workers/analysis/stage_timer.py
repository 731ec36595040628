"""How long each stage of an analysis took."""

from __future__ import annotations

import time
from collections.abc import Callable

from nutgraf.metrics import metrics
from nutgraf.tracing import record_finished_span

OnStage = Callable[[str], None]


class StageTimer:
    """Told each stage's name as it ends, it writes down the time since the one before."""

    def __init__(self) -> None:
        self._since = time.time_ns()

    def __call__(self, stage: str) -> None:
        """A stage has ended."""
        now = time.time_ns()
        metrics().stage_seconds.labels(stage).observe(max(0, now - self._since) / 1e9)
        record_finished_span(stage, self._since, now)
        self._since = now
