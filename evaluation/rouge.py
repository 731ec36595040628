"""ROUGE-1, ROUGE-2 and ROUGE-L as F-scores over lower-cased words, without stemming (Lin 2004).

ROUGE-L takes the longest common subsequence of the whole summaries.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple, TypeVar

_WORD = re.compile(r"[a-z0-9]+")
Unit = TypeVar("Unit", str, tuple[str, str])


class Rouge(NamedTuple):
    """Three F-scores, each 0 to 100."""

    r1: float
    r2: float
    rl: float

    @property
    def mean(self) -> float:
        """Mean of the three scores."""
        return (self.r1 + self.r2 + self.rl) / 3


def words(text: str) -> list[str]:
    """Split a text into lower-cased words of ASCII letters and digits."""
    return _WORD.findall(text.lower())


def rouge(candidate: str, reference: str) -> Rouge:
    """Score a candidate summary against a reference summary."""
    return rouge_of_words(words(candidate), words(reference))


def rouge_of_words(candidate: list[str], reference: list[str]) -> Rouge:
    """Score the words of a candidate against those of a reference."""
    common = _common_subsequence(candidate, reference)
    return Rouge(
        _overlap(Counter(candidate), Counter(reference)),
        _overlap(Counter(pairwise(candidate)), Counter(pairwise(reference))),
        _f(common, len(candidate), len(reference)),
    )


def _overlap(candidate: Counter[Unit], reference: Counter[Unit]) -> float:
    return _f(sum((candidate & reference).values()), sum(candidate.values()), sum(reference.values()))


def _f(common: int, candidate: int, reference: int) -> float:
    return 200.0 * common / (candidate + reference) if candidate + reference else 0.0


def _common_subsequence(one: list[str], other: list[str]) -> int:
    row = [0] * (len(other) + 1)
    for word in one:
        diagonal = 0
        for place, match in enumerate(other, 1):
            above = row[place]
            row[place] = diagonal + 1 if word == match else max(above, row[place - 1])
            diagonal = above
    return row[-1]
