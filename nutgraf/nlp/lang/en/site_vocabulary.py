"""English words that a news site has for itself: what it is, what it sells, what its readers can do with it.

Sources of case-insensitive patterns, by the reason that a line with the word is given.
"""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.lang.international.web import MESSENGERS, PLATFORMS

UNAMBIGUOUS: Final = {
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
    "share": rf"shar(?:e|ing)|follow|social\smedia|{PLATFORMS}|{MESSENGERS}",
    "navigation": (r"websites?|sites?|web\spages?|this\spage|links?|click|tap|log(?:ged)?[\s-]in|podcasts?"),
    "related": r"articles?|stor(?:y|ies)|coverage|posts?|headlines|editions?",
}
"""Words that seldom stand in a report."""

AMBIGUOUS: Final = {
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
"""Words that mean the page in one line and something else in another."""
