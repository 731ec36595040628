"""Openings of sentences, and whether a sentence can be understood without the one before it."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.schema.summarization import SummarizationRules

_QUOTE_MARKS: Final = '"“”«»„‟'
_LEADING: Final = re.compile(r"^[\s\"“”'‘’«»„(\[—–-]+")


def opens_in_quotation(sentence: str) -> bool:
    """Return whether a sentence starts with a quotation mark, or inside a quotation that began before it."""
    if sentence[:1] in _QUOTE_MARKS:
        return True
    opened = sentence.find("“")
    closed = sentence.find("”")
    if closed >= 0 and (opened < 0 or closed < opened):
        return True
    return sentence.count('"') == 1 and sentence.rstrip(".,!?")[-1:] == '"'


def without_leading_marks(sentence: str) -> str:
    """Return the sentence from its first word on, without quotation marks, brackets and dashes before it."""
    return _LEADING.sub("", sentence)


def is_context_dependent(sentence: str, rules: SummarizationRules) -> bool:
    """Return whether a sentence needs the one before it: "He added", or a quotation that goes on."""
    if opens_in_quotation(sentence):
        return True
    return rules.context_opening.match(without_leading_marks(sentence)) is not None
