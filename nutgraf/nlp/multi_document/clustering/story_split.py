"""Partition of a story's articles into events."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.nlp.multi_document.clustering.article_vector import ArticleVector


def split_story(articles: Sequence[ArticleVector], window_ms: float) -> tuple[tuple[int, ...], ...]:
    """Return a partition of the indices of a story's articles; one group when the story stands."""
    del window_ms
    return (tuple(range(len(articles))),)
