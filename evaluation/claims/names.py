"""Comparison of names: found ones against labelled ones."""

from __future__ import annotations

import re
from collections.abc import Sequence


def same_name(one: str, other: str) -> bool:
    """Whether the words of one name are among those of the other."""
    a, b = (set(re.findall(r"[^\W_]+", name.casefold())) for name in (one, other))
    return bool(a and b) and (a <= b or b <= a)


def same_names(found: Sequence[str], gold: Sequence[str]) -> bool:
    """Whether the names found are those of all the labelled people, and of nobody else."""
    return all(any(same_name(one, other) for other in gold) for one in found) and all(
        any(same_name(one, other) for one in found) for other in gold
    )
