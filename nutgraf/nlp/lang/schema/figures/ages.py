"""Words around ages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.figures.defaults import no_word
from nutgraf.nlp.lang.schema.phrases import PhraseTable


@dataclass(frozen=True, eq=False, slots=True)
class AgeWords:
    """Words by which a number is somebody's age, lower case.

    Attributes:
        before: words before an age ("aged").
        before_phrases: phrases before one ("the age of").
        persons: nouns for one person, before whose age an article is written ("the *driver*, 42,").
        person_suffixes: endings of such nouns ("journal*ist*").
        no_persons: words with such an ending that are none ("number").
        speaking: past forms of verbs that people do ("said").
        behind_units: phrases behind a unit of time ("years *old*", "years *of age*").
        names_are_capitalised: whether a capital marks a name, so that a number behind it may be an age.
        particles: words within a name ("van").
        locative: words before a place, seldom before a person ("in").
        from_somewhere: words before a place as often as before a person ("from").
        articles: words within a name that make it no person's ("the").
        openers: words that have their capital from opening a sentence ("However").
        also_names: words of ``CountedNounRules.stops`` that are first names too ("Will").
        is_no_name: whether a lower-case word is no name by its form ("Sadly", "Anna's").
    """

    before: frozenset[str] = frozenset()
    before_phrases: PhraseTable[bool] = field(default_factory=PhraseTable)
    persons: frozenset[str] = frozenset()
    person_suffixes: tuple[str, ...] = ()
    no_persons: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()
    behind_units: PhraseTable[bool] = field(default_factory=PhraseTable)
    names_are_capitalised: bool = False
    particles: frozenset[str] = frozenset()
    locative: frozenset[str] = frozenset()
    from_somewhere: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    also_names: frozenset[str] = frozenset()
    is_no_name: Callable[[str], bool] = no_word
