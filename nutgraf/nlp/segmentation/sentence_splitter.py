"""Sentences with offsets: sentencex over runs of body lines, with repairs that news text needs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import sentencex

from nutgraf.nlp.segmentation.paragraphs import Paragraph, join_wrapped_lines
from nutgraf.nlp.spans import SentenceSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from nutgraf.nlp.doc import Doc

WINDOW: Final = 2_000
"""Characters that sentencex sees at once; a longer sentence is cut at a space.

On a run of opening quotation marks, apostrophes or Chinese sentences its time grows with the square of
the length (200,000 opening quotation marks: 18 s), so a long paragraph is read window by window.
"""

_PACKED: Final = "<u4"

_SEEN: Final = 120
"""Characters on either side of a cut that tell whether it is right."""

_BREAKS: Final = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET: Final = re.compile(r"[-–—•*▪●◦‣·]\s+(?=\S)")
_ENDS_WITH_CLOCK: Final = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_OPENS_WITH_DATE: Final = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
    r"(?:\.|\b|uary|ruary|ch|il|ust|tember|ober|ember)|(?:[ECMP][SD]?T|GMT|BST|CES?T|IST|UTC|AES?T)\b",
)
_ENUMERATOR: Final = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])[.)]$")
# Forms of address that the splitter does not know, before a name.
_TITLE: Final = re.compile(r"(?:^|[\s(\[\"'“‘—–-])(?:Ms|Mx|Amb|Atty|Cllr|Pte|Supt|Det|Insp)\.$")
_FORT: Final = re.compile(r"(?<!\d)(?:^|\s)Ft\.$")
# Names that begin in lower case, and so may begin a sentence: "de Vries left", "iPhone sales rose".
_LOWER_NAME: Final = re.compile(
    r"(?:[dl][’']|(?:al|el|de|del|der|di|da|dos|du|la|le|van|von|ten|ter|bin|ibn)\b)|[a-z]+[A-Z\d]"
)
_ASKED: Final = re.compile(
    r"(?!(?:He|She|They|It|I|We)\b)(?:[^\W\d_a-z][\w.'’-]*\s){1,4}(?:asked|said|says|told|added|replied|wrote|wondered|cried|shouted|demanded)\b"
)
_EXCLAIMED: Final = re.compile(r"[?!][\"”’»]$")
_HAS_WORD: Final = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int


def split_sentences(doc: Doc) -> tuple[SentenceSpan, ...]:
    """Split the body of a text into sentences.

    Hard-wrapped lines of one paragraph belong together, a blank line ends a sentence, and each heading is
    one span of its own. Removed lines give none. Bullet marks stay outside.

    Args:
        doc: the document with its lines; the abbreviations of its language are known by ``language_code``,
            and an unknown code falls back to general rules.

    Returns:
        Spans in order, without surrounding whitespace, that never overlap; offsets in code points. Time
        grows linearly with the text. A sentence of more than 2,000 characters is cut at a space.
    """
    found: list[SentenceSpan] = []
    for paragraph, run in join_wrapped_lines(doc):
        if run.heading:
            found.extend(_span(doc.text, _Piece(run.start, run.end), paragraph, heading=True))
            continue
        for piece in _sentences(doc, run):
            found.extend(_span(doc.text, piece, paragraph, heading=False))
    return tuple(found)


def pack_spans(spans: Sequence[SentenceSpan]) -> bytes:
    """Spans as bytes: four whole numbers of 32 bits each, the lowest byte first."""
    rows = [(span.start, span.end, span.paragraph, span.heading) for span in spans]
    return np.array(rows, dtype=_PACKED).tobytes()


def unpack_spans(raw: bytes) -> tuple[SentenceSpan, ...]:
    """The spans that ``packed`` wrote."""
    rows = np.frombuffer(raw, dtype=_PACKED).reshape(-1, 4).tolist()
    return tuple(SentenceSpan(start, end, place, bool(heading)) for start, end, place, heading in rows)


def _span(text: str, piece: _Piece, paragraph: int, *, heading: bool) -> Iterator[SentenceSpan]:
    content = text[piece.start : piece.end]
    start = piece.start + len(content) - len(content.lstrip())
    end = piece.end - len(content) + len(content.rstrip())
    if start < end and _HAS_WORD.search(text, start, end):
        yield SentenceSpan(start=start, end=end, paragraph=paragraph, heading=heading)


def _sentences(doc: Doc, run: Paragraph) -> list[_Piece]:
    # One space for each line break keeps every offset.
    flat = _BREAKS.sub(" ", doc.text[run.start : run.end])
    bullet = _BULLET.match(flat)
    begin = bullet.end() if bullet else 0
    pieces = [_Piece(start, end) for start, end in _windows(flat, begin, doc.language_code)]
    return [_Piece(run.start + piece.start, run.start + piece.end) for piece in _repaired(flat, pieces)]


def _windows(flat: str, begin: int, language: str) -> Iterator[tuple[int, int]]:
    position = begin
    while position < len(flat):
        window = flat[position : position + WINDOW]
        bounds = [
            (position + found["start_index"], position + found["end_index"])
            for found in sentencex.get_sentence_boundaries(language, window)
        ]
        if position + len(window) >= len(flat):
            yield from bounds
            return
        last = bounds[-1][0] if bounds else position
        if last - position >= WINDOW // 2:
            yield from bounds[:-1]
            position = last
        else:
            # Half a window at least is consumed each time, so that the whole stays linear.
            cut = flat.rfind(" ", position + WINDOW // 2, position + len(window))
            stop = cut + 1 if cut >= 0 else position + len(window)
            yield from bounds[:-1]
            yield last, stop
            position = stop


def _repaired(flat: str, pieces: list[_Piece]) -> list[_Piece]:
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and piece.end - joined[-1].start <= WINDOW:
            before = flat[max(joined[-1].start, joined[-1].end - _SEEN) : joined[-1].end]
            if _continues(before, flat[piece.start : piece.start + _SEEN]):
                joined[-1] = _Piece(joined[-1].start, piece.end)
                continue
        joined.append(piece)
    return joined


def _continues(before: str, after: str) -> bool:
    """Whether the splitter cut too early: a sentence that goes on in lower case, a title, a clock time, "1.".

    Full stops that were pasted into the middle of sentences ("The. couple") are seen through that way.
    """
    head, tail = before.rstrip(), after.lstrip()
    if not tail or not _HAS_WORD.search(tail):
        return True
    if tail[0].islower():
        sentence = head[-1:] not in ".?!" or _LOWER_NAME.match(tail) is not None
        return not sentence or head[-1:] in "\"'”’»)…" or head.endswith("...")
    if _TITLE.search(head) or _FORT.search(head) or head.endswith((",?", ",.")):
        return True
    if _EXCLAIMED.search(head):
        return _ASKED.match(tail) is not None
    if _ENDS_WITH_CLOCK.search(head):
        return _OPENS_WITH_DATE.match(tail) is not None
    return _ENUMERATOR.fullmatch(head) is not None
