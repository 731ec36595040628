"""Online single-pass clustering of article vectors against the centroids of stories.

The method is that of Miranda et al., "Multilingual Clustering of Streaming News" (EMNLP 2018). Half of the
similarity is by TF-IDF and half by embedding, which fail on different articles. It is by TF-IDF alone where
an article has no embedding. An article that lies far from a story in time must be more similar to it. The
thresholds were chosen on the 185 labelled articles of the development set, streamed in many random orders;
nothing was trained on them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from nutgraf.nlp.multi_document.clustering.article_vector import ANCHORS, ArticleVector, heaviest_terms

CENTROID_TERMS: Final = 400
MATCHED_ON: Final = 6

YEAR_MS: Final = 365 * 86_400_000


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The similarities from which an article joins a story.

    Attributes:
        least: if both share a rare name.
        sure: without a shared name.
        merge: from which two stories are one.
        apart: outside the window in time.
        long_apart: where more than a year lies between.
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
    """The sum of a story's article vectors.

    Attributes:
        size: the number of articles.
        terms: the sum of their weighted terms.
        names: for each rare name the number of articles that use it.
        meaning: the sum of the embeddings of those articles that have one.
        since: the time of the first article, in milliseconds since 1970.
        until: that of the last one.
    """

    size: int
    terms: dict[str, float]
    names: dict[str, int]
    meaning: tuple[int, ...] = ()
    since: int | None = None
    until: int | None = None

    def anchors(self) -> tuple[str, ...]:
        """Return the terms of the greatest weight, under which similar stories are looked up."""
        return tuple(heaviest_terms(self.terms, ANCHORS))


@dataclass(frozen=True, slots=True)
class StoryMatch:
    """The evidence that an article belongs to a story.

    Attributes:
        score: their similarity, 0 to 1.
        on: the rare words that they share.
    """

    score: float
    on: tuple[str, ...]


def centroid_of(article: ArticleVector) -> Centroid:
    """Return the centroid of a story with one article."""
    names = dict.fromkeys(article.names, 1)
    return Centroid(1, article.terms, names, article.meaning, article.moment, article.moment)


def merged_centroid(one: Centroid, other: Centroid) -> Centroid:
    """Return the centroid of all articles of both; the order of the two does not matter."""
    terms = _sum(one.terms, other.terms)
    kept = {term: terms[term] for term in heaviest_terms(terms, CENTROID_TERMS)}
    names = {name: one.names.get(name, 0) + other.names.get(name, 0) for name in {*one.names, *other.names}}
    commonest = heaviest_terms({name: float(count) for name, count in names.items()}, CENTROID_TERMS)
    both = one.meaning and other.meaning
    meaning = tuple(map(int.__add__, one.meaning, other.meaning)) if both else one.meaning or other.meaning
    return Centroid(
        one.size + other.size,
        kept,
        {name: names[name] for name in commonest},
        meaning,
        min((moment for moment in (one.since, other.since) if moment is not None), default=None),
        max((moment for moment in (one.until, other.until) if moment is not None), default=None),
    )


def match_story(article: ArticleVector, story: Centroid, window_ms: float = math.inf) -> StoryMatch | None:
    """Return the evidence that an article belongs to a story; None if it does not.

    Args:
        article: its vector.
        story: the story's centroid.
        window_ms: how far from the story's articles its time may lie until it must be more similar.
    """
    return _match(centroid_of(article), story, article.names, window_ms, merging=False)


def should_merge(one: Centroid, other: Centroid, window_ms: float = math.inf) -> StoryMatch | None:
    """Return the evidence that two stories are one; None if they are not."""
    return _match(one, other, {name: name for name in one.names}, window_ms, merging=True)


def best_match(
    article: ArticleVector, stories: Sequence[tuple[str, Centroid]], window_ms: float = math.inf
) -> tuple[str, StoryMatch] | None:
    """Return the story, of those given by id, that an article belongs to; the smaller id wins a tie."""
    matches = [
        (identifier, match)
        for identifier, story in stories
        if (match := match_story(article, story, window_ms))
    ]
    return min(matches, key=lambda pair: (-pair[1].score, pair[0]), default=None)


def _match(
    one: Centroid, other: Centroid, spellings: Mapping[str, str], window_ms: float, *, merging: bool
) -> StoryMatch | None:
    embedded = bool(one.meaning and other.meaning)
    similarity = _cosine(one.terms, other.terms)
    if embedded:
        similarity = (similarity + _dense_cosine(one.meaning, other.meaning)) / 2
    limits = WITH_EMBEDDING if embedded else TERMS_ONLY
    shared = _by_weight(one.names.keys() & other.names.keys(), one.terms, other.terms)
    least = _least_similarity(limits, _gap(one, other), window_ms, merging=merging)
    if similarity < least or (similarity < limits.sure and not shared):
        return None
    evidence = [spellings[name] for name in shared] or _common_terms(one.terms, other.terms)
    return StoryMatch(round(min(1.0, similarity), 4), tuple(evidence[:MATCHED_ON]))


def _least_similarity(limits: Thresholds, gap_ms: float, window_ms: float, *, merging: bool) -> float:
    least = limits.merge if merging else limits.least
    if gap_ms > window_ms:
        return max(least, limits.long_apart if gap_ms > YEAR_MS else limits.apart)
    return least


def _by_weight(names: Iterable[str], one: Mapping[str, float], other: Mapping[str, float]) -> list[str]:
    return sorted(names, key=lambda name: (-one.get(name, 0.0) * other.get(name, 0.0), name))


def _gap(one: Centroid, other: Centroid) -> float:
    """Return the milliseconds between two stories; below 0 where they overlap or a time is unknown."""
    if one.since is None or one.until is None or other.since is None or other.until is None:
        return -math.inf
    return max(other.since - one.until, one.since - other.until)


def _common_terms(one: Mapping[str, float], other: Mapping[str, float]) -> list[str]:
    """Return the terms that add most to the similarity, for stories that share no rare name."""
    return heaviest_terms({term: one[term] * other[term] for term in one.keys() & other.keys()}, MATCHED_ON)


def _sum(one: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    return {term: one.get(term, 0.0) + other.get(term, 0.0) for term in {*one, *other}}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    # An exact sum, so that the order in which a set gives the terms changes nothing.
    dot = math.fsum(one[term] * other[term] for term in one.keys() & other.keys())
    lengths = _length(one.values()) * _length(other.values())
    return dot / lengths if lengths else 0.0


def _dense_cosine(one: Sequence[int], other: Sequence[int]) -> float:
    # Sums of whole numbers are exact in floats of this size.
    left, right = np.array(one, dtype=np.float64), np.array(other, dtype=np.float64)
    lengths = math.sqrt(left @ left) * math.sqrt(right @ right)
    return float(left @ right) / lengths if lengths else 0.0


def _length(values: object) -> float:
    return math.sqrt(math.fsum(value * value for value in values))  # type: ignore[attr-defined]
