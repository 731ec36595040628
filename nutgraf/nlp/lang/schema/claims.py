"""Words of a language by which claims of two reports are compared.

With the empty object a sentence is one clause, and words count by their stems.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from nutgraf.nlp.lang.schema.figures.defaults import no_word
from nutgraf.nlp.lang.schema.patterns import NEVER

_STEM: Final = 6


def first_letters(word: str) -> str:
    """Return the first six letters of a word, a stem in any language."""
    return word[:_STEM]


@dataclass(frozen=True, eq=False, slots=True)
class ClaimTerms:
    """How a language parts a sentence into clauses, and which words turn a claim into another one.

    Attributes:
        clause_break: pattern at whose end a clause begins ("after", ", which", ", and").
        reporting: words, lower case, by which a clause may only name the source of another one ("said",
            "according").
        negations: words, lower case, that deny what follows them ("no", "never", "denied").
        denied_concepts: words that deny a concept by themselves, with that concept ("unhurt": "injured").
        modals: words, lower case, that make what follows possible, planned or to come ("may", "will",
            "plans").
        infinitive_openings: each two words, lower case, behind which something is to come ("is", "to").
        opposites: each two words, or names of ``concepts``, of which only one is true of a thing ("won",
            "lost").
        passive: pattern of a verb in the passive voice with its agent ("was hit by").
        roles: words, lower case, before a person's name that say who that is ("minister").
        role_links: words, lower case, between two words of a title ("of").
        apposition: pattern that begins behind a person's name and says who that is (", the harbour master,").
        description: pattern that ends at a person's name and says who that is ("the harbour master, ");
            a comma must follow the name.
        concepts: words, lower case, with one name for all that mean the same ("blaze": "fire").
        stem: gives the stem of a lower-case word, one for all its forms.
        is_event: whether a lower-case word says what happens ("killed").
        doubts: words, lower case, that make what follows feared or open ("fear", "rumours").
        contrasts: words, lower case, that say something of what follows, with a dimension and a value on it
            ("after": "order", "later").
        phrases: each two words, lower case, with the word that means the same ("far", "from": "not").
        copulas: words, lower case, that join a subject with what is said of it ("is", "had").
        mutual: words, lower case, for what two do to each other alike ("met").
        relation_to: pattern of a person told by a relation, up to the one whose it is ("mother of "); the
            first group is the person.
        relation_of: pattern of the one whose relation a person is, and the person ("Brandt's mother"), each a
            group.
        empty: words, lower case, that are no content of any claim ("said", "monday").
    """

    clause_break: re.Pattern[str] = NEVER
    reporting: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    denied_concepts: Mapping[str, str] = field(default_factory=dict)
    modals: frozenset[str] = frozenset()
    infinitive_openings: frozenset[tuple[str, str]] = frozenset()
    opposites: tuple[tuple[str, str], ...] = ()
    passive: re.Pattern[str] = NEVER
    roles: frozenset[str] = frozenset()
    role_links: frozenset[str] = frozenset()
    apposition: re.Pattern[str] = NEVER
    description: re.Pattern[str] = NEVER
    concepts: Mapping[str, str] = field(default_factory=dict)
    stem: Callable[[str], str] = first_letters
    is_event: Callable[[str], bool] = no_word
    doubts: frozenset[str] = frozenset()
    contrasts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    phrases: Mapping[tuple[str, str], str] = field(default_factory=dict)
    copulas: frozenset[str] = frozenset()
    mutual: frozenset[str] = frozenset()
    relation_to: re.Pattern[str] = NEVER
    relation_of: re.Pattern[str] = NEVER
    empty: frozenset[str] = frozenset()
