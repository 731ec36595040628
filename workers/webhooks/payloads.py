"""What a webhook says: ``{type, timestamp, data}``, rendered once and sent as the same bytes ever after."""

from __future__ import annotations

import json
from typing import Any

from nutgraf.codec import encode, timestamp
from nutgraf.json_views import article_document, story_document
from nutgraf.model import Article
from nutgraf.store import ArticleGoneError, ArticleUnknownError, Parcel, Store, StoryUnknownError


def render(parcel: Parcel, store: Store) -> bytes:
    """The payload of a delivery in UTF-8.

    Raises:
        StoreUnavailableError.
    """
    return encode(
        {"type": parcel.event, "timestamp": timestamp(parcel.created_at), "data": _data(parcel, store)}
    )


def _data(parcel: Parcel, store: Store) -> dict[str, Any]:
    facts = json.loads(parcel.facts) if parcel.facts else {}
    if parcel.event.startswith("story.") and parcel.style == "full":
        return {"id": parcel.subject, **_story(parcel, store), **facts}
    article = _article(parcel, store)
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


def _story(parcel: Parcel, store: Store) -> dict[str, Any]:
    """The story as it stands now; nothing where all its articles have gone."""
    try:
        return story_document(store.stories.read(parcel.subject, parcel.tenant))
    except StoryUnknownError:
        return {}


def _article(parcel: Parcel, store: Store) -> Article | None:
    """The article that the event is about, if it is about one that is still here."""
    if not parcel.event.startswith("article."):
        return None
    try:
        return store.articles.read(parcel.subject, parcel.tenant)
    except (ArticleGoneError, ArticleUnknownError):
        return None
