"""Cache of analyses in this process, so that Redis need not send them again."""

from __future__ import annotations

import threading
from dataclasses import dataclass

MOST_ANALYSES = 128
LARGEST_CACHED_ANALYSIS_BYTES = 65_536
"""Size up to which a process caches an analysis; a few larger ones would take much memory."""


@dataclass(frozen=True, slots=True)
class CachedAnalysis:
    """Analysis of an article.

    Attributes:
        completed_at: when the article was completed, as Redis stores it; it never changes.
    """

    completed_at: str
    analysis: bytes | None


_NONE = CachedAnalysis("", None)


class AnalysisCache:
    """First-in, first-out cache that threads may share."""

    def __init__(self) -> None:
        self._analyses: dict[str, CachedAnalysis] = {}
        self._lock = threading.Lock()

    def get(self, article: str | None) -> CachedAnalysis:
        """Return an article's analysis; without one if it is not cached."""
        return self._analyses.get(article or "", _NONE)

    def put(self, article: str, completed_at: str, analysis: bytes) -> None:
        """Cache an analysis, unless it is too large."""
        if len(analysis) > LARGEST_CACHED_ANALYSIS_BYTES:
            return
        with self._lock:
            self._analyses[article] = CachedAnalysis(completed_at, analysis)
            if len(self._analyses) > MOST_ANALYSES:
                del self._analyses[next(iter(self._analyses))]
