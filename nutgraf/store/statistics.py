"""Numbers about everything that is kept, for those who watch."""

from __future__ import annotations

from dataclasses import dataclass

import redis

from nutgraf.store.redis.connection import reaching_redis


@dataclass(frozen=True, slots=True)
class StoreStatistics:
    """What stands in the store at one moment.

    Attributes:
        queued: articles that wait for a worker.
        oldest_seconds: how long ago the one that has waited longest was accepted; 0 when none waits.
        processing: articles under a lease, and those that wait for another's analysis of the same document.
        workers, senders: processes that have lately said that they are alive.
        sending: deliveries under way.
        lanes: receivers for which something waits.
        late_seconds: how long the delivery that is due longest has been due; 0 when none is.
        nudges_resent, leases_lost: counts since the store was made.
        stories: stories that wait to be told anew, or are being told.
        stories_late_seconds: how long the article that waits longest for its story, or the story that is due
            longest, has waited.
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


_TENANTS = 100


def read_statistics(client: redis.Redis) -> StoreStatistics:
    """Count.

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
        pipeline.zrange("ng:stories:tenants", 0, _TENANTS - 1)
        *found, telling, changed, due_story, tenants = pipeline.execute()
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
        telling + changed,
        max([0, *stories_late]) / 1000,
    )
