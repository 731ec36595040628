"""Clauses of sentences: what each of them claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nutgraf.nlp.multi_document.claims.figure_ledger import LedgerEntry

Concepts = frozenset[str]
"""What a stretch of text speaks of: stems under one name for synonyms, and names with ``NAME`` before them."""

NAME: Final = "@"
"""Sign before the name of an entity among concepts; no stem has it."""


NOBODY: Final[Concepts] = frozenset()


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence.

    Attributes:
        concepts: what it speaks of, without its figures.
        events: those of its concepts that say what happens.
        pairs: each two of its concepts that follow one another, names left out.
        people: the names of people among its concepts.
        lead: the name that it begins with; None if it begins with another word.
        order: the names in it, in the order of their first mention.
        entries: its figures that are in the ledger.
        unlisted: how many of its figures are not.
        days: its dates, in ISO 8601.
        past: whether a date of it is long before the report.
        opposed: the opposites of its concepts.
        denied: those of its concepts that it denies.
        undone: those of its concepts that it calls possible, planned or to come.
        passive: whether its subject suffers what another one does.
        attribution: whether it only names the source of another clause.
    """

    concepts: Concepts
    events: Concepts
    pairs: frozenset[tuple[str, str]]
    people: Concepts
    lead: str | None
    order: tuple[str, ...]
    entries: tuple[LedgerEntry, ...]
    unlisted: int
    days: frozenset[str]
    past: bool
    opposed: Concepts
    denied: Concepts
    undone: Concepts
    passive: bool
    attribution: bool

    @property
    def has_numbers(self) -> bool:
        """Whether it has figures, dates left out."""
        return bool(self.entries) or self.unlisted > 0

    @property
    def is_empty(self) -> bool:
        """Whether it tells nothing but perhaps a date."""
        return not self.concepts and not self.has_numbers


def joined(one: Clause, other: Clause) -> Clause:
    """Return what two neighbours claim together."""
    return Clause(
        one.concepts | other.concepts,
        one.events | other.events,
        one.pairs | other.pairs,
        one.people | other.people,
        one.lead,
        tuple(dict.fromkeys((*one.order, *other.order))),
        (*one.entries, *other.entries),
        one.unlisted + other.unlisted,
        one.days | other.days,
        one.past or other.past,
        one.opposed | other.opposed,
        one.denied | other.denied,
        one.undone | other.undone,
        one.passive or other.passive,
        (one.attribution or one.is_empty) and (other.attribution or other.is_empty),
    )
