"""Stretches of a text between an opening and a closing quotation mark.

Straight and curly marks may be mixed, single marks are told apart from apostrophes, and a quotation that runs
over paragraphs (the opening mark repeated, the closing one only at the end) gives one stretch a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.nlp.lang.schema.quotations import QuotationRules
    from nutgraf.nlp.spans import SentenceSpan

_DOUBLE: Final = re.compile('["“”„‟«»]')
_SINGLE_OPENINGS: Final = frozenset("'‘")
_SINGLE: Final = re.compile("['‘’‛]")
_OPENING_SIDE: Final = frozenset("([{—–-/‘'\"“")
_CLOSING_SIDE: Final = frozenset(".,;:!?)]}—–-…/’'\"”")
_SHORT_YEAR: Final = re.compile(r"[0-9]{2}\b")
_LONGEST_SINGLE: Final = 1500
_SENTENCE_ENDS: Final = (".", "!", "?", "…")
_SPEECH_ENDS: Final = (",", ".", "!", "?", "…")
_LOOK_BACK: Final = 8


@dataclass(frozen=True, slots=True)
class Block:
    """Sentences of one paragraph with nothing but space between them, so that nothing removed lies inside."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class QuotedStretch:
    """A stretch between marks, without them; ``continued`` when the one before it goes on here."""

    start: int
    end: int
    block: int
    continued: bool = False


def paragraph_blocks(text: str, sentences: Sequence[SentenceSpan]) -> tuple[Block, ...]:
    """Return the sentences joined into stretches without a gap."""
    found: list[Block] = []
    for span in sorted(sentences, key=lambda sentence: sentence.start):
        last = found[-1] if found else None
        if last and last.paragraph == span.paragraph and not text[last.end : span.start].strip():
            found[-1] = Block(last.start, span.end, last.paragraph)
        else:
            found.append(Block(span.start, span.end, span.paragraph))
    return tuple(found)


def quoted_stretches(text: str, within: Sequence[Block], rules: QuotationRules) -> tuple[QuotedStretch, ...]:
    """Return all stretches between quotation marks, in order, never overlapping or nested."""
    found: list[QuotedStretch] = []
    pending: QuotedStretch | None = None
    single: QuotedStretch | None = None
    for number, block in enumerate(within):
        goes_on = pending is not None and text[block.start] in '"“„«'
        if goes_on and pending is not None:
            found.append(pending)
        doubles, pending = _doubles(text, block, number, goes_on=goes_on)
        outer = list(_singles_around(text, block, number, doubles, rules))
        parted = [quoted for quoted in doubles if not any(_holds(one, quoted) for one in outer)]
        inside = _with_singles(text, block, number, sorted([*outer, *parted], key=_start), rules)
        if single is not None and text[block.start] in _SINGLE_OPENINGS:
            found.append(single)
            inside = [replace(one, continued=one.start == block.start + 1) for one in inside]
        found.extend(inside)
        single = None if inside or pending else _open_single(text, block, number, single, rules)
    return tuple(sorted(found, key=lambda quoted: quoted.start))


def _doubles(
    text: str, block: Block, number: int, *, goes_on: bool
) -> tuple[list[QuotedStretch], QuotedStretch | None]:
    """Return the stretches in double marks, and the one that the block leaves open.

    A mark that opens again at each sentence, and closes behind the last, gives one stretch a sentence.
    """
    found: list[QuotedStretch] = []
    reopened: list[QuotedStretch] = []
    opened: int | None = None
    continued = goes_on
    for match in _DOUBLE.finditer(text, block.start, block.end):
        position = match.start()
        if _opens(text, block, position, is_open=opened is not None):
            if opened is not None and _ends_sentence(text, position):
                reopened.append(_trimmed(text, opened + 1, position, number, continued=bool(reopened)))
            else:
                reopened = []
            opened = position
        elif opened is not None:
            goes_on_here = bool(reopened) or (goes_on and opened == block.start)
            found += [*reopened, _trimmed(text, opened + 1, position, number, continued=goes_on_here)]
            opened, reopened = None, []
    left = None
    if opened is not None:
        left = _trimmed(text, opened + 1, block.end, number, continued=continued)
    return [quoted for quoted in found if quoted.start < quoted.end], left


def _ends_sentence(text: str, position: int) -> bool:
    """Return whether a sentence ends before a mark, with a space between."""
    before = text[max(0, position - _LOOK_BACK) : position].rstrip()
    return before.endswith(_SENTENCE_ENDS) and text[position - 1 : position].isspace()


def _trimmed(text: str, start: int, end: int, number: int, *, continued: bool = False) -> QuotedStretch:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return QuotedStretch(start, end, number, continued=continued)


def _opens(text: str, block: Block, position: int, *, is_open: bool) -> bool:
    """Return whether a double mark opens, by shape and neighbours; one glued on both sides toggles."""
    mark = text[position]
    left = text[position - 1] if position > block.start else " "
    right = text[position + 1] if position + 1 < block.end else " "
    opening = (left.isspace() or left in _OPENING_SIDE) and not right.isspace()
    closing = (right.isspace() or right in _CLOSING_SIDE) and not left.isspace()
    if mark in "“„«":
        return not (is_open and closing and not opening)
    if mark in "”»":
        return not is_open and opening and not closing
    if is_open:
        return opening and not closing
    return opening or not closing


def _with_singles(
    text: str, block: Block, number: int, doubles: list[QuotedStretch], rules: QuotationRules
) -> list[QuotedStretch]:
    """Return the double-marked stretches and those in single marks between them."""
    edges = [block.start, *(edge for quoted in doubles for edge in (quoted.start, quoted.end)), block.end]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return [*doubles, *(quoted for gap in gaps for quoted in _singles(text, *gap, number, rules))]


def _singles_around(
    text: str, block: Block, number: int, doubles: list[QuotedStretch], rules: QuotationRules
) -> Iterator[QuotedStretch]:
    """Yield the stretches in single marks that hold double ones, as British papers print what somebody cites.

    The single mark opens before a double one outside all of them, and closes behind a sign that ends speech.
    """
    end = block.start
    for double in doubles:
        if double.start < end:
            continue
        before = [match.start() for match in _SINGLE.finditer(text, end, double.start - 1)]
        openers = [position for position in before if _opens_single(text, block.start, position, rules)]
        closed = any(_closes_speech(text, block.end, position) for position in before)
        if not openers or closed:
            end = double.end
            continue
        reach = min(block.end, openers[0] + _LONGEST_SINGLE)
        closing = next(
            (
                match.start()
                for match in _SINGLE.finditer(text, double.end, reach)
                if _closes_speech(text, block.end, match.start())
                and not any(other.start <= match.start() < other.end for other in doubles)
            ),
            None,
        )
        if closing is not None:
            yield _trimmed(text, openers[0] + 1, closing, number)
        end = double.end if closing is None else closing + 1


def _closes_speech(text: str, last: int, position: int) -> bool:
    return _closes_single(text, last, position) and text[position - 1 : position] in _SPEECH_ENDS


def _holds(outer: QuotedStretch, inner: QuotedStretch) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _start(quoted: QuotedStretch) -> int:
    return quoted.start


def _singles(text: str, first: int, last: int, number: int, rules: QuotationRules) -> Iterator[QuotedStretch]:
    marks = [match.start() for match in _SINGLE.finditer(text, first, last)]
    if not marks:
        return
    openers = [
        position
        for position in marks
        if not text[position - 1 : position].isalnum() and _opens_single(text, first, position, rules)
    ]
    closers = [position for position in marks if _closes_single(text, last, position)]
    reopened: list[QuotedStretch] = []
    for opened, following in pairwise([*openers, last]):
        limit = min(following, opened + _LONGEST_SINGLE)
        candidates = closers[bisect_left(closers, opened + 1) : bisect_left(closers, limit)]
        if candidates:
            closing = next((at for at in candidates if not _is_possessive(text, at, rules)), candidates[0])
            quoted = _trimmed(text, opened + 1, closing, number, continued=bool(reopened))
            if quoted.start < quoted.end:
                yield from (*reopened, quoted)
            reopened = []
        elif following < last and _ends_sentence(text, following):
            reopened.append(_trimmed(text, opened + 1, following, number, continued=bool(reopened)))
        else:
            reopened = []


def _open_single(
    text: str, block: Block, number: int, before: QuotedStretch | None, rules: QuotationRules
) -> QuotedStretch | None:
    """Return the stretch in single marks that opens a paragraph and is not closed in it."""
    if text[block.start] not in _SINGLE_OPENINGS or not _opens_single(text, block.start, block.start, rules):
        return None
    return _trimmed(text, block.start + 1, block.end, number, continued=before is not None)


def _opens_single(text: str, first: int, position: int, rules: QuotationRules) -> bool:
    left = text[position - 1] if position > first else " "
    right = text[position + 1 : position + 2]
    if text[position] == "’" or not (left.isspace() or left in '([{—–-"“'):
        return False
    if not (right.isalnum() or right in ("…", "£", "$", "€")):
        return False
    return not (_SHORT_YEAR.match(text, position + 1) or rules.elided.match(text, position + 1))


def _closes_single(text: str, last: int, position: int) -> bool:
    right = text[position + 1] if position + 1 < last else " "
    return text[position] in "'’" and not right.isalnum() and not text[position - 1 : position].isspace()


def _is_possessive(text: str, position: int, rules: QuotationRules) -> bool:
    """Return whether a closing mark may be the apostrophe of a possessive: "the workers’ union"."""
    following = text[position + 1 : position + 3]
    last_letter = text[position - 1] in rules.possessives.last_letters
    return last_letter and following[:1].isspace() and following[1:].islower()
