"""English words of a page that speaks to its reader, and of a report that does not."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en import reporting_verbs
from nutgraf.nlp.lang.en.pronouns import FIRST_PERSON_PLURAL, SECOND_PERSON, THIRD_PERSON
from nutgraf.nlp.lang.international.web import CONTACT
from nutgraf.nlp.lang.schema.patterns import alternation, whole_words
from nutgraf.nlp.word_lists import word_set

_IMPERATIVES: Final = word_set(
    """
    read get try join add support stay keep visit learn find discover explore contact write send tell choose
    enable watch listen buy order want like enjoy sign log subscribe donate become start share follow click
    tap download register turn never debate discuss comment give ask browse switch install search help check
    see use manage change unlock continue report call scan let leave take view look compare sponsor
    """
)
_PUBLICATIONS: Final = word_set(
    """
    page site website thread post version content feed article story piece text discussion forum newsletter
    report video gallery essay item entry section programme series card notice stories
    """
)

FIRST_PERSON: Final = re.compile(rf"\b(?:(?i:{alternation(FIRST_PERSON_PLURAL - {'us'})})|us)\b")
"""The outlet speaks of itself. "US" is a country."""

SECOND_PERSON_OR_PLEASE: Final = whole_words(SECOND_PERSON | {"please"})
"""The reader is spoken to."""

SPEECH: Final = whole_words(reporting_verbs.OF_SPEAKERS | {"according to", "i", "my"})
"""Somebody speaks, with or without quotation marks."""

IMPERATIVE: Final = re.compile(rf"(?:^|[.!?…:]\s+){alternation(_IMPERATIVES)}\b", re.IGNORECASE)
"""Something is asked of the reader: a sentence opens with an imperative."""

PERSON: Final = whole_words((THIRD_PERSON - word_set("it its them")) | {"who"})
"""Somebody is spoken of."""

PAST: Final = re.compile(
    rf"\b(?:\w{{3,}}ed|{alternation(word_set('was were had did took went came gave made left saw'))})\b",
    re.IGNORECASE,
)
PRESENT: Final = whole_words(word_set("is are may can will do does has have need must"))

SELF_REFERENCE: Final = re.compile(rf"\bth(?:is|ese)\s{alternation(_PUBLICATIONS)}\b|\bhere\b", re.IGNORECASE)
"""The page speaks of itself as a page."""

REPORTED: Final = whole_words(
    reporting_verbs.OF_REPORTS | {"according to", "has been", "had been", "was", "were"}
)
"""Words of a report that no credit of an author has."""

ADDRESSED: Final = re.compile(
    rf"\b(?:{alternation(FIRST_PERSON_PLURAL | SECOND_PERSON)}|here|newsletter|cookies|all\srights\sreserved"
    r"|this\s(?:site|website|page|article|story|post|material|content|report))\b"
    rf"|^(?:sign\sup|subscribe|download|register|follow|click)\b|{CONTACT}",
    re.IGNORECASE,
)
"""Words of boilerplate without which a line that matches a loose pattern is a sentence of the report."""
