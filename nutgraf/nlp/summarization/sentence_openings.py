"""How a sentence opens, and whether it can stand alone when it is taken out of its article."""

from __future__ import annotations

import re
from typing import Final

_QUOTE_MARKS: Final = '"“”«»„‟'
_LEADING: Final = re.compile(r"^[\s\"“”'‘’«»„(\[—–-]+")
PRONOUN: Final = re.compile(
    r"(?:he|she|they|it|this|that|these|those|his|her|their|its|him|them|here|there|such|both|one|another|others?"
    r"|the\s(?:latter|former|two|pair|three|move|decision|incident|statement|comments?|remarks?|document)"
    r"|(?:he|she|they|it|that|there|here)[’'](?:s|d|ll|re|ve))\b",
    re.IGNORECASE,
)
BARE_PRONOUN: Final = re.compile(
    r"(?:he|she|they|it|this|that|these|those|his|her|their|its|him|them|such)\b(?!\s(?:is|was)\s(?:the\sfirst|not\sclear)\b)",
    re.IGNORECASE,
)
CONNECTIVE: Final = re.compile(
    r"(?:but|and|however|so|then|yet|or|nor|meanwhile|also|still|instead|moreover|furthermore|besides|thus|therefore"
    r"|hence|nevertheless|nonetheless|for\sexample|for\sinstance|in\saddition|as\sa\sresult|on\sthe\sother\shand"
    r"|afterwards?|otherwise|similarly|likewise|indeed|in\sfact|because|according\sto\s(?:him|her|them|the))\b",
    re.IGNORECASE,
)


def opens_in_quotation(sentence: str) -> bool:
    """Whether a sentence starts with a quotation mark, or inside a quotation that began before it."""
    if sentence[:1] in _QUOTE_MARKS:
        return True
    opened = sentence.find("“")
    closed = sentence.find("”")
    if closed >= 0 and (opened < 0 or closed < opened):
        return True
    return sentence.count('"') == 1 and sentence.rstrip(".,!?")[-1:] == '"'


def without_leading_marks(sentence: str) -> str:
    """The sentence without what may stand before its first word."""
    return _LEADING.sub("", sentence)


def is_context_dependent(sentence: str) -> bool:
    """Whether an English sentence points at what was said before it: "He added", "This came", a quotation."""
    return opens_in_quotation(sentence) or BARE_PRONOUN.match(without_leading_marks(sentence)) is not None
