"""Several reports of one event: which belong together, and what they say together."""

from __future__ import annotations

from nutgraf.nlp.multi_document.clustering.article_vector import Profile, profile
from nutgraf.nlp.multi_document.clustering.idf import Rarity
from nutgraf.nlp.multi_document.clustering.online_clustering import (
    Centroid,
    Match,
    best,
    centroid_of,
    joined,
    merge,
)
from nutgraf.nlp.multi_document.comparison import MOST_REPORTS, compare
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.multi_document.report_adapter import profile_of, report_of

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
