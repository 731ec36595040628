"""Articles and stories as JSON, for the API's responses and the payloads of webhooks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from nutgraf.codec import timestamp, to_jsonable
from nutgraf.model import Article
from nutgraf.model.story import SupportDegree
from nutgraf.store import StoredStory

_LISTS = ("articles", "entities", "figures", "quotes", "coverage")
_LATER_FIGURE_FIELDS = {"labelled": True, "subject": None, "as_of": None, "cause": None}


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
        "page": to_jsonable(article.page),
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
        **_with_later_fields(document["story"]),
    }
    for part in _LISTS:
        story[part] = _newer(story[part], document["since"][part], since)
    sentences = _newer(story["summary"]["sentences"], document["since"]["summary"], since)
    story["summary"] = {"sentences": sentences}
    return story


def _with_later_fields(story: dict[str, Any]) -> dict[str, Any]:
    """Return a story with the fields that documents of release 1.0 lack.

    They do not tell which span of another article said the same, so that none is listed.
    """
    for quote in story["quotes"]:
        if "article_id" not in quote:
            fullest = max(quote["articles"], key=lambda cut: len(cut["text"]))
            quote.update(fullest, speakers=[quote["speaker"]] if quote["speaker"] else [])
    for claim in story["coverage"]:
        if claim["said_by"] and isinstance(claim["said_by"][0], str):
            claim["said_by"] = [_own_support(claim, claim["claim"])]
    for sentence in story["summary"]["sentences"]:
        if "evidence" not in sentence:
            sentence["evidence"] = [_own_support(sentence, sentence["text"])]
            sentence["said_by"] = [sentence["article_id"]]
    return {**story, "figures": [{**_LATER_FIGURE_FIELDS, **figure} for figure in story["figures"]]}


def _own_support(span: dict[str, Any], text: str) -> dict[str, Any]:
    return {
        **{name: span[name] for name in ("article_id", "start", "end")},
        "text": text,
        "degree": SupportDegree.FULL.value,
    }


def _newer(items: Sequence[Any], revisions: Sequence[int], since: int) -> list[Any]:
    return [item for item, revision in zip(items, revisions, strict=True) if revision > since]
