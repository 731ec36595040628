"""Words of English around a figure: what dates it, what compares it, and what names it."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.schema.stories import EventDateTerms, FigureContextTerms, FigureLabelTerms
from nutgraf.nlp.word_lists import word_set

EVENT_DATES: Final = EventDateTerms(
    not_event_time=re.compile(
        r"\b(?:since|until|till|before|after|than|built|born|formed|founded|opened|elected|erected|launched"
        r"|made|introduced|established)\s+(?:(?:back|as|early|late|in|on|of|the)\s+){0,2}$",
        re.IGNORECASE,
    ),
    up_to_now=re.compile(r"\b(?:has|have)\b", re.IGNORECASE),
)

CONTEXT: Final = FigureContextTerms(
    former_value=re.compile(
        r"\b(?:from|than the|earlier|previous\w*|up on|down on)\s+(?:\w+\s+)?$", re.IGNORECASE
    ),
    change=re.compile(
        r"\b(?:rose|risen|rises|rising|fell|fallen|climbed|jumped|up|down|grew|increased|revised|raised"
        r"|cut)\b",
        re.IGNORECASE,
    ),
    attribution=word_set("said says according told added reported estimate estimated"),
    plural_endings=("s",),
)

_NOT_FIRST: Final = word_set(
    """
    a an the and or of for to in on at by with from its their his her this these after before behind through
    since until during as when more other
    """
)
_ONLY_NOT_LAST: Final = word_set(
    """
    about around some nearly roughly least most more less than over under up down as into within is are was
    were be been being has have had will would could next last past only just all
    """
)

LABELS: Final = FigureLabelTerms(
    clause_words=re.compile(r"\b(?:that|which|who|whose|when|while|but|because|said)\b"),
    percentage=re.compile(r"\b\d[\d.,]*\s*(?:%|per ?cent\b)"),
    stating_verb=re.compile(
        r"\bputs?\s+(?=(?:the|an?|its|his|her|their)\s|[\w-]+[’']s\s|\w+s[’']\s)", re.IGNORECASE
    ),
    rate=re.compile(r"\s*(?:a|an|per|each|every) (?:year|month|week|day|hour|minute)\b"),
    not_first=_NOT_FIRST,
    not_last=_NOT_FIRST | _ONLY_NOT_LAST,
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
