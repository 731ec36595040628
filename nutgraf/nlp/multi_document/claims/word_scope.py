"""Scope of words that deny what follows them, or make it possible or planned."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from nutgraf.nlp.lang.schema.claims import ClaimTerms
from nutgraf.nlp.multi_document.claims.clause import NOBODY, Concepts
from nutgraf.nlp.multi_document.claims.vocabulary import Vocabulary

_DENIED: Final = 3
"""Concepts behind a negation that it denies."""

_UNDONE: Final = 2
"""Concepts behind a modal that it makes possible or planned."""


class WordScope:
    """Finds the concepts that a clause denies, calls possible or planned, or has the opposites of.

    Args:
        terms: the words of the report's language.
        vocabulary: what words mean.
    """

    def __init__(self, terms: ClaimTerms, vocabulary: Vocabulary) -> None:
        self._terms = terms
        self._concepts = vocabulary.concepts(terms)
        self._opposites = vocabulary.opposites(terms)
        self._infinitive = frozenset(second for _, second in terms.infinitive_openings)

    def opposed(self, told: Sequence[str]) -> Concepts:
        """Return the opposites of some concepts."""
        if self._opposites.keys().isdisjoint(told):
            return NOBODY
        return frozenset().union(*(self._opposites.get(concept, NOBODY) for concept in told))

    def denied(self, words: Sequence[str]) -> Concepts:
        """Return the concepts that some words, in order and lower case, deny."""
        behind = self._behind(words, [word in self._terms.negations for word in words], _DENIED)
        denied = self._terms.denied_concepts
        if denied.keys().isdisjoint(words):
            return behind
        known = [denied[word] for word in words if word in denied]
        return behind | {concept for word in known if (concept := self._concepts[word])}

    def undone(self, words: Sequence[str]) -> Concepts:
        """Return the concepts that some words, in order and lower case, call possible or planned."""
        cues = [word in self._terms.modals for word in words]
        if not self._infinitive.isdisjoint(words):
            openings = self._terms.infinitive_openings
            cues[1:] = [cue or pair in openings for cue, pair in zip(cues[1:], pairwise(words), strict=True)]
        return self._behind(words, cues, _UNDONE)

    def _behind(self, words: Sequence[str], cues: Sequence[bool], most: int) -> Concepts:
        """Return the first concepts behind each cue."""
        if not any(cues):
            return NOBODY
        found: set[str] = set()
        left = 0
        for word, cue in zip(words, cues, strict=True):
            if cue:
                left = most
            elif left and (concept := self._concepts[word]):
                found.add(concept)
                left -= 1
        return frozenset(found)
