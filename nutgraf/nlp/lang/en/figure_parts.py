"""Words of English by which a number is that of a part, of a whole, or of no quantity at all."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.number_phrases import BOUNDING, at_end, at_start
from nutgraf.nlp.lang.schema.figure_frames import FigurePartTerms
from nutgraf.nlp.lang.schema.patterns import alternation, whole_words
from nutgraf.nlp.word_lists import word_set

_NUMBER_WORDS: Final = alternation(
    word_set("one two three four five six seven eight nine ten eleven twelve dozen dozens hundred hundreds")
)
_MISTAKEN: Final = (
    r"\b(?:earlier|first|previous|original|initi\w+|mistaken|wrong"
    r"|incorrect) (?:\w+ )?(?:reports?|figures?"
    r"|counts?|estimates?|tolls?|statements?|numbers?|tally|age|value|total|forecasts?|targets?"
    r"|guidance|prices?|offers?|bids?|plans?) (?:\w+)?,? ?(?:of|that|said|was|had been)"
    r"|\bhad (?:earlier |first |initially |previously |originally |mistakenly |wrongly )?"
    r"(?:said|reported|stated|announced|spoken)(?: (?:he|she|it|they|that|there|was|were|is|of|had|been"
    r"|as|at))*"
    r"|\b(?:earlier|first|initially|previously|originally|mistakenly|wrongly) (?:said|put|reported"
    r"|given|stated|announced"
    r"|told)(?: (?:he|she|it|they|that|there|was|were|is|of|had|been|as|at))*"
    r"|\bcorrect(?:ed|ing) (?:a|an|its|the|their) (?:\w+ )?(?:figure|number|count|age|value|estimate"
    r"|total|report|statement|toll|claim) (?:of|from|that|given)"
)
FIGURE_PARTS: Final = FigurePartTerms(
    partitive=re.compile(
        r"\bof (?:whom|them|those|these|which|the (?:dead|injured|wounded|victims|hurt|missing"
        r"|killed|others))\b",
        re.IGNORECASE,
    ),
    partitive_named=re.compile(r"\b(?:those|these)$", re.IGNORECASE),
    opens_clause=at_end(r"^|[,;:(—–“\"]|\b(?:and|but|with|while|where|of whom|of which)"),
    partitive_before=at_end(
        r"\bof (?:whom|them|those|these|which|the (?:dead|injured|wounded"
        r"|victims)),?"
    ),
    listed=at_end(r"\b(?:including|among them|among whom|of them|not counting)"),
    additional=at_start(r"(?:\w+\s+)?(?:more|others?|further)\b"),
    additional_before=at_end(r"\b(?:another|a further|an additional|further)"),
    additional_within=whole_words(("other", "others", "more", "additional", "further")),
    whole=re.compile(
        rf"(?:\d|%|\b{_NUMBER_WORDS}|\b(?:most|none|all|half|some|many|few|several|part|third"
        rf"|quarter|percent"
        r"|cent|each|any|neither|both|either))\s+(?:\w+\s+)?(?:out\s+)?of\s+(?:(?:the|its|their|his"
        r"|her|all|more"
        r" than)\s+)*$",
        re.IGNORECASE,
    ),
    single_place=re.compile(
        r"\b(?:alone|(?:at|in|by|to) (?:one|another|a single) (?:\w+ )?(?:hospital|clinic|site"
        r"|village|town|school|house"
        r"|ward|camp|shop|plant|station)|(?:its|their|the) (?:\w+ )?(?:ward|clinic|unit))\b",
        re.IGNORECASE,
    ),
    converted=at_start(r"\(|,? or\b"),
    share_of=re.compile(r"\bof (?:the|these|those)\b", re.IGNORECASE),
    exception=at_end(r"\b(?:all|everyone|everybody) (?:but|except|bar)(?: for)?|\ball apart from"),
    version=re.compile(
        r"\b(?:updates?|versions?|releases?|firmware|patch|build|ios|android|windows|os|software|v)\s*$",
        re.IGNORECASE,
    ),
    rival=re.compile(r"\b(?:while|whereas|but|although|though|and)\b|[;.]", re.IGNORECASE),
    rival_source=at_end(
        r"\b(?:(?:put|puts|gave|gives|set|sets) (?:it|(?:the|its|their|that) (?:\w+ )?\w+) (?:at|as)"
        r"|(?:spoke|speaks|speaking)"
        r" of|(?:said|says|say|claim(?:ed|s)?|counted|counts|estimat(?:ed|es)|reported"
        r"|reports)(?: that)?(?: there (?:were|had been))?"
        r"(?: it was| it were)?)"
    ),
    denied=at_end(r"(?<!if )(?<!whether or )\bnot(?: the)?|\brather than(?: the)?|\binstead of(?: the)?"),
    denied_number=re.compile(
        rf"(?:(?<!if )\b(?:not|rather than|instead of)"
        rf"|{_MISTAKEN})\s+{BOUNDING}(?:the\s+)?(\d[\d.,]*\d|\d|[a-z]+)\b",
        re.IGNORECASE,
    ),
    denials=(" not ", " rather than ", " instead of "),
    mistaken=at_end(_MISTAKEN),
    correction=re.compile(
        r"\b(?:correct(?:ing|ed)|as (?:was |had been )?(?:first|earlier|initially|previously|originally)"
        r" (?:reported|said|stated|thought|announced|given|believed)|revis(?:ed|es|ing) (?:its|the"
        r"|their|his|her|an?"
        r"|down|up|that)|mistakenly|in error|wrongly|misstated|typing error|miscounted|counted twice)\b",
        re.IGNORECASE,
    ),
    money_toll=re.compile(
        r"\b(?:bridge|road|tunnel|motorway|highway|turnpike|expressway|lorry|truck|car|congestion"
        r"|canal|ferry|toll)"
        r"(?:[’']s)? tolls?\b|\btolls? (?:for|on|of) (?:the |a )?(?:\w+ )?(?:bridge|road|tunnel"
        r"|motorway|highway|cars?|lorries"
        r"|trucks?|vehicles?)\b|\btoll (?:roads?|booths?|bridges?|plazas?|fees?)\b",
        re.IGNORECASE,
    ),
)
