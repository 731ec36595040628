"""Payloads of webhooks: ``{type, timestamp, data}``, rendered once; retries send the same bytes."""

from __future__ import annotations

import json
from typing import Any

from nutgraf.codec import encode, timestamp
from nutgraf.json_views import article_view, story_view
from nutgraf.model import Article
from nutgraf.store import ArticleGoneError, ArticleUnknownError, LeasedDelivery, Store, StoryUnknownError


def render(delivery: LeasedDelivery, store: Store) -> bytes:
    """Render the payload of a delivery as JSON in UTF-8.

    Raises:
        StoreUnavailableError: Redis did not answer.
    """
    return encode(
        {"type": delivery.event, "timestamp": timestamp(delivery.created_at), "data": _data(delivery, store)}
    )


def _data(delivery: LeasedDelivery, store: Store) -> dict[str, Any]:
    facts = json.loads(delivery.facts) if delivery.facts else {}
    if delivery.event.startswith("story.") and delivery.style == "full":
        return {"id": delivery.subject, **_story(delivery, store), **facts}
    article = _article(delivery, store)
    if article is None:
        return {"id": delivery.subject, **facts}
    if delivery.style == "thin":
        return {"id": article.id, "status": article.status.value, "external_id": article.external_id, **facts}
    analysis = None if article.analysis is None else json.loads(article.analysis)
    if analysis is not None:
        analysis["cache"] = article.cache
        for sentence in analysis["summary"]["sentences"]:
            sentence.pop("reasons", None)
    return {**article_view(article), "analysis": analysis, **facts}


def _story(delivery: LeasedDelivery, store: Store) -> dict[str, Any]:
    """Return the current story; an empty dict if all its articles were deleted."""
    try:
        return story_view(store.stories.read(delivery.subject, delivery.tenant))
    except StoryUnknownError:
        return {}


def _article(delivery: LeasedDelivery, store: Store) -> Article | None:
    """Return the article that the event is about; None for other events and for a deleted article."""
    if not delivery.event.startswith("article."):
        return None
    try:
        return store.articles.read(delivery.subject, delivery.tenant)
    except (ArticleGoneError, ArticleUnknownError):
        return None
