"""Analyses that this process lately read, so that Redis need not send them again."""

from __future__ import annotations

import threading
from dataclasses import dataclass

ANALYSES = 128
LARGEST_BYTES = 65_536
"""A larger analysis is not remembered, here or as it is answered: few of them would take much memory."""


@dataclass(frozen=True, slots=True)
class CachedAnalysis:
    """An analysis, and when its article was completed, as Redis writes it; that happens once."""

    completed_at: str
    analysis: bytes | None


_NOTHING = CachedAnalysis("", None)


class AnalysisCache:
    """Holds the last analyses that came; the first in is the first out."""

    def __init__(self) -> None:
        self._held: dict[str, CachedAnalysis] = {}
        self._changing = threading.Lock()

    def of(self, article: str | None) -> CachedAnalysis:
        """What is held of an article; nothing has no analysis."""
        return self._held.get(article or "", _NOTHING)

    def keep(self, article: str, completed_at: str, analysis: bytes) -> None:
        """Hold an analysis from now on, unless it is a large one."""
        if len(analysis) > LARGEST_BYTES:
            return
        with self._changing:
            self._held[article] = CachedAnalysis(completed_at, analysis)
            if len(self._held) > ANALYSES:
                del self._held[next(iter(self._held))]
