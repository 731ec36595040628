"""When a delivery is tried again: a table and a few rules about the answer, without a clock."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from workers.webhooks.http_client import WebhookResponse

# Seconds after the first attempt, the second, and so on.
SCHEDULE = (5, 300, 1800, 7200, 18000, 36000, 50400, 72000, 86400)
JITTER = 0.1
LONGEST_WAIT = 86400.0
# A receiver that takes longer is not given several deliveries at once.
QUICK_SECONDS = 3.0

Outcome = Literal["delivered", "retry", "failed", "gone"]


@dataclass(frozen=True, slots=True)
class RetryDecision:
    """What follows from an attempt.

    Attributes:
        outcome: what becomes of the delivery; ``gone`` disables its endpoint too.
        delay: seconds until it is tried again.
        pause: seconds for which the receiver wants to hear nothing at all.
    """

    outcome: Outcome
    delay: float = 0.0
    pause: float = 0.0


def decide_retry(answer: WebhookResponse | None, tries: int, chance: float) -> RetryDecision:
    """Decide what follows.

    Args:
        answer: what the receiver said; None when it said nothing.
        tries: how often the delivery was tried before this attempt, since its schedule began.
        chance: a random number from 0 to 1, so that deliveries that failed together are not tried together.
    """
    if answer is not None and HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
        return RetryDecision("delivered")
    if answer is not None and answer.status == HTTPStatus.GONE:
        return RetryDecision("gone")
    pause = _pause(answer)
    if tries >= len(SCHEDULE):
        return RetryDecision("failed", pause=pause)
    scheduled = SCHEDULE[tries] * (1 + JITTER * (2 * chance - 1))
    # An asked-for wait is a least one: a receiver that always says "in a second" is not hammered.
    return RetryDecision("retry", max(scheduled, pause), pause)


def _pause(answer: WebhookResponse | None) -> float:
    if answer is None or answer.retry_after is None:
        return 0.0
    if answer.status not in (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE):
        return 0.0
    return min(answer.retry_after, LONGEST_WAIT)
