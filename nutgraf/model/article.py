"""Submissions and articles. Times are timezone-aware and in UTC."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Literal

from nutgraf.model.analysis import Document
from nutgraf.model.webhook import Callback


class Status(StrEnum):
    """Status of an article."""

    QUEUED = "queued"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELED = "canceled"

    @property
    def finished(self) -> bool:
        """Whether the status is final."""
        return self not in (Status.QUEUED, Status.PROCESSING)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Facts that were taken from the submitted HTML page, because the submitter left them out.

    Attributes:
        source: name of the outlet.
        author: names of the authors, as the page writes them.
    """

    title: str | None = None
    url: str | None = None
    source: str | None = None
    published_at: datetime | None = None
    language: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """Article as submitted by a tenant: the document, and facts that do not affect its analysis."""

    tenant: str
    document: Document
    url: str | None = None
    source: str | None = None
    external_id: str | None = None
    metadata: dict[str, Any] = field(default_factory=dict)
    request_id: str | None = None
    trace: str | None = None
    callback: Callback | None = None
    page: PageFacts | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Reason why an article failed: a problem type and a message, both safe to show."""

    type: str
    detail: str


@dataclass(frozen=True, slots=True)
class StoryMembership:
    """Membership of an article in a story.

    Attributes:
        match_score: similarity of the article and the story, 0 to 1.
        matched_on: rare words that both contain.
    """

    id: str
    revision: int
    match_score: float
    matched_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """State of a submitted article; ``analysis`` is the stored JSON, unparsed."""

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
    page: PageFacts | None = None
