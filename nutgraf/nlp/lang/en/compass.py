"""Words for directions in English, lower case."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.word_lists import word_set

POINTS: Final = word_set("north south east west")
ADJECTIVES: Final = word_set("northern southern eastern western central")
COMBINED_POINTS: Final = word_set("northeast northwest southeast southwest")
COMBINED_ADJECTIVES: Final = word_set("northeastern northwestern southeastern southwestern")
DIRECTIONS: Final = POINTS | ADJECTIVES | COMBINED_POINTS | COMBINED_ADJECTIVES
"""All of them."""
