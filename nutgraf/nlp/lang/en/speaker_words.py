"""Function words around a reporting verb and its subject in English, lower case."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en import honorifics, pronouns
from nutgraf.nlp.lang.en.calendar import MONTHS, WEEKDAYS
from nutgraf.nlp.lang.en.function_words import ARTICLES, CONJUNCTIONS, INDEFINITE_ARTICLES, PREPOSITIONS
from nutgraf.nlp.lang.schema.quotations import SpeakerWords
from nutgraf.nlp.word_lists import word_set

_RELATIVE_PRONOUNS: Final = word_set("who")
_QUANTIFIERS: Final = word_set("one another some many most several")
_MONTH_NAMES: Final = frozenset({number: name for name, number in reversed(MONTHS.items())}.values())
"""Names of the months in full: "Jan" and "Mar" are names of persons too."""

NOT_NAMES: Final = (
    honorifics.COMMON_TITLES
    | ARTICLES
    | CONJUNCTIONS
    | pronouns.SUBJECTS
    | pronouns.POSSESSIVES
    | pronouns.DEMONSTRATIVES
    | _QUANTIFIERS
    | frozenset(WEEKDAYS)
    | _MONTH_NAMES
    | word_set(
        """
        prime officials police both there here what who why how when while as if then since because although
        though despite after before in on at for according meanwhile however also instead still now today
        yesterday earlier later no not additionally asked
        """
    )
)
"""Words with a capital that are no part of a speaker's name: titles, and words that open a sentence."""

SPEAKER_WORDS: Final = SpeakerWords(
    pronouns=pronouns.SUBJECTS | _RELATIVE_PRONOUNS,
    person_pronouns={"he": honorifics.FEMININE, "she": honorifics.MASCULINE},
    relative_pronouns=_RELATIVE_PRONOUNS,
    thing_pronouns=word_set("it"),
    plural_pronouns=word_set("they"),
    third_persons={"he": word_set("he him his himself"), "she": word_set("she her hers herself")},
    joint=word_set("joint jointly together"),
    infinitive_openings=word_set("to will would can could may might must shall should did do does not"),
    first_persons=pronouns.FIRST_PERSON,
    possessives=pronouns.POSSESSIVES,
    definite_articles=ARTICLES - INDEFINITE_ARTICLES,
    articles=ARTICLES,
    determiners=ARTICLES | pronouns.POSSESSIVES | _QUANTIFIERS,
    # "that" before a verb is a relative pronoun more often than a determiner.
    noun_determiners=ARTICLES
    | pronouns.POSSESSIVES
    | (pronouns.DEMONSTRATIVES - {"that"})
    | word_set("some many any no such"),
    prepositions=PREPOSITIONS | word_set("inside outside within without across around beside besides"),
    title_prepositions=word_set("of"),
    conjunctions=word_set("and but"),
    joining=word_set("and &"),
    clause_openings=word_set(
        "that when because while as if whether although though where so than or nor but what how why which"
    ),
    participle_openings=word_set("before after while by"),
    absolute_openings=word_set("with"),
    agent_prepositions=word_set("by"),
    complement_markers=word_set("as"),
    passive_auxiliaries=word_set("is are was were be been being"),
    between=frozenset(WEEKDAYS)
    | word_set(
        """
        has had have was did does is are also later then once again recently repeatedly simply just previously
        earlier today yesterday reportedly publicly still even already further only often always never himself
        herself on this week last month in an a separate interview statement
        """
    ),
    verb_openings=word_set("also later then"),
    adverb_endings=("ly",),
    not_adverbs=word_set("family ally assembly bully reply supply monopoly butterfly anomaly italy july"),
    continuing=word_set("also further again"),
    source_phrases=(
        ("according", "to"),
        ("in", "the", "words", "of"),
        ("in", "the", "view", "of"),
        ("in", "the", "opinion", "of"),
    ),
    negations=word_set(
        """
        not never cannot didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't can't refused
        refuses refusing declined declines declining
        """
    ),
    restricting=word_set("only just merely simply"),
    denied_openings=word_set("having ever that"),
    object_relatives=word_set("whom"),
    grounds=word_set("over for about against at to on"),
    relative_clause=re.compile(r"\s*,\s+(?:who|which|whose|where|whom|[a-z]+ing)\b"),
)
