"""What has become of the articles that were accepted."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import redis

STILL_SECONDS = 60.0
"""Where nothing has changed for so long, nothing will."""

LONGEST_SECONDS = 900.0


@dataclass
class Findings:
    """What one run found; times in seconds.

    Attributes:
        unfinished: articles that still waited or were worked on when patience ended.
        lost: articles that nobody would ever have finished, or that failed or are unknown.
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


def settle(client: redis.Redis, meanwhile: Callable[[], None] = lambda: None) -> float:
    """Wait until nothing is unfinished or nothing changes any more; gives the seconds that it took."""
    began = changed = time.monotonic()
    left = -1
    while time.monotonic() - changed < STILL_SECONDS and time.monotonic() - began < LONGEST_SECONDS:
        before, left = left, int(client.zcard("ng:queued")) + int(client.zcard("ng:leased"))
        if left == 0:
            break
        if left != before:
            changed = time.monotonic()
        meanwhile()
        time.sleep(0.1)
    return time.monotonic() - began


def examine(client: redis.Redis, ids: list[str]) -> Findings:
    """Look at every accepted article: is it completed, and was that said exactly once."""
    found = Findings(accepted=len(ids))
    said: Counter[str] = Counter()
    events: Any = client.xrange("ng:events")  # redis-py's own type covers every option at once
    for _, event in events:
        if event[b"type"] == b"article.completed":
            said[event[b"subject"].decode()] += 1
    for identifier in ids:
        if client.hget(f"ng:article:{identifier}", "status") == b"completed":
            found.completed += 1
            found.events[said[identifier]] += 1
        elif any(client.zscore(name, identifier) is not None for name in ("ng:queued", "ng:leased")):
            found.unfinished += 1
        else:
            found.lost.append(identifier)
    found.sent_again = int(client.hget("ng:pace", "sent_again") or 0)
    found.leases_lost = int(client.hget("ng:pace", "leases_lost") or 0)
    return found
