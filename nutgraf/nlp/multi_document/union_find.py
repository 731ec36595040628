"""Things that are linked, directly or by way of others."""

from __future__ import annotations


class DisjointSets:
    """Disjoint sets of the numbers below ``size`` (Galler and Fischer, 1964)."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def join(self, one: int, other: int) -> None:
        """Link two."""
        low, high = sorted((self.root(one), self.root(other)))
        self._parents[high] = low

    def root(self, place: int) -> int:
        """The smallest number of its group."""
        while self._parents[place] != place:
            self._parents[place] = self._parents[self._parents[place]]
            place = self._parents[place]
        return place

    def groups(self) -> list[list[int]]:
        """Every group in ascending order, by its smallest number."""
        found: dict[int, list[int]] = {}
        for place in range(len(self._parents)):
            found.setdefault(self.root(place), []).append(place)
        return list(found.values())
