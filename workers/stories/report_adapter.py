"""Conversion of articles to the reports that the multi-document pipeline compares."""

from __future__ import annotations

from datetime import datetime

from nutgraf.model import Analysis
from nutgraf.nlp.multi_document import ArticleVector, IdfTable, Report, report_of, report_vector
from nutgraf.store import ComparisonInput, StoredArticle


def report_from(article: StoredArticle) -> Report:
    """Convert a stored article to a report."""
    return report_of(
        article.id,
        title=article.title,
        text=article.text,
        source=article.source,
        published_at=article.published_at,
        received_at=article.received_at,
        analysis=article.analysis,
    )


def report_from_input(article: ComparisonInput, analysis: Analysis, received_at: datetime) -> Report:
    """Convert an article that is compared without being stored to a report."""
    document = article.document
    return report_of(
        article.id,
        title=document.title,
        text=document.text,
        source=article.source,
        published_at=document.published_at,
        received_at=received_at,
        analysis=analysis,
    )


def article_vector_of(article: StoredArticle, idf: IdfTable) -> ArticleVector:
    """Return the vector by which a stored article is clustered."""
    return report_vector(report_from(article), idf)
