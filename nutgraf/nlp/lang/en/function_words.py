"""Articles, prepositions, conjunctions and auxiliaries of English, lower case."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.en.pronouns import DEMONSTRATIVES, THIRD_PERSON
from nutgraf.nlp.word_lists import word_set

ARTICLES: Final = word_set("the a an")
INDEFINITE_ARTICLES: Final = word_set("a an")
AUXILIARIES: Final = word_set("is are was were be been being am has have had having do does did")
MODALS: Final = word_set("will would shall should can could may might must")
CONJUNCTIONS: Final = word_set("and or but nor so yet")
PREPOSITIONS: Final = word_set(
    """
    of for with to by from in at on about against under over after before during into through
    between among than like via per despite toward towards near behind including
    """
)

COMMONEST: Final = word_set("the of and to in a")
"""Words that make up at least a tenth of any English text, and of hardly any other."""

FREQUENT: Final = (
    ARTICLES
    | (AUXILIARIES - word_set("am being having do does did"))
    | word_set("will would can could may and or but as not no")
    | word_set("of in on at to for with from by after over into out up about")
    | (THIRD_PERSON - word_set("him them"))
    | DEMONSTRATIVES
    | word_set("we you i who what why how when new says said")
)
"""Words that headlines and sentences share whatever they are about."""

UNSPECIFIC: Final = FREQUENT | word_set(
    """
    there which than then also more where while before some such only other your ours most very just being
    does much many made make like each every them here even still
    """
)
"""Words that tell nothing of a text's subject."""

OPEN_ENDINGS: Final = ARTICLES | word_set(
    "and or but as at by for from in of on to with is was were its their that which who"
)
"""Words that never end a sentence or a paragraph."""

# For figures: what happened to counted things, and changes.
FORMS_OF_BE: Final = word_set("is are was were be been being")
FORMS_OF_HAVE: Final = word_set("has have had")
