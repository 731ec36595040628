"""Whom a line speaks to: a report says what happened, a page says "you", "our" or "please"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nutgraf.nlp.boilerplate.lines import PageLine

FIRST_PERSON: Final = re.compile(r"\b(?:(?i:our|ours|we)|us)\b")
"""The page speaks of itself. "US" is a country."""

SECOND_PERSON: Final = re.compile(r"\b(?:you|your|yours|yourself|please)\b", re.IGNORECASE)
"""The reader is spoken to."""

QUOTATION: Final = re.compile(r"[\"“”«»‘]|(?:^|\s)['?]\w|[.,]\?|\w\?\w")
"""Somebody is quoted. A question mark in odd places stands for a lost quotation mark or apostrophe."""

SPEECH: Final = re.compile(
    r"\b(?:said|says|told|added|announced|according\sto|argued|wrote|tweeted|asked|i|my)\b", re.IGNORECASE
)
"""Somebody speaks, with or without marks."""

IMPERATIVE: Final = re.compile(
    r"(?:^|[.!?…:]\s+)(?:read|get|try|join|add|support|stay|keep|visit|learn|find|discover|explore|contact|write|send"
    r"|tell|choose|enable|watch|listen|buy|order|want|like|enjoy|sign|log|subscribe|donate|become|start|share|follow"
    r"|click|tap|download|register|turn|never|debate|discuss|comment|give|ask|browse|switch|install|search|help"
    r"|check|see|use|manage|change|unlock|continue|report|call|scan|let|leave|take|view|look|compare|sponsor)\b",
    re.IGNORECASE,
)
"""Something is asked of the reader: a sentence opens as requests do."""

_ADDRESSED_SHARE: Final = 0.25
_PARAGRAPH_WORDS: Final = 25


def is_impersonal(prose: Sequence[PageLine]) -> bool:
    """Whether a report hardly ever speaks to its reader: a line that does is alien. Long paragraphs tell."""
    paragraphs = [line for line in prose if line.words > _PARAGRAPH_WORDS] or prose
    return sum(_is_addressed(line.content) for line in paragraphs) <= _ADDRESSED_SHARE * len(paragraphs)


def _is_addressed(content: str) -> bool:
    """Whether a line speaks to its reader, and nobody in it does."""
    spoken = FIRST_PERSON.search(content) or SECOND_PERSON.search(content) or IMPERATIVE.search(content)
    return spoken is not None and not QUOTATION.search(content) and not SPEECH.search(content)
