"""Labels that follow from a line's place: headings, labels above the report, and fragments below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from nutgraf.nlp.boilerplate.line_rules import is_biography
from nutgraf.nlp.boilerplate.lines import PageLine
from nutgraf.nlp.lang.schema.boilerplate import BoilerplateRules
from nutgraf.nlp.spans import LineKind

LONGEST_HEADLINE_WORDS: Final = 30
SHORTEST_HEADLINE_WORDS: Final = 4
LONGEST_SUBHEADING_WORDS: Final = 16
_SHORTEST_WRAPPED: Final = 40
_WIDEST_WRAPPED: Final = 120
_FULL: Final = 0.6
_FEW_SENTENCES: Final = 0.3
_LOOSE_PROSE_WORDS: Final = 8
_VERSE_LINES: Final = 3
_FEWEST_ENDED: Final = 4
_MOST_ENDED: Final = 0.7
_SENTENCE_INSIDE: Final = re.compile(r"\w{2}[.!?][\"”’)]*\s+[\"“‘(]?[^\W\d_a-z]")
_SPOKEN: Final = re.compile(r"[\"“”«»„]")
_NAME: Final = r"\s?[^\W\d_a-z][\w.'’-]*(?:(?:\s+[^\W\d_A-Z]{1,3})*\s+[^\W\d_a-z]|[,)]|$)"
_CREDITED: Final = re.compile(
    r"[\"“„«](?:[^\s\"“”„«»]+\s+){2,}[^\s\"“”„«»]*[.!?…,][\"”“»]\s*(?:[—–―]|-{1,2}|\()" + _NAME
)
_QUOTED_TO_THE_END: Final = re.compile(r"[.!?…,][\"”“»]$")
_SIGNATURE: Final = re.compile(r"(?:[—–―]|--)" + _NAME)
_OPEN: Final = re.compile(r"[,\-–—(]$")


@dataclass(frozen=True, slots=True)
class LayoutLabel:
    """Kind of a line by its place, and why it is removed if it is."""

    kind: LineKind = "body"
    reason: str = ""


BODY: Final = LayoutLabel()
HEADING: Final = LayoutLabel("heading")


def reads_as_headline(line: PageLine) -> bool:
    """Return whether a line could be the page's headline: several words, and no full stop."""
    return SHORTEST_HEADLINE_WORDS <= line.words <= LONGEST_HEADLINE_WORDS and not line.ended


def label_by_layout(lines: Sequence[PageLine], rules: BoilerplateRules, *, titled: bool) -> list[LayoutLabel]:
    """Distinguish headings and fragments from prose among the lines that no other rule has claimed.

    Args:
        lines: those lines, in order.
        rules: the language's rules.
        titled: whether the document has a title.

    Returns:
        One label a line. Where no line is prose, as in a poem, every line is body.
    """
    prose = _prose(lines)
    if not any(prose):
        return [BODY] * len(lines)
    first = prose.index(True)
    last = len(prose) - 1 - prose[::-1].index(True)
    head = _head(lines[:first], titled=titled)
    punctuated = _is_punctuated(lines)
    middle = [_inside(lines, prose, position, punctuated=punctuated) for position in range(first, last + 1)]
    tail = [_below(lines, position) for position in range(last + 1, len(lines))]
    if is_biography(lines[last], rules) and any(prose[:last]):
        middle[-1] = LayoutLabel("removed", "byline")
    return head + middle + tail


def _prose(lines: Sequence[PageLine]) -> list[bool]:
    """Return which lines are prose; where hardly any line ends a sentence, length alone decides."""
    long = [line for line in lines if line.words >= _LOOSE_PROSE_WORDS]
    unpunctuated = sum(line.ended for line in long) < _FEW_SENTENCES * len(long)
    wrapped = _wrapped(lines)
    return [
        line.sentence or wrapped[position] or (unpunctuated and line.words >= _LOOSE_PROSE_WORDS)
        for position, line in enumerate(lines)
    ]


def _wrapped(lines: Sequence[PageLine]) -> list[bool]:
    """Return which lines are of hard-wrapped paragraphs: blocks in which a line goes on in lower case."""
    marks = [False] * len(lines)
    for begin, end in _blocks(lines):
        block = lines[begin:end]
        widest = max(len(line.text) for line in block)
        goes_on = any(
            line.text[0].islower() and not before.ended and len(before.text) >= _SHORTEST_WRAPPED
            for before, line in pairwise(block)
        )
        if not goes_on:
            continue
        for position in range(begin, end):
            full = len(lines[position].text) >= _FULL * min(widest, _WIDEST_WRAPPED)
            marks[position] = full or position == end - 1
    return marks


def _blocks(lines: Sequence[PageLine]) -> list[tuple[int, int]]:
    starts = [position for position, line in enumerate(lines) if position == 0 or line.after_blank]
    return list(zip(starts, [*starts[1:], len(lines)], strict=True)) if lines else []


def _head(lines: Sequence[PageLine], *, titled: bool) -> list[LayoutLabel]:
    """Label the lines above the report: headlines are headings, labels are navigation."""
    has_headline = titled or any(reads_as_headline(line) for line in lines)
    return [_above(line, has_headline=has_headline) for line in lines]


def _above(line: PageLine, *, has_headline: bool) -> LayoutLabel:
    if line.ended and not line.marker:
        return BODY
    if line.words >= SHORTEST_HEADLINE_WORDS and not line.marker:
        return HEADING
    return LayoutLabel("removed", "navigation") if has_headline or line.marker else HEADING


def _is_punctuated(lines: Sequence[PageLine]) -> bool:
    """Return whether the page's paragraphs end with a full stop, each on a line of its own."""
    long = [line for line in lines if line.words > LONGEST_SUBHEADING_WORDS]
    ended = sum(line.ended for line in long)
    return ended >= _FEWEST_ENDED and ended >= _MOST_ENDED * len(long)


def _is_caption(lines: Sequence[PageLine], position: int) -> bool:
    """Return whether a line of a punctuated page is one sentence without its full stop.

    Captions are written so, and news is not. Lines that go on in the next, and words that somebody speaks,
    are kept.
    """
    line = lines[position]
    if line.ended or line.marker or line.words <= LONGEST_SUBHEADING_WORDS or not position:
        return False
    following = lines[position + 1] if position + 1 < len(lines) else None
    goes_on = following is not None and following.text[0].islower()
    inside = _SENTENCE_INSIDE.search(line.text) or _SPOKEN.search(line.text) or _OPEN.search(line.text)
    return not goes_on and inside is None


def _inside(
    lines: Sequence[PageLine], prose: Sequence[bool], position: int, *, punctuated: bool
) -> LayoutLabel:
    """Label a line between prose: a short one without a full stop is a subheading, unless in a list."""
    line = lines[position]
    if punctuated and _is_caption(lines, position):
        return LayoutLabel("removed", "caption")
    if prose[position] or line.ended or line.marker or line.words > LONGEST_SUBHEADING_WORDS:
        return BODY
    if _names_speaker(lines, position):
        return BODY
    return BODY if _in_verse(lines, prose, position) else HEADING


def _in_verse(lines: Sequence[PageLine], prose: Sequence[bool], position: int) -> bool:
    """Return whether a line stands in a block of several lines without full stops."""
    begin = position
    while begin > 0 and not lines[begin].after_blank and not prose[begin - 1]:
        begin -= 1
    end = position + 1
    while end < len(lines) and not lines[end].after_blank and not prose[end]:
        end += 1
    return end - begin >= _VERSE_LINES


def _names_speaker(lines: Sequence[PageLine], position: int) -> bool:
    """Return whether a line is a quotation with its speaker behind it, or the speaker of the one above."""
    text = lines[position].text
    if _CREDITED.match(text):
        return True
    above = lines[position - 1].text if position else ""
    return _SIGNATURE.match(text) is not None and _QUOTED_TO_THE_END.search(above) is not None


def _below(lines: Sequence[PageLine], position: int) -> LayoutLabel:
    line = lines[position]
    if line.ended or line.marker or line.words > LONGEST_SUBHEADING_WORDS or _names_speaker(lines, position):
        return BODY
    return LayoutLabel("removed", "fragment")
