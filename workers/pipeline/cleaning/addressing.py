"""Lines in which the page speaks to its reader about itself, whatever their wording.

A report says what happened; a page says "you", "our" or "please" next to words for itself: its site, its
stories, its newsletters. No list of phrases covers how pages ask, so these words are counted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workers.pipeline.cleaning.medium import CLEAR, VAGUE

if TYPE_CHECKING:
    from workers.pipeline.cleaning.page import PageLine

LONGEST_WORDS: Final = 45
"""A page's request in one line has at most this many words."""

_SHORT_WORDS: Final = 15
_REQUEST_WORDS: Final = 30
_CLEAR_WEIGHT: Final = 2
"""A word that only a page has for itself counts twice as much as one that reports use as well."""

# "US" is a country.
_PAGE: Final = re.compile(r"\b(?:(?i:our|ours|we)|us)\b")
_READER: Final = re.compile(r"\b(?:you|your|yours|you[’'](?:re|ve|ll|d)|please)\b", re.IGNORECASE)
_REQUEST: Final = re.compile(
    r"(?:^|[.!?…:]\s+)(?:read|get|try|join|add|support|stay|keep|visit|learn|find|discover|explore|contact|write|send"
    r"|tell|choose|enable|watch|listen|buy|order|want|like|enjoy|sign|log|subscribe|donate|become|start|share|follow"
    r"|click|tap|download|register|turn|never|debate|discuss|comment|give|ask|browse|switch|install|search|help"
    r"|check|see|use|manage|change|unlock|continue|report|call|scan|let|leave|take|view|look|compare|sponsor)\b",
    re.IGNORECASE,
)
# A question mark in odd places stands for a quotation mark or an apostrophe that was lost on the way.
_SPOKEN: Final = re.compile(
    r"[\"“”«»‘]|(?:^|\s)['?]\w|[.,]\?|\w\?\w|\b(?:said|says|told|added|announced|according\sto|argued|wrote|tweeted|asked|i)\b",
    re.IGNORECASE,
)
_ITSELF: Final = re.compile(
    r"\bthis\s(?:page|site|website|thread|post|version|content|feed|article|story|piece|text|discussion|forum|newsletter"
    r"|report|video|gallery)\b",
    re.IGNORECASE,
)
_REPORTED: Final = re.compile(
    r"\b(?:he|she|his|her|was|were|had|did\snot|didn[’']t|declined|refused)\b", re.IGNORECASE
)


def asks_reader(line: PageLine, *, outside: bool, impersonal: bool = False, strangeness: int = 0) -> str:
    """Why a line is the page speaking about itself; empty when it is not.

    Args:
        line: any line.
        outside: whether it stands above or below the report, where less is proof enough.
        impersonal: whether the report itself never speaks to its reader, so that a line that does is alien.
        strangeness: 0 to 2, how little the line has to do with the report.
    """
    content = line.content
    if line.words > LONGEST_WORDS or _SPOKEN.search(content):
        return ""
    itself = outside and _ITSELF.search(content) is not None
    speaks = _PAGE.search(content) is not None or _READER.search(content) is not None
    if _REPORTED.search(content) and not itself and not (speaks and strangeness):
        return ""
    # "Read more than once, the letter…" begins like a request, and is none.
    counts = [(_weight(content, reason, vague=outside or speaks), reason) for reason in CLEAR]
    total = sum(count for count, _ in counts) + _both_sides(content) + _CLEAR_WEIGHT * itself
    addressed = is_addressed(line)
    needed = _needed(line, addressed=addressed, outside=outside, impersonal=impersonal)
    if total < needed - _worth_of(strangeness, outside=outside, impersonal=impersonal):
        return ""
    most, reason = max(counts, key=lambda item: item[0])
    return reason if most else ("newsletter" if addressed else "fragment")


def _worth_of(strangeness: int, *, outside: bool, impersonal: bool) -> int:
    """A strange line at an edge needs less proof, or none; between paragraphs it has to address someone."""
    if outside:
        return 2 * strangeness
    return strangeness if impersonal else 0


def is_addressed(line: PageLine) -> bool:
    """Whether a line speaks to its reader, and nobody in it does."""
    content = line.content
    spoken = _PAGE.search(content) or _READER.search(content) or _REQUEST.search(content)
    return spoken is not None and not _SPOKEN.search(content)


def _weight(content: str, reason: str, *, vague: bool) -> int:
    clear = _CLEAR_WEIGHT * _different(CLEAR[reason], content)
    return clear + _different(VAGUE[reason], content) if vague else clear


def _different(words: re.Pattern[str], content: str) -> int:
    return len({found.casefold() for found in words.findall(content)})


def _both_sides(content: str) -> int:
    """A page that says "we" and "you" in one line is talking to its reader."""
    return int(bool(_PAGE.search(content)) and bool(_READER.search(content) or _REQUEST.search(content)))


def _needed(line: PageLine, *, addressed: bool, outside: bool, impersonal: bool) -> int:
    """How much a page must say about itself before its line is taken for its own."""
    if not addressed:
        return 4 if outside and line.words <= _SHORT_WORDS else 8
    if impersonal and outside and line.words <= _SHORT_WORDS:
        return 0
    near_enough = (outside or impersonal) and line.words <= _REQUEST_WORDS
    return 2 if near_enough else 4
