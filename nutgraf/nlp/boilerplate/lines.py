"""Lines of a text, with the properties that follow from a line's shape alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_LINE: Final = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_MARKER: Final = re.compile(r"(?P<bullet>[-–—•*▪●◦‣·>»+])\s+|(?P<number>\(?\d{1,3}[.)])\s+")
_ENDED: Final = re.compile(r"(?:[.!?…。！？؟۔।:;]|[.!?…,。！？][\"'”’»)\]]{1,3}|[”»])$")
_WORD: Final = re.compile(r"\w[\w'’.-]*")
# Scripts without spaces: two characters stand for about one word.
_UNSPACED: Final = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)

SENTENCE_WORDS: Final = 4
"""A punctuated line of this many words counts as prose."""

PARAGRAPH_WORDS: Final = 25
"""A line of this many words counts as prose without any punctuation."""


@dataclass(frozen=True)
class PageLine:
    """One non-blank line.

    Attributes:
        start: offset of its first character that is no whitespace.
        end: offset behind its last one.
        text: the text between.
        after_blank: whether a blank line, or the end of a paragraph, stands before it.
    """

    start: int
    end: int
    text: str
    after_blank: bool

    @cached_property
    def marker(self) -> str:
        """Kind of the mark of a list item before the line: ``bullet``, ``number`` or nothing."""
        mark = _MARKER.match(self.text)
        return (mark.lastgroup or "") if mark else ""

    @cached_property
    def content(self) -> str:
        """The line without its list marker."""
        mark = _MARKER.match(self.text)
        return self.text[mark.end() :] if mark else self.text

    @cached_property
    def words(self) -> int:
        """Number of words, counting two characters of an unspaced script as one word."""
        spaced = len(_WORD.findall(_UNSPACED.sub(" ", self.content)))
        return spaced + len(_UNSPACED.findall(self.content)) // 2

    @cached_property
    def ended(self) -> bool:
        """Whether the line ends as a sentence does."""
        return _ENDED.search(self.content[-4:]) is not None

    @cached_property
    def sentence(self) -> bool:
        """Whether the line reads as at least one sentence."""
        return (self.ended and self.words >= SENTENCE_WORDS) or self.words >= PARAGRAPH_WORDS


def split_lines(text: str) -> tuple[PageLine, ...]:
    """Return every non-blank line of a text, in order."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[PageLine]:
    previous_end = 0
    for match in _LINE.finditer(text):
        content = match.group().strip()
        if not content:
            continue
        start = match.start() + match.group().index(content[0])
        gap = text[previous_end:start]
        breaks = gap.count("\n") + gap.count("\u2028") + gap.count("\x85") or gap.count("\r")
        yield PageLine(start, start + len(content), content, breaks > 1 or "\u2029" in gap)
        previous_end = start + len(content)
