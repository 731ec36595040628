"""Words of English by which a number is a change or a level, a rate or a total, steady or growing."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.developing_counts import COLLECTED, DEVELOPING, GROWING
from nutgraf.nlp.lang.en.number_phrases import at_end, at_start
from nutgraf.nlp.lang.schema.figure_frames import FigureMeasureTerms
from nutgraf.nlp.lang.schema.patterns import alternation
from nutgraf.nlp.word_lists import word_set

_RISE: Final = (
    r"\b(?:rose|risen|rises?|rising|up|increas(?:ed|es|ing)|climb(?:ed|s|ing)|grew|grown|grows?"
    r"|growing|gain(?:ed|s|ing)"
    r"|jump(?:ed|s|ing)|surg(?:ed|es|ing)|soar(?:ed|s|ing)|add(?:ed|s|ing)|advanced)(?:\s+by)?"
    r"|\b(?:rise|increase|gain|growth|jump|surge|climb)\s+of"
)
_FALL: Final = (
    r"\b(?:fell|fallen|falls?|falling|down|declin(?:ed|es|ing)|drop(?:ped|s|ping)|slid|slides?"
    r"|slump(?:ed|s|ing)"
    r"|plung(?:ed|es|ing)|tumbl(?:ed|es|ing)|sank|sinks?|shrank|shrunk|decreas(?:ed|es|ing)"
    r")(?:\s+by)?|\b(?:fall|drop|decline|decrease|slump|plunge)\s+of"
    r"|\b(?:cut|slash|reduc|lower|shorten|halv)\w* (?:\w+ ){0,4}by"
)
_RATE_UNITS: Final = {
    word: unit
    for unit, words in {
        "hour": "hour hourly hours",
        "day": "day daily night",
        "week": "week weekly",
        "month": "month monthly",
        "year": "year yearly annual annually annum",
        "share": "share",
        "barrel": "barrel",
        "tonne": "tonne ton",
        "ounce": "ounce",
        "litre": "litre liter gallon",
        "person": "person head capita customer passenger patient child pupil visitor guest employee worker",
        "household": "household home family",
        "piece": "piece unit copy item ticket seat bottle pack",
        "distance": "kilometre kilometer mile km",
        "match": "match game season",
    }.items()
    for word in words.split()
}
_RATE: Final = alternation(_RATE_UNITS)
FIGURE_MEASURES: Final = FigureMeasureTerms(
    rise_before=at_end(_RISE),
    fall_before=at_end(_FALL),
    by_before=at_end(r"\bby"),
    rise_behind=at_start(
        r"(?:higher|increase|rise|growth|gain|jump|surge|more than (?:last|a|the)"
        r"|up\b(?! to)|hike)"
    ),
    fall_behind=at_start(
        r"(?:lower|decrease|fall\b|drop|decline|less than (?:last|a|the)|fewer|slump"
        r"|plunge|cheaper|down\b|(?:less|fewer) (?:likely|often)|fewer)"
    ),
    level_before=at_end(
        r"\b(?:to|at|was|were|is|are|reach(?:ed|es|ing)?|totall?(?:ed|ing)|stood at|stands? at"
        r"|stayed at|hit|ha[sd]|total of"
        r"|comes? to|came to)"
    ),
    rate_behind=re.compile(
        rf"\s*[-‐]?(?:an?|per|each|every)[-\s]({_RATE})s?\b(?! (?:after|before|earlier|later|ago"
        rf"|long))",
        re.IGNORECASE,
    ),
    rate_before=re.compile(
        r"\b(hourly|daily|weekly|monthly|yearly|annual)\s+(?:[\w'’-]+\s+){0,4}(?:of\s+)?"
        r"$",
        re.IGNORECASE,
    ),
    rate_units=_RATE_UNITS,
    market=re.compile(
        r"\b(?:(?<!a )(?<!per )shares?|stocks?|bourse"
        r"|(?:on|at) the exchange|index|traded?|trading|bitcoin|barrel|exchange rate|futures|bonds?"
        r"|yields?|currency|crude"
        r"|brent|spot price|market value|gold)\b",
        re.IGNORECASE,
    ),
    poll=re.compile(
        r"\b(?:polls?|survey(?:ed)?|pollsters?|approval|respondents|exit poll"
        r"|projections?)\b",
        re.IGNORECASE,
    ),
    developing=DEVELOPING,
    growing=GROWING,
    collected=COLLECTED,
    dimensions={
        word: noun
        for noun, words in {
            "weight": "weigh weighs weighed weighing weight heavy heavier heaviest",
            "height": "high height tall higher taller",
            "depth": "deep depth deeper",
            "width": "wide width broad wider",
            "length": "long length longer",
            "distance": "distance away far",
            "speed": "speed speeds mph knots fast",
            "price": "price prices priced cost costs costing worth",
            "turnout": "turnout attended attendance crowd marched marchers demonstrators protesters",
            "revenue": "revenue revenues sales turnover",
            "profit": "profit profits earnings earned",
            "loss": "loss losses",
            "jobs": "jobs redundancies layoffs",
            "population": "population inhabitants residents",
            "fine": "fine fined fines penalty",
            "dividend": "dividend dividends payout",
            "pay": "wage wages salary salaries earn earns earning pay pays paycheck",
            "contract": "contract contracts",
            "closure": "closure closures close closing shut shuts shutting shutter shuttered",
            "deficit": "deficit deficits shortfall",
            "gust": "gust gusts gusting wind winds",
            "queue": "queue queues queued queuing queueing line lined wait waited waiting",
            "sentence": "sentence sentenced jail jailed prison imprisonment imprisoned",
            "lawsuit": "lawsuit lawsuits suit sue sued suing plaintiffs claim claims",
            "petition": "petition petitions signatures signed signatories letter",
            "study": "study studied participants",
            "haul": "loot haul stolen stole robbery heist",
            "trial": "trial hearing hearings court",
        }.items()
        for word in words.split()
    },
    physical=word_set("weight height depth width length distance speed"),
    generic=word_set("price distance length"),
    of_each=word_set(
        """
        price distance length weight height depth width speed revenue profit loss population turnout jobs
        """
    ),
    closing=re.compile(
        r"\b(?:closed|closing|ended|ending|finished|finishing)\b"
        r"(?! (?:\w+ ){0,3}(?:shops?|stores?|branches)\b)",
        re.IGNORECASE,
    ),
    opposites=tuple(
        frozenset(pair.split())
        for pair in (
            "current former",
            "new old",
            "male female",
            "smaller larger",
            "northern southern",
            "eastern western",
            "minimum maximum",
            "lowest highest",
            "gross net",
            "domestic foreign",
            "upper lower",
            "morning evening",
            "without restored",
            "without reconnected",
            "lost restored",
            "cut restored",
            "failed restored",
            "failed reconnected",
            "affected repaired",
            "affected fixed",
            "failed repaired",
            "failed fixed",
            "stolen recovered",
            "stolen found",
            "taken recovered",
            "taken found",
            "sold returned",
            "opened closed",
            "hired dismissed",
            "infected recovered",
            "against favour",
            "against majority",
            "cancelled rebooked",
        )
    ),
)
