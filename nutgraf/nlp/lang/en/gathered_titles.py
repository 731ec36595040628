"""Headlines of articles that gather several events: round-ups, briefs, live blogs, in English."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.schema.patterns import alternation
from nutgraf.nlp.word_lists import phrase_set

_ANYWHERE: Final = phrase_set("""
    in brief | news briefs | local briefs | world briefs | business briefs | sports briefs | police briefs
    round-up | roundup | news digest | daily digest | weekly digest
    morning briefing | evening briefing | daily briefing | news briefing | world briefing | weekend briefing
    need to know today | need to know this morning | need to know this week | need to know this weekend
    things to know today | things to know for today | news at a glance | week in review | the week in
    today's headlines | top headlines | top stories | morning headlines | evening headlines | today's papers
    live blog | liveblog | live updates | live coverage | as it happened | all the latest | latest updates
""")

GATHERED_TITLES: Final = re.compile(
    # "Storm live: all the latest", "LIVE - cup day"; people who live somewhere are nobody's live blog.
    rf"(?<![\w'’]){alternation(_ANYWHERE)}(?![\w'’])|\blive\s*[:|]|^live\s[-–—]|[-–—:|]\s*live$",
    re.IGNORECASE,
)
