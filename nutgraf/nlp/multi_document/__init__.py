"""Reports of one event: clustering of articles into stories, and comparison of the reports of a story.

Nothing here knows a language: words come from ``Report.rules``, the rules of each report's own language.
"""

from __future__ import annotations

from nutgraf.nlp.multi_document.clustering.article_vector import ArticleVector, vectorize_article
from nutgraf.nlp.multi_document.clustering.idf import IdfTable
from nutgraf.nlp.multi_document.clustering.online_clustering import (
    Centroid,
    StoryMatch,
    best_match,
    centroid_of,
    merged_centroid,
    should_merge,
)
from nutgraf.nlp.multi_document.clustering.story_split import split_story
from nutgraf.nlp.multi_document.comparison import MOST_REPORTS, compare_reports
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.multi_document.report_adapter import report_of, report_vector

__all__ = [
    "MOST_REPORTS",
    "ArticleVector",
    "Centroid",
    "IdfTable",
    "Report",
    "StoryMatch",
    "best_match",
    "centroid_of",
    "compare_reports",
    "merged_centroid",
    "report_of",
    "report_vector",
    "should_merge",
    "split_story",
    "vectorize_article",
]
