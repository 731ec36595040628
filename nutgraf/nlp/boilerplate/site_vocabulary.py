"""Words that a page has for itself: what it is, what it sells, and what its reader can do with it."""

from __future__ import annotations

import re
from typing import Final


def _patterns(words: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {reason: re.compile(rf"\b(?:{listed})\b", re.IGNORECASE) for reason, listed in words.items()}


def _any(patterns: dict[str, re.Pattern[str]]) -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for pattern in patterns.values()), re.IGNORECASE)


UNAMBIGUOUS: Final = _patterns(
    {
        "cookie": r"cookies?|browsers?|consent|privacy|preferences|trackers?|functionality|personali[sz]\w+",
        "newsletter": (
            r"e-?mail(?:s|ing)?|inbox|newsletters?|subscri\w+|sign(?:ing)?[\s-]up|regist(?:er|ered|ration)|accounts?"
            r"|apps?|download|notifications?|alerts?|become\sa\s(?:member|supporter)|membership|donat\w+|journalism"
            r"|newsrooms?|digest|round-?up|unlimited|paywall|free\strial|(?:local|latest|daily)\snews|reporting"
        ),
        "comments": (
            r"comment(?:s|ing|ed)?|moderat\w+|feedback|corrections?|errors?|typos?|confidence|tips?|readers?"
        ),
        "copyright": (
            r"permission|republish\w*|copyright|all\srights|reproduc\w+|licen[cs]e|disclaimers?|imprint"
        ),
        "share": (
            r"shar(?:e|ing)|follow|facebook|twitter|whatsapp|instagram|telegram|youtube|tiktok|social\smedia"
        ),
        "navigation": (
            r"websites?|sites?|web\spages?|this\spage|links?|click|tap|log(?:ged)?[\s-]in|podcasts?"
        ),
        "related": r"articles?|stor(?:y|ies)|coverage|posts?|headlines|editions?",
    }
)
"""By reason, words that seldom stand in a report."""

AMBIGUOUS: Final = _patterns(
    {
        "cookie": (
            r"data|ads|advertis\w+|partners|suppliers|vendors|devices?|identifiers|ip\saddress(?:es)?|settings"
            r"|choices|agree(?:ment)?|stored?|personal"
        ),
        "newsletter": (
            r"letters?|pay(?:s|ing)?|paid|costs?|price|plan|offers?|free|members?|supporters?|trial|gift|preview"
            r"|reporters?|journalists?|news|briefing|every\s(?:morning|evening|day|week|\w+day)|weekly|daily"
            r"|a\s(?:week|month)"
        ),
        "comments": (
            r"debates?|discuss(?:ion)?|forum|conversation|below|sources?|hints?|desk|facts?|mistakes?|wrong"
            r"|opinions?|writers?|authors?|columnists?|staff|corrected"
        ),
        "copyright": r"texts?|pictures|protected|re-?use|in\swriting|written|published|publisher",
        "share": r"friends?|send",
        "navigation": r"overview|archives?|print|screen|mode|menu|listen|watch",
        "related": r"pieces?|reports?|reads?|reading|section|more",
    }
)
"""By reason, words that mean the page in one line and something else in another."""

_ANY_CLEAR: Final = _any(UNAMBIGUOUS)
_ANY_VAGUE: Final = _any(AMBIGUOUS)
_CLEAR_WEIGHT: Final = 2


def site_word_counts(content: str) -> tuple[int, int]:
    """How many different words a line has that seldom, or not always, stand in a report."""
    return _different(_ANY_CLEAR, content), _different(_ANY_VAGUE, content)


def likely_reason(content: str) -> str:
    """What a line of the page's own voice is about; ``fragment`` when its words do not tell."""
    weights = {
        reason: _CLEAR_WEIGHT * _different(UNAMBIGUOUS[reason], content)
        + _different(AMBIGUOUS[reason], content)
        for reason in UNAMBIGUOUS
    }
    reason = max(weights, key=lambda name: weights[name])
    return reason if weights[reason] else "fragment"


def _different(words: re.Pattern[str], content: str) -> int:
    return len({found.casefold() for found in words.findall(content)})
