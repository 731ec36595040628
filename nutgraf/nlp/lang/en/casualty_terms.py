"""Words of English for what happened to the people that a report counts."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.people_nouns import KINDS_OF_PEOPLE, PEOPLE
from nutgraf.nlp.lang.schema.stories import CasualtyAspect, CasualtyTerms

_WORDS: Final = {
    CasualtyAspect.DEAD: r"dead|died?|dies|dying|deaths?|kill\w*|fatal\w*|toll|lost (?:their|his|her) li\w+"
    "|bodies",
    CasualtyAspect.MISSING: "missing|unaccounted",
    CasualtyAspect.INJURED: r"injur\w*|wound\w*|hurt",
    CasualtyAspect.IN_HOSPITAL: r"hospital\w*|treated",
    CasualtyAspect.RESCUED: r"rescued?\b(?! (?:service|worker|team|crew|boat))|ashore|safety|saved|survived"
    "|alive",
    CasualtyAspect.ABOARD: "aboard|on board|carrying|passengers and crew",
    CasualtyAspect.ARRESTED: r"arrest\w*|detained|custody",
    CasualtyAspect.DISPLACED: r"evacuat\w*|displaced|homeless|fled",
    CasualtyAspect.RESIDENT: r"inhabitant\w*|resident\w*|population|live|lives|living",
}

CASUALTIES: Final = CasualtyTerms(
    unspecific_nouns=PEOPLE,
    specific_nouns=KINDS_OF_PEOPLE,
    aspects={aspect: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for aspect, words in _WORDS.items()},
    labels={aspect: f"people {aspect}" for aspect in CasualtyAspect},
    of_others=re.compile(
        r"\b(?:deaths?|killings?|bodies|fatal \w+|injur(?:y|ies)|woundings?|arrests?|rescues?|evacuations?)"
        r" of\b",
        re.IGNORECASE,
    ),
    phrase_words=re.compile(r"\b(?:and|but|while|including|with)\b", re.IGNORECASE),
)
