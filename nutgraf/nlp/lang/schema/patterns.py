"""Regular expressions made of word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

NEVER: Final = re.compile(r"(?!)")
"""Pattern of a language that has none: it matches nothing."""


def alternation(words: Iterable[str]) -> str:
    r"""Return the source of a group that matches one of some words or phrases, the longest first.

    Args:
        words: plain text; a space in it matches any whitespace. The source is good for verbose patterns too.
    """
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    if not longest_first:
        return NEVER.pattern
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first) + ")"


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that finds one of some words or phrases, of any case, as a whole."""
    return re.compile(rf"\b{alternation(words)}\b", re.IGNORECASE)
