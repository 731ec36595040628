"""Words of English for what happened to the people that a report counts."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.event_verbs import CANONICAL
from nutgraf.nlp.lang.en.people_nouns import KINDS_OF_PEOPLE, PEOPLE
from nutgraf.nlp.lang.schema.stories import CasualtyAspect, CasualtyTerms

_EVENTS: Final = {
    CasualtyAspect.DEAD: {"killed"},
    CasualtyAspect.MISSING: {"missing"},
    CasualtyAspect.INJURED: {"injured"},
    CasualtyAspect.ARRESTED: {"arrested", "detained"},
    CasualtyAspect.DISPLACED: {"evacuated", "displaced", "homeless", "fled"},
}
"""Participles of ``event_verbs`` whose forms state an aspect."""

_OTHER_WORDS: Final = {
    CasualtyAspect.DEAD: r"kill\w*|fatal\w*|toll|lost (?:their|his|her) li\w+|bodies",
    CasualtyAspect.INJURED: r"injur\w*|wound\w*",
    CasualtyAspect.IN_HOSPITAL: r"hospital\w*|treated",
    CasualtyAspect.RESCUED: r"rescued?\b(?! (?:service|worker|team|crew|boat))|ashore|safety|saved|survived"
    "|alive",
    CasualtyAspect.ABOARD: "aboard|on board|carrying|passengers and crew",
    CasualtyAspect.ARRESTED: r"arrest\w*|custody",
    CasualtyAspect.DISPLACED: r"evacuat\w*",
    CasualtyAspect.RESIDENT: r"inhabitant\w*|resident\w*|population|live|lives|living",
}
"""Nouns, phrases and stems that state an aspect, as regular expressions."""


def _pattern(aspect: CasualtyAspect) -> re.Pattern[str]:
    forms = sorted(form for form, participle in CANONICAL.items() if participle in _EVENTS.get(aspect, ()))
    words = "|".join([*forms, *filter(None, [_OTHER_WORDS.get(aspect)])])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


CASUALTIES: Final = CasualtyTerms(
    unspecific_nouns=PEOPLE,
    specific_nouns=KINDS_OF_PEOPLE,
    aspects={aspect: _pattern(aspect) for aspect in CasualtyAspect},
    labels={aspect: f"people {aspect}" for aspect in CasualtyAspect},
    of_others=re.compile(
        r"\b(?:deaths?|killings?|bodies|fatal \w+|injur(?:y|ies)|woundings?|arrests?|rescues?|evacuations?)"
        r" of\b",
        re.IGNORECASE,
    ),
    phrase_words=re.compile(r"\b(?:and|but|while|including|with)\b", re.IGNORECASE),
)
