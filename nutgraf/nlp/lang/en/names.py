"""Rules of English for named entities and their resolution."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en import honorifics, known_names, pronouns
from nutgraf.nlp.lang.en.datelines import BYLINE, DATELINE
from nutgraf.nlp.lang.en.demonyms import DEMONYMS
from nutgraf.nlp.lang.en.function_words import (
    ARTICLES,
    CONJUNCTIONS,
    FREQUENT,
    INDEFINITE_ARTICLES,
    PREPOSITIONS,
)
from nutgraf.nlp.lang.en.organisation_names import ORGANISATIONS
from nutgraf.nlp.lang.en.person_names import PERSONS
from nutgraf.nlp.lang.en.place_names import PLACES
from nutgraf.nlp.lang.en.possessives import POSSESSIVES
from nutgraf.nlp.lang.schema.names import NameRules
from nutgraf.nlp.lang.schema.person_names import Honorifics

NAMES: Final = NameRules(
    names_are_capitalised=True,
    definite_articles=tuple(f"{word} " for word in sorted(ARTICLES - INDEFINITE_ARTICLES)),
    articles=tuple(f"{word} " for word in sorted(ARTICLES)),
    possessives=POSSESSIVES,
    honorifics=Honorifics(
        addresses=honorifics.ADDRESSES,
        titles=honorifics.TITLES,
        modifiers=honorifics.MODIFIERS,
        origins=honorifics.ORIGINS,
        title_phrases=honorifics.TITLE_PHRASES,
        inner_titles=honorifics.INNER_TITLES,
        masculine=honorifics.ALL_MASCULINE,
        feminine=honorifics.ALL_FEMININE,
        professions=honorifics.PROFESSIONS,
    ),
    persons=PERSONS,
    organisations=ORGANISATIONS,
    places=PLACES,
    demonyms=DEMONYMS,
    occasions=known_names.OCCASIONS,
    common_abbreviations=known_names.COMMON_ABBREVIATIONS,
    synonyms=known_names.SYNONYMS,
    function_words=FREQUENT | PREPOSITIONS | CONJUNCTIONS | pronouns.SUBJECTS | pronouns.POSSESSIVES,
    dateline=DATELINE,
    byline=BYLINE,
)
