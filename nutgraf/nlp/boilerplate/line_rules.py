"""Rules that tell from a line's own words whether it is boilerplate, and for which reason."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.boilerplate.inline import ends_in_boilerplate
from nutgraf.nlp.boilerplate.lines import PageLine
from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules

MAX_LENGTH: Final = 640
"""Longer lines, in characters, match no rule."""

_BREADCRUMB: Final = re.compile(
    r"(?:[^|>›»/→\\]{1,60}\s?[>›»|→\\]\s?){1,8}[^|>›»→\\]{0,160}|(?:[^/]{1,30}\s/\s){1,8}[^/]{1,60}"
)
_CRUMB_SEPARATOR: Final = re.compile(r"\s?[>›»|→\\]\s?|\s/\s")
_LOOSE: Final = frozenset({"cookie", "newsletter", "comments", "related", "copyright", "navigation", "share"})
"""Reasons whose patterns match sentences of reports as well."""

_SENTENCE_WORDS: Final = 8
_CRUMB_WORDS: Final = 5
_CREDIT_WORDS: Final = 25
_CAPTION_WORDS: Final = 45


def boilerplate_reason(line: PageLine, rules: BoilerplateRules) -> str:
    """Return the reason why a line is boilerplate by its own words; empty when it is not."""
    content = line.content
    if len(content) > MAX_LENGTH or ends_in_boilerplate(line, rules.inline):
        return ""
    if not any(character.isalnum() for character in content):
        return "fragment"
    for reason, pattern in rules.line_patterns:
        if pattern.fullmatch(content) and not _is_report(line, reason, rules):
            return reason
    if (not line.sentence or line.words <= _SENTENCE_WORDS) and is_breadcrumb(content):
        return "byline" if rules.credits.byline.fullmatch(content) else "navigation"
    if line.words <= _CAPTION_WORDS and rules.credits.credited_picture.fullmatch(content):
        return "caption"
    return "byline" if _is_credit(line, rules) else ""


def _is_credit(line: PageLine, rules: BoilerplateRules) -> bool:
    if line.words <= _CREDIT_WORDS and rules.credits.credit.fullmatch(line.content):
        return True
    short = not line.sentence or line.words <= _SENTENCE_WORDS
    return (short or not rules.reported.search(line.content)) and (
        rules.credits.byline.fullmatch(line.content) is not None
    )


def is_biography(line: PageLine, rules: BoilerplateRules) -> bool:
    """Return whether a line introduces the author; only its place distinguishes it from other sentences."""
    return len(line.content) <= MAX_LENGTH and rules.credits.biography.fullmatch(line.content) is not None


def is_breadcrumb(content: str) -> bool:
    """Return whether a line is a path through a site: "World > Europe > Floods"."""
    if not _BREADCRUMB.fullmatch(content) or content.endswith("."):
        return False
    parts = [part for part in _CRUMB_SEPARATOR.split(content) if part.strip()]
    short = sum(len(part.split()) <= _CRUMB_WORDS for part in parts)
    return len(parts) > 1 and short >= len(parts) - 1


def _is_report(line: PageLine, reason: str, rules: BoilerplateRules) -> bool:
    """Return whether a line that matched a loose pattern is a sentence of the report after all."""
    if reason not in _LOOSE or not line.ended or line.words < _SENTENCE_WORDS:
        return False
    return rules.addressed.search(line.content) is None or '"' in line.content or "“" in line.content
