"""Scope of words that deny what follows them, or make it possible or planned."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from nutgraf.nlp.lang.schema.claims import ClaimTerms
from nutgraf.nlp.multi_document.claims.clause import NOTHING, Concepts, Triple
from nutgraf.nlp.multi_document.claims.vocabulary import Vocabulary

_DENIED: Final = 3
"""Concepts behind a negation that it denies."""

_UNDONE: Final = 2
"""Concepts behind a modal that it makes possible or planned."""


class WordScope:
    """Finds the concepts that a clause denies, or calls possible or planned.

    Args:
        terms: the words of the report's language.
        vocabulary: what words mean.
    """

    def __init__(self, terms: ClaimTerms, vocabulary: Vocabulary) -> None:
        self._terms = terms
        self._concepts = vocabulary.concepts(terms)
        self._phrase_ends = frozenset(second for _, second in terms.phrases)
        self._infinitive = frozenset(second for _, second in terms.infinitive_openings)

    def denied(self, words: Sequence[str]) -> Concepts:
        """Return the concepts that some words, in order and lower case, deny."""
        behind = self._behind(self._plain(words), self._terms.negations, _DENIED)
        denied = self._terms.denied_concepts
        if denied.keys().isdisjoint(words):
            return behind
        known = [denied[word] for word in words if word in denied]
        return behind | {concept for word in known if (concept := self._concepts[word])}

    def undone(self, words: Sequence[str]) -> Concepts:
        """Return the concepts that some words, in order and lower case, call possible or planned."""
        modals = self._terms.modals
        if not self._infinitive.isdisjoint(words):
            openings = self._terms.infinitive_openings
            cue = next(iter(modals))
            words = [words[0], *(cue if pair in openings else pair[1] for pair in pairwise(words))]
        return self._behind(words, modals, _UNDONE)

    def doubted(self, words: Sequence[str]) -> Concepts:
        """Return the concepts that some words, in order and lower case, fear or leave open."""
        return self._behind(words, self._terms.doubts, _DENIED)

    def contrasts(self, words: Sequence[str]) -> frozenset[Triple]:
        """Return what some words, in order and lower case, say of concepts by a contrast."""
        contrasts, words = self._terms.contrasts, self._plain(words)
        if contrasts.keys().isdisjoint(words):
            return frozenset()
        found: set[Triple] = set()
        for place, word in enumerate(words):
            if word in contrasts:
                behind = next(filter(None, [self._concepts[each] for each in words[place + 1 :]]), None)
                found |= {(*contrasts[word], behind)} if behind else set()
        return frozenset(found)

    def predicates(self, words: Sequence[str]) -> Concepts:
        """Return the concepts that some words, in order and lower case, say by a verb without content."""
        return self._behind(words, self._terms.copulas, 1)

    def _plain(self, words: Sequence[str]) -> Sequence[str]:
        """Return some words with one in place of each phrase of two."""
        phrases = self._terms.phrases
        if self._phrase_ends.isdisjoint(words):
            return words
        return [*words[:1], *(phrases.get(pair, pair[1]) for pair in pairwise(words))]

    def _behind(self, words: Sequence[str], cues: frozenset[str], most: int) -> Concepts:
        """Return the first concepts behind each word of some cues."""
        if cues.isdisjoint(words):
            return NOTHING
        found: set[str] = set()
        left = 0
        for word in words:
            if word in cues:
                left = most
            elif left and (concept := self._concepts[word]):
                found.add(concept)
                left -= 1
        return frozenset(found)
