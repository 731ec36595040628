"""What a single line says about itself: the reason why it is boilerplate, if it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.boilerplate.bylines import BIOGRAPHY, BYLINE
from nutgraf.nlp.boilerplate.credit_lines import CREDIT, CREDITED_PICTURE
from nutgraf.nlp.boilerplate.inline import ends_in_boilerplate
from nutgraf.nlp.lang.en.boilerplate_patterns import PATTERNS

if TYPE_CHECKING:
    from nutgraf.nlp.boilerplate.lines import PageLine

MAX_LENGTH: Final = 640
"""No boilerplate line that is known by its words is longer, in characters."""

_CRUMBS: Final = re.compile(
    r"(?:[^|>›»/→\\]{1,60}\s?[>›»|→\\]\s?){1,8}[^|>›»→\\]{0,160}|(?:[^/]{1,30}\s/\s){1,8}[^/]{1,60}"
)
_REPORTED: Final = re.compile(
    r"\b(?:said|says|told|added|according\sto|announced|reported|has\sbeen|had\sbeen|was|were)\b",
    re.IGNORECASE,
)
_ADDRESSED: Final = re.compile(
    r"\b(?:you|your|yours|we|our|us|here|this\s(?:site|website|page|article|story|post|material|content|report)"
    r"|newsletter|cookies|all\srights\sreserved)\b|^(?:sign\sup|subscribe|download|register|follow|click)\b|[@©]|https?:|www\.",
    re.IGNORECASE,
)
# Reasons whose patterns are loose enough to catch a sentence of the report as well.
_LOOSE: Final = frozenset({"cookie", "newsletter", "comments", "related", "copyright", "navigation", "share"})
_SENTENCE_WORDS: Final = 8
_PART_WORDS: Final = 5
_CREDIT_WORDS: Final = 25
_CAPTION_WORDS: Final = 45


def boilerplate_reason(line: PageLine) -> str:
    """Why a line is boilerplate by its own words; empty when it is not."""
    content = line.content
    if len(content) > MAX_LENGTH or ends_in_boilerplate(line):
        return ""
    if not any(character.isalnum() for character in content):
        return "fragment"
    for reason, pattern in PATTERNS:
        if pattern.fullmatch(content) and not _is_report(line, reason):
            return reason
    if (not line.sentence or line.words <= _SENTENCE_WORDS) and is_breadcrumb(content):
        return "byline" if BYLINE.fullmatch(content) else "navigation"
    if line.words <= _CAPTION_WORDS and CREDITED_PICTURE.fullmatch(content):
        return "caption"
    return "byline" if _is_credit(line) else ""


def _is_credit(line: PageLine) -> bool:
    if line.words <= _CREDIT_WORDS and CREDIT.fullmatch(line.content):
        return True
    short = not line.sentence or line.words <= _SENTENCE_WORDS
    return (short or not _REPORTED.search(line.content)) and BYLINE.fullmatch(line.content) is not None


def is_biography(line: PageLine) -> bool:
    """Whether a line introduces the article's author; only its place tells that from a sentence."""
    return len(line.content) <= MAX_LENGTH and BIOGRAPHY.fullmatch(line.content) is not None


def is_breadcrumb(content: str) -> bool:
    """Whether a line is a path through a site: "World > Europe > Floods"."""
    if not _CRUMBS.fullmatch(content) or content.endswith("."):
        return False
    parts = [part for part in re.split(r"\s?[>›»|→\\]\s?|\s/\s", content) if part.strip()]
    short = sum(len(part.split()) <= _PART_WORDS for part in parts)
    return len(parts) > 1 and short >= len(parts) - 1


def _is_report(line: PageLine, reason: str) -> bool:
    """Whether a line that matched a loose pattern is a sentence of the report after all."""
    if reason not in _LOOSE or not line.ended or line.words < _SENTENCE_WORDS:
        return False
    return _ADDRESSED.search(line.content) is None or '"' in line.content or "“" in line.content
