"""Words of English around a figure: what dates it and what compares it."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.event_forms import forms_of
from nutgraf.nlp.lang.en.reporting_verbs import REPORTING
from nutgraf.nlp.lang.schema.patterns import whole_words
from nutgraf.nlp.lang.schema.stories import EventDateTerms, FigureContextTerms
from nutgraf.nlp.word_lists import word_set

EVENT_DATES: Final = EventDateTerms(
    not_event_time=re.compile(
        r"\b(?:by|since|until|till|before|after|than|built|born|formed|founded|opened|elected|erected|launched"
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
