"""Nouns for people in English, lower case."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

PEOPLE: Final = word_set(
    "people person persons victim victims others human humans individuals lives them those"
)
"""Words that count people of no special kind."""

KINDS_OF_PEOPLE: Final = word_set(
    """
    survivors survivor passengers passenger crew inhabitants residents islanders civilians men women children
    adults tourists soldiers officers workers students migrants
    """
)
"""Words that count people of one kind."""
