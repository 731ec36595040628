"""Clauses of sentences: what each of them claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from nutgraf.nlp.multi_document.claims.figure_ledger import LedgerEntry

Concepts = frozenset[str]
"""What a stretch of text speaks of: stems, one for all synonyms, and names with ``NAME`` before them."""

NAME: Final = "@"
"""Sign before the name of an entity among concepts; no stem has it."""


NOTHING: Final[Concepts] = frozenset()

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class ClaimClause:
    """A clause of a sentence.

    Attributes:
        concepts: what it speaks of, without its figures.
        told: its concepts in order, names left out.
        people: the names of people among its concepts.
        lead: the name that it begins with; None if it begins with another word.
        order: the names in it, in the order of their first mention.
        entries: its figures that are in the ledger.
        unlisted: how many of its figures are not.
        days: its dates, in ISO 8601.
        past: whether a date of it is long before the report.
        denied: those of its concepts that it denies.
        undone: those of its concepts that it calls possible, planned or to come.
        passive: whether its subject suffers what another one does.
        attribution: whether it only names the source of another clause.
        doubted: those of its concepts that it fears or asks.
        contrasts: a dimension, a value on it and the concept of which it says so.
        predicates: the concepts that it says of a subject by a verb without content.
        acts: who does what to whom: names and a concept between them.
        relations: a person by the relation to somebody or something: both concepts.
    """

    concepts: Concepts
    told: tuple[str, ...]
    people: Concepts
    lead: str | None
    order: tuple[str, ...]
    entries: tuple[LedgerEntry, ...]
    unlisted: int
    days: frozenset[str]
    past: bool
    denied: Concepts
    undone: Concepts
    passive: bool
    attribution: bool
    doubted: Concepts = NOTHING
    contrasts: frozenset[Triple] = frozenset()
    predicates: Concepts = NOTHING
    acts: frozenset[Triple] = frozenset()
    relations: frozenset[tuple[str, str]] = frozenset()

    @property
    def has_numbers(self) -> bool:
        """Whether it has figures, dates left out."""
        return bool(self.entries) or self.unlisted > 0

    @property
    def is_empty(self) -> bool:
        """Whether it tells nothing but perhaps a date."""
        return not self.concepts and not self.has_numbers


def joined(*clauses: ClaimClause) -> ClaimClause:
    """Return what neighbours claim together."""
    if len(clauses) == 1:
        return clauses[0]
    none: frozenset[Any] = frozenset()
    return ClaimClause(
        none.union(*[each.concepts for each in clauses]),
        tuple([concept for each in clauses for concept in each.told]),
        none.union(*[each.people for each in clauses]),
        clauses[0].lead,
        tuple(dict.fromkeys([name for each in clauses for name in each.order])),
        tuple([entry for each in clauses for entry in each.entries]),
        sum([each.unlisted for each in clauses]),
        none.union(*[each.days for each in clauses]),
        any(each.past for each in clauses),
        none.union(*[each.denied for each in clauses]),
        none.union(*[each.undone for each in clauses]),
        any(each.passive for each in clauses),
        all(each.attribution or each.is_empty for each in clauses),
        none.union(*[each.doubted for each in clauses]),
        none.union(*[each.contrasts for each in clauses]),
        none.union(*[each.predicates for each in clauses]),
        none.union(*[each.acts for each in clauses]),
        none.union(*[each.relations for each in clauses]),
    )
