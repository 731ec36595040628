"""Nouns that numbers count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.figures.defaults import no_word, unchanged
from nutgraf.nlp.lang.schema.phrases import PhraseTable


@dataclass(frozen=True, eq=False, slots=True)
class CountedNounRules:
    """Grammar of noun phrases and lists of nouns, lower case.

    Attributes:
        is_plural: whether a word looks like a plural noun.
        plural_of: the plural of a singular noun.
        is_plural_acronym: whether a word, in its case, is the plural of capitals ("MPs").
        singular: nouns that are counted in the singular behind "one" ("one *person*").
        unit_names: the unit of nouns whose unit is not their plural ("person": "people").
        generic_people: plurals that count people of no special kind ("others", "persons").
        people: plurals that count people of any kind ("passengers").
        audiences: plurals that count people by what they use ("users"), beside ``people``.
        animals: plurals that count animals, to which happens what happens to people ("cows killed").
        stops: words that end a noun phrase ("the", "was").
        stop_suffixes: endings of words that do ("n't").
        contracting_pronouns: pronouns that end it with a verb behind an apostrophe ("he's").
        finite_verbs: verb forms in -s that are no plurals ("says").
        attributive: plurals that stand before another plural noun ("*police* officers").
        leading: words between a number and its noun ("12 *more* people", "hundreds *of* people").
        determiners: words behind those ("three of *the* bridges").
        abbreviated_adjectives: phrases before a noun that contain points ("U.S.").
        age_adjectives: phrases behind a number that describe a noun ("two 12*-year-old* boys").
        hyphenated: singular nouns that a hyphen joins to their number ("a 12-*member* panel").
        nouns_and_verbs: singular nouns that are verb forms too ("two *train* drivers").
        people_noun: the noun that stands in ``what`` for people who are counted without one.
    """

    is_plural: Callable[[str], bool] = no_word
    plural_of: Callable[[str], str] = unchanged
    is_plural_acronym: Callable[[str], bool] = no_word
    singular: frozenset[str] = frozenset()
    unit_names: Mapping[str, str] = field(default_factory=dict)
    generic_people: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    audiences: frozenset[str] = frozenset()
    animals: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    stop_suffixes: tuple[str, ...] = ()
    contracting_pronouns: frozenset[str] = frozenset()
    finite_verbs: frozenset[str] = frozenset()
    attributive: frozenset[str] = frozenset()
    leading: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    abbreviated_adjectives: PhraseTable[bool] = field(default_factory=PhraseTable)
    age_adjectives: PhraseTable[bool] = field(default_factory=PhraseTable)
    hyphenated: frozenset[str] = frozenset()
    nouns_and_verbs: frozenset[str] = frozenset()
    people_noun: str = "people"

    def ends_noun_phrase(self, word: str) -> bool:
        """Return whether a lower-case word ends a noun phrase, pronouns with a verb ("he's") included."""
        if word in self.stops or word.endswith(self.stop_suffixes):
            return True
        stem, apostrophe, _ = word.partition("'")
        return bool(apostrophe) and stem in self.contracting_pronouns
