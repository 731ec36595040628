"""Paragraphs of a text: hard-wrapped text is one paragraph over many lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang.schema.patterns import alternation
from nutgraf.nlp.lang.schema.segmentation import UNKNOWN_LANGUAGE
from nutgraf.nlp.spans import LabelledLine

WIDEST_WRAP: Final = 120
"""Widest margin, in characters, that a mail program or terminal wraps at."""

NARROWEST_WRAP: Final = 50
"""Narrowest margin; shorter lines are items of a list, or verse."""

_LINE_BREAK: Final = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ENDS_SENTENCE: Final = re.compile(r"[.!?:;…。！？؟۔।][\"'”’»)\]\s]*$")
_ENDING: Final = 12
"""Characters at a line's end that are searched for an open ending."""

_ITEM: Final = re.compile(r"(?:[-–—•*▪●◦‣·]|\(?\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Stretch of text that is read as one: a heading, or lines of one paragraph."""

    start: int
    end: int
    heading: bool


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a text was typed.

    Attributes:
        width: where its lines are wrapped, in characters; 0 if nowhere.
        punctuated: whether most of its lines end sentences.
        open_ending: matches a line that goes on in the next, at the line's end.
    """

    width: int
    punctuated: bool
    open_ending: re.Pattern[str]


def join_wrapped_lines(doc: Doc) -> Iterator[tuple[int, Paragraph]]:
    """Join the wrapped lines of a document, in order; removed lines are left out and end a paragraph.

    Yields:
        The paragraph's number, from 0, and the paragraph.
    """
    text, lines = doc.text, doc.lines
    layout = _layout(doc)
    number = 0
    current: list[LabelledLine] = []
    for line in lines:
        if current and not _joins(text, current[-1], line, layout):
            yield number, _paragraph(current)
            number += 1
            current = []
        if line.kind != "removed":
            current.append(line)
    if current:
        yield number, _paragraph(current)


def _paragraph(lines: Sequence[LabelledLine]) -> Paragraph:
    return Paragraph(start=lines[0].start, end=lines[-1].end, heading=lines[0].kind == "heading")


@cache
def _open_ending(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:[,\-–—(]|\b{alternation(words)})$")


def _layout(doc: Doc) -> _Layout:
    rules = doc.language.segmentation if doc.language else UNKNOWN_LANGUAGE
    open_ending = _open_ending(rules.open_endings)
    body = [line for line in doc.lines if line.kind == "body"]
    if not body:
        return _Layout(width=0, punctuated=False, open_ending=open_ending)
    lengths = sorted(line.end - line.start for line in body)
    widest = lengths[-1]
    full = sum(length >= 0.75 * widest for length in lengths)
    wrapped = len(body) > 1 and NARROWEST_WRAP <= widest <= WIDEST_WRAP and full >= 0.5 * len(body)
    ended = sum(_ends_sentence(doc.text, line) for line in body)
    return _Layout(widest if wrapped else 0, ended >= 0.7 * len(body), open_ending)


def _ends_sentence(text: str, line: LabelledLine) -> bool:
    return _ENDS_SENTENCE.search(text, max(line.start, line.end - 20), line.end) is not None


def _joins(text: str, line: LabelledLine, following: LabelledLine, layout: _Layout) -> bool:
    if line.kind != "body" or following.kind != "body":
        return False
    breaks = len(_LINE_BREAK.findall(text[line.end : following.start]))
    if breaks == 0:
        return True
    return breaks == 1 and not _ITEM.match(text, following.start) and _wraps(text, line, following, layout)


def _wraps(text: str, line: LabelledLine, following: LabelledLine, layout: _Layout) -> bool:
    """Return whether the one line break between two lines was made by a margin, not by a writer."""
    length = line.end - line.start
    if _ends_sentence(text, line):
        return layout.width > 0 and length >= 0.75 * layout.width
    if text[following.start].islower():
        return True
    if layout.open_ending.search(text, max(line.start, line.end - _ENDING), line.end):
        return True
    if layout.width:
        next_word = text[following.start : following.end].split(maxsplit=1)[0]
        return length + 1 + len(next_word) > 0.9 * layout.width
    return False
