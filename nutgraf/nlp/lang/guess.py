"""Guess of a text's language by its commonest function words, before the text is cleaned."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from typing import Final

from nutgraf.nlp.lang.base import Language

LEAST_SHARE: Final = 0.1
"""Least share of a language's commonest function words among the words of a text in it."""

SAMPLE_CHARACTERS: Final = 20_000
"""Only so much of a text is read: more changes no guess."""

_WORD: Final = re.compile(r"\w+")


def commonest_word_count(language: Language, text: str) -> int:
    """Return how many words of a text are among a language's commonest function words."""
    common = language.boilerplate.commonest_words
    return sum(word in common for word in _WORD.findall(text.lower()))


def guess_among(languages: Collection[Language], text: str, default: Language) -> Language:
    """Return the language whose commonest function words have the largest share of a text's words.

    Args:
        languages: the languages to choose among; a single one is returned unread.
        text: any text.
        default: what is returned where no share is at least ``LEAST_SHARE``, or two languages have the
            largest.
    """
    if len(languages) == 1:
        return next(iter(languages))
    words = Counter(_WORD.findall(text[:SAMPLE_CHARACTERS].lower()))
    counts = {each: sum(words[word] for word in each.boilerplate.commonest_words) for each in languages}
    most = max(counts.values(), default=0)
    leaders = [language for language, count in counts.items() if count == most]
    stands_out = len(leaders) == 1 and most > 0 and most >= LEAST_SHARE * words.total()
    return leaders[0] if stands_out else default
