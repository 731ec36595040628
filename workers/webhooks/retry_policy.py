"""Retry policy of webhook deliveries: the schedule and the decision after an attempt, as a pure function."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from workers.webhooks.http_client import WebhookResponse

SCHEDULE = (5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)
"""Seconds to wait after the first attempt, the second, and so on."""

JITTER = 0.1
"""Largest random deviation from the schedule, as a fraction."""

MAX_RETRY_AFTER = 86400.0
"""Longest ``Retry-After`` that is honoured, in seconds."""

QUICK_SECONDS = 3.0
"""A receiver that takes longer gets only one delivery at a time."""

Outcome = Literal["delivered", "retry", "failed", "gone"]


@dataclass(frozen=True, slots=True)
class RetryDecision:
    """Decision after an attempt.

    Attributes:
        outcome: new state of the delivery; ``gone`` also disables its endpoint.
        delay: seconds until the next attempt.
        pause: seconds for which nothing is sent to the receiver.
    """

    outcome: Outcome
    delay: float = 0.0
    pause: float = 0.0


def decide_retry(response: WebhookResponse | None, tries: int, chance: float) -> RetryDecision:
    """Decide whether and when a delivery is attempted again.

    Args:
        response: the receiver's response; None if there was none.
        tries: number of attempts before this one since the schedule began.
        chance: random number from 0 to 1 for the jitter, so that deliveries that failed together are not
            retried together.
    """
    if response is not None and HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES:
        return RetryDecision("delivered")
    if response is not None and response.status == HTTPStatus.GONE:
        return RetryDecision("gone")
    pause = _pause(response)
    if tries >= len(SCHEDULE):
        return RetryDecision("failed", pause=pause)
    scheduled = SCHEDULE[tries] * (1 + JITTER * (2 * chance - 1))
    # Retry-After can only lengthen the delay: a short one must not defeat the schedule.
    return RetryDecision("retry", max(scheduled, pause), pause)


def _pause(response: WebhookResponse | None) -> float:
    if response is None or response.retry_after is None:
        return 0.0
    if response.status not in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        return 0.0
    return min(response.retry_after, MAX_RETRY_AFTER)
