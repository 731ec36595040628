"""Formats of an article's record in Redis, and its conversion to an ``Article``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Literal

import redis

from nutgraf.codec import decode
from nutgraf.model import Article, Failure, Options, PageFacts, Status, StoryMembership, Submission

RECORD_FIELDS = (
    "tenant", "status", "story", "completed_at", "created_at", "started_at", "expires_at", "attempts",
    "error_type", "error_detail", "cache", "fields", "match",
)  # fmt: skip
"""Fields that every read of an article needs, in the order in which scripts return them."""

RECORD_FIELDS_WITH_ANALYSIS = (*RECORD_FIELDS, "analysis")

_FINISHED = frozenset(status.value.encode() for status in Status if status.finished)


@dataclass(frozen=True, slots=True)
class SubmissionRecord:
    """Submission without its text, as JSON in the article's record; it never changes."""

    title: str
    url: str | None
    source: str | None
    published_at: datetime | None
    language: str | None
    external_id: str | None
    metadata: dict[str, Any]
    options: Options
    request_id: str | None
    trace: str | None = None
    page: PageFacts | None = None

    @classmethod
    def of(cls, submission: Submission) -> SubmissionRecord:
        """Return the record of a submission."""
        document = submission.document
        return cls(
            document.title, submission.url, submission.source, document.published_at, document.language,
            submission.external_id, submission.metadata, document.options, submission.request_id,
            submission.trace, submission.page,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """Article as one call of the gate script read it, not decoded; equal records are equal articles.

    Attributes:
        owner: the article's tenant; None if there is no article.
        status: as stored.
        row: the values of ``RECORD_FIELDS``, packed as for ``unpack_values``.
        rank: place in the queue from 0, in decimal digits.
        gone: the tenant of a deleted or expired article.
        revision: current revision of its story, in decimal digits, if that is published.
        analysis: JSON as committed; it never changes.
    """

    id: str
    owner: bytes | None
    status: bytes | None
    row: bytes
    rank: bytes | None
    gone: bytes | None
    revision: bytes | None
    analysis: bytes | None

    @property
    def finished(self) -> bool:
        """Whether the article has ended, so that only its story can change."""
        return self.status in _FINISHED

    def belongs_to(self, tenant: str) -> bool:
        """Whether the article exists and is the tenant's."""
        return self.owner == tenant.encode()

    def article(self) -> Article:
        """Decode the record."""
        state = dict(zip(RECORD_FIELDS, unpack_values(self.row), strict=True), analysis=self.analysis)
        revision, story = self.revision, (state["story"] or b"").decode()
        membership = None if revision is None else _membership(story, state, int(revision))
        return article_from(self.id, state, None if self.rank is None else int(self.rank), membership)


def unpack_values(values: bytes) -> list[bytes | None]:
    """Split a string into which a script packed values.

    The format is the lengths of the values (``-`` for a missing one) with spaces between them, a line feed,
    and the values.
    """
    start = values.index(b"\n") + 1
    found: list[bytes | None] = []
    for length in values[: start - 1].split():
        if length == b"-":
            found.append(None)
        else:
            found.append(values[start : start + int(length)])
            start += int(length)
    return found


def story_memberships(
    client: redis.Redis, states: Sequence[Mapping[str, bytes | None]]
) -> list[StoryMembership | None]:
    """Return the published story of each record, in their order; None for an article without one.

    Raises:
        redis.RedisError.
    """
    ids = [(state["story"] or b"").decode() for state in states]
    if not any(ids):
        return [None] * len(states)
    pipeline = client.pipeline(transaction=False)
    for identifier in ids:
        pipeline.hget(f"ng:story:{identifier}", "revision")
        pipeline.hexists(f"ng:story:{identifier}", "document")
    answers = pipeline.execute()
    return [
        _membership(identifier, state, int(revision)) if published else None
        for identifier, state, revision, published in zip(
            ids, states, answers[::2], answers[1::2], strict=True
        )
    ]


def _membership(identifier: str, state: Mapping[str, bytes | None], revision: int) -> StoryMembership:
    match = json.loads(state["match"] or b'{"score": 1.0, "on": []}')
    return StoryMembership(identifier, revision, match["score"], tuple(match["on"]))


def article_from(
    identifier: str, state: Mapping[str, bytes | None], rank: int | None, story: StoryMembership | None
) -> Article:
    """Build an article from the values of ``RECORD_FIELDS_WITH_ANALYSIS``."""
    fields = _fields(state["fields"] or b"")
    kind, detail, cache = state["error_type"], state["error_detail"], state["cache"]
    cached: Literal["hit", "miss"] = "hit" if cache == b"hit" else "miss"
    return Article(
        id=identifier,
        tenant=(state["tenant"] or b"").decode(),
        status=Status((state["status"] or b"").decode()),
        created_at=_required_moment(state["created_at"]),
        started_at=_moment(state["started_at"]),
        completed_at=_moment(state["completed_at"]),
        expires_at=_moment(state["expires_at"]),
        attempts=int(state["attempts"] or 0),
        queue_position=None if rank is None else rank + 1,
        title=fields.title or None,
        url=fields.url,
        source=fields.source,
        published_at=fields.published_at,
        external_id=fields.external_id,
        metadata=fields.metadata,
        error=Failure(kind.decode(), (detail or b"").decode()) if kind else None,
        cache=cached,
        analysis=state["analysis"],
        story=story,
        page=fields.page,
    )


@lru_cache(maxsize=1024)
def _fields(raw: bytes) -> SubmissionRecord:
    """Decode a submission; cached, for an article is often read again and its submission never changes."""
    return decode(SubmissionRecord, raw)


def _moment(milliseconds: bytes | None) -> datetime | None:
    return None if milliseconds is None else _required_moment(milliseconds)


def _required_moment(milliseconds: bytes | None) -> datetime:
    return datetime.fromtimestamp(int(float(milliseconds or 0)) / 1000, UTC)
