"""Boilerplate at the ends of a line of prose: "By Ann Poe. PUBLISHED: 14:11 EST. The mayor…"."""

from __future__ import annotations

import re
from typing import Final

from nutgraf.nlp.boilerplate.lines import PageLine
from nutgraf.nlp.lang.schema.boilerplate import InlinePatterns
from nutgraf.nlp.spans import LabelledLine, LineKind

_LONGEST_SUFFIX: Final = 480
_LONGEST_PREFIX: Final = 320
_LEAST_LEFT: Final = 30
_LEAST_WORDS: Final = 8
_WORDS: Final = re.compile(r"\w+")


def split_inline_boilerplate(
    line: PageLine, kind: LineKind, patterns: InlinePatterns
) -> tuple[LabelledLine, ...]:
    """Return a line of prose or a heading as one part, or cut off the boilerplate before and behind it."""
    content = line.text
    begin = _prefix_end(content, patterns)
    end = _suffix_start(content, patterns)
    if end - begin < _LEAST_LEFT:
        begin, end = 0, len(content)
    parts = []
    if begin:
        reason = "byline" if patterns.byline.match(content) else "metadata"
        parts.append(_part(line, 0, begin, "removed", reason))
    parts.append(_part(line, begin, end, kind, ""))
    if end < len(content):
        parts.append(_part(line, end, len(content), "removed", "related"))
    return tuple(parts)


def ends_in_boilerplate(line: PageLine, patterns: InlinePatterns) -> bool:
    """Return whether a line is prose of some length whose end is boilerplate: it is cut, not removed."""
    start = _suffix_start(line.text, patterns)
    return start < len(line.text) and len(_WORDS.findall(line.text[:start])) >= _LEAST_WORDS


def _part(line: PageLine, begin: int, end: int, kind: LineKind, reason: str) -> LabelledLine:
    content = line.text[begin:end]
    start = line.start + begin + len(content) - len(content.lstrip())
    stop = line.start + begin + len(content.rstrip())
    return LabelledLine(start, stop, kind, reason)


def _prefix_end(content: str, patterns: InlinePatterns) -> int:
    position = 0
    while position < _LONGEST_PREFIX:
        match = patterns.prefix.match(content, position)
        if not match or match.end() == position:
            break
        position = match.end()
    return position


def _suffix_start(content: str, patterns: InlinePatterns) -> int:
    match = patterns.suffix.search(content, max(0, len(content) - _LONGEST_SUFFIX))
    return match.start() if match else len(content)
