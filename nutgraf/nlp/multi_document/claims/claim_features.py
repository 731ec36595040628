"""Features by which it is decided whether a span of another report states a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nutgraf.nlp.multi_document.claims.claim_comparison import (
    Comparer,
    FigureMatch,
    is_contrary,
    lacking_people,
)
from nutgraf.nlp.multi_document.claims.clause import NAME, ClaimClause, Concepts
from nutgraf.nlp.multi_document.claims.sentence_claims import SentenceClaims

CLAUSE_FEATURES: Final = (
    "near_cover", "span_cover", "near_share", "concepts_shared", "words_shared", "figures_equal",
    "figures_agreeing", "figures_lacking", "people_lacking", "people_other", "same_day", "names_alone",
    "whole_cover", "weight_shared", "events_shared", "events_lacking", "pairs_shared", "sentence_similarity",
)  # fmt: skip
"""Names of the features of a clause and a span."""

SENTENCE_FEATURES: Final = (
    "whole_cover", "least_cover", "mean_cover", "span_share", "day_lacking", "fact_count",
    "sentence_similarity",
)  # fmt: skip
"""Names of the features of a whole statement and a span."""

_SHORT: Final = 4
"""Concepts up to which a clause is no fact any more without most of them."""

_LEAST_SHARE: Final = 0.6
"""The share of a short clause that a span has which states it."""

_LEAST_WORDS: Final = 2
"""Words that a clause shares with a span that states it without its numbers."""

_MOST_SHARED: Final = 5
_MOST_WORDS: Final = 4
_MOST_FIGURES: Final = 2
_MOST_FACTS: Final = 4
_MOST_WEIGHT: Final = 40.0
_MOST_EVENTS: Final = 2
_MOST_PAIRS: Final = 3
_LEAST_COVER: Final = 0.55
"""The share of each clause that a span speaks of if it states all of a statement."""

Features = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """A statement and a span of another report, with their similarity, 0 to 1."""

    statement: SentenceClaims
    span: SentenceClaims
    similarity: float


def clause_features(clause: ClaimClause, pairing: Pairing, comparer: Comparer) -> Features | None:
    """Return the features of a clause of the statement, as ``CLAUSE_FEATURES`` names them.

    Returns:
        None if clause and span contradict each other, or have nothing in common. A clause is another fact,
        however alike the words are, if the span has other numbers instead of its own.
    """
    statement, span = pairing.statement, pairing.span
    near = comparer.nearest(clause, span.clauses)
    figures = comparer.match_figures(clause, span.whole)
    shared = clause.concepts & near.concepts
    if _is_other_fact(clause, near, figures, comparer) or is_contrary(
        clause, near, statement, span, comparer
    ):
        return None
    everything = span.whole.concepts
    return (
        comparer.share(shared, clause.concepts),
        comparer.share(clause.concepts & everything, clause.concepts),
        comparer.share(shared, near.concepts),
        min(len(shared), _MOST_SHARED) / _MOST_SHARED,
        min(_words(shared, comparer), _MOST_WORDS) / _MOST_WORDS,
        min(figures.equal, _MOST_FIGURES) / _MOST_FIGURES,
        float(figures.agreeing > 0),
        float(figures.lacking > 0),
        float(bool(lacking_people(clause, span))),
        float(bool(lacking_people(near, statement))),
        float(bool(clause.days and near.days)),
        float(not _words(shared, comparer)),
        comparer.share(statement.whole.concepts & everything, statement.whole.concepts),
        min(comparer.weight(shared), _MOST_WEIGHT) / _MOST_WEIGHT,
        *_event_features(clause, span.whole, shared, comparer),
        pairing.similarity,
    )


def _event_features(
    clause: ClaimClause, span: ClaimClause, shared: Concepts, comparer: Comparer
) -> tuple[float, float, float]:
    """Return how many events and how many runs of two concepts a span shares, and whether no event."""
    events = clause.concepts & comparer.events & span.concepts
    telling = shared - comparer.background
    pairs = [pair for pair in comparer.shared_pairs(clause, span) if not telling.isdisjoint(pair)]
    return (
        min(len(events), _MOST_EVENTS) / _MOST_EVENTS,
        float(not events),
        min(len(pairs), _MOST_PAIRS) / _MOST_PAIRS,
    )


def _words(shared: Concepts, comparer: Comparer) -> int:
    """Count the concepts that are neither names nor the story's background."""
    return sum([not concept.startswith(NAME) for concept in shared - comparer.background])


def _is_other_fact(clause: ClaimClause, near: ClaimClause, figures: FigureMatch, comparer: Comparer) -> bool:
    """Whether a clause and the nearest one of a span have too little in common, or other numbers."""
    shared = clause.concepts & near.concepts
    if figures.contrary:
        return True
    if figures.misses_all and (near.has_numbers or _words(shared, comparer) < _LEAST_WORDS):
        return True
    if figures.equal:
        return False
    short = len(clause.concepts) <= _SHORT
    return not shared or (short and comparer.share(shared, clause.concepts) < _LEAST_SHARE)


def contradicts(pairing: Pairing, comparer: Comparer) -> bool:
    """Whether a span says something else than a clause of a statement, though in the same words."""
    statement, span = pairing.statement, pairing.span
    return any(
        is_contrary(fact, comparer.nearest(fact, span.clauses), statement, span, comparer)
        for fact in statement.facts
    )


def sentence_features(pairing: Pairing, comparer: Comparer) -> Features | None:
    """Return the features of a whole statement, as ``SENTENCE_FEATURES`` names them.

    Returns:
        None if the span cannot state all of the statement: it lacks a figure, a person or most of a clause,
        gives another value or contradicts a clause.
    """
    statement, span = pairing.statement, pairing.span
    facts, everything = statement.facts, span.whole.concepts
    if comparer.match_figures(statement.whole, span.whole) != FigureMatch(
        len(statement.whole.entries), 0, 0, 0
    ):
        return None
    if any(
        lacking_people(fact, span)
        or comparer.lacks_events(fact, everything)
        or not fact.predicates <= everything
        or (len(fact.told) > 1 and everything.isdisjoint((fact.told[0], fact.told[-1])))
        or any(head not in everything for head, _ in fact.relations)
        for fact in facts
    ) or contradicts(pairing, comparer):
        return None
    covers = [comparer.share(fact.concepts & everything, fact.concepts) for fact in facts]
    if min(covers) < _LEAST_COVER:
        return None
    concepts = frozenset[str]().union(*(fact.concepts for fact in facts))
    return (
        comparer.share(concepts & everything, concepts),
        min(covers),
        sum(covers) / len(covers),
        comparer.share(concepts & everything, everything),
        float(any(fact.days - span.whole.days for fact in facts)),
        min(len(facts), _MOST_FACTS) / _MOST_FACTS,
        pairing.similarity,
    )
