"""Relations in a clause: who does what to whom, and who is whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Final

from nutgraf.nlp.lang.schema.claims import ClaimTerms
from nutgraf.nlp.multi_document.claims.clause import NAME, Concepts, Triple
from nutgraf.nlp.multi_document.claims.vocabulary import WordConcepts

WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SIGN: Final = re.compile(r"[,;:()–—]")
_MOST_NAMES: Final = 6
"""Names of a clause among which a passive verb is searched."""

Marked = tuple[int, int, str]
"""A mention of an entity: its offsets and its concept."""


def acts_of(
    text: str, mentions: Sequence[Marked], roles: Sequence[Marked], terms: ClaimTerms, concepts: WordConcepts
) -> frozenset[Triple]:
    """Return who does what to whom in a clause: a name, a concept of the verb, a name.

    Args:
        text: of the report.
        mentions: of the clause, in order.
        roles: what says who the named are.
        terms: the words of the language.
        concepts: what words mean.
    """
    found: set[Triple] = set()
    for (_, end, one), (start, _, other) in pairwise(mentions):
        told = _told(_between(text, end, start, roles), concepts)
        if told and told[-1] and not terms.passive.search(text, end, start):
            found.update((one, concept, other) for concept in told if concept)
    for (_, end, one), (start, _, other) in combinations(mentions[:_MOST_NAMES], 2):
        passive = terms.passive.search(text, end, start)
        if passive is not None and not any(_told(_between(text, passive.end(), start, roles), concepts)):
            found.update((other, concept, one) for concept in _told(passive[0], concepts) if concept)
    return frozenset(found)


def relations_of(
    text: str, span: tuple[int, int], marks: Sequence[Marked], terms: ClaimTerms, concepts: WordConcepts
) -> frozenset[tuple[str, str]]:
    """Return each person of a clause that is told by a relation, and the one whose relation it is.

    Args:
        text: of the report.
        span: the offsets of the clause.
        marks: its mentions and the titles before them, with the mention's concept.
        terms: the words of the language.
        concepts: what words mean.
    """
    found: set[tuple[str | None, str | None]] = set()
    for match in terms.relation_to.finditer(text, *span):
        found.add((concepts[match[1].casefold()], _concept_at(text, match.end(), marks, terms, concepts)))
    for match in terms.relation_of.finditer(text, *span):
        place = match.start(1)
        named = next((name for start, end, name in marks if start <= place < end), None)
        found.add((concepts[match[2].casefold()], named or concepts[match[1].casefold()]))
    return frozenset([(head, other) for head, other in found if head and other])


def contrary_acts(acts: frozenset[Triple], others: frozenset[Triple], mutual: Concepts) -> bool:
    """Whether somebody does to another what in the other clause the other one does."""
    return any((patient, verb, agent) in others for agent, verb, patient in acts if verb not in mutual)


def other_relation(
    relations: frozenset[tuple[str, str]],
    others: frozenset[tuple[str, str]],
    near: Concepts,
) -> bool:
    """Whether a clause tells of a relation of somebody what another one tells without the relation.

    Args:
        relations: of the one clause.
        others: of the other clause.
        near: the concepts of the other sentence.
    """
    whose = {other for _, other in others}
    heads = {head for head, _ in others}
    return any(
        (head not in near and other in near and (other.startswith(NAME) or other in whose))
        or (head in heads and other not in near)
        for head, other in relations
    )


def _told(words: str, concepts: WordConcepts) -> list[str | None]:
    """Return the concept of each word; nothing behind a sign that parts a subject from its verb."""
    if _SIGN.search(words):
        return []
    return [concepts[word] for word in WORD.findall(words.casefold())]


def _between(text: str, start: int, end: int, roles: Sequence[Marked]) -> str:
    low = next((first for first, last, _ in roles if start <= first < end == last), end)
    return text[start:low]


def _concept_at(
    text: str, place: int, marks: Sequence[Marked], terms: ClaimTerms, concepts: WordConcepts
) -> str | None:
    """Return the name or the concept at a place, a title before a name left out."""
    named = {start: name for start, _, name in marks}
    word = WORD.match(text, place)
    while word is not None and place not in named and word[0].casefold() in terms.roles:
        place = word.end() + 1
        word = WORD.match(text, place)
    if place in named:
        return named[place]
    return None if word is None else concepts[word[0].casefold()]
