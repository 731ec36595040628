"""How much a tenant may ask for in a minute; reading never eats the right to submit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self

WINDOW_SECONDS = 60
Purpose = Literal["submit", "read"]


@dataclass(frozen=True, slots=True)
class Quota:
    """What is left to a tenant: units in this window, and seconds until there are more."""

    purpose: Purpose
    limit: int
    remaining: int
    reset_seconds: int

    @classmethod
    def told(cls, purpose: Purpose, limit: int, left: bytes, more_in_ms: bytes) -> Self:
        """As the script tells it, in whole seconds that are never too few."""
        return cls(purpose, limit, int(left), max(1, -(-int(more_in_ms) // 1000)))


class QuotaExceededError(Exception):
    """The tenant has used its units of the window up; ``quota`` says when there are more."""

    def __init__(self, quota: Quota) -> None:
        super().__init__(quota.purpose)
        self.quota = quota
