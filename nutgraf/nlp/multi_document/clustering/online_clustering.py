"""Which story an article belongs to: its profile against the running centroids of stories.

Online single-pass clustering against centroids, as in Miranda et al., "Multilingual Clustering of Streaming
News" (EMNLP 2018), half by TF-IDF and half by embedding, which fail on different articles; by TF-IDF alone
where an article has no embedding. Time is evidence, too: what lies far from a story in time must be more
alike. The thresholds were chosen on the 185 labelled articles of the development set, streamed in many random
orders; nothing was trained on them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from nutgraf.nlp.multi_document.clustering.article_vector import ANCHORS, ArticleVector, heaviest_terms

CENTROID_TERMS: Final = 400
MATCHED_ON: Final = 6

YEAR_MS: Final = 365 * 86_400_000


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From ``least`` on an article may join if it shares a rare name, from ``sure`` on without.

    Two whole stories are one from ``merge`` on. Out of the window in time an article joins from ``apart`` on,
    and from ``long_apart`` on where a year lies between.
    """

    least: float
    sure: float
    merge: float
    apart: float
    long_apart: float


TERMS_ONLY: Final = Thresholds(0.20, 0.25, 0.45, 0.24, 0.55)
WITH_EMBEDDING: Final = Thresholds(0.36, 0.40, 0.54, 0.38, 0.62)


@dataclass(frozen=True, slots=True)
class Centroid:
    """The sum of a story's articles. ``names`` counts the articles that use each rare name.

    ``meaning`` sums the articles that have an embedding. ``since`` and ``until`` are the times of the first
    and the last article, in milliseconds since 1970.
    """

    size: int
    terms: dict[str, float]
    names: dict[str, int]
    meaning: tuple[int, ...] = ()
    since: int | None = None
    until: int | None = None

    def anchors(self) -> tuple[str, ...]:
        """The terms that weigh most, by which stories near to this one are looked up."""
        return tuple(heaviest_terms(self.terms, ANCHORS))


@dataclass(frozen=True, slots=True)
class StoryMatch:
    """Why an article is in a story: how alike they are, 0 to 1, and the rare words that they share."""

    score: float
    on: tuple[str, ...]


def centroid_of(profile: ArticleVector) -> Centroid:
    """The centroid of a story with one article."""
    names = dict.fromkeys(profile.names, 1)
    return Centroid(1, profile.terms, names, profile.meaning, profile.moment, profile.moment)


def merged_centroid(one: Centroid, other: Centroid) -> Centroid:
    """The centroid of all articles of both; the order of the two does not matter."""
    terms = _sum(one.terms, other.terms)
    kept = {term: terms[term] for term in heaviest_terms(terms, CENTROID_TERMS)}
    names = {name: one.names.get(name, 0) + other.names.get(name, 0) for name in {*one.names, *other.names}}
    shared = heaviest_terms({name: float(count) for name, count in names.items()}, CENTROID_TERMS)
    both = one.meaning and other.meaning
    meaning = tuple(map(int.__add__, one.meaning, other.meaning)) if both else one.meaning or other.meaning
    return Centroid(
        one.size + other.size,
        kept,
        {name: names[name] for name in shared},
        meaning,
        min((moment for moment in (one.since, other.since) if moment is not None), default=None),
        max((moment for moment in (one.until, other.until) if moment is not None), default=None),
    )


def match_story(profile: ArticleVector, story: Centroid, window_ms: float = math.inf) -> StoryMatch | None:
    """Whether an article belongs to a story, and why; None if it does not.

    Args:
        profile: the article.
        story: the story.
        window_ms: how far from the story's articles its time may lie until it must be more alike.
    """
    return _judge(centroid_of(profile), story, profile.names, window_ms, merging=False)


def should_merge(one: Centroid, other: Centroid, window_ms: float = math.inf) -> StoryMatch | None:
    """Whether two stories are one, and why; None if they are not."""
    return _judge(one, other, {name: name for name in one.names}, window_ms, merging=True)


def best_match(
    profile: ArticleVector, stories: Sequence[tuple[str, Centroid]], window_ms: float = math.inf
) -> tuple[str, StoryMatch] | None:
    """The story, of those given by id, that an article belongs to; the smaller id wins a tie."""
    found = [
        (identifier, why) for identifier, story in stories if (why := match_story(profile, story, window_ms))
    ]
    return min(found, key=lambda pair: (-pair[1].score, pair[0]), default=None)


def _judge(
    one: Centroid, other: Centroid, written: Mapping[str, str], window_ms: float, *, merging: bool
) -> StoryMatch | None:
    meant = bool(one.meaning and other.meaning)
    alike = _cosine(one.terms, other.terms)
    if meant:
        alike = (alike + _dense_cosine(one.meaning, other.meaning)) / 2
    limits = WITH_EMBEDDING if meant else TERMS_ONLY
    gap = _gap(one, other)
    least = limits.merge if merging else limits.least
    if gap > window_ms:
        least = max(least, limits.long_apart if gap > YEAR_MS else limits.apart)
    common = one.names.keys() & other.names.keys()
    shared = sorted(common, key=lambda name: (-one.terms.get(name, 0.0) * other.terms.get(name, 0.0), name))
    if alike < least or (alike < limits.sure and not shared):
        return None
    reasons = [written[name] for name in shared] or _common(one.terms, other.terms)
    return StoryMatch(round(min(1.0, alike), 4), tuple(reasons[:MATCHED_ON]))


def _gap(one: Centroid, other: Centroid) -> float:
    """Milliseconds between the times of two stories; below 0 where they overlap or a time is unknown."""
    if one.since is None or one.until is None or other.since is None or other.until is None:
        return -math.inf
    return max(other.since - one.until, one.since - other.until)


def _common(one: Mapping[str, float], other: Mapping[str, float]) -> list[str]:
    """The terms that made two profiles alike, for want of a name."""
    return heaviest_terms({term: one[term] * other[term] for term in one.keys() & other.keys()}, MATCHED_ON)


def _sum(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {term: one.get(term, 0.0) + other.get(term, 0.0) for term in {*one, *other}}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    # An exact sum, so that the order in which a set gives the terms changes nothing.
    dot = math.fsum(one[term] * other[term] for term in one.keys() & other.keys())
    lengths = _length(one.values()) * _length(other.values())
    return dot / lengths if lengths else 0.0


def _dense_cosine(one: Sequence[int], other: Sequence[int]) -> float:
    """Sums of whole numbers are exact in floats of this size."""
    left, right = np.array(one, dtype=np.float64), np.array(other, dtype=np.float64)
    lengths = math.sqrt(left @ left) * math.sqrt(right @ right)
    return float(left @ right) / lengths if lengths else 0.0


def _length(values: object) -> float:
    return math.sqrt(math.fsum(value * value for value in values))  # type: ignore[attr-defined]
