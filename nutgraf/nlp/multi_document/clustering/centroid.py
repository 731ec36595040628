"""The centroid of a story: the sum of its article vectors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar

from nutgraf.nlp.multi_document.clustering.article_vector import ANCHORS, ArticleVector, heaviest_terms
from nutgraf.nlp.multi_document.clustering.event_identity import NO_IDENTITY, EventIdentity, merged_identity

Number = TypeVar("Number", int, float)

CENTROID_TERMS: Final = 400

DIGITS: Final = 5
"""Decimal places of weights. Sums of such numbers are exact when they are rounded again, in any order."""


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
        identity: what the articles together say of which event it is.
        gathered: the number of articles that gather several events.
    """

    size: int
    terms: dict[str, float]
    names: dict[str, int]
    meaning: tuple[int, ...] = ()
    since: int | None = None
    until: int | None = None
    identity: EventIdentity = NO_IDENTITY
    gathered: int = 0

    def anchors(self) -> tuple[str, ...]:
        """Return the terms of the greatest weight, under which similar stories are looked up."""
        return tuple(heaviest_terms(self.terms, ANCHORS))

    def name_weights(self) -> dict[str, float]:
        """Return the weights of the rare names; a name that few of the articles use weighs less."""
        return {
            name: self.terms[name] * count / self.size
            for name, count in self.names.items()
            if name in self.terms
        }


def centroid_of(article: ArticleVector) -> Centroid:
    """Return the centroid of a story with one article."""
    return Centroid(
        1,
        {term: round(weight, DIGITS) for term, weight in article.terms.items()},
        dict.fromkeys(article.names, 1),
        article.meaning,
        article.moment,
        article.moment,
        article.identity,
        int(article.gathered),
    )


def merged_centroid(one: Centroid, other: Centroid) -> Centroid:
    """Return the centroid of all articles of both; the order of the two does not matter."""
    terms = _sum(one.terms, other.terms)
    names = _sum(one.names, other.names)
    both = one.meaning and other.meaning
    meaning = tuple(map(int.__add__, one.meaning, other.meaning)) if both else one.meaning or other.meaning
    return Centroid(
        one.size + other.size,
        {term: round(weight, DIGITS) for term, weight in _heaviest(terms).items()},
        _heaviest(names),
        meaning,
        min((moment for moment in (one.since, other.since) if moment is not None), default=None),
        max((moment for moment in (one.until, other.until) if moment is not None), default=None),
        merged_identity(one.identity, other.identity),
        one.gathered + other.gathered,
    )


def _sum(one: Mapping[str, Number], other: Mapping[str, Number]) -> dict[str, Number]:
    total = dict(one)
    for key, weight in other.items():
        total[key] = total[key] + weight if key in total else weight
    return total


def _heaviest(weights: dict[str, Number]) -> dict[str, Number]:
    if len(weights) <= CENTROID_TERMS:
        return weights
    return {key: weights[key] for key in heaviest_terms(weights, CENTROID_TERMS)}
