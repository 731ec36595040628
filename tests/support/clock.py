"""Simulated passing of time: the store compares stored times with Redis' clock, so they are moved back."""

from __future__ import annotations

import redis

from tests.support.redis_reads import scores

_QUEUES = ("ng:lanes:proven", "ng:lanes:suspect", "ng:sending", "ng:lane:*")
_MOMENTS = {
    "ng:delivery:*": ("due", "created_at"),
    "ng:health:*": ("open_until", "failing_since"),
    "ng:webhook:*": ("old_until",),
}


def pass_time(client: redis.Redis, seconds: float) -> None:
    """Let the given time pass for deliveries and their receivers."""
    shift = int(seconds * 1000)
    for pattern in _QUEUES:
        for key in client.scan_iter(pattern):
            for member, score in scores(client, key):
                client.zadd(key, {member: score - shift})
    for pattern, fields in _MOMENTS.items():
        for key in client.scan_iter(pattern):
            for name in fields:
                if client.hexists(key, name):
                    client.hincrby(key, name, -shift)


def pass_time_in_queue(client: redis.Redis, seconds: float) -> None:
    """Let the given time pass for the queue of articles: its nudges, and when one was claimed last."""
    shift = int(seconds * 1000)
    for name in ("claimed_at", "mark_at"):
        if client.hexists("ng:pace", name):
            client.hincrby("ng:pace", name, -shift)
    for member, score in scores(client, "ng:nudges"):
        head, sent_at, resends = member.decode().rsplit(":", 2)
        client.zrem("ng:nudges", member)
        client.zadd("ng:nudges", {f"{head}:{int(sent_at) - shift}:{resends}": score})
