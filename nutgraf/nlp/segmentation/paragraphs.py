"""Which lines belong to one paragraph: hard-wrapped text is one paragraph over many lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.spans import LabelledLine

WIDEST_WRAP: Final = 120
"""No mail program or terminal wraps wider than this, in characters."""

NARROWEST_WRAP: Final = 50
"""Nor narrower than this: shorter lines are items of a list, or verse."""

_LINE_BREAK: Final = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ENDS_SENTENCE: Final = re.compile(r"[.!?:;…。！？؟۔।][\"'”’»)\]\s]*$")
_ENDS_OPEN: Final = re.compile(
    r"(?:[,\-–—(]|\b(?:a|an|and|as|at|but|by|for|from|in|is|its|of|on|or|that|the|their|to|was|were|with|which|who))$"
)
_ITEM: Final = re.compile(r"(?:[-–—•*▪●◦‣·]|\(?\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text that is read as one: a heading, or lines of one paragraph."""

    start: int
    end: int
    heading: bool


@dataclass(frozen=True, slots=True)
class _Layout:
    width: int
    punctuated: bool


def join_wrapped_lines(doc: Doc) -> Iterator[tuple[int, Paragraph]]:
    """Join lines that were wrapped, in order; removed lines are left out and end a paragraph.

    Yields:
        The paragraph's number, from 0, and its run.
    """
    text, lines = doc.text, doc.lines
    layout = _layout(text, lines)
    paragraph = 0
    current: list[LabelledLine] = []
    for line in lines:
        if current and not (_joins(text, current[-1], line, layout)):
            yield paragraph, _run(current)
            paragraph += 1
            current = []
        if line.kind != "removed":
            current.append(line)
    if current:
        yield paragraph, _run(current)


def _run(lines: Sequence[LabelledLine]) -> Paragraph:
    return Paragraph(start=lines[0].start, end=lines[-1].end, heading=lines[0].kind == "heading")


def _layout(text: str, lines: Sequence[LabelledLine]) -> _Layout:
    """How the text was typed: its wrap width (0 if none) and whether most of its lines end sentences."""
    body = [line for line in lines if line.kind == "body"]
    if not body:
        return _Layout(width=0, punctuated=False)
    lengths = sorted(line.end - line.start for line in body)
    widest = lengths[-1]
    full = sum(length >= 0.75 * widest for length in lengths)
    wrapped = len(body) > 1 and NARROWEST_WRAP <= widest <= WIDEST_WRAP and full >= 0.5 * len(body)
    ended = sum(_ends_sentence(text, line) for line in body)
    return _Layout(width=widest if wrapped else 0, punctuated=ended >= 0.7 * len(body))


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
    """Whether the one line break between two lines was made by a margin, not by a writer."""
    length = line.end - line.start
    if _ends_sentence(text, line):
        return layout.width > 0 and length >= 0.75 * layout.width
    if text[following.start].islower() or _ENDS_OPEN.search(text, max(line.start, line.end - 12), line.end):
        return True
    if layout.width:
        next_word = text[following.start : following.end].split(maxsplit=1)[0]
        return length + 1 + len(next_word) > 0.9 * layout.width
    return layout.punctuated and length > WIDEST_WRAP
