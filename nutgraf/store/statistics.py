"""Statistics of the store for monitoring."""

from __future__ import annotations

from dataclasses import dataclass

import redis

from nutgraf.store.redis.connection import reaching_redis


@dataclass(frozen=True, slots=True)
class StoreStatistics:
    """Statistics of the store at one moment.

    Attributes:
        queued: articles that wait for a worker.
        oldest_seconds: age of the oldest of them; 0 if there is none.
        processing: claimed articles, and those that wait for the analysis of an equal document.
        workers, senders: live analysis workers and live webhook workers.
        sending: deliveries that are leased.
        lanes: delivery queues (one for each receiver) that are not empty.
        late_seconds: time since the longest overdue delivery was due; 0 if none is overdue.
        nudges_resent, leases_lost: counts since the store was created.
        stories: stories that wait to be published or are being published.
        stories_late_seconds: the longest time that an article has waited for clustering, or that a story has
            been due for publishing; 0 if none waits.
    """

    queued: int
    oldest_seconds: float
    processing: int
    workers: int
    senders: int
    sending: int
    lanes: int
    late_seconds: float
    nudges_resent: int
    leases_lost: int
    stories: int
    stories_late_seconds: float


_MOST_TENANTS = 100  # tenants whose oldest ungrouped article is looked up


def read_statistics(client: redis.Redis) -> StoreStatistics:
    """Read the statistics in two round trips.

    Raises:
        StoreUnavailableError.
    """
    with reaching_redis():
        seconds, microseconds = client.time()
        now_ms = seconds * 1000 + microseconds // 1000
        pipeline = client.pipeline(transaction=False)
        pipeline.zcard("ng:queued")
        pipeline.zrange("ng:waiting", 0, 0, withscores=True)
        pipeline.zcard("ng:leased")
        pipeline.zcount("ng:workers", now_ms, "+inf")
        pipeline.zcount("ng:senders", now_ms, "+inf")
        pipeline.zcard("ng:sending")
        for lanes in ("ng:lanes:proven", "ng:lanes:suspect"):
            pipeline.zcard(lanes)
            pipeline.zrange(lanes, 0, 0, withscores=True)
        pipeline.hmget("ng:pace", "sent_again", "leases_lost")
        pipeline.zcard("ng:stories:telling")
        pipeline.zcard("ng:stories:changed")
        pipeline.zrange("ng:stories:changed", 0, 0, withscores=True)
        pipeline.zrange("ng:stories:tenants", 0, _MOST_TENANTS - 1)
        *found, publishing, changed, due_story, tenants = pipeline.execute()
        for tenant in tenants:
            pipeline.zrange(f"ng:stories:waiting:{tenant.decode()}", 0, 0, withscores=True)
        ungrouped = [row for rows in pipeline.execute() for row in rows]
    queued, oldest, processing, workers, senders, sending, proven, due, suspect, overdue, counts = found
    waited = [now_ms - accepted_ms for _, accepted_ms in oldest]
    late = [now_ms - score for _, score in [*due, *overdue]]
    stories_late = [now_ms - score for _, score in [*due_story, *ungrouped]]
    return StoreStatistics(
        queued,
        max([0, *waited]) / 1000,
        processing,
        workers,
        senders,
        sending,
        proven + suspect,
        max([0, *late]) / 1000,
        int(counts[0] or 0),
        int(counts[1] or 0),
        publishing + changed,
        max([0, *stories_late]) / 1000,
    )
