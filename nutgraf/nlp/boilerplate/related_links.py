"""Lines that announce links to other articles: what follows them are teasers."""

from __future__ import annotations

import re
from typing import Final

RELATED_HEADING: Final = re.compile(
    r"""\W*(?:
        (?:(?:more|related|similar|recommended|suggested|popular|trending|featured|latest|top|other
          |further|recent|most\s(?:read|popular|viewed|shared|watched|commented|recent)
          |editor.?s.?\s(?:picks?|choice)|must[\s-]reads?|hot)
            (?:\s(?:articles?|stor(?:y|ies)|news|posts?|topics?|reads?|reading|coverage|content|links?
              |videos?|headlines|picks|for\syou|now|today|this\sweek|items|reports?|on\sthis(?:\s\w+)?
              |to\s(?:read|explore|this)(?:\s\w+)?|like\sthis)){0,3})
        |(?:you\s(?:may|might|will|could|would)\s(?:also\s|like\s|be\s|love\s|enjoy\s|want\s)*(?:also|like
          |love|enjoy|interested(?:\sin)?|to\sread|read|want|missed|have\smissed))(?:\s\w+)?
        |(?:read|see|up|watch|view|what\sto\sread)\s(?:more|also|next|related)(?:\s(?:stories|articles
          |news|on\s.{1,40}|about\s.{1,40}|from\s.{1,40}))?
        |also\s(?:read|see|on|in|of\sinterest)(?:\s.{1,30})?|see\salso|next\s(?:up|read|article|story)
          |don.t\smiss|in\scase\syou\smissed\sit|icymi|keep\sreading|what\s(?:others|people
          |readers)\sare\sreading
        |(?:more|other\sstories|latest|news|stories|articles|posts|headlines)\s(?:from|on|in|by|about|like
          |you)\s.{1,50}
        |(?:elsewhere|around|from|across|stories\sfrom|paid\scontent\sfrom)\s(?:on\s|around\s
          |across\s)?(?:the\s(?:web|site|archives?|internet|network)|our\s(?:partners|network|site
          |sponsors))
        |(?:recommended|suggested|picked|selected|curated)\s(?:for\syou|by\s\w+|stories|articles|reading
          |reads)|related|recommended|trending|popular|latest|headlines|top\sstories|breaking\snews
          |people\salso\s(?:read|like|ask)|(?:promoted|sponsored)\s(?:stories|links|content)
        |explore\smore.{0,30}|discover\smore.{0,30}|continue\sexploring|on\sthe\ssame\s(?:topic|subject
          |theme)|in\sother\snews|other\snews|further\sreading|read\sthe\sseries|our\s(?:latest
          |top)\s(?:stories|picks|coverage)
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
"""A line that announces links to other articles."""
