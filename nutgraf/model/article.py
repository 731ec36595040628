"""Articles: what was handed in, and what has become of it. Times are timezone-aware and in UTC."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from nutgraf.model.analysis import Document
from nutgraf.model.webhook import Callback


class Status(StrEnum):
    """Where an article stands between being accepted and being done with."""

    QUEUED = "queued"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELED = "canceled"

    @property
    def finished(self) -> bool:
        """Whether nothing more will happen to the article."""
        return self not in (Status.QUEUED, Status.PROCESSING)


@dataclass(frozen=True, slots=True)
class Submission:
    """An article as a tenant handed it in: the document and what belongs to it but changes no analysis."""

    tenant: str
    document: Document
    url: str | None = None
    source: str | None = None
    external_id: str | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    request_id: str | None = None
    trace: str | None = None
    callback: Callback | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an article failed: a problem type and a sentence, both safe to show."""

    type: str
    detail: str


@dataclass(frozen=True, slots=True)
class StoryMembership:
    """The story of an article. ``match_score`` is 0 to 1; ``matched_on`` are rare words in common."""

    id: str
    revision: int
    match_score: float
    matched_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """The state of a submission. ``analysis`` is the stored JSON, handed on without being parsed."""

    id: str
    tenant: str
    status: Status
    created_at: datetime
    attempts: int
    title: str | None
    url: str | None
    source: str | None
    published_at: datetime | None
    external_id: str | None
    metadata: dict[str, Any]
    started_at: datetime | None = None
    completed_at: datetime | None = None
    expires_at: datetime | None = None
    queue_position: int | None = None
    error: Failure | None = None
    cache: Literal["hit", "miss"] | None = None
    analysis: bytes | None = None
    story: StoryMembership | None = None
