"""What a webhook says: ``{type, timestamp, data}``, rendered once and sent as the same bytes ever after."""

from __future__ import annotations

import json
from typing import Any

from nutgraf.codec import encode, timestamp
from nutgraf.documents import article_document
from nutgraf.model import Article
from nutgraf.store import ArticleGoneError, ArticleStore, ArticleUnknownError, Parcel


def render(parcel: Parcel, articles: ArticleStore) -> bytes:
    """The payload of a delivery in UTF-8.

    Raises:
        StoreUnavailableError.
    """
    return encode(
        {"type": parcel.event, "timestamp": timestamp(parcel.created_at), "data": _data(parcel, articles)}
    )


def _data(parcel: Parcel, articles: ArticleStore) -> dict[str, Any]:
    facts = json.loads(parcel.facts) if parcel.facts else {}
    article = _article(parcel, articles)
    if article is None:
        return {"id": parcel.subject, **facts}
    if parcel.style == "thin":
        return {"id": article.id, "status": article.status.value, "external_id": article.external_id, **facts}
    analysis = None if article.analysis is None else json.loads(article.analysis)
    if analysis is not None:
        analysis["cache"] = article.cache
        for sentence in analysis["summary"]["sentences"]:
            sentence.pop("reasons", None)
    return {**article_document(article), "analysis": analysis, **facts}


def _article(parcel: Parcel, articles: ArticleStore) -> Article | None:
    """The article that the event is about, if it is about one that is still here."""
    if not parcel.event.startswith("article."):
        return None
    try:
        return articles.read(parcel.subject, parcel.tenant)
    except (ArticleGoneError, ArticleUnknownError):
        return None
