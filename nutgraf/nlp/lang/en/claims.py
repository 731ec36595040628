"""Clauses of English, and words by which one claim is not another."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en import grammar
from nutgraf.nlp.lang.en.calendar import MONTHS, WEEKDAYS
from nutgraf.nlp.lang.en.function_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    FORMS_OF_BE,
    FORMS_OF_HAVE,
    MODALS,
    PREPOSITIONS,
    UNSPECIFIC,
)
from nutgraf.nlp.lang.en.honorifics import RANKS
from nutgraf.nlp.lang.en.pronouns import DEMONSTRATIVES, OBJECTS, POSSESSIVES, SUBJECTS
from nutgraf.nlp.lang.en.reporting_verbs import REPORTING
from nutgraf.nlp.lang.en.synonyms import CONCEPTS, EVENTS, OPPOSITES
from nutgraf.nlp.lang.schema.claims import ClaimTerms
from nutgraf.nlp.lang.schema.patterns import alternation
from nutgraf.nlp.word_lists import word_set

_SUBORDINATORS: Final = (
    "after|before|when|while|because|although|though|whereas|unless|until|since|which|who|whose|where|as"
)
_SOURCES: Final = REPORTING | word_set(
    "say tell adding saying telling reported reports confirmed confirms according believe believed"
)
_REPORTED: Final = alternation(REPORTING | word_set("reported confirmed saying adding telling"))

_FINITE: Final = (
    "was|were|is|are|had|has|have|will|would|could|left|broke|fell|hit|threw|took|made|lost|won|cut|went|came|ran"
    "|got|gave|found|held|met|sent|shot|struck|sank|fled|rose|began|put|led|paid|spent|sold|bought|built|told|saw"
    "|drew|drove|flew|swept|stole|became|grew|brought|kept|spoke|beat"
)
_CLAUSE_BREAK: Final = re.compile(
    rf"""
    (?=[\s,;:.!?–—])
    (?:
        [,;:–—]["”’]?\s+(?:(?:and|but|or|nor|yet|so)\s+)?(?:{_SUBORDINATORS}|that)\s+  # ", and which"
        | [,;]["”’]?\s+(?:and|but|or|nor|yet|so)\s+                                    # ", and"
        | [,–—]["”’]?\s+(?=[a-z]+ing\b)                                                # ", killing"
        | [.!?]["”’]?\s+(?=["“‘]?[A-Z])                                                # not split before
        | \s[–—-]\s | [;:]\s+ | \s\(                                                   # a dash, brackets
        | ,["”’]?\s+(?=(?:[^\s,]+\s+){{0,8}}{_REPORTED}\b[^,]{{0,40}}[.!?]?$)          # ", he said."
        | ,["”’]?\s+(?=(?:{_REPORTED}|according\s+to)\s)
        | (?<![,”"’])\s{_REPORTED}(?:\s+(?:on\s+)?[A-Z]\w+day)?,?\s+(?:that\s+)?       # " said that"
        | \s(?:after|when|while|because|although|though|which|who|whose|where|before)\s+
        | \sas\s+(?=(?:she|he|they|it|we|the|an?)\s)                                     # " as he"
        | (?:\s(?:and|but)|,)\s+(?=(?:{_FINITE}|[a-z]+ed)\b)                          # " and closed"
    )
    """,
    re.VERBOSE,
)

_ROLES: Final = RANKS | word_set("head manager master owner leader founder engineer")
_APPOSITION: Final = re.compile(
    r",\s+(?:\d+,\s+)?(?:(?:the|an?|its|their|his|her|[A-Z]\w+['’]s?)\s"
    rf"|(?:[a-z]+\s)?(?i:{alternation(_ROLES)})\b)"
    r"[^,.;:—“”\"]{0,70}(?=[,.;:—“”\"]|$)"
)

_RELATIONS: Final = word_set(
    """
    mother father wife husband son daughter brother sister widow widower uncle aunt nephew niece cousin
    grandmother grandfather grandson granddaughter stepfather stepmother fiancee fiance girlfriend boyfriend
    friend neighbour neighbor lawyer lawyers attorney solicitor barrister driver owner passenger bodyguard
    parents assistant aide deputy secretary doctor predecessor successor rival landlord tenant
    """
)
_DOUBTS: Final = word_set(
    """
    fear fears feared fearing worry worries worried rumour rumours rumoured rumor rumors rumored doubt doubts
    doubted doubtful whether speculation speculated
    """
)
_CONTRASTS: Final = {
    **dict.fromkeys(word_set("after following"), ("order", "after")),
    "before": ("order", "before"),
    **dict.fromkeys(word_set("all both every each whole entire"), ("share", "all")),
    **dict.fromkeys(word_set("most"), ("share", "most")),
    **dict.fromkeys(word_set("some several few"), ("share", "some")),
}
_PHRASES: Final = {
    ("far", "from"): "not",
    ("anything", "but"): "not",
    ("prior", "to"): "before",
    ("ahead", "of"): "before",
    ("one", "of"): "some",
    ("part", "of"): "some",
    ("at", "all"): "at",
}


def _is_event(word: str) -> bool:
    return word in EVENTS or (word.endswith("ing") or grammar.ends_like_past(word))


CLAIMS: Final = ClaimTerms(
    clause_break=_CLAUSE_BREAK,
    reporting=_SOURCES,
    negations=word_set(
        """
        no not never nobody none neither nor nothing without cannot can't don't doesn't didn't won't wouldn't
        isn't aren't wasn't weren't hasn't haven't hadn't couldn't shouldn't denied denies deny denying
        failed fails fail failing unable refused refuses refusing unlikely false untrue hardly myth hoax
        """
    ),
    denied_concepts={
        **dict.fromkeys(word_set("unhurt uninjured unharmed unscathed"), "injured"),
        **dict.fromkeys(word_set("undamaged"), "damaged"),
        **dict.fromkeys(word_set("uncertain unclear"), "clear"),
    },
    modals=MODALS
    | word_set(
        """
        plans planned planning expected due scheduled set intends intend aims aim hopes hope wants want
        considering proposed proposes suspected alleged allegedly urged demanded demands threatened threatens
        needs need requires require promised promises vowed vows if unless possibly perhaps maybe likely
        tried tries try trying attempted attempts attempting agreed agrees allege alleges alleging
        """
    ),
    infinitive_openings=frozenset((form, "to") for form in FORMS_OF_BE),
    opposites=OPPOSITES,
    passive=re.compile(r"\b(?:was|were|been|being|be|is|are|got)\s+(?:\w+\s+){1,3}?by\b", re.IGNORECASE),
    doubts=_DOUBTS,
    contrasts=_CONTRASTS,
    phrases=_PHRASES,
    copulas=FORMS_OF_BE | FORMS_OF_HAVE,
    mutual=word_set("met meet meets married marry marries merged joined fought played divorced kissed"),
    relation_to=re.compile(
        rf"\b({alternation(_RELATIONS)})\s+(?:of|for|to)\s+(?:(?:the|an?)\s+)?", re.IGNORECASE
    ),
    relation_of=re.compile(
        rf"\b([^\W\d_]+)(?:['’]s|s['’])\s+(?:[a-z]+\s+)?({alternation(_RELATIONS)})\b", re.IGNORECASE
    ),
    roles=_ROLES,
    role_links=word_set("of for the"),
    apposition=_APPOSITION,
    description=re.compile(r"\b(?:the|an?|its|their|his|her)\s[^,.;:—“”\"]{2,50},\s$", re.IGNORECASE),
    concepts=CONCEPTS,
    stem=grammar.stem_of,
    is_event=_is_event,
    empty=UNSPECIFIC
    | AUXILIARIES
    | MODALS
    | CONJUNCTIONS
    | PREPOSITIONS
    | DEMONSTRATIVES
    | SUBJECTS
    | OBJECTS
    | POSSESSIVES
    | REPORTING
    | frozenset(MONTHS)
    | frozenset(WEEKDAYS)
    | word_set(
        """
        say tell adding saying telling reported reports reporting according today yesterday tomorrow tonight
        morning afternoon evening night earlier later late early ago week month year weeks months years day
        days hour hours minute minutes one two three four five six seven eight nine ten eleven twelve dozen
        thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy
        eighty ninety km kilometre kilometres kilometer kilometers metre metres meter meters mile miles
        feet foot hundred thousand million billion first second third least around nearly almost roughly some
        several many few any all both other another mr mrs ms dr sir percent per cent people person if whether
        who whom whose because since until up down out off again further too yet still including following
        """
    ),
)
