"""Distance between two spellings of a word."""

from __future__ import annotations

from typing import Final

_LONG_ENOUGH: Final = 6
_MOST_EDITS: Final = 2


def misspelt(one: str, other: str) -> bool:
    """Return whether two words of some length, alike at the beginning, are at most two edits apart."""
    if min(len(one), len(other)) < _LONG_ENOUGH or one[:2] != other[:2] or one == other:
        return False
    return abs(len(one) - len(other)) <= _MOST_EDITS and edit_distance(one, other) <= _MOST_EDITS


def edit_distance(one: str, other: str) -> int:
    """Return the number of letters to insert, delete or replace between two words (Levenshtein, 1966)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]
