"""Words of English for what happened to the people that a report counts."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.event_forms import forms_of
from nutgraf.nlp.lang.en.people_nouns import KINDS_OF_PEOPLE, PEOPLE
from nutgraf.nlp.lang.schema.patterns import NEVER, alternation, whole_words
from nutgraf.nlp.lang.schema.stories import CasualtyAspect, CasualtyTerms

_SEVERELY: Final = r"(?:seriously|critically|severely|badly|gravely)"
_HURT: Final = r"(?:hurt|injur\w+|wound\w+|ill|burned)"
_FORMS: Final = {
    CasualtyAspect.DEAD: forms_of("killed"),
    CasualtyAspect.MISSING: forms_of("missing"),
    CasualtyAspect.INJURED: forms_of("injured"),
    CasualtyAspect.ARRESTED: forms_of("arrested", "detained"),
    CasualtyAspect.DISPLACED: forms_of("displaced", "homeless", "fled"),
    CasualtyAspect.EVACUATED: forms_of("evacuated"),
    CasualtyAspect.TRAPPED: forms_of("trapped"),
    CasualtyAspect.STRANDED: forms_of("stranded"),
    CasualtyAspect.CONVICTED: forms_of("convicted", "jailed", "sentenced"),
}
_OTHER_WORDS: Final = {
    CasualtyAspect.DEAD: r"kill\w*|fatal\w*|toll|lost (?:their|his|her) li\w+|bodies",
    CasualtyAspect.MISSING: r"(?:looking|searching|search) for|unaccounted",
    CasualtyAspect.CRITICAL: rf"{_SEVERELY} {_HURT}|(?:serious|critical|severe|grave|life-threatening)\s+"
    r"(?:injur\w+|wounds|burns|condition)|(?:in|remain\w*|were|was|are|is) critical"
    r"|fighting for (?:their|his|her)"
    r" li\w+|intensive care|life support|(?:in a|in) (?:serious|critical) (?:but \w+ )?condition",
    CasualtyAspect.SLIGHTLY_HURT: rf"(?:slightly|lightly) {_HURT}|(?:minor|slight"
    rf"|light)\s+(?:injur\w+|wounds|burns)",
    CasualtyAspect.INJURED: r"injur\w*|wound\w*",
    CasualtyAspect.IN_HOSPITAL: r"hospital\w*|treated (?:\w+ ){0,3}(?:in|at) (?:\w+ ){0,3}hospital\w*",
    CasualtyAspect.TREATED: r"treated|treating|treatment",
    CasualtyAspect.DISCHARGED: r"(?:released|discharged|sent home"
    r"|allowed home)(?: \w+)? from (?:\w+ )?hospital\w*",
    CasualtyAspect.RESCUED: r"rescued?\b(?! (?:service|worker|team|crew|boat))|ashore|safety|saved|survived"
    r"|alive|pulled (?:\w+ )?(?:out|free|from)",
    CasualtyAspect.ABOARD: "aboard|on board|carrying|passengers and crew",
    CasualtyAspect.ARRESTED: r"arrest\w*|custody",
    CasualtyAspect.EVACUATED: r"evacuat\w*",
    CasualtyAspect.TRAPPED: "stuck",
    CasualtyAspect.CHARGED: r"charged (?:with|over|in|after)|(?:was|were|been|being) charged|indicted",
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
        r" of\b|[,;]\s*(?:\w+ )?(?:killing|injuring|wounding|hurting|leaving|trapping|arresting"
        r"|rescuing)\b.*",
        re.IGNORECASE,
    ),
    phrase_words=whole_words(("and", "but", "while", "including", "with")),
)
