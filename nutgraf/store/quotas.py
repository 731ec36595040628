"""How much a tenant may ask for in a minute; reading never eats the right to submit."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import Literal

import redis
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import RedisStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from nutgraf.settings import Settings
from nutgraf.store.connection import reaching_redis

WINDOW_SECONDS = 60
Purpose = Literal["submit", "read"]


@dataclass(frozen=True, slots=True)
class Quota:
    """What is left to a tenant: units in this window, and seconds until there are more."""

    purpose: Purpose
    limit: int
    remaining: int
    reset_seconds: int


class QuotaExceededError(Exception):
    """The tenant has used its units of the window up; ``quota`` says when there are more."""

    def __init__(self, quota: Quota) -> None:
        super().__init__(quota.purpose)
        self.quota = quota


class QuotaStore:
    """Counts units in a sliding window, for each tenant and purpose apart."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        storage = RedisStorage("redis://", connection_pool=client.connection_pool, key_prefix="ng:quota")
        self._limiter = SlidingWindowCounterRateLimiter(storage)
        self._items: dict[Purpose, RateLimitItem] = {
            "submit": RateLimitItemPerMinute(settings.submit_units_per_minute, namespace="submit"),
            "read": RateLimitItemPerMinute(settings.read_units_per_minute, namespace="read"),
        }

    def spend(self, tenant: str, purpose: Purpose, units: int) -> Quota:
        """Take units from a tenant's quota.

        Raises:
            QuotaExceededError: there are not so many left; none is taken.
            StoreUnavailableError.
        """
        item = self._items[purpose]
        with reaching_redis():
            granted = self._limiter.hit(item, tenant, cost=units)
            reset_at, remaining = self._limiter.get_window_stats(item, tenant)
        seconds = max(1, min(WINDOW_SECONDS, math.ceil(reset_at - time.time())))
        quota = Quota(purpose, item.amount, max(0, remaining), seconds)
        if not granted:
            raise QuotaExceededError(quota)
        return quota
