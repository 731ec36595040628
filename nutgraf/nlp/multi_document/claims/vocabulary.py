"""Vocabulary of a story: one name for all words that mean the same, and how much each tells."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from nutgraf.nlp.lang.schema.claims import ClaimTerms
from nutgraf.nlp.multi_document.claims.clause import NAME
from nutgraf.nlp.multi_document.clustering.idf import IdfTable

_LEAST_IDF: Final = 1.2
_SHORTEST: Final = 2
_MOST_WORDS: Final = 1 << 16
"""Words whose concepts are kept, since each story asks for the same ones again."""

_MOST_LANGUAGES: Final = 64
_NAME_IDF: Final = 5.0
"""The idf of a name, about that of a rare word."""


class WordConcepts(dict[str, str | None]):
    """Concept of each lower-case word of one language; None for a word that tells nothing.

    Words are looked up when they are first asked for. ``events`` are the concepts of those that say what
    happens.
    """

    def __init__(self, terms: ClaimTerms, idf: IdfTable, news_weight: dict[str, float]) -> None:
        super().__init__()
        self.events: set[str] = set()
        self.opposites = _opposites(terms)
        self.mutual = frozenset([terms.stem(terms.concepts.get(word, word)) for word in terms.mutual])
        self._terms = terms
        self._idf = idf
        self._news_weight = news_weight

    def __missing__(self, word: str) -> str | None:
        concept, known = _concept(self._terms, word)
        if concept is not None:
            idf = self._idf.of(word)
            if known or idf >= _LEAST_IDF:
                self._news_weight[concept] = min(idf, self._news_weight.get(concept, idf))
            else:
                concept = None
        self[word] = concept
        if concept is not None and self._terms.is_event(word):
            self.events.add(concept)
        return concept


@lru_cache(maxsize=_MOST_WORDS)
def _concept(terms: ClaimTerms, word: str) -> tuple[str | None, bool]:
    """Return the concept of a word, and whether the language itself gives it."""
    word = word.replace("’", "'").partition("'")[0]
    if len(word) < _SHORTEST or word in terms.empty:
        return None, False
    given = terms.denied_concepts.get(word) or terms.concepts.get(word)
    return terms.stem(given or word), given is not None


@lru_cache(maxsize=_MOST_LANGUAGES)
def _opposites(terms: ClaimTerms) -> Mapping[str, frozenset[str]]:
    pairs = [(terms.stem(one), terms.stem(other)) for one, other in terms.opposites]
    both = [*pairs, *((other, one) for one, other in pairs)]
    return {one: frozenset(other for first, other in both if first == one) for one, _ in both}


class Vocabulary:
    """Concepts of the words of a story, each word looked up once.

    Args:
        idf: inverse document frequencies of words in the news at large.
    """

    def __init__(self, idf: IdfTable) -> None:
        self._idf = idf
        self._concepts: dict[int, WordConcepts] = {}
        self._news_weight: dict[str, float] = {}

    def concepts(self, terms: ClaimTerms) -> WordConcepts:
        """Return the concepts of a language's words."""
        return self._concepts.setdefault(id(terms), WordConcepts(terms, self._idf, self._news_weight))

    def events(self) -> frozenset[str]:
        """Return the concepts, of the words looked up so far, that say what happens."""
        return frozenset().union(*(each.events for each in self._concepts.values()))

    def mutual(self) -> frozenset[str]:
        """Return the concepts of what two do to each other, in the languages looked up so far."""
        return frozenset().union(*(each.mutual for each in self._concepts.values()))

    def opposites(self) -> Mapping[str, frozenset[str]]:
        """Return the opposites of each concept that has some, in the languages looked up so far."""
        return {name: others for each in self._concepts.values() for name, others in each.opposites.items()}

    def weights(self, counts: Mapping[str, int], sentences: int) -> Mapping[str, float]:
        """Return how much each concept tells: its idf in the news times its idf in the story.

        Args:
            counts: the number of sentences with each concept.
            sentences: the number of all sentences.
        """
        return {
            concept: self._weight(concept) * math.log((sentences + 1) / (count + 0.5))
            for concept, count in counts.items()
        }

    def _weight(self, concept: str) -> float:
        return _NAME_IDF if concept.startswith(NAME) else max(self._news_weight[concept], _LEAST_IDF)
