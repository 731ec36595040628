"""Lines that speak to the reader: a report says what happened, a page says "you", "our" or "please"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from nutgraf.nlp.boilerplate.lines import PageLine
from nutgraf.nlp.lang.schema.boilerplate import AddressPatterns

QUOTATION: Final = re.compile(r"[\"“”«»‘]|(?:^|\s)['?]\w|[.,]\?|\w\?\w")
"""Somebody is quoted. A question mark in odd places stands for a lost quotation mark or apostrophe."""

_ADDRESSED_SHARE: Final = 0.25
_PARAGRAPH_WORDS: Final = 25


def is_impersonal(prose: Sequence[PageLine], address: AddressPatterns) -> bool:
    """Return whether a report hardly ever speaks to its reader, by its long paragraphs if it has any."""
    paragraphs = [line for line in prose if line.words > _PARAGRAPH_WORDS] or prose
    addressed = sum(_is_addressed(line.content, address) for line in paragraphs)
    return addressed <= _ADDRESSED_SHARE * len(paragraphs)


def _is_addressed(content: str, address: AddressPatterns) -> bool:
    """Return whether a line speaks to its reader, and nobody in it does."""
    spoken = (
        address.first_person.search(content)
        or address.second_person.search(content)
        or address.imperative.search(content)
    )
    return spoken is not None and not QUOTATION.search(content) and not address.speech.search(content)
