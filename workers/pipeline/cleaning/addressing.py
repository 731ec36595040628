"""Lines in which the page speaks to its reader about itself, whatever their wording.

A report says what happened; a page says "you", "our" or "please" next to words for itself: its site, its
stories, its newsletters. No list of phrases covers how pages ask, so these words are counted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workers.pipeline.cleaning.page import PageLine

LONGEST_WORDS: Final = 45
"""A page's request in one line has at most this many words."""

_SHORT_WORDS: Final = 15
_REQUEST_WORDS: Final = 30
# "US" is a country.
_ADDRESS: Final = re.compile(
    r"\b(?:(?i:you|your|yours|our|ours|we|please)|us)\b"
    r"|^(?i:read|get|try|join|add|support|stay|keep|visit|learn|find|discover|explore|contact|write|send|tell|choose"
    r"|enable|watch|listen|buy|order|want|like|enjoy|sign|log|subscribe|donate|become|start|share|follow|click|tap"
    r"|download|register|turn|never)\b"
)
_WORDS_FOR_ITSELF: Final = {
    "cookie": r"cookies?|browsers?|consent|privacy|preferences|trackers?|functionality|personali[sz]\w+",
    "newsletter": (
        r"e-?mail(?:s|ing)?|inbox|newsletters?|subscri\w+|sign(?:ing)?[\s-]up|regist(?:er|ration)|accounts?"
        r"|apps?|download|notifications?|alerts?|become\sa\s(?:member|supporter)|membership|donat\w+|journalism"
        r"|newsrooms?|digest|round-?up|unlimited|paywall|free\strial|(?:local|latest|daily)\snews"
    ),
    "comments": r"comments?|moderat\w+|feedback|corrections?|errors?|typos?|confidence|tips?|readers?",
    "copyright": r"permission|republish\w*|copyright|all\srights|reproduc\w+|licen[cs]e|disclaimers?",
    "share": (
        r"shar(?:e|ing)|follow|facebook|twitter|whatsapp|instagram|telegram|youtube|tiktok|social\smedia"
    ),
    "navigation": r"websites?|sites?|web\spages?|this\spage|links?|click|tap|log(?:ged)?[\s-]in|podcasts?",
    "related": r"articles?|stor(?:y|ies)|coverage|posts?|headlines|editions?",
}
_SELF: Final = tuple(
    (reason, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for reason, words in _WORDS_FOR_ITSELF.items()
)
_QUOTED: Final = re.compile(r"[\"“”«»]")
_REPORTED: Final = re.compile(
    r"[\"“”«»]|\b(?:said|says|told|added|announced|according\sto|argued|wrote|tweeted|asked|i|he|she|they|his|her"
    r"|their|was|were|had)\b",
    re.IGNORECASE,
)


def asks_reader(line: PageLine, *, outside: bool, impersonal: bool = False) -> str:
    """Why a line is the page speaking about itself; empty when it is not.

    Args:
        line: any line.
        outside: whether it stands above or below the report, where less is proof enough.
        impersonal: whether the report itself never speaks to its reader, so that a line that does is alien.
    """
    content = line.content
    if line.words > LONGEST_WORDS or _REPORTED.search(content):
        return ""
    counts = [
        (len({found.casefold() for found in words.findall(content)}), reason) for reason, words in _SELF
    ]
    total = sum(count for count, _ in counts)
    if total >= _needed(line, addressed=is_addressed(line), outside=outside, impersonal=impersonal):
        return max(counts, key=lambda item: item[0])[1] if total else "newsletter"
    return ""


def is_addressed(line: PageLine) -> bool:
    """Whether a line speaks to its reader outside a quotation."""
    return _ADDRESS.search(line.content) is not None and not _QUOTED.search(line.content)


def _needed(line: PageLine, *, addressed: bool, outside: bool, impersonal: bool) -> int:
    """How many words for itself a page must use before its line is taken for its own."""
    if not addressed:
        return 2 if outside and line.words <= _SHORT_WORDS else 4
    if impersonal and outside and line.words <= _SHORT_WORDS:
        return 0
    near_enough = (outside or impersonal) and line.words <= _REQUEST_WORDS
    return 1 if near_enough else 2
