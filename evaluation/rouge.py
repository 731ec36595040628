"""ROUGE-1, ROUGE-2 and ROUGE-L F-scores over lower-cased words, without stemming.

After Lin, "ROUGE: A Package for Automatic Evaluation of Summaries" (2004). ROUGE-L is the longest common
subsequence of the whole summaries.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple, TypeVar

_WORD = re.compile(r"[a-z0-9]+")
Unit = TypeVar("Unit", str, tuple[str, str])


class Rouge(NamedTuple):
    """The three F-scores, 0 to 100."""

    r1: float
    r2: float
    rl: float

    @property
    def mean(self) -> float:
        """The mean of the three."""
        return (self.r1 + self.r2 + self.rl) / 3


def words(text: str) -> list[str]:
    """Lower-cased words of letters and digits."""
    return _WORD.findall(text.lower())


def rouge(candidate: str, reference: str) -> Rouge:
    """Score a candidate summary against a reference."""
    return rouge_of_words(words(candidate), words(reference))


def rouge_of_words(said: list[str], wanted: list[str]) -> Rouge:
    """Score words against words."""
    common = _common_subsequence(said, wanted)
    return Rouge(
        _overlap(Counter(said), Counter(wanted)),
        _overlap(Counter(pairwise(said)), Counter(pairwise(wanted))),
        _f(common, len(said), len(wanted)),
    )


def _overlap(said: Counter[Unit], wanted: Counter[Unit]) -> float:
    return _f(sum((said & wanted).values()), sum(said.values()), sum(wanted.values()))


def _f(common: int, said: int, wanted: int) -> float:
    return 200.0 * common / (said + wanted) if said + wanted else 0.0


def _common_subsequence(one: list[str], other: list[str]) -> int:
    row = [0] * (len(other) + 1)
    for word in one:
        diagonal = 0
        for place, match in enumerate(other, 1):
            above = row[place]
            row[place] = diagonal + 1 if word == match else max(above, row[place - 1])
            diagonal = above
    return row[-1]
