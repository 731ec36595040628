"""Boilerplate at the ends of a line of prose: "By Ann Poe. PUBLISHED: 14:11 EST. The mayor…"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.lang.en.datetime_patterns import MOMENTS
from nutgraf.nlp.spans import LabelledLine

if TYPE_CHECKING:
    from nutgraf.nlp.boilerplate.lines import PageLine
    from nutgraf.nlp.spans import LineKind

_NAMES: Final = r"[^\W\d_a-z][\w'’-]*(?:[\s,.&]{1,2}(?:and\s|for\s|in\s|of\s|the\s)?[^\W\d_a-z][\w'’-]*){0,7}"
_PREFIX: Final = re.compile(
    rf"""(?:
      (?:By|BY)\s?[.:]\s*{_NAMES}\s?\.\s*
        (?=(?:PUBLISHED|UPDATED|CREATED|Last\supdated|\||{_NAMES}\s?\.\s*(?:PUBLISHED|UPDATED|CREATED)))
      |{_NAMES}\s?\.\s*(?=(?:PUBLISHED|UPDATED|CREATED))
      |(?:(?:PUBLISHED|UPDATED|CREATED|(?i:last\supdated\sat|last\supdated|published|updated|posted|date)))\s?[:.]{{0,2}}\s*(?:on\s|at\s)?(?i:{MOMENTS})[\s.|,]*
      |[|]\s*\.?\s*
    )""",
    re.VERBOSE,
)
_SUFFIX: Final = re.compile(
    r"""(?<=[.!?"”'’)])\s*(?:
      (?:ALSO\sREAD|READ\sALSO|READ\sMORE|WATCH|Also\sread|Read\smore|Also\sRead|Read\sMore|SEE\sALSO|See\salso)\s?[:|-][^.!?]{0,240}[.!?]?
      |(?:ALSO\sREAD|READ\sALSO|READ\sMORE)\s?[:.]?
      |(?i:share\sor\scomment\son\sthis\sarticle).{0,200}
      |(?i:\(?(?:reporting|additional\sreporting|writing|editing)\sby\s)[^.]{2,240}[.)]{0,2}
      |(?i:\((?:with|from)\s(?:agency\s)?inputs?\b)[^)]{0,120}\)?
      |(?i:(?:©|copyright)\s[^.]{0,120}?(?:all\srights\sreserved|\d{4})[^.]{0,80}\.?(?:\sThis\smaterial\smay\snot\sbe\s.{0,100})?)
      |(?i:click\shere\s(?:for|to)\s).{0,160}
      |(?i:(?:follow|like)\s(?:us|@\w+)\s(?:on|for)\s).{0,120}
      |(?i:(?:--?\s)?[^.!?\n]{2,160}\bcontributed\s(?:reporting\s)?to\sthis\s(?:report|story|article)\b)[^.!?]{0,40}\.?
      |(?i:sorry,?\swe\sare\s[^.!?]{0,40}\bcomments\b)[^.!?]{0,80}\.?
    )$""",
    re.VERBOSE,
)
_LONGEST_SUFFIX: Final = 480
_LONGEST_PREFIX: Final = 320
_LEAST_LEFT: Final = 30
_LEAST_WORDS: Final = 8
_WORDS: Final = re.compile(r"\w+")


def split_inline_boilerplate(line: PageLine, kind: LineKind) -> tuple[LabelledLine, ...]:
    """A line of prose or a heading as one part, or as up to three: before it, itself, after it."""
    content = line.text
    begin = _prefix_end(content)
    end = _suffix_start(content)
    if end - begin < _LEAST_LEFT:
        begin, end = 0, len(content)
    parts = []
    if begin:
        parts.append(
            _part(line, 0, begin, "removed", "byline" if content[:2] in ("By", "BY") else "metadata")
        )
    parts.append(_part(line, begin, end, kind, ""))
    if end < len(content):
        parts.append(_part(line, end, len(content), "removed", "related"))
    return tuple(parts)


def ends_in_boilerplate(line: PageLine) -> bool:
    """Whether a line is prose of some length that only its last sentence is not: it is cut, not removed."""
    start = _suffix_start(line.text)
    return start < len(line.text) and len(_WORDS.findall(line.text[:start])) >= _LEAST_WORDS


def _part(line: PageLine, begin: int, end: int, kind: LineKind, reason: str) -> LabelledLine:
    content = line.text[begin:end]
    start = line.start + begin + len(content) - len(content.lstrip())
    stop = line.start + begin + len(content.rstrip())
    return LabelledLine(start, stop, kind, reason)


def _prefix_end(content: str) -> int:
    position = 0
    while position < _LONGEST_PREFIX:
        found = _PREFIX.match(content, position)
        if not found or found.end() == position:
            break
        position = found.end()
    return position


def _suffix_start(content: str) -> int:
    found = _SUFFIX.search(content, max(0, len(content) - _LONGEST_SUFFIX))
    return found.start() if found else len(content)
