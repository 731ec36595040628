"""Words of English by which a number is no actual value, a gain or a loss, or one of several sides' own."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.number_phrases import at_end
from nutgraf.nlp.lang.schema.figure_frames import FigureStatusTerms
from nutgraf.nlp.lang.schema.patterns import alternation, whole_words
from nutgraf.nlp.word_lists import word_set

_KIN: Final = alternation(
    word_set(
        """
        brother sister father mother son daughter wife husband widow widower uncle aunt cousin nephew niece
        grandfather grandmother grandson granddaughter stepfather stepmother stepson stepdaughter partner
        girlfriend boyfriend fiancee friend brothers sisters parents sons daughters children
        """
    )
)
_ORDINAL: Final = r"first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
FIGURE_STATUS: Final = FigureStatusTerms(
    supposed_before={
        "expected": re.compile(
            r"\b(?:analysts?|economists?|experts?|forecasters?|investors?|markets?|traders?|pollsters?)"
            r" (?:\w+ ){0,3}?(?:expect|forecast|predict|project)\w*"
            r"|\b(?:forecasts?|expectations?|consensus|predictions?) (?:of|for|was|were|had been)\b",
            re.IGNORECASE,
        ),
        "planned": re.compile(
            r"\b(?:was|were|had been) (?:originally |first |once )?"
            r"(?:(?:expected|supposed|meant|due|planned|set|intended|scheduled) to|to (?!blame\b))",
            re.IGNORECASE,
        ),
        "demanded": re.compile(
            r"\b(?:demand(?:s|ed|ing)?"
            r"|sought|seek(?:s|ing)?|ask(?:s|ed|ing)? (?:for|the (?:court|judge|jury))"
            r"|call(?:s|ed|ing)? for|wants?|wanted|request(?:s|ed|ing)?|recommend(?:s|ed|ing)?"
            r"|plead(?:s|ed)? for)\b",
            re.IGNORECASE,
        ),
        "possible": re.compile(
            r"\b(?:(?<!the )(?<!a )fac(?:e|es|ed|ing)|risked|risking"
            r"|(?:could|may|might|can) (?:get|face|receive|spend"
            r"|be (?:jailed|sentenced|fined|imprisoned|given))|maximum|punishable|threatened with|liable)\b",
            re.IGNORECASE,
        ),
        "offered": re.compile(
            r"\b(?:offer(?:s|ed|ing)?|bid(?:s|ding)?|propos(?:e|es|ed|ing|al))\b", re.IGNORECASE
        ),
    },
    supposed_behind={
        "expected": re.compile(
            r"\b(?:that|which) (?:[\w’'-]+ ){0,4}(?:expected|forecast|predicted|projected)\b"
            r"|\b(?:expected|forecast|predicted) by\b",
            re.IGNORECASE,
        ),
        "demanded": re.compile(
            r"\b(?:that|which) (?:[\w’'-]+ ){0,4}(?:demanded|sought|requested|wanted|asked for|called for)\b"
            r"|\b(?:demanded|sought|requested) by\b",
            re.IGNORECASE,
        ),
        "offered": re.compile(
            r"\b(?:that|which) (?:[\w’'-]+ ){0,4}(?:offered|bid)\b|\boffered by\b", re.IGNORECASE
        ),
    },
    hypothetical=re.compile(r"\bwould have\b", re.IGNORECASE),
    reward=whole_words(word_set("reward rewards tips tip information clues bounty")),
    denying=re.compile(
        r"\b(?:den(?:y|ies|ied|ying)|dismiss(?:es|ed|ing)|reject(?:s|ed|ing)|refut(?:es|ed|ing)"
        r"|disput(?:es|ed|ing))\b(?! (?:bail|entry|access|charges|guilt|wrongdoing)\b)[^,;:“”\"]*"
        r"\b(?:that|having|claims?|reports?|rumours?|rumors?|allegations?|had|of)\b[^,;:“”\"]*$"
        r"|\b(?:untrue|not true|false|a lie|a myth) that\b[^,;:“”\"]*$",
        re.IGNORECASE,
    ),
    untrue=re.compile(r"[^,;:.“”\"]*\b(?:is|are|was|were) (?:untrue|not true|false|a lie)\b", re.IGNORECASE),
    gain=whole_words(word_set("profit profits earned earnings surplus surpluses gain gains")),
    loss=whole_words(word_set("loss losses lost deficit deficits shortfall")),
    ordinal=re.compile(
        rf"\W*(?:the |an? |his |her |its |their )?({_ORDINAL})\s+"
        r"(?!(?:quarter|half|time|times|reports?|of|years?|months?|weeks?|days?|hours?|minutes?|nights?)\b)[a-z]",
        re.IGNORECASE,
    ),
    kin=re.compile(
        rf"\W*(?:his|her|their|its|(?:[\w-]+ ){{0,2}}[\w-]+[’']s?) (?:\w+ )?({_KIN})\b", re.IGNORECASE
    ),
    sides=(
        whole_words(
            word_set(
                """
                gunman gunmen attacker attackers shooter shooters assailant assailants suspect suspects robber
                robbers kidnapper kidnappers rioter rioters protester protesters demonstrators militants
                rebels insurgents thief thieves
                """
            )
        ),
        whole_words(
            word_set(
                "police officer officers policeman policemen soldiers troops army guards deputies marines"
            )
        ),
    ),
    finding=re.compile(
        r"\s(?:\w+ )?(?:found|recovered|counted|discovered|identified|believe)\b", re.IGNORECASE
    ),
    falling=at_end(
        r"\b(?:fell|falls?|falling|fallen|plung(?:ed|es|ing|e)|dropped|jumped|leapt|leaped|tumbled)"
        r"(?: (?:from|off|down|by|of|an?|the|height|roof|ladder|cliff|balcony|about|some|over|nearly|almost"
        r"|around|roughly|more|than|at|least|up|to))*"
    ),
    measured=re.compile(
        r"\W*(?i:the|an?|its|his|her|their|this|that) (?:[a-z-]+ ){0,2}?([a-z-]+)"
        r" (?=of\b|(?:(?:in|at|near|on|off) (?:the )?[A-Z][\w-]+ )?(?:is|was|are|were|measure[sd]?)\b)"
    ),
    place_before=at_end(
        r"\b(?:in|near|at|off|outside|around)(?: the (?:city|town|village|district|port|suburb) of)?"
    ),
)
