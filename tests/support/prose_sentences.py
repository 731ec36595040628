"""Search for sentence ends in the prose of a Markdown source, where every sentence has a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"\s*(```|~~~)")
_NOT_PROSE = re.compile(r"\s*(\||#|<)")
_LIST_MARKER = re.compile(r"^\s*(?:[-*+]|\d+\.)\s+|^\s*>\s*")
_RUN_IN_HEADING = re.compile(r"^\*\*[^*]+\*\*\s+")
_INLINE_CODE = re.compile(r"(`+).+?\1")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_SENTENCE_END = re.compile(r"(\S*)[.!?][\"”’')\]*_]*\s+[\"“‘'(\[*_]*[A-Z0-9À-Þ]")
_ABBREVIATION = re.compile(r"(?i:\W*(?:e\.g|i\.e|etc|cf|vs|approx|al|no|dr|mr|mrs|ms|st))|\W*[A-Z]")


def crowded_lines(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield the number and the text of each line of prose on which a sentence ends and another begins.

    Code blocks, tables and headings are no prose. Inline code counts as one word and a link as its text.
    """
    in_code_block = False
    for number, line in enumerate(markdown.splitlines(), 1):
        if _FENCE.match(line):
            in_code_block = not in_code_block
        elif not in_code_block and not _NOT_PROSE.match(line) and _holds_two_sentences(_words_of(line)):
            yield number, line


def _words_of(line: str) -> str:
    """Return a line without the markers of Markdown and without a bold heading at its beginning."""
    text = _RUN_IN_HEADING.sub("", _LIST_MARKER.sub("", line))
    return _LINK.sub(r"\1", _INLINE_CODE.sub("Code", text))


def _holds_two_sentences(text: str) -> bool:
    return any(not _ABBREVIATION.fullmatch(end.group(1)) for end in _SENTENCE_END.finditer(text))
