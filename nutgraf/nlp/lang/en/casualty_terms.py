"""Words of English for what happened to the people that a report counts."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.event_forms import forms_of
from nutgraf.nlp.lang.en.people_nouns import KINDS_OF_PEOPLE, PEOPLE
from nutgraf.nlp.lang.schema.patterns import NEVER, alternation, whole_words
from nutgraf.nlp.lang.schema.stories import CasualtyAspect, CasualtyTerms

_FORMS: Final = {
    CasualtyAspect.DEAD: forms_of("killed"),
    CasualtyAspect.MISSING: forms_of("missing"),
    CasualtyAspect.INJURED: forms_of("injured"),
    CasualtyAspect.ARRESTED: forms_of("arrested", "detained"),
    CasualtyAspect.DISPLACED: forms_of("evacuated", "displaced", "homeless", "fled"),
}
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
    words = [alternation(_FORMS.get(aspect, ())), _OTHER_WORDS.get(aspect, NEVER.pattern)]
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


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
    phrase_words=whole_words(("and", "but", "while", "including", "with")),
)
