"""English boilerplate at the ends of a line of prose: "By Ann Poe. PUBLISHED: 14:11 EST. The mayor…"."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.lang.en.datetime_patterns import MOMENTS
from nutgraf.nlp.lang.international.boilerplate_patterns import INLINE_PREFIX

_NAMES: Final = r"[^\W\d_a-z][\w'’-]*(?:[\s,.&]{1,2}(?:and\s|for\s|in\s|of\s|the\s)?[^\W\d_a-z][\w'’-]*){0,7}"
_DATED: Final = r"(?:PUBLISHED|UPDATED|CREATED)"
_THIS_REPORT: Final = r"this\s(?:report|story|article)\b"

BYLINE: Final = re.compile(r"By|BY")
"""Opening of a prefix that is a byline and no date."""

PREFIX: Final = re.compile(
    rf"""(?:
      (?:By|BY)\s?[.:]\s*{_NAMES}\s?\.\s*(?=(?:{_DATED}|Last\supdated|\||{_NAMES}\s?\.\s*{_DATED}))
      |{_NAMES}\s?\.\s*(?={_DATED})
      |(?:{_DATED}|(?i:last\supdated\sat|last\supdated|published|updated|posted|date))
        \s?[:.]{{0,2}}\s*(?:on\s|at\s)?(?i:{MOMENTS})[\s.|,]*
      |{INLINE_PREFIX}
    )""",
    re.VERBOSE,
)
"""Byline or date before the first sentence of a line."""

SUFFIX: Final = re.compile(
    rf"""(?<=[.!?"”'’)])\s*(?:
      (?:ALSO\sREAD|READ\sALSO|READ\sMORE|WATCH|Also\sread|Read\smore|Also\sRead|Read\sMore|SEE\sALSO|See\salso)
        \s?[:|-][^.!?]{{0,240}}[.!?]?
      |(?:ALSO\sREAD|READ\sALSO|READ\sMORE)\s?[:.]?
      |(?i:share\sor\scomment\son\sthis\sarticle).{{0,200}}
      |(?i:\(?(?:reporting|additional\sreporting|writing|editing)\sby\s)[^.]{{2,240}}[.)]{{0,2}}
      |(?i:\((?:with|from)\s(?:agency\s)?inputs?\b)[^)]{{0,120}}\)?
      |(?i:(?:©|copyright)\s[^.]{{0,120}}?(?:all\srights\sreserved|\d{{4}})[^.]{{0,80}}\.?
        (?:\sThis\smaterial\smay\snot\sbe\s.{{0,100}})?)
      |(?i:click\shere\s(?:for|to)\s).{{0,160}}
      |(?i:(?:follow|like)\s(?:us|@\w+)\s(?:on|for)\s).{{0,120}}
      |(?i:(?:--?\s)?[^.!?\n]{{2,160}}\bcontributed\s(?:reporting\s)?to\s{_THIS_REPORT})[^.!?]{{0,40}}\.?
      |(?i:sorry,?\swe\sare\s[^.!?]{{0,40}}\bcomments\b)[^.!?]{{0,80}}\.?
    )$""",
    re.VERBOSE,
)
"""Link, credit or notice behind the last sentence of a line."""
