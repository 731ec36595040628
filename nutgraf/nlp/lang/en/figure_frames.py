"""Words of English that say which quantity of which event a number belongs to."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.reporting_verbs import REPORTING
from nutgraf.nlp.lang.schema.figure_frames import (
    FigureFrameTerms,
    FigureMeasureTerms,
    FigurePartTerms,
    FigureTimeTerms,
)
from nutgraf.nlp.lang.schema.patterns import alternation, whole_words
from nutgraf.nlp.word_lists import word_set

_ABOUT: Final = (
    r"(?:(?:about|around|some|roughly|nearly|almost|approximately|an estimated|at least|at most|more than"
    r"|less than|fewer than|over|under|up to|only|just|as (?:many|much) as|another|a further|the|a|an)\s+)*"
)
_NUMBER_WORDS: Final = alternation(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds".split()
)
_EVENTS: Final = (
    r"(?:accidents?|crash(?:es)?|collisions?|fires?|blazes?|attacks?|bombings?|shootings?|floods?|storms?"
    r"|earthquakes?|quakes?|disasters?|incidents?|explosions?|blasts?|derailments?|avalanches?|outbreaks?"
    r"|strikes?|marches|march|protests?|rall(?:y|ies)|hurricanes?|massacres?|tragedy|tragedies|sinkings?"
    r"|landslides?|eruptions?|wildfires?|heatwaves?|events?|recalls?|rounds?|walkouts?|demonstrations?)"
)


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})\s*{_ABOUT}$", re.IGNORECASE)


def _behind(words: str) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{words})", re.IGNORECASE)


_MISTAKEN: Final = (
        r"\b(?:earlier|initial|first|previous|original|initially|mistaken|wrong|incorrect) (?:\w+ )?(?:reports?|figures?"
        r"|counts?|estimates?|tolls?|statements?|numbers?|tally|age|value|total|forecasts?|targets?|guidance|prices?|offers?|bids?|plans?) (?:\w+ )?(?:of|that|said|was|had been)"
        r"|\bhad (?:earlier |first |initially |previously |originally |mistakenly |wrongly )?"
        r"(?:said|put|reported|given|stated|announced|spoken)(?: (?:he|she|it|they|that|there|was|were|is|of|had|been"
        r"|as|at))*"
        r"|\b(?:earlier|first|initially|previously|originally|mistakenly|wrongly) (?:said|put|reported|given|stated|announced"
        r"|told)(?: (?:he|she|it|they|that|there|was|were|is|of|had|been|as|at))*"
        r"|\bcorrect(?:ed|ing) (?:a|an|its|the|their) (?:\w+ )?(?:figure|number|count|age|value|estimate|total|report|statement|toll|claim) (?:of|from|that|given)"
)
_PARTS: Final = FigurePartTerms(
    partitive=re.compile(
        r"\bof (?:whom|them|those|these|which|the (?:dead|injured|wounded|victims|hurt|missing|killed|others))\b",
        re.IGNORECASE,
    ),
    opens_clause=_before(r"^|[,;:(—–“\"]|\b(?:and|but|with|while|where|of whom|of which)"),
    partitive_before=_before(r"\bof (?:whom|them|those|these|which|the (?:dead|injured|wounded|victims)),?"),
    listed=_before(r"\b(?:including|among them|among whom|of them|not counting)"),
    additional=_behind(r"(?:\w+\s+)?(?:more|others?|further)\b"),
    additional_before=re.compile(r"\b(?:another|a further|an additional|further)\s+(?:about\s+)?$", re.IGNORECASE),
    additional_within=whole_words(("other", "others", "more", "additional", "further")),
    whole=re.compile(
        rf"(?:\d|%|\b{_NUMBER_WORDS}|\b(?:most|none|all|half|some|many|few|several|part|third|quarter|percent"
        r"|cent|each|any|neither|both|either))\s+(?:\w+\s+)?(?:out\s+)?of\s+(?:(?:the|its|their|his|her|all|some|about"
        r"|nearly|more than|over)\s+)*$",
        re.IGNORECASE,
    ),
    single_place=re.compile(
        r"\b(?:alone|(?:at|in|by|to) (?:one|another|a single) (?:\w+ )?(?:hospital|clinic|site|village|town|school|house"
        r"|ward|camp|place|shop|plant|station)|(?:its|their|the) (?:\w+ )?(?:ward|clinic|unit))\b",
        re.IGNORECASE,
    ),
    exception=_before(r"\b(?:all|everyone|everybody) (?:but|except|bar)(?: for)?|\ball apart from"),
    version=re.compile(
        r"\b(?:updates?|versions?|releases?|firmware|patch|build|ios|android|windows|os|software|v)\s*$",
        re.IGNORECASE,
    ),
    rival=re.compile(r"\b(?:while|whereas|but|although|though|and)\b|[;.]", re.IGNORECASE),
    rival_source=_before(
        r"\b(?:(?:put|puts|gave|gives|set|sets) (?:it|(?:the|its|their|that) (?:\w+ )?\w+) (?:at|as)|(?:spoke|speaks|speaking)"
        r" of|(?:said|says|say|claim(?:ed|s)?|counted|counts|estimat(?:ed|es)|reported|reports)(?: that)?(?: there (?:were|had been))?"
        r"(?: it was| it were)?)"
    ),
    denied=_before(r"(?<!if )(?<!whether or )\bnot|\brather than|\binstead of"),
    denied_number=re.compile(
        rf"(?:(?<!if )\b(?:not|rather than|instead of)|{_MISTAKEN})\s+{_ABOUT}(\d[\d.,]*\d|\d|[a-z]+)\b", re.IGNORECASE
    ),
    mistaken=_before(_MISTAKEN),
    correction=re.compile(
        r"\b(?:correct(?:ing|ed)|as (?:was |had been )?(?:first|earlier|initially|previously|originally)"
        r" (?:reported|said|stated|thought|announced|given|believed)|revis(?:ed|es|ing) (?:its|the|their|his|her|an?"
        r"|down|up|that)|mistakenly|in error|wrongly|misstated|typing error|miscounted|counted twice)\b",
        re.IGNORECASE,
    ),
    money_toll=re.compile(
        r"\b(?:bridge|road|tunnel|motorway|highway|turnpike|expressway|lorry|truck|car|congestion|canal|ferry|toll)"
        r"(?:[’']s)? tolls?\b|\btolls? (?:for|on|of) (?:the |a )?(?:\w+ )?(?:bridge|road|tunnel|motorway|highway|cars?|lorries"
        r"|trucks?|vehicles?)\b|\btoll (?:roads?|booths?|bridges?|plazas?|fees?)\b",
        re.IGNORECASE,
    ),
)

_ORDINALS: Final = {"first": "1", "second": "2", "third": "3", "fourth": "4", "1": "1", "2": "2", "3": "3", "4": "4"}

_TIMES: Final = FigureTimeTerms(
    other_event=re.compile(
        rf"\b(?:similar|previous|earlier|past|another|separate|other|last (?:such|fatal|major|big)|unrelated"
        rf"|last (?:year|month|week|spring|summer|autumn|winter)[’']s|(?:that|the) year[’']s) (?:\w+ ){{0,2}}{_EVENTS}\b"
        rf"|\bat the last {_EVENTS}\b|\blast (?:spring|summer|autumn|winter)\b|\bin (?:spring|summer|autumn|winter)\b(?=.*\bhad\b)"
        r"|\b(?:an?|one|two|three|four|five|ten|\d+|several|some) (?:days?|weeks?|months?|years?|decades?)"
        r" (?:before|earlier|previously|prior)\b"
        r"|\b(?:in|over|during) (?:recent|previous|earlier|past) (?:days|weeks|months|years|decades)\b"
        r"|\bhistor(?:y|ic)\b",
        re.IGNORECASE,
    ),
    former_period=re.compile(
        r"\b(?:(?:a|one|two|three) (?:year|quarter|month)s? (?:earlier|ago|before)|(?:the )?same (?:period|quarter|month|time)"
        r"|last (?:year|quarter|month|season|time)(?![’'])|(?:the )?(?:previous|prior|preceding|earlier) (?:year|quarter|month"
        r"|season|period|election|round)|(?:the )?(?:year|quarter|month|season) (?:earlier|before|ago)|predecessor"
        r"|had (?:already )?(?:cut|laid|closed|sold|shed|made|paid|raised))\b",
        re.IGNORECASE,
    ),
    compared=re.compile(r"\bthan (?:the|its|their|his|her|last year[’']s)\s+$", re.IGNORECASE),
    period=re.compile(
        r"\b(first|second|third|fourth)[- ](?:fiscal )?quarter\b|\b[qQ]([1-4])\b|\b(first|second)[- ](?:half|stage|phase|round|leg)\b"
    ),
    periods=_ORDINALS,
    to_date=re.compile(
        r"\bso far this (?:year|month|season|decade)\b|\b(?:in|over|during|for) the (?:past|last) (?:\w+ )?(?:days|weeks"
        r"|months|years|decade|century|year|month|decades)\b|\bsince (?:\d{4}|the \d{4}s)\b|\bto date\b|\bevery year\b"
        r"|\bsince (?:it|they|he|she|the|its|their)\b|\b(?:that|in the same) year\b|\b(?:a|each) year\b(?!\s*$| (?:after|before|earlier|later|ago))|\bannually\b",
        re.IGNORECASE,
    ),
    forecast=whole_words(
        word_set(
            "expect expects expected expecting forecast forecasts predicted predicts projected projects projection will would"
            " could may might plans planned aims target targets outlook sees guidance"
        )
        | {"due to", "set to", "is to", "are to", "was to"}
    ),
    actual=whole_words(
        word_set("posted reported earned made was were rose fell grew dropped totalled reached paid lost shed cost")
    ),
)

_RISE: Final = (
    r"\b(?:rose|risen|rises?|rising|up|increas(?:ed|es|ing)|climb(?:ed|s|ing)|grew|grown|grows?|growing|gain(?:ed|s|ing)"
    r"|jump(?:ed|s|ing)|surg(?:ed|es|ing)|soar(?:ed|s|ing)|add(?:ed|s|ing)|advanced)(?:\s+by)?"
    r"|\b(?:rise|increase|gain|growth|jump|surge|climb)\s+of"
)
_FALL: Final = (
    r"\b(?:fell|fallen|falls?|falling|down|declin(?:ed|es|ing)|drop(?:ped|s|ping)|slid|slides?|slump(?:ed|s|ing)"
    r"|plung(?:ed|es|ing)|tumbl(?:ed|es|ing)|sank|sinks?|shrank|shrunk|decreas(?:ed|es|ing)|lost|loses|losing"
    r"|shed)(?:\s+by)?|\b(?:fall|drop|decline|decrease|slump|plunge)\s+of|\bcut (?:\w+ ){0,3}by"
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
        "person": "person head capita customer passenger patient child pupil visitor guest employee worker voter",
        "household": "household home family",
        "piece": "piece unit copy item ticket seat bottle pack",
        "distance": "kilometre kilometer mile km",
        "match": "match game season",
    }.items()
    for word in words.split()
}
_RATE: Final = alternation(_RATE_UNITS)
_MEASURES: Final = FigureMeasureTerms(
    rise_before=_before(_RISE),
    fall_before=_before(_FALL),
    by_before=_before(r"\bby"),
    rise_behind=_behind(r"(?:higher|increase|rise|growth|gain|jump|surge|more than (?:last|a|the)|up\b(?! to)|hike)"),
    fall_behind=_behind(r"(?:lower|decrease|fall\b|drop|decline|less than (?:last|a|the)|fewer|slump|plunge|cheaper|down\b)"),
    level_before=_before(
        r"\b(?:to|at|was|were|is|are|reach(?:ed|es|ing)?|totall?(?:ed|ing)|stood at|stands? at|stayed at|hit|ha[sd]|total of"
        r"|comes? to|came to)"
    ),
    rate_behind=re.compile(
        rf"\s*[-‐]?(?:an?|per|each|every)[-\s]({_RATE})s?\b(?! (?:after|before|earlier|later|ago|long))", re.IGNORECASE
    ),
    rate_before=re.compile(
        r"\b(hourly|daily|weekly|monthly|yearly|annual)\s+(?:[\w'’-]+\s+){0,4}(?:of\s+)?"
        rf"{_ABOUT}$",
        re.IGNORECASE,
    ),
    rate_units=_RATE_UNITS,
    market=re.compile(
        r"\b(?:shares?|stocks?|index|traded?|trading|bitcoin|barrel|exchange rate|futures|bonds?|yields?|currency|crude"
        r"|brent|spot price|market value|gold)\b",
        re.IGNORECASE,
    ),
    poll=re.compile(r"\b(?:polls?|survey(?:ed)?|pollsters?|approval|respondents|exit poll|projections?)\b", re.IGNORECASE),
    developing=re.compile(
        r"\b(?:without (?:power|electricity|water|heating)|lost (?:power|electricity)|cut off|burn(?:ed|t|ing)"
        r"|flooded|cancell?ed|delayed|counted|signed|signatures?|so far|have been (?:ordered|sold|signed)|ordered"
        r"|pre-?ordered|sent home|donat(?:ed|ions)|contained|power (?:cuts|outages)|grounded|downloads?)\b",
        re.IGNORECASE,
    ),
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
            "turnout": "turnout took part attended attendance crowd marched marchers demonstrators protesters",
            "revenue": "revenue revenues sales turnover",
            "profit": "profit profits earnings earned",
            "loss": "loss losses",
            "jobs": "jobs redundancies posts layoffs",
            "population": "population inhabitants residents",
        }.items()
        for word in words.split()
    },
    generic=word_set("price distance length"),
    opposites=tuple(
        frozenset(pair.split())
        for pair in (
            "current former", "new old", "male female", "smaller larger", "northern southern", "eastern western",
            "minimum maximum", "lowest highest", "gross net", "domestic foreign", "upper lower", "morning evening",
        )
    ),
)  # fmt: skip

_PEOPLE: Final = {
    "boy": "boy toddler", "girl": "girl", "child": "child baby infant kid", "man": "man gunman", "woman": "woman",
    "driver": "driver motorist", "pilot": "pilot captain skipper", "suspect": "suspect attacker defendant accused",
    "son": "son", "daughter": "daughter", "mother": "mother", "father": "father", "brother": "brother", "sister": "sister",
    "husband": "husband", "wife": "wife", "student": "student pupil", "teenager": "teenager teen youth", "victim": "victim",
    "grandmother": "grandmother", "grandfather": "grandfather", "player": "player striker midfielder defender goalkeeper playmaker winger",
    "keeper": "keeper", "teacher": "teacher", "officer": "officer", "patient": "patient", "passenger": "passenger",
    "nurse": "nurse", "worker": "worker", "guard": "guard", "singer": "singer", "actor": "actor actress", "hiker": "hiker climber",
    "veteran": "veteran", "mayor": "mayor", "fisherman": "fisherman fisher", "farmer": "farmer",
}  # fmt: skip

_SAYING: Final = alternation(
    REPORTING - word_set("added adds") | word_set("put puts estimated estimates counted counts spoke speaks say tell asked asks wants")
)
FIGURE_FRAMES: Final = FigureFrameTerms(
    clause_break=re.compile(
        r"[;:\[\]“”\"]|\s[—–-]\s|—|,?\s(?:while|whereas|but|although|though|which|who|whom|whose|where|because|since"
        r"|before|against|compared|when|after|as(?= (?:the|he|she|it|they|an?|its|their|police)\b))\s",
        re.IGNORECASE,
    ),
    listing=re.compile(r"(?<!\d),|,(?!\d)|;|\b(?:and|or)\b"),
    relative=whole_words(("which", "who", "whom", "whose")),
    subordinate=whole_words(("which", "who", "whom", "whose", "when", "where")),
    attribution=re.compile(rf"[’']?s?,?\s(?:\w+\s)?{_SAYING}\b", re.IGNORECASE),
    attribution_before=re.compile(rf"\b(?:{_SAYING}|according to|by|than|unlike|versus|compared with|compared to)\s(?:[\w’']+\s){{0,4}}$", re.IGNORECASE),
    person_nouns={word: noun for noun, words in _PEOPLE.items() for word in words.split()},
    parts=_PARTS,
    times=_TIMES,
    measures=_MEASURES,
)
