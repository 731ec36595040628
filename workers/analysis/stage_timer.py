"""Timing of the stages of an analysis."""

from __future__ import annotations

import time
from collections.abc import Callable

from nutgraf.metrics import metrics
from nutgraf.tracing import record_finished_span

OnStage = Callable[[str], None]


class StageTimer:
    """Callback for the end of each stage; records the stage's duration as a metric and a trace span."""

    def __init__(self) -> None:
        self._stage_began = time.time_ns()

    def __call__(self, stage: str) -> None:
        """Record the stage that has just ended."""
        now = time.time_ns()
        metrics().stage_seconds.labels(stage).observe(max(0, now - self._stage_began) / 1e9)
        record_finished_span(stage, self._stage_began, now)
        self._stage_began = now
