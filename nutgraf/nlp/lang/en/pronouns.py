"""Pronouns of English, lower case."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

SUBJECTS: Final = word_set("i he she it we they you")
OBJECTS: Final = word_set("me him her it us them you")
POSSESSIVES: Final = word_set("my his her its our their your")
DEMONSTRATIVES: Final = word_set("this that these those")
FIRST_PERSON: Final = word_set("i we my our me us mine ours myself ourselves")
SECOND_PERSON: Final = word_set("you your yours yourself yourselves")
SINGULAR_PERSONS: Final = word_set("he she")
"""Pronouns that stand for one person."""

# Used by the boilerplate, segmentation and summarization rules.
THIRD_PERSON: Final = word_set("he she it they him her them his its their")
FIRST_PERSON_PLURAL: Final = word_set("we us our ours")
SPEAKERS: Final = (SUBJECTS | OBJECTS | POSSESSIVES) - THIRD_PERSON
"""Subjects, objects and possessives of the first and the second person."""
