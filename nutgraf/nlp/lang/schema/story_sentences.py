"""Words of a language that decide whether a sentence or a headline can stand in a story."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.figures.defaults import no_word
from nutgraf.nlp.lang.schema.patterns import NEVER


@dataclass(frozen=True, eq=False, slots=True)
class StorySentenceTerms:
    """Words by which a sentence is understood without the text around it, or is not; lower case.

    Attributes:
        furniture: what stands in captions, credits and appeals to the reader only ("file photo").
        pointing_back: phrases that stand for something said before ("that day", "meanwhile").
        person_pronouns: pronouns that stand for one person ("he", "her").
        other_pronouns: pronouns that stand for people or things ("they", "it").
        prepositions: prepositions before what is not the subject ("in").
        impersonal: opening whose pronoun stands for nothing ("it is not clear"), used with ``match``.
        thing_pronouns: those of them that stand for no person ("it").
        owners: those of them that say whose a thing is ("its").
        definite_articles: articles of what is known already ("the").
        phrase_ends: words that end a noun phrase ("of", "and", "is").
        possessives: endings of the owner in a noun phrase.
        defining: words behind a noun phrase that say which thing it is ("of", "who").
        joining: words that join two noun phrases with one definition ("and").
        unique: nouns that need no introduction ("government", "world"), and adjectives that leave one thing
            only ("first", "largest").
        event_nouns: nouns by which a story calls its own event, whatever its first sentence calls it
            ("attack").
        persons: nouns for one person ("man", "spokeswoman").
        is_verb: whether a word behind a noun looks like its verb ("plunged").
        is_number: whether a word belongs to a number and means no thing ("percent", "ninety-one").
        events: those of the words that stand for others that say what happened ("hit").
        synonyms: words by one that stands for all of them where facts are compared ("rammed": "hit").
    """

    furniture: re.Pattern[str] = NEVER
    pointing_back: re.Pattern[str] = NEVER
    person_pronouns: frozenset[str] = frozenset()
    other_pronouns: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    impersonal: re.Pattern[str] = NEVER
    thing_pronouns: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    definite_articles: frozenset[str] = frozenset()
    phrase_ends: frozenset[str] = frozenset()
    possessives: tuple[str, ...] = ()
    defining: frozenset[str] = frozenset()
    joining: frozenset[str] = frozenset()
    unique: re.Pattern[str] = NEVER
    event_nouns: frozenset[str] = frozenset()
    persons: re.Pattern[str] = NEVER
    is_verb: Callable[[str], bool] = no_word
    is_number: Callable[[str], bool] = no_word
    events: frozenset[str] = frozenset()
    synonyms: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, slots=True)
class HeadlineTerms:
    """Words of headlines that do not say what happened.

    Attributes:
        unspecific: headlines of questions, lists, galleries, live reports and opinions ("live: ...").
        reaction: headlines of what somebody says or does about the event ("... briefed on ...").
    """

    unspecific: re.Pattern[str] = NEVER
    reaction: re.Pattern[str] = NEVER
