"""Webhook endpoints and delivery state."""

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
    "story.split",
    "webhook.disabled",
)

PayloadStyle = Literal["thin", "full"]


class DeliveryStatus(StrEnum):
    """Status of a delivery; PENDING until it has succeeded, failed for good or been canceled."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class Callback:
    """Webhook for one article: its URL and the events that are sent."""

    url: str
    events: tuple[str, ...] = ARTICLE_EVENTS


@dataclass(frozen=True, slots=True)
class WebhookEndpoint:
    """Receiver of a tenant's webhooks.

    Attributes:
        payload: ``thin`` for ids and states, ``full`` for the whole article or story.
        disabled_reason: ``operator``, ``gone`` (it returned 410) or ``failing`` (for days); None if enabled.
        failing_since: time of the first failure since the last success.
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
    """Attempt to deliver.

    Attributes:
        status_code: HTTP status of the response; None if there was none.
        error: error code if there was no response.
        milliseconds: time from resolving the host to the end of the response.
        answer: first bytes of the response body, as text.
    """

    number: int
    attempted_at: datetime
    status_code: int | None
    error: str | None
    milliseconds: int
    answer: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """Delivery of one event to one receiver.

    Attributes:
        id: the ``webhook-id`` of every attempt.
        endpoint_id: None for an article's callback.
        subject: id of the article, story or endpoint that the event is about.
        next_attempt_at: set while the delivery is pending.
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
