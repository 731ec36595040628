"""Webhooks: who hears of what, and how far the news has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

PING = "webhook.ping"
ARTICLE_EVENTS = ("article.completed", "article.failed")
EVENTS = (
    *ARTICLE_EVENTS,
    "article.revised",
    "story.created",
    "story.updated",
    "story.conflict_detected",
    "webhook.disabled",
)

PayloadStyle = Literal["thin", "full"]


class DeliveryStatus(StrEnum):
    """Where a delivery stands: waiting for its next attempt, or done with."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class Callback:
    """A webhook for one article: where it goes and which of the article's events it hears."""

    url: str
    events: tuple[str, ...] = ARTICLE_EVENTS


@dataclass(frozen=True, slots=True)
class WebhookEndpoint:
    """A receiver that a tenant has named.

    Attributes:
        payload: ``thin`` sends ids and states, ``full`` the whole article.
        disabled_reason: ``operator``, ``gone`` (it answered 410) or ``failing`` (for days); else None.
        failing_since: when the failures began that no success has ended yet.
    """

    id: str
    tenant: str
    url: str
    events: tuple[str, ...]
    description: str
    payload: PayloadStyle
    enabled: bool
    created_at: datetime
    disabled_reason: str | None = None
    failing_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeliveryAttempt:
    """One try to deliver.

    Attributes:
        status_code: the receiver's answer; None when there was none, and ``error`` says why.
        milliseconds: from resolving the host to the end of the answer.
        answer: the first bytes of the answer, as text.
    """

    number: int
    attempted_at: datetime
    status_code: int | None
    error: str | None
    milliseconds: int
    answer: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event on its way to one receiver; its id is the ``webhook-id`` of every attempt.

    ``endpoint_id`` is None for an article's own callback. ``next_attempt_at`` is set while it is pending.
    """

    id: str
    tenant: str
    endpoint_id: str | None
    event: str
    subject: str
    status: DeliveryStatus
    created_at: datetime
    next_attempt_at: datetime | None
    attempts: tuple[DeliveryAttempt, ...]
