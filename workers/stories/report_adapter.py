"""Stored articles as the reports that stories are made of."""

from __future__ import annotations

from nutgraf.nlp.multi_document import ArticleVector, IdfTable, Report, report_of, report_vector
from nutgraf.store import StoredArticle


def report_from(article: StoredArticle) -> Report:
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


def article_vector_of(article: StoredArticle, idf: IdfTable) -> ArticleVector:
    """What a stored article is about."""
    return report_vector(report_from(article), idf)
