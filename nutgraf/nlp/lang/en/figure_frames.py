"""Words of English that say which quantity of which event a number belongs to."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.figure_measures import FIGURE_MEASURES
from nutgraf.nlp.lang.en.figure_parts import FIGURE_PARTS
from nutgraf.nlp.lang.en.figure_status import FIGURE_STATUS
from nutgraf.nlp.lang.en.figure_times import FIGURE_TIMES
from nutgraf.nlp.lang.en.number_phrases import BOUNDING
from nutgraf.nlp.lang.en.reporting_verbs import REPORTING
from nutgraf.nlp.lang.schema.figure_frames import FigureFrameTerms
from nutgraf.nlp.lang.schema.patterns import alternation, whole_words
from nutgraf.nlp.word_lists import word_set

_OTHER_NOUNS: Final = {
    "boy": "toddler",
    "child": "baby infant kid",
    "man": "gunman",
    "driver": "motorist",
    "pilot": "captain skipper",
    "suspect": "attacker defendant accused",
    "student": "pupil",
    "teenager": "teen youth",
    "player": "striker midfielder defender goalkeeper playmaker winger",
    "actor": "actress",
    "hiker": "climber",
    "fisher": "fisherman",
}
_PERSON_NOUNS: Final = word_set(
    """
    boy girl child man woman driver pilot suspect son daughter mother father brother sister husband wife
    student
    teenager victim grandmother grandfather player keeper teacher officer patient passenger nurse worker guard
    singer actor hiker veteran mayor fisher farmer
    """
)
_COUNTED_AS: Final = {
    word: noun
    for noun, words in {
        "shops": "stores branches outlets supermarkets",
        "signatures": "names signatories",
        "fans": "supporters",
        "jobs": "redundancies posts positions",
        "homes": "households houses properties",
        "phones": "devices handsets smartphones",
        "workers": "employees staff staffers",
        "students": "pupils schoolchildren",
        "cases": "infections",
        "shots": "bullets rounds gunshots",
        "trucks": "lorries",
        "planes": "aircraft jets airliners",
        "ships": "vessels boats",
        "protesters": "demonstrators marchers",
        "deputies": "lawmakers legislators mps",
        "soldiers": "troops",
    }.items()
    for word in words.split()
}
_SAYING: Final = alternation(
    REPORTING - word_set("added adds")
    | word_set("put puts estimated estimates counted counts spoke speaks say tell asked asks wants")
)
FIGURE_FRAMES: Final = FigureFrameTerms(
    bounding=re.compile(rf"\b{BOUNDING}$", re.IGNORECASE),
    clause_break=re.compile(
        r"[;:\[\]“”\"]|\s[—–-]\s|—|,?\s(?:while|whereas|but|although|though|which|who|whom|whose"
        r"|where|because|since"
        r"|before|against|compared|when|after|as(?= (?:the|he|she|it|they|an?|its|their|police)\b))\s",
        re.IGNORECASE,
    ),
    listing=re.compile(r"(?<!\d),|,(?!\d)|;|\b(?:and|or)\b"),
    relative=whole_words(("which", "who", "whom", "whose")),
    subordinate=whole_words(("which", "who", "whom", "whose", "when", "where")),
    attribution=re.compile(rf"[’']?s?,?\s(?:\w+\s)?{_SAYING}\b", re.IGNORECASE),
    attribution_before=re.compile(
        rf"\b(?:{_SAYING}|according to|by|than|unlike|versus|compared with"
        rf"|compared to)\s(?:[\w’']+\s){{0,4}}$",
        re.IGNORECASE,
    ),
    person_nouns={noun: noun for noun in _PERSON_NOUNS}
    | {word: noun for noun, words in _OTHER_NOUNS.items() for word in words.split()},
    counted_as=_COUNTED_AS,
    parts=FIGURE_PARTS,
    times=FIGURE_TIMES,
    measures=FIGURE_MEASURES,
    status=FIGURE_STATUS,
)
