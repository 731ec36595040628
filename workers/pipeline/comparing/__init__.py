"""Several reports of one event: which belong together, and what they say together."""

from __future__ import annotations

from workers.pipeline.comparing.compare import MOST_REPORTS, compare
from workers.pipeline.comparing.grouping import Centroid, Match, best, centroid_of, joined, merge
from workers.pipeline.comparing.profile import Profile, profile
from workers.pipeline.comparing.rarity import Rarity
from workers.pipeline.comparing.reading import profile_of, report_of
from workers.pipeline.comparing.report import Report

__all__ = [
    "MOST_REPORTS",
    "Centroid",
    "Match",
    "Profile",
    "Rarity",
    "Report",
    "best",
    "centroid_of",
    "compare",
    "joined",
    "merge",
    "profile",
    "profile_of",
    "report_of",
]
