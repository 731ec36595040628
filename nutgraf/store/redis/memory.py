"""Memory of Redis: what is used, and what the unfinished articles still need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GROWTH_PER_UNIT = 8.0
"""Bytes that finishing adds for each unit of an article's size, before any was measured.

Twelve examples of 2.9 to 21 kB added 4.2 to 4.5 when they were finished, and 2 to 4 more with their stories.
"""

GROWTH_MARGIN = 1.25
"""Factor on the growth, for articles that are above the average."""

SHARE_KEPT_FREE = 0.05
LEAST_KEPT_FREE = 1_000_000
"""Share of Redis' memory limit, and least number of bytes, that acceptance leaves for everything else.

The texts of the scripts alone take close to a megabyte once all of them have run.
"""

ROOM_FIELDS = ("reserved", "growth")
"""Fields of ``ng:room`` that ``StoreMemory.of`` needs, in order."""


@dataclass(frozen=True, slots=True)
class StoreMemory:
    """Memory of Redis in bytes.

    Attributes:
        used: that counts against the limit.
        limit: above which Redis refuses writes; 0 for none.
        reserved: that the unfinished articles still need until they are finished.
    """

    used: int
    limit: int
    reserved: int

    @classmethod
    def of(cls, used: int, limit: int, room: Sequence[bytes | None]) -> StoreMemory:
        """Return the memory with what ``ng:room`` reserves."""
        units, growth = float(room[0] or 0), float(room[1] or GROWTH_PER_UNIT)
        return cls(used, limit, round(max(0.0, units) * growth * GROWTH_MARGIN))

    @property
    def free(self) -> int:
        """What acceptance can still give away, if there is a limit; it may be below 0."""
        kept_free = max(self.limit * SHARE_KEPT_FREE, LEAST_KEPT_FREE)
        return round(self.limit - kept_free) - self.used - self.reserved
