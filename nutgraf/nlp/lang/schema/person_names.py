"""Names of persons, and the words that stand before them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.patterns import NEVER


@dataclass(frozen=True, eq=False, slots=True)
class Honorifics:
    """Words that stand before a person's name and are not part of it, casefolded, without full stops.

    Attributes:
        addresses: forms of address that may be shown before a surname ("mr", "dr").
        titles: all forms of address, ranks and offices ("mr", "admiral", "president").
        modifiers: words that stand before a title ("prime", "deputy", "former").
        origins: nouns for a person's origin that nobody has as a given name ("briton", "frenchman").
        title_phrases: titles of several words, none of which needs to be a title by itself ("tan sri").
        inner_titles: titles that may stand inside a name, behind a noble or religious style ("seri").
        masculine: titles that men have ("mr").
        feminine: titles that women have ("mrs").
        professions: for a title, the nouns for those who have it ("dr": "doctor", "surgeon").
    """

    addresses: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    modifiers: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    title_phrases: tuple[str, ...] = ()
    inner_titles: frozenset[str] = frozenset()
    masculine: frozenset[str] = frozenset()
    feminine: frozenset[str] = frozenset()
    professions: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False, slots=True)
class PersonNames:
    """Parts of persons' names.

    Attributes:
        suffixes: words behind a surname, casefolded, without full stops ("jr", "iii").
        detachable_prefixes: beginnings of a surname that an article may leave out, casefolded ("al-" in
            "al-Maliki").
        capital_prefixes: beginnings of surnames that a second capital may follow ("Mc" in "McRae"); in other
            names a capital inside a word is a sign of a brand ("TikTok").
        followers: lower-case nouns that may stand behind an article and a person's name ("the Reed
            administration"); an article before a name is otherwise a sign that it names no person.
        masculine_nouns: nouns for male relatives and men, which may stand before a name ("husband").
        feminine_nouns: nouns for female relatives and women ("wife").
        masculine_pronouns: pronouns of one man ("his"), which may stand before a relative.
        feminine_pronouns: pronouns of one woman ("her").
        masculine_given_names: common given names of men, casefolded.
        feminine_given_names: common given names of women, casefolded.
        office_leads: pattern of an office with its place, which may stand before its holder's name, up to its
            end ("the mayor of Arle, ").
    """

    suffixes: frozenset[str] = frozenset()
    detachable_prefixes: tuple[str, ...] = ()
    capital_prefixes: tuple[str, ...] = ()
    followers: frozenset[str] = frozenset()
    masculine_nouns: frozenset[str] = frozenset()
    feminine_nouns: frozenset[str] = frozenset()
    masculine_pronouns: frozenset[str] = frozenset()
    feminine_pronouns: frozenset[str] = frozenset()
    masculine_given_names: frozenset[str] = frozenset()
    feminine_given_names: frozenset[str] = frozenset()
    office_leads: re.Pattern[str] = NEVER
