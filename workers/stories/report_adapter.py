"""Stored articles as the reports that stories are made of."""

from __future__ import annotations

from nutgraf.nlp.multi_document import Profile, Rarity, Report, profile_of, report_of
from nutgraf.store import StoredArticle


def read(article: StoredArticle) -> Report:
    """The report that a stored article is."""
    return report_of(
        article.id,
        title=article.title,
        text=article.text,
        source=article.source,
        published_at=article.published_at,
        received_at=article.received_at,
        analysis=article.analysis,
    )


def profiled(article: StoredArticle, rarity: Rarity) -> Profile:
    """What a stored article is about."""
    return profile_of(read(article), rarity)
