"""Numbers that a reprint states otherwise than its original, in words that are else the same."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.multi_document.clustering.idf import content_words
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim, compatible

Origin = Callable[[str], str]
"""Gives the id of the article that an article reprints, or its own."""

_SIDE: Final = 5
"""Words before and behind a number that must be the same."""

_LEAST_WORDS: Final = 4
_DIGITS: Final = re.compile(r"\d+")


def altered_pairs(claims: Sequence[FigureClaim], origin: Origin) -> Iterator[tuple[int, int]]:
    """Yield the places of each two claims of a report and its reprint that differ in the number alone.

    Numbers that differ by rounding do not count, nor do those that grow while the event goes on where the
    reprint was published later: it may have been brought up to date.

    Args:
        claims: of all reports.
        origin: gives the id of the article that an article reprints, or its own.
    """
    sources: defaultdict[object, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        before, behind = _words_beside(claim)
        if claim.figure.kind is not FigureKind.DATE and len(before) + len(behind) >= _LEAST_WORDS:
            sources[origin(claim.report.id), claim.dimension, before, behind].append(place)
    for places in sources.values():
        for one, other in combinations(places, 2):
            if _is_altered(claims[one], claims[other]):
                yield one, other


def _words_beside(claim: FigureClaim) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words before and behind a number within its sentence, without digits."""
    text, figure, span = claim.report.doc.text, claim.figure, claim.sentence
    before = content_words(_DIGITS.sub(" ", text[span.start : figure.start]))
    behind = content_words(_DIGITS.sub(" ", text[figure.end : span.end]))
    return tuple(before[-_SIDE:]), tuple(behind[:_SIDE])


def _is_altered(one: FigureClaim, other: FigureClaim) -> bool:
    if one.report is other.report or one.figure.unit != other.figure.unit or compatible(one, other):
        return False
    early, late = sorted((one, other), key=lambda claim: (claim.report.moment, claim.report.id))
    updated = one.develops and early.report.moment < late.report.moment
    return not (updated and (late.number or 0.0) > (early.number or 0.0))


def is_altered_reprint(claims: Sequence[FigureClaim], origin: Origin) -> bool:
    """Whether a reprint among the claims of one quantity has altered its number."""
    return next(altered_pairs(claims, origin), None) is not None
