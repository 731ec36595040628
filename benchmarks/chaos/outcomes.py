"""Outcome of the articles that were accepted under faults."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import redis

STALLED_SECONDS = 60.0
"""Time without progress after which waiting ends."""

LONGEST_SECONDS = 900.0


@dataclass
class ChaosOutcome:
    """Outcome of one run.

    Attributes:
        unfinished: number of articles that were queued or leased at the end.
        lost: ids of articles that failed, are unknown, or are neither finished, queued nor leased.
        events: number of articles by their number of completion events.
        sent_again: nudges sent again.
        leases_lost: leases that ran out.
        faults: number of faults by kind.
        seconds: duration.
        rest: seconds from the last acceptance until everything was finished.
    """

    accepted: int = 0
    completed: int = 0
    unfinished: int = 0
    lost: list[str] = field(default_factory=list)
    events: Counter[int] = field(default_factory=Counter)
    sent_again: int = 0
    leases_lost: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    rest: float = 0.0


def wait_until_idle(client: redis.Redis, meanwhile: Callable[[], None] = lambda: None) -> float:
    """Wait until every article is finished or progress has stalled, and return the seconds."""
    began = changed = time.monotonic()
    left = -1
    while time.monotonic() - changed < STALLED_SECONDS and time.monotonic() - began < LONGEST_SECONDS:
        before, left = left, int(client.zcard("ng:queued")) + int(client.zcard("ng:leased"))
        if left == 0:
            break
        if left != before:
            changed = time.monotonic()
        meanwhile()
        time.sleep(0.1)
    return time.monotonic() - began


def count_outcomes(client: redis.Redis, ids: list[str]) -> ChaosOutcome:
    """Count completed, unfinished and lost articles, and the completion events of each."""
    found = ChaosOutcome(accepted=len(ids))
    completions: Counter[str] = Counter()
    events: Any = client.xrange("ng:events")  # redis-py types all options at once
    for _, event in events:
        if event[b"type"] == b"article.completed":
            completions[event[b"subject"].decode()] += 1
    for identifier in ids:
        if client.hget(f"ng:article:{identifier}", "status") == b"completed":
            found.completed += 1
            found.events[completions[identifier]] += 1
        elif any(client.zscore(name, identifier) is not None for name in ("ng:queued", "ng:leased")):
            found.unfinished += 1
        else:
            found.lost.append(identifier)
    found.sent_again = int(client.hget("ng:pace", "sent_again") or 0)
    found.leases_lost = int(client.hget("ng:pace", "leases_lost") or 0)
    return found
