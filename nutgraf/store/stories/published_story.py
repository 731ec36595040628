"""Published stories, and their format in Redis."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

PUBLISHED_FIELDS = ("document", "revision", "first_seen", "last_seen", "split_from", "merged_from")
"""Fields of a story's record that make a ``StoredStory``."""


@dataclass(frozen=True, slots=True)
class StoryPage:
    """Page of published stories, the one with the latest article first.

    Attributes:
        cursor: where the next page begins; None at the end.
    """

    documents: tuple[StoredStory, ...]
    cursor: str | None


@dataclass(frozen=True, slots=True)
class StoredStory:
    """Published story.

    Attributes:
        document: JSON of the last revision, not decoded.
        split_from: id of the story that it was a part of.
        merged_from: ids of the stories that were merged into it, the latest last.
    """

    id: str
    revision: int
    first_seen: datetime
    last_seen: datetime
    document: bytes
    split_from: str | None = None
    merged_from: tuple[str, ...] = ()


def stored_story_from(story: str, row: Sequence[bytes | None]) -> StoredStory:
    """Build a story from the values of ``PUBLISHED_FIELDS``."""
    document, revision, first, last, split_from, merged_from = row
    return StoredStory(
        id=story,
        revision=int(revision or 0),
        first_seen=_moment(first),
        last_seen=_moment(last),
        document=document or b"{}",
        split_from=split_from.decode() if split_from else None,
        merged_from=tuple(json.loads(merged_from or b"[]")),
    )


def _moment(milliseconds: bytes | None) -> datetime:
    return datetime.fromtimestamp(float(milliseconds or 0) / 1000, UTC)
