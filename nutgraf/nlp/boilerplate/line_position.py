"""Where a line stands: above, in or below the report, and next to what."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from nutgraf.nlp.boilerplate.lines import PageLine
    from nutgraf.nlp.boilerplate.topic_overlap import TermOverlap

PARAGRAPH_WORDS: Final = 18
"""A line of this many words is a paragraph of the report, even where most are longer."""

_LEAST_SHARED: Final = 2
_SMALL_PAGE_WORDS: Final = 100


@dataclass(frozen=True, slots=True)
class LinePosition:
    """The place of a line.

    ``side`` is -1 above the report, 0 in it, 1 below it; ``distance`` is 1 for a line in the report, one
    more for every line between. ``edge`` says whether a line known as boilerplate lies between it and the
    report, ``before`` and ``after`` whether its very neighbours are such lines.
    """

    side: int
    distance: int
    edge: bool
    before: bool
    after: bool
    first: bool


def report_paragraphs(
    page: Sequence[PageLine], prose: Sequence[int], shared: Mapping[int, TermOverlap]
) -> list[int]:
    """The places of the report's longer half, as far as it hangs together: a short line may be anything."""
    lengths = sorted(page[place].words for place in prose)
    least = min(PARAGRAPH_WORDS, lengths[len(lengths) // 2]) if lengths else 0
    longer = [place for place in prose if page[place].words >= least]
    hanging = [place for place in longer if shared[place].shared_stems >= _LEAST_SHARED]
    # On a small page hardly anything is said twice.
    small = sum(page[place].words for place in longer) < _SMALL_PAGE_WORDS
    return longer if small or not hanging else hanging


def line_positions(known: Sequence[bool], paragraphs: Sequence[int]) -> list[LinePosition]:
    """The standing of every line, given what is known as boilerplate and what are the report's paragraphs."""
    counts = [0, *accumulate(known)]
    opening = known.index(False) if False in known else 0
    return [_standing(known, counts, place, paragraphs, opening) for place in range(len(known))]


def _standing(
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
