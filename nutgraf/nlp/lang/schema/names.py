"""Rules of a language for named entities and their resolution."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from nutgraf.nlp.lang.schema.organisation_names import OrganisationNames
from nutgraf.nlp.lang.schema.patterns import NEVER
from nutgraf.nlp.lang.schema.person_names import Honorifics, PersonNames
from nutgraf.nlp.lang.schema.place_names import PlaceNames
from nutgraf.nlp.lang.schema.possessives import Possessives


@dataclass(frozen=True, eq=False, slots=True)
class Demonyms:
    """Words for the members of a nation, a people, a religion or a party (NORP), casefolded.

    Attributes:
        words: single words in every form, singular and plural ("french", "ukrainian", "ukrainians").
        phrases: demonyms of several words ("costa rican", "new yorkers").
        prefixes: words that, before one of ``words``, make another demonym ("south", "anglo").
        plural_endings: endings that make a plural of a demonym ("s").
    """

    words: frozenset[str] = frozenset()
    phrases: frozenset[str] = frozenset()
    prefixes: frozenset[str] = frozenset()
    plural_endings: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class NameRules:
    """Word lists and rules for names; the empty object stands for a language that has none of them.

    Attributes:
        names_are_capitalised: whether every name has a capital, so that a mention without a capital or a
            digit is an error of the tagger and is left out.
        definite_articles: articles that may stand before a name without being part of it, casefolded, with
            the space behind them where there is one ("the ").
        articles: all articles, in the same form ("the ", "a ", "an ").
        possessives: possessive forms of names.
        honorifics: words before a person's name.
        persons: parts of persons' names.
        organisations: parts of organisations' names.
        places: names of places.
        demonyms: words for nationalities, peoples and religions.
        occasions: last words of the names of events, treaties and prizes, casefolded ("olympics", "accord"),
            which are no organisations.
        common_abbreviations: abbreviations of common nouns, and common nouns with a capital, as written, that
            name nothing ("NGO", "CEO").
        synonyms: other names of a thing by its full name, normalized ("united kingdom": "uk", "britain").
        function_words: articles, prepositions, pronouns and conjunctions, casefolded: none of them is a name.
        dateline: pattern of a dateline at the beginning of a line, with the groups "place" and "agency".
        byline: pattern of a line that names who wrote the report, with the group "byline".
    """

    names_are_capitalised: bool = False
    definite_articles: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    possessives: Possessives = field(default_factory=Possessives)
    honorifics: Honorifics = field(default_factory=Honorifics)
    persons: PersonNames = field(default_factory=PersonNames)
    organisations: OrganisationNames = field(default_factory=OrganisationNames)
    places: PlaceNames = field(default_factory=PlaceNames)
    demonyms: Demonyms = field(default_factory=Demonyms)
    occasions: frozenset[str] = frozenset()
    common_abbreviations: frozenset[str] = frozenset()
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    function_words: frozenset[str] = frozenset()
    dateline: re.Pattern[str] = NEVER
    byline: re.Pattern[str] = NEVER
