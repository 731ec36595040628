"""Articles, prepositions, conjunctions and auxiliaries of English, lower case."""

from __future__ import annotations

from typing import Final

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
