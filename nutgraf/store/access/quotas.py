"""Quotas: units that a tenant may use in a minute, counted apart for submitting and for reading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self

QUOTA_WINDOW_SECONDS = 60
Purpose = Literal["submit", "read"]


@dataclass(frozen=True, slots=True)
class Quota:
    """State of a tenant's quota.

    Attributes:
        limit: units for each window.
        remaining: units left now.
        reset_seconds: seconds until more units are available.
    """

    purpose: Purpose
    limit: int
    remaining: int
    reset_seconds: int

    @classmethod
    def from_script(cls, purpose: Purpose, limit: int, left: bytes, more_in_ms: bytes) -> Self:
        """Build the quota from the script's result; its milliseconds become whole seconds, rounded up."""
        return cls(purpose, limit, int(left), max(1, -(-int(more_in_ms) // 1000)))


class QuotaExceededError(Exception):
    """The tenant has too few units left; ``quota`` has the time until there are more."""

    def __init__(self, quota: Quota) -> None:
        super().__init__(quota.purpose)
        self.quota = quota
