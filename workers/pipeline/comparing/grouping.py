"""Which story an article belongs to: its profile against the running centroids of stories.

Online single-pass clustering against centroids, as in Miranda et al., "Multilingual Clustering of Streaming
News" (EMNLP 2018), with half TF-IDF and half sentence embedding where there is one. The thresholds were
chosen on the 185 labelled articles of the development set, streamed in three random orders; nothing was
trained on them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workers.pipeline.comparing.profile import Profile, heaviest

CENTROID_TERMS: Final = 400
MATCHED_ON: Final = 6


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From ``least`` on an article may join if it shares a rare name, from ``sure`` on without.

    Two whole stories are one from ``merge`` on.
    """

    least: float
    sure: float
    merge: float


TERMS_ALONE: Final = Thresholds(0.20, 0.25, 0.45)
WITH_MEANING: Final = Thresholds(0.34, 0.42, 0.50)


@dataclass(frozen=True, slots=True)
class Centroid:
    """The sum of a story's articles. ``names`` counts the articles that use each rare name."""

    size: int
    terms: dict[str, float]
    names: dict[str, int]
    meaning: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """Why an article is in a story: how alike they are, 0 to 1, and the rare words that they share."""

    score: float
    on: tuple[str, ...]


def centroid_of(profile: Profile) -> Centroid:
    """The centroid of a story with one article."""
    return Centroid(1, profile.terms, dict.fromkeys(profile.names, 1), profile.meaning)


def joined(one: Centroid, other: Centroid) -> Centroid:
    """The centroid of all articles of both; the order of the two does not matter."""
    terms = _sum(one.terms, other.terms)
    kept = {term: terms[term] for term in heaviest(terms, CENTROID_TERMS)}
    names = {name: one.names.get(name, 0) + other.names.get(name, 0) for name in {*one.names, *other.names}}
    both = one.meaning and other.meaning
    meaning = tuple(a + b for a, b in zip(one.meaning, other.meaning, strict=True)) if both else ()
    shared = heaviest({name: float(count) for name, count in names.items()}, CENTROID_TERMS)
    return Centroid(one.size + other.size, kept, {name: names[name] for name in shared}, meaning)


def match(profile: Profile, story: Centroid) -> Match | None:
    """Whether an article belongs to a story, and why; None if it does not."""
    return _judge(centroid_of(profile), story, profile.names, merging=False)


def merge(one: Centroid, other: Centroid) -> Match | None:
    """Whether two stories are one, and why; None if they are not."""
    return _judge(one, other, {name: name for name in one.names}, merging=True)


def best(profile: Profile, stories: Sequence[tuple[str, Centroid]]) -> tuple[str, Match] | None:
    """The story, of those given by id, that an article belongs to; the smaller id wins a tie."""
    found = [(identifier, why) for identifier, story in stories if (why := match(profile, story))]
    return min(found, key=lambda pair: (-pair[1].score, pair[0]), default=None)


def _judge(one: Centroid, other: Centroid, written: Mapping[str, str], *, merging: bool) -> Match | None:
    meant = bool(one.meaning and other.meaning)
    alike = _cosine(one.terms, other.terms)
    if meant:
        alike = (alike + _dense_cosine(one.meaning, other.meaning)) / 2
    limits = WITH_MEANING if meant else TERMS_ALONE
    common = one.names.keys() & other.names.keys()
    shared = sorted(common, key=lambda name: (-one.terms.get(name, 0.0) * other.terms.get(name, 0.0), name))
    if alike < (limits.merge if merging else limits.least) or (alike < limits.sure and not shared):
        return None
    reasons = [written[name] for name in shared] or _common(one.terms, other.terms)
    return Match(round(min(1.0, alike), 4), tuple(reasons[:MATCHED_ON]))


def _common(one: Mapping[str, float], other: Mapping[str, float]) -> list[str]:
    """The terms that made two profiles alike, for want of a name."""
    return heaviest({term: one[term] * other[term] for term in one.keys() & other.keys()}, MATCHED_ON)


def _sum(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {term: one.get(term, 0.0) + other.get(term, 0.0) for term in {*one, *other}}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    small, large = sorted((one, other), key=len)
    dot = math.fsum(weight * large.get(term, 0.0) for term, weight in sorted(small.items()))
    lengths = _length(one.values()) * _length(other.values())
    return dot / lengths if lengths else 0.0


def _dense_cosine(one: Sequence[float], other: Sequence[float]) -> float:
    dot = math.fsum(a * b for a, b in zip(one, other, strict=True))
    lengths = _length(one) * _length(other)
    return dot / lengths if lengths else 0.0


def _length(values: object) -> float:
    return math.sqrt(math.fsum(value * value for value in values))  # type: ignore[attr-defined]
