"""Patterns of English for the text right before and right behind a number."""

from __future__ import annotations

import re
from typing import Final

BOUNDING: Final = (
    r"(?:(?:about|around|some|roughly|nearly|almost|approximately|an estimated|at least|at most|more than"
    r"|less than|fewer than|over|under|up to|only|just|as (?:many|much) as)\s+)*"
)
"""Words that bound a number, which are left out of the text before it: a source of a pattern."""


def at_end(words: str) -> re.Pattern[str]:
    """Return a pattern that finds words at the end of the text before a number."""
    return re.compile(rf"(?:{words})\s*$", re.IGNORECASE)


def at_start(words: str) -> re.Pattern[str]:
    """Return a pattern that finds words at the beginning of the text behind a number."""
    return re.compile(rf"\s*(?:{words})", re.IGNORECASE)
