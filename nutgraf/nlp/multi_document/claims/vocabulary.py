"""Vocabulary of a story: one name for all words that mean the same, and how much each tells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from nutgraf.nlp.lang.schema.claims import ClaimTerms
from nutgraf.nlp.multi_document.claims.clause import NAME, Concepts
from nutgraf.nlp.multi_document.clustering.idf import IdfTable

_LEAST_IDF: Final = 1.2
_SHORTEST: Final = 2
_NAME_IDF: Final = 5.0
"""The idf of a name, about that of a rare word."""


class Vocabulary:
    """Concepts of the words of a story, each word looked up once.

    Args:
        idf: inverse document frequencies of words in the news at large.
    """

    def __init__(self, idf: IdfTable) -> None:
        self._idf = idf
        self._known: dict[tuple[int, str], str | None] = {}
        self._news_weight: dict[str, float] = {}

    def concept(self, word: str, terms: ClaimTerms) -> str | None:
        """Return the name of what a lower-case word means; None for a word that tells nothing."""
        key = (id(terms), word)
        if key not in self._known:
            self._known[key] = self._look_up(word, terms)
        return self._known[key]

    def _look_up(self, word: str, terms: ClaimTerms) -> str | None:
        word = word.split("'")[0].split("’")[0]
        if len(word) < _SHORTEST or word in terms.empty:
            return None
        denied = terms.denied_concepts.get(word)
        idf = self._idf.of(word)
        if denied is None and word not in terms.concepts and idf < _LEAST_IDF:
            return None
        concept = terms.stem(denied or terms.concepts.get(word, word))
        self._news_weight[concept] = min(idf, self._news_weight.get(concept, idf))
        return concept

    def weights(self, sentences: Iterable[Concepts]) -> Mapping[str, float]:
        """Return how much each concept tells: its idf in the news times its idf in the story."""
        counts: Counter[str] = Counter()
        total = 0
        for concepts in sentences:
            counts.update(concepts)
            total += 1
        return {
            concept: self._weight(concept) * math.log((total + 1) / (count + 0.5))
            for concept, count in counts.items()
        }

    def _weight(self, concept: str) -> float:
        return _NAME_IDF if concept.startswith(NAME) else max(self._news_weight[concept], _LEAST_IDF)
