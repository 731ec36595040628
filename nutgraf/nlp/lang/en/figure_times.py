"""Words of English by which a number is of another event, of another time, or of what is expected."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.schema.figure_frames import FigureTimeTerms
from nutgraf.nlp.lang.schema.patterns import whole_words
from nutgraf.nlp.word_lists import word_set

_EVENTS: Final = (
    r"(?:accidents?|crash(?:es)?|collisions?|fires?|blazes?|attacks?|bombings?|shootings?|floods?|storms?"
    r"|earthquakes?|quakes?|disasters?|incidents?|explosions?|blasts?|derailments?|avalanches?|outbreaks?"
    r"|strikes?|marches|march|protests?|rall(?:y|ies)|hurricanes?|massacres?|tragedy|tragedies|sinkings?"
    r"|landslides?|eruptions?|wildfires?|heatwaves?|events?|recalls?|rounds?|walkouts?|demonstrations?)"
)
_ORDINALS: Final = {
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "1": "1",
    "2": "2",
    "3": "3",
    "4": "4",
}

_FORECAST: Final = word_set(
    """
    expect expects expected expecting forecast forecasts predicted predicts projected projects projection will
    would could may might plans planned aims target targets outlook sees guidance
    """
)
FIGURE_TIMES: Final = FigureTimeTerms(
    other_event=re.compile(
        rf"\b(?:similar|previous|earlier|past|another|separate|other|last (?:such|fatal|major|big)"
        rf"|unrelated"
        rf"|last (?:year|month|week|spring|summer|autumn|winter)[’']s|(?:that"
        rf"|the) year[’']s) (?:\w+ ){{0,2}}{_EVENTS}\b"
        rf"|\bat the last {_EVENTS}\b|\blast (?:spring|summer|autumn|winter)\b|\bin (?:spring|summer"
        rf"|autumn|winter)\b(?=.*\bhad\b)"
        r"|\b(?:an?|one|two|three|four|five|ten|\d+|several|some) (?:days?|weeks?|months?|years?|decades?)"
        r" (?:before|earlier|previously|prior)\b"
        r"|\b(?:in|over|during) (?:recent|previous|earlier|past) (?:days|weeks|months|years|decades)\b"
        r"|\bhistor(?:y|ic)\b",
        re.IGNORECASE,
    ),
    former_period=re.compile(
        r"\b(?:(?:a|one|two|three) (?:year|quarter|month)s? (?:earlier|ago|before)"
        r"|(?:the )?same (?:period|quarter|month|time)"
        r"|last (?:year|quarter|month|season|time)(?![’'])|(?:the )?(?:previous|prior|preceding"
        r"|earlier) (?:year|quarter|month"
        r"|season|period|election|round)|(?:the )?(?:year|quarter|month|season) (?:earlier|before"
        r"|ago)|predecessor"
        r"|had (?:already )?(?:cut|laid|closed|sold|shed|made|paid|raised))\b",
        re.IGNORECASE,
    ),
    compared=re.compile(r"\bthan (?:the|its|their|his|her|last year[’']s)\s+$", re.IGNORECASE),
    period=re.compile(
        r"\b(first|second|third|fourth)[- ](?:fiscal )?quarter\b|\b[qQ]([1-4])\b|\b(first"
        r"|second)[- ](?:half|stage|phase|round|leg)\b"
    ),
    periods=_ORDINALS,
    to_date=re.compile(
        r"\bso far this (?:year|month|season|decade)\b|\b(?:in|over|during|for) the (?:past"
        r"|last) (?:\w+ )?(?:days|weeks"
        r"|months|years|decade|century|year|month|decades)\b|\bsince (?:\d{4}|the \d{4}s)\b"
        r"|\bto date\b|\bevery year\b"
        r"|\bsince (?:it|they|he|she|the|its|their)\b|\b(?:that|in the same) year\b|\b(?:a"
        r"|each) year\b(?!\s*$| (?:after|before|earlier|later|ago))|\bannually\b",
        re.IGNORECASE,
    ),
    forecast_words=_FORECAST,
    forecast=whole_words(_FORECAST | {"due to", "set to", "is to", "are to", "was to"}),
    needed=whole_words(
        word_set(
            "needed required needs requires need limit threshold hurdle minimum maximum allowed capacity"
        )
    ),
    actual=whole_words(
        word_set(
            "posted reported earned made was were rose fell grew dropped totalled reached paid lost shed cost"
        )
    ),
)
