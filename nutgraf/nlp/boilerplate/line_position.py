"""Position of a line: above, in or below the report, and beside known boilerplate or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from nutgraf.nlp.boilerplate.lines import PageLine
from nutgraf.nlp.boilerplate.topic_overlap import TermOverlap

PARAGRAPH_WORDS: Final = 18
"""A line of this many words is a paragraph of the report, even where most are longer."""

_LEAST_SHARED: Final = 2
_SMALL_PAGE_WORDS: Final = 100


@dataclass(frozen=True, slots=True)
class LinePosition:
    """Place of a line on its page.

    Attributes:
        side: -1 above the report, 0 in it, 1 below it.
        distance: 1 for a line in the report, one more for every line between.
        edge: whether known boilerplate lies between the line and the report.
        before: whether the line before it is known boilerplate.
        after: whether the line after it is.
        first: whether it is the page's first line that is not known as boilerplate.
    """

    side: int
    distance: int
    edge: bool
    before: bool
    after: bool
    first: bool


def report_paragraphs(
    page: Sequence[PageLine], prose: Sequence[int], overlaps: Mapping[int, TermOverlap]
) -> list[int]:
    """Return the places of the longer half of the prose, without lines that share nothing with the others."""
    lengths = sorted(page[place].words for place in prose)
    least = min(PARAGRAPH_WORDS, lengths[len(lengths) // 2]) if lengths else 0
    longer = [place for place in prose if page[place].words >= least]
    on_topic = [place for place in longer if overlaps[place].shared_stems >= _LEAST_SHARED]
    # On a small page hardly any word stands twice.
    small = sum(page[place].words for place in longer) < _SMALL_PAGE_WORDS
    return longer if small or not on_topic else on_topic


def line_positions(known: Sequence[bool], paragraphs: Sequence[int]) -> list[LinePosition]:
    """Return the position of every line.

    Args:
        known: which lines are known as boilerplate.
        paragraphs: places of the report's paragraphs, in order, at least one.
    """
    counts = [0, *accumulate(known)]
    opening = known.index(False) if False in known else 0
    return [_position(known, counts, place, paragraphs, opening) for place in range(len(known))]


def _position(
    known: Sequence[bool], counts: Sequence[int], place: int, paragraphs: Sequence[int], opening: int
) -> LinePosition:
    first, last = paragraphs[0], paragraphs[-1]
    begin, end = (place, first) if place < first else (last, place) if place > last else (place, place)
    return LinePosition(
        side=-1 if place < first else int(place > last),
        distance=1 + end - begin,
        edge=counts[end] > counts[begin],
        before=place > 0 and known[place - 1],
        after=place + 1 < len(known) and known[place + 1],
        first=place == opening,
    )
