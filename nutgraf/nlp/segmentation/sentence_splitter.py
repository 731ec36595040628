"""Splitter of sentences: sentencex over the paragraphs of a text, with repairs that news text needs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final

import numpy as np
import sentencex

from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang.international.times import TIME_ZONES
from nutgraf.nlp.lang.schema.patterns import alternation
from nutgraf.nlp.lang.schema.segmentation import UNKNOWN_LANGUAGE, SegmentationRules
from nutgraf.nlp.segmentation.missed_boundaries import missed_boundaries
from nutgraf.nlp.segmentation.paragraphs import Paragraph, join_wrapped_lines
from nutgraf.nlp.spans import SentenceSpan

WINDOW: Final = 2_000
"""Characters that sentencex reads at once; a longer sentence is cut at a space.

Its time grows with the square of the length on a run of opening quotation marks (200,000: 18 s), apostrophes
or Chinese sentences, so a long paragraph is read window by window.
"""

_PACKED: Final = "<u4"

_CONTEXT: Final = 120
"""Characters on either side of a cut that decide whether it is right."""

_BREAKS: Final = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET: Final = re.compile(r"[-–—•*▪●◦‣·]\s+(?=\S)")
_ENUMERATOR: Final = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])[.)]$")
_EXCLAIMED: Final = re.compile(r"[?!][\"”’»]$")
_HAS_WORD: Final = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Repairs:
    """Patterns of a language that decide whether a sentence goes on behind a cut.

    Attributes:
        title: text before a cut that ends in a form of address or in a part of a place name.
        clock: text before a cut that ends in a clock time.
        date: text behind a cut that opens with a date or a time zone.
        lower_case_name: text behind a cut that opens with a name in lower case ("de Vries left", "iPhone
            sales rose").
        reporting_clause: text behind a cut that says who asked or exclaimed what stands before it.
        number: text before a cut that ends in an abbreviation which a number follows.
        name_with_mark: text before a cut that ends in a name with a mark of its own ("the show Jeopardy!").
        opening_word: text behind a cut that opens with a word of no name.
    """

    title: re.Pattern[str]
    clock: re.Pattern[str]
    date: re.Pattern[str]
    lower_case_name: re.Pattern[str]
    reporting_clause: re.Pattern[str]
    number: re.Pattern[str]
    name_with_mark: re.Pattern[str]
    opening_word: re.Pattern[str]


@cache
def _repairs_of(rules: SegmentationRules) -> _Repairs:
    """Compile the words of a language."""
    pronouns = alternation(word.capitalize() for word in rules.subject_pronouns)
    openings = alternation(word.capitalize() for word in rules.sentence_openings)
    place = rf"(?<!\d)(?:^|\s){alternation(rules.places)}"
    return _Repairs(
        title=re.compile(rf"(?:(?:^|[\s(\[\"'“‘—–-]){alternation(rules.titles)}|{place})\.$"),
        clock=re.compile(rf"\b{alternation(rules.clock_endings)}$", re.IGNORECASE),
        date=re.compile(rf"{alternation(rules.date_openings)}(?:\.|\b)|(?:{TIME_ZONES.upper()})\b"),
        lower_case_name=re.compile(
            rf"{alternation(rules.elided_particles)}[’']|{alternation(rules.name_particles)}\b|[a-z]+[A-Z\d]"
        ),
        reporting_clause=re.compile(
            rf"(?!{pronouns}\b)(?:[^\W\d_a-z][\w.'’-]*\s){{1,4}}{alternation(rules.reporting_verbs)}\b"
        ),
        number=re.compile(rf"(?:^|[\s(]){alternation(rules.number_abbreviations)}\.$"),
        name_with_mark=re.compile(
            rf"(?:\b{alternation(rules.works)}\s(?:[^\W\d_a-z][\w'’-]*\s){{0,3}}[^\W\d_a-z][\w'’-]*"
            rf"|(?:^|\s){alternation(rules.names_with_marks)})!$"
        ),
        opening_word=re.compile(rf"{openings}\s+(?![^\W\d_a-z])"),
    )


def split_sentences(doc: Doc) -> tuple[SentenceSpan, ...]:
    """Split the body of a text into sentences.

    Hard-wrapped lines of one paragraph belong together, a blank line ends a sentence, and each heading is one
    span of its own. Removed lines give none. Bullet marks stay outside.

    Args:
        doc: the document with its lines. sentencex knows abbreviations by ``language_code``, and falls back
            to general rules for an unknown code; the repairs are those of ``language``.

    Returns:
        Spans in order, without surrounding whitespace, that never overlap; offsets in code points. Time grows
        linearly with the text. A sentence of more than 2,000 characters is cut at a space.
    """
    rules = doc.language.segmentation if doc.language else UNKNOWN_LANGUAGE
    spans: list[SentenceSpan] = []
    for number, paragraph in join_wrapped_lines(doc):
        if paragraph.heading:
            spans.extend(_span(doc.text, _Piece(paragraph.start, paragraph.end), number, heading=True))
            continue
        for piece in _sentences(doc, paragraph, rules):
            spans.extend(_span(doc.text, piece, number, heading=False))
    return tuple(spans)


def pack_spans(spans: Sequence[SentenceSpan]) -> bytes:
    """Return spans as bytes: four unsigned integers of 32 bits each, little-endian."""
    rows = [(span.start, span.end, span.paragraph, span.heading) for span in spans]
    return np.array(rows, dtype=_PACKED).tobytes()


def unpack_spans(raw: bytes) -> tuple[SentenceSpan, ...]:
    """Return the spans that ``pack_spans`` wrote."""
    rows = np.frombuffer(raw, dtype=_PACKED).reshape(-1, 4).tolist()
    return tuple(SentenceSpan(start, end, place, bool(heading)) for start, end, place, heading in rows)


def _span(text: str, piece: _Piece, paragraph: int, *, heading: bool) -> Iterator[SentenceSpan]:
    content = text[piece.start : piece.end]
    start = piece.start + len(content) - len(content.lstrip())
    end = piece.end - len(content) + len(content.rstrip())
    if start < end and _HAS_WORD.search(text, start, end):
        yield SentenceSpan(start=start, end=end, paragraph=paragraph, heading=heading)


def _sentences(doc: Doc, paragraph: Paragraph, rules: SegmentationRules) -> list[_Piece]:
    # One space for each line break keeps every offset.
    flat = _BREAKS.sub(" ", doc.text[paragraph.start : paragraph.end])
    bullet = _BULLET.match(flat)
    begin = bullet.end() if bullet else 0
    pieces = [
        _Piece(one, other)
        for start, end in _windows(flat, begin, doc.language_code)
        for one, other in pairwise((start, *missed_boundaries(flat, start, end, rules), end))
    ]
    return [
        _Piece(paragraph.start + piece.start, paragraph.start + piece.end)
        for piece in _repaired(flat, pieces, _repairs_of(rules))
    ]


def _windows(flat: str, begin: int, language: str) -> Iterator[tuple[int, int]]:
    position = begin
    while position < len(flat):
        window = flat[position : position + WINDOW]
        bounds = [
            (position + sentence["start_index"], position + sentence["end_index"])
            for sentence in sentencex.get_sentence_boundaries(language, window)
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


def _repaired(flat: str, pieces: list[_Piece], repairs: _Repairs) -> list[_Piece]:
    """Join pieces where the splitter cut inside a sentence."""
    joined: list[_Piece] = []
    for piece in pieces:
        if joined and piece.end - joined[-1].start <= WINDOW:
            before = flat[max(joined[-1].start, joined[-1].end - _CONTEXT) : joined[-1].end]
            if _continues(before, flat[piece.start : piece.start + _CONTEXT], repairs):
                joined[-1] = _Piece(joined[-1].start, piece.end)
                continue
        joined.append(piece)
    return joined


def _continues(before: str, after: str, repairs: _Repairs) -> bool:
    """Return whether a sentence goes on behind a cut: in lower case, behind a title, a clock time or "1.".

    Text in lower case goes on behind full stops that were pasted into a sentence ("The. couple").
    """
    head, tail = before.rstrip(), after.lstrip()
    if not tail or not _HAS_WORD.search(tail):
        return True
    if tail[0].islower():
        new_sentence = head[-1:] not in ".?!" or repairs.lower_case_name.match(tail) is not None
        return not new_sentence or head[-1:] in "\"'”’»)…" or head.endswith("...")
    if repairs.title.search(head) or head.endswith((",?", ",.")):
        return True
    return _continues_behind_mark(head, tail, repairs)


def _continues_behind_mark(head: str, tail: str, repairs: _Repairs) -> bool:
    """Return whether a sentence goes on in a capital or a digit, as told by what stands before the cut."""
    if repairs.name_with_mark.search(head):
        return tail[0].isupper() and repairs.opening_word.match(tail) is None
    if _EXCLAIMED.search(head):
        return repairs.reporting_clause.match(tail) is not None
    if repairs.clock.search(head):
        return repairs.date.match(tail) is not None
    if tail[0].isdigit() and repairs.number.search(head):
        return True
    return _ENUMERATOR.fullmatch(head) is not None
