"""Online single-pass clustering of article vectors against the centroids of stories.

The method is that of Miranda et al., "Multilingual Clustering of Streaming News" (EMNLP 2018). Half of the
similarity is by TF-IDF and half by embedding, which fail on different articles. It is by TF-IDF alone where
an article has no embedding. Similarity alone joins nothing but the same text: two fires are told in the same
words. What identifies the event must agree as well, see ``event_agreement``. An article that lies far from a
story in time must be more similar to it.

The thresholds were chosen on the 185 labelled articles of the development set, streamed in many random
orders, and on invented pairs of events of one kind; nothing was trained on them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import Final

import numpy as np
import numpy.typing as npt

from nutgraf.nlp.multi_document.clustering.article_vector import ArticleVector, heaviest_terms
from nutgraf.nlp.multi_document.clustering.centroid import Centroid, centroid_of
from nutgraf.nlp.multi_document.clustering.event_agreement import EventAgreement, event_agreement

MATCHED_ON: Final = 6

YEAR_MS: Final = 365 * 86_400_000

IDENTIFIED: Final = 0.25
SURE: Final = 0.5
"""The balance of agreement from which two texts report one event, and from which they surely do."""

GATHERED_NAMES: Final = 0.4
"""The agreement of names that an article needs which gathers several events."""

SAME_TEXT: Final = 0.9
"""The similarity from which two texts are the same, whether or not they name anything."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The similarities from which an article joins a story that reports the same event.

    Attributes:
        least: if it is identified.
        sure: if it is surely identified.
        merge: from which two stories are one.
        apart: outside the window in time.
        long_apart: where more than a year lies between.
    """

    least: float
    sure: float
    merge: float
    apart: float
    long_apart: float


TERMS_ONLY: Final = Thresholds(0.16, 0.10, 0.25, 0.18, 0.50)
WITH_EMBEDDING: Final = Thresholds(0.26, 0.22, 0.45, 0.30, 0.55)


@dataclass(frozen=True, slots=True)
class StoryMatch:
    """The evidence that an article belongs to a story.

    Attributes:
        score: their similarity, 0 to 1.
        on: the rare words that they share.
        agrees: what else says that it is one event, of "people", "place", "day" and "figures".
        against: what speaks against it, of these and "names", though not enough.
    """

    score: float
    on: tuple[str, ...]
    agrees: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Side:
    """A centroid with what each comparison needs: the length of its terms, its embedding of length 1."""

    centroid: Centroid
    length: float
    meaning: npt.NDArray[np.float64] | None

    @classmethod
    def of(cls, centroid: Centroid) -> _Side:
        weights = centroid.terms.values()
        length = math.sqrt(math.fsum(map(mul, weights, weights)))
        # Sums of whole numbers are exact in floats of this size.
        meaning = np.array(centroid.meaning, dtype=np.float64)
        size = math.sqrt(meaning @ meaning)
        return cls(centroid, length, meaning / size if size else None)


def match_story(article: ArticleVector, story: Centroid, window_ms: float = math.inf) -> StoryMatch | None:
    """Return the evidence that an article belongs to a story; None if it does not.

    Args:
        article: its vector.
        story: the story's centroid.
        window_ms: how far from the story's articles its time may lie until it must be more similar.
    """
    return _match(_Side.of(centroid_of(article)), _Side.of(story), article.names, window_ms)


def should_merge(one: Centroid, other: Centroid, window_ms: float = math.inf) -> StoryMatch | None:
    """Return the evidence that two stories are one; None if they are not."""
    return _match(_Side.of(one), _Side.of(other), {}, window_ms)


def best_match(
    article: ArticleVector, stories: Sequence[tuple[str, Centroid]], window_ms: float = math.inf
) -> tuple[str, StoryMatch] | None:
    """Return the story, of those given by id, that an article belongs to; the smaller id wins a tie."""
    side = _Side.of(centroid_of(article))
    matches = [
        (identifier, match)
        for identifier, story in stories
        if (match := _match(side, _Side.of(story), article.names, window_ms))
    ]
    return min(matches, key=lambda pair: (-pair[1].score, pair[0]), default=None)


def _match(one: _Side, other: _Side, spellings: Mapping[str, str], window_ms: float) -> StoryMatch | None:
    """Return the evidence that two centroids are of one event.

    A centroid of one article is compared as an article is, whichever of the two came first.
    """
    left, right = one.centroid, other.centroid
    limits = TERMS_ONLY if one.meaning is None or other.meaning is None else WITH_EMBEDDING
    similarity = _similarity(one, other)
    if similarity < limits.sure:
        return None
    found = event_agreement(left.identity, left.name_weights(), right.identity, right.name_weights())
    if similarity < _least_similarity(limits, left, right, window_ms, sure=found.balance >= SURE):
        return None
    if not _identified(found, similarity, gathered=_gathers(left) or _gathers(right)):
        return None
    shared = _by_weight(left.names.keys() & right.names.keys(), left.terms, right.terms)
    evidence = [spellings.get(name, name) for name in shared] or _common_terms(left.terms, right.terms)
    score = round(min(1.0, similarity), 4)
    return StoryMatch(score, tuple(evidence[:MATCHED_ON]), found.agrees, found.against)


def _similarity(one: _Side, other: _Side) -> float:
    """Return half the cosine of terms and half that of embeddings; that of terms alone where one has none."""
    left, right = one.centroid.terms, other.centroid.terms
    # An exact sum, so that the order in which a set gives the terms changes nothing.
    dot = math.fsum([left[term] * right[term] for term in left.keys() & right.keys()])
    lengths = one.length * other.length
    terms = dot / lengths if lengths else 0.0
    if one.meaning is None or other.meaning is None:
        return terms
    return (terms + float(one.meaning @ other.meaning)) / 2


def _identified(found: EventAgreement, similarity: float, *, gathered: bool) -> bool:
    if similarity >= SAME_TEXT and not found.against:
        return True
    return found.balance >= IDENTIFIED and (not gathered or found.names >= GATHERED_NAMES)


def _gathers(story: Centroid) -> bool:
    return story.gathered == story.size


def _least_similarity(
    limits: Thresholds, one: Centroid, other: Centroid, window_ms: float, *, sure: bool
) -> float:
    gap = _gap(one, other)
    merging = one.size > 1 and other.size > 1
    least = limits.merge if merging else limits.sure if sure and gap <= window_ms else limits.least
    if gap > window_ms:
        return max(least, limits.long_apart if gap > YEAR_MS else limits.apart)
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
