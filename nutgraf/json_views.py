"""Articles and stories as JSON, for the API's responses and the payloads of webhooks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from nutgraf.codec import timestamp, to_jsonable
from nutgraf.model import Article
from nutgraf.store import StoredStory

_LISTS = ("articles", "entities", "figures", "quotes", "coverage")


def article_view(article: Article) -> dict[str, Any]:
    """Return an article as dict for JSON; ``analysis`` is None and filled in by the caller."""
    return {
        "id": article.id,
        "status": article.status.value,
        "created_at": to_jsonable(article.created_at),
        "started_at": to_jsonable(article.started_at),
        "completed_at": to_jsonable(article.completed_at),
        "expires_at": to_jsonable(article.expires_at),
        "attempts": article.attempts,
        "queue_position": article.queue_position,
        "title": article.title,
        "url": article.url,
        "source": article.source and {"name": article.source},
        "published_at": to_jsonable(article.published_at),
        "external_id": article.external_id,
        "metadata": article.metadata,
        "error": to_jsonable(article.error),
        "analysis": None,
        "story": to_jsonable(article.story),
    }


def story_view(stored: StoredStory, since: int = 0) -> dict[str, Any]:
    """Return a story as dict for JSON; offsets are in code points.

    Args:
        stored: the story.
        since: a revision; items of lists that are unchanged since then are left out.
    """
    document = json.loads(stored.document)
    story: dict[str, Any] = {
        "id": stored.id,
        "revision": stored.revision,
        "first_seen": timestamp(stored.first_seen),
        "last_seen": timestamp(stored.last_seen),
        "split_from": stored.split_from,
        "merged_from": list(stored.merged_from),
        **document["story"],
    }
    for part in _LISTS:
        story[part] = _newer(story[part], document["since"][part], since)
    sentences = _newer(story["summary"]["sentences"], document["since"]["summary"], since)
    story["summary"] = {"sentences": sentences}
    return story


def _newer(items: Sequence[Any], revisions: Sequence[int], since: int) -> list[Any]:
    return [item for item, revision in zip(items, revisions, strict=True) if revision > since]
