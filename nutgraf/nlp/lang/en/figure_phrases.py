"""Words of English around a figure: what dates it, what compares it, and what names it."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.event_forms import forms_of
from nutgraf.nlp.lang.en.function_words import ARTICLES, AUXILIARIES, CONJUNCTIONS, MODALS, PREPOSITIONS
from nutgraf.nlp.lang.en.pronouns import DEMONSTRATIVES, POSSESSIVES
from nutgraf.nlp.lang.en.reporting_verbs import REPORTING
from nutgraf.nlp.lang.schema.patterns import whole_words
from nutgraf.nlp.lang.schema.stories import EventDateTerms, FigureContextTerms, FigureLabelTerms
from nutgraf.nlp.word_lists import word_set

EVENT_DATES: Final = EventDateTerms(
    not_event_time=re.compile(
        r"\b(?:since|until|till|before|after|than|built|born|formed|founded|opened|elected|erected|launched"
        r"|made|introduced|established)\s+(?:(?:back|as|early|late|in|on|of|the)\s+){0,2}$",
        re.IGNORECASE,
    ),
    dated_clause=re.compile(r",?\s*(?:when|in which|as)\b", re.IGNORECASE),
    up_to_now=whole_words(("has", "have")),
)

_CHANGES: Final = forms_of("risen", "fallen", "grown", "raised", "cut") | word_set("up down revised")

CONTEXT: Final = FigureContextTerms(
    former_value=re.compile(
        r"\b(?:from|than the|earlier|previous\w*|up on|down on)\s+(?:\w+\s+)?$", re.IGNORECASE
    ),
    change=whole_words(_CHANGES),
    attribution=REPORTING | word_set("according reported estimate estimated"),
    plural_endings=("s",),
)

# "per" stays: "per share in cash".
_NOT_FIRST: Final = (
    ARTICLES
    | CONJUNCTIONS
    | PREPOSITIONS
    | DEMONSTRATIVES
    | POSSESSIVES
    | word_set("as more other since until when")
) - {"per"}
_NOT_LAST: Final = (
    _NOT_FIRST
    | AUXILIARIES
    | MODALS
    | word_set("around some nearly roughly least most less up down within next last past only just all")
)

LABELS: Final = FigureLabelTerms(
    clause_words=re.compile(r"\b(?:that|which|who|whose|when|while|but|because|said)\b"),
    percentage=re.compile(r"\b\d[\d.,]*\s*(?:%|per ?cent\b)"),
    stating_verb=re.compile(
        r"\bputs?\s+(?=(?:the|an?|its|his|her|their)\s|[\w-]+[’']s\s|\w+s[’']\s)", re.IGNORECASE
    ),
    rate=re.compile(r"\s*(?:a|an|per|each|every) (?:year|month|week|day|hour|minute)\b"),
    not_first=_NOT_FIRST,
    not_last=_NOT_LAST,
    dimensions={
        "length": "distance",
        "area": "area",
        "speed": "speed",
        "mass": "weight",
        "time": "duration",
        "months": "duration",
        "volume": "volume",
    },
)
