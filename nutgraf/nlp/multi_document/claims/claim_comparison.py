"""Comparison of what a clause claims with what a span of another report claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from nutgraf.nlp.multi_document.claims.clause import NOTHING, ClaimClause, Concepts, Triple
from nutgraf.nlp.multi_document.claims.clause_relations import contrary_acts, other_relation
from nutgraf.nlp.multi_document.claims.figure_ledger import FigureLedger
from nutgraf.nlp.multi_document.claims.sentence_claims import SentenceClaims

_TWO: Final = 2

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FigureMatch:
    """How many figures of a clause a span states, as far as the ledger tells.

    Attributes:
        equal: figures that it states.
        agreeing: figures for which it has another value that agrees.
        contrary: figures for which it has other values alone.
        lacking: figures that it does not state.
    """

    equal: int
    agreeing: int
    contrary: int
    lacking: int

    @property
    def misses_all(self) -> bool:
        """Whether there are some and none is stated."""
        return self.lacking > 0 and not self.equal and not self.agreeing


@dataclass(frozen=True, slots=True)
class Comparer:
    """Compares clauses of one story.

    Attributes:
        weights: how much each concept tells.
        events: concepts that say what happens.
        opposites: the opposites of each concept that has some.
        background: concepts that most reports repeat, so that to share them tells nothing.
        ledger: the story's figures.
        mutual: concepts of what two do to each other alike.
    """

    weights: Mapping[str, float]
    events: Concepts
    opposites: Mapping[str, Concepts]
    background: Concepts
    ledger: FigureLedger
    mutual: Concepts = NOTHING
    _totals: dict[Concepts, float] = field(default_factory=dict, repr=False, compare=False)
    _pairs: dict[tuple[str, ...], frozenset[Pair]] = field(default_factory=dict, repr=False, compare=False)

    def weight(self, concepts: Concepts) -> float:
        """Return how much some concepts tell together."""
        return sum([self.weights[concept] for concept in concepts])

    def share(self, part: Concepts, whole: Concepts) -> float:
        """Return how much of some concepts a part of them tells, 0 to 1."""
        total = self._totals.get(whole)
        if total is None:
            total = self._totals[whole] = self.weight(whole)
        return self.weight(part) / total if total > 0 else 0.0

    def shared_pairs(self, clause: ClaimClause, span: ClaimClause) -> list[Pair]:
        """Return each two concepts that follow one another in both, names left out."""
        known = self._pairs.get(span.told)
        if known is None:
            known = self._pairs[span.told] = frozenset(pairwise(span.told))
        return [pair for pair in set(pairwise(clause.told)) if pair in known]

    def lacks_events(self, clause: ClaimClause, concepts: Concepts) -> bool:
        """Whether a clause says what happens, and some concepts have nothing of it."""
        events = clause.concepts & self.events
        return bool(events) and events.isdisjoint(concepts)

    def are_opposed(self, clause: ClaimClause, near: ClaimClause) -> bool:
        """Whether one of two clauses has the opposite of a word that only the other one has."""
        own = clause.concepts - near.concepts
        if self.opposites.keys().isdisjoint(own):
            return False
        others = near.concepts - clause.concepts
        return any(not others.isdisjoint(self.opposites.get(concept, NOTHING)) for concept in own)

    def nearest(self, clause: ClaimClause, span: Sequence[ClaimClause]) -> ClaimClause:
        """Return the clause of a span that shares the most concepts with a clause, the first of equals."""
        if len(span) == 1:
            return span[0]
        return max(span, key=lambda other: len(clause.concepts & other.concepts))

    def match_figures(self, clause: ClaimClause, span: ClaimClause) -> FigureMatch:
        """Compare the figures of a clause with those of a span, through the ledger alone."""
        if not clause.entries:
            return FigureMatch(0, 0, 0, clause.unlisted)
        equals = agreeing = contrary = 0
        lacking = clause.unlisted
        for entry in clause.entries:
            others = [other for other in span.entries if other.figure == entry.figure]
            if any(self.ledger.equal(entry, other) for other in others):
                equals += 1
            elif any(self.ledger.agree(entry, other) for other in others):
                agreeing += 1
            elif others:
                contrary += 1
            else:
                lacking += 1
        return FigureMatch(equals, agreeing, contrary, lacking)


def is_contrary(
    clause: ClaimClause,
    near: ClaimClause,
    statement: SentenceClaims,
    span: SentenceClaims,
    comparer: Comparer,
) -> bool:
    """Whether a span says something else than a clause of a statement, though in the same words.

    It does so if only one of the two is denied, possible, feared or long ago, if it has the opposite of a
    word, or if the two name other days, other people or the same ones the other way round.

    Args:
        clause: of the statement.
        near: the clause of the span that is the nearest to it.
        statement: the whole statement.
        span: the whole span.
        comparer: compares clauses of the story.
    """
    return (
        _differs(clause.denied, near.denied, clause, near)
        or _differs(clause.undone, near.undone, clause, near)
        or _differs(clause.doubted, near.doubted, clause, near)
        or _contrasts(clause.contrasts, span.whole.contrasts)
        or _says_other_of_it(clause, near, statement, span, comparer)
        or contrary_acts(clause.acts, span.whole.acts, comparer.mutual)
        or other_relation(clause.relations, near.relations, span.whole.concepts)
        or other_relation(near.relations, clause.relations, statement.whole.concepts)
        or comparer.are_opposed(clause, near)
        or (clause.past and not span.whole.past)
        or (near.past and not statement.whole.past)
        or _names_other_days(clause.days, near.days)
        or _names_other_people(clause, near, statement, span)
        or _is_swapped(clause, near)
    )


def _differs(some: Concepts, others: Concepts, clause: ClaimClause, near: ClaimClause) -> bool:
    """Whether one of two clauses has some concepts marked, and one that both have among them."""
    return bool(some) is not bool(others) and not (some | others).isdisjoint(clause.concepts & near.concepts)


def _says_other_of_it(
    clause: ClaimClause,
    near: ClaimClause,
    statement: SentenceClaims,
    span: SentenceClaims,
    comparer: Comparer,
) -> bool:
    """Whether each of two clauses says of a subject, without an event, what the other sentence does not."""
    own, other = clause.predicates, near.predicates
    return (
        bool(own and other)
        and comparer.events.isdisjoint(own | other)
        and own.isdisjoint(span.whole.concepts)
        and other.isdisjoint(statement.whole.concepts)
    )


def _contrasts(some: frozenset[Triple], others: frozenset[Triple]) -> bool:
    """Whether two clauses say of a concept two values of one dimension, and none that is the same."""
    if not some or not others:
        return False
    return any(
        {value for each, value, of in some if (each, of) == place}.isdisjoint(values)
        for place in {(each, of) for each, _, of in some}
        if (values := {value for each, value, of in others if (each, of) == place})
    )


def _names_other_days(days: frozenset[str], others: frozenset[str]) -> bool:
    """Whether both name days, and none of the one is or contains one of the other."""
    return bool(days and others) and not any(
        one.startswith(other) or other.startswith(one) for one in days for other in others
    )


def _names_other_people(
    clause: ClaimClause, near: ClaimClause, statement: SentenceClaims, span: SentenceClaims
) -> bool:
    """Whether a span tells of somebody whom the statement does not name what a clause tells of another.

    The name that a clause begins with may be of a place or a thing too.
    """
    if lacking_people(clause, span) and lacking_people(near, statement):
        return True
    own, other = clause.lead, near.lead
    return (
        own is not None
        and other is not None
        and own not in span.whole.concepts | span.before
        and other not in statement.whole.concepts | statement.before
    )


def lacking_people(clause: ClaimClause, other: SentenceClaims) -> Concepts:
    """Return the people of a clause whom another sentence neither names nor may mean by a pronoun."""
    return clause.people - other.whole.concepts - other.before


def _is_swapped(clause: ClaimClause, near: ClaimClause) -> bool:
    """Whether two names that both have change places, unless one verb is passive."""
    shared = [name for name in clause.order if name in near.order]
    if len(shared) != _TWO or clause.passive is not near.passive:
        return False
    return [name for name in near.order if name in clause.order] != shared
