"""Disjoint sets with union by the smallest member."""

from __future__ import annotations


class DisjointSets:
    """Disjoint sets of the numbers below ``size`` (Galler and Fischer, 1964)."""

    def __init__(self, size: int) -> None:
        self._parents = list(range(size))

    def join(self, one: int, other: int) -> None:
        """Join the sets of two numbers."""
        low, high = sorted((self.root(one), self.root(other)))
        self._parents[high] = low

    def root(self, place: int) -> int:
        """Return the smallest number of a number's set."""
        while self._parents[place] != place:
            self._parents[place] = self._parents[self._parents[place]]
            place = self._parents[place]
        return place

    def groups(self) -> list[list[int]]:
        """Return every set in ascending order, by its smallest number."""
        groups: dict[int, list[int]] = {}
        for place in range(len(self._parents)):
            groups.setdefault(self.root(place), []).append(place)
        return list(groups.values())
