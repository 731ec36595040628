"""Pairs of claims of which a report itself says that they are of one quantity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim
from nutgraf.nlp.multi_document.figures.pairs.contrary_evidence import LARGEST_FACTOR
from nutgraf.nlp.multi_document.figures.pairs.frame_contradiction import are_kept_apart
from nutgraf.nlp.multi_document.figures.pairs.value_likeness import Likeness, comparable, is_close, same_size

_NEXT: Final = 3
"""Characters between two sentences that follow one another, at most."""


def replaced_pairs(claims: Sequence[FigureClaim]) -> Iterator[tuple[int, int]]:
    """Yield the places of each claim and of a claim that says of its value that it is no longer true.

    "11, up from nine" is of the quantity of which an earlier report states nine.
    """
    for later, claim in enumerate(claims):
        for earlier, other in enumerate(claims) if claim.replaced else ():
            if (
                other.report.id != claim.report.id
                and other.report.moment <= claim.report.moment
                and comparable(claim, other)
                and same_size(claim, other, LARGEST_FACTOR)
                and any(is_close(value, other.number) for value in claim.replaced)
                and not are_kept_apart(claim, other, Likeness.DISTINCTIVE)
                and (claim.frame.corrects or claim.develops or not _is_of_past(claim, other))
            ):
                yield min(earlier, later), max(earlier, later)


def rival_pairs(claims: Sequence[FigureClaim]) -> Iterator[tuple[int, int]]:
    """Yield the places of each two counts that a report gives side by side as those of two sources.

    "Police put the number at 4,000, while the organisers spoke of 12,000."
    """
    for place, (one, other) in enumerate(pairwise(claims)):
        text, parts = one.report.doc.text, one.report.rules.frames.parts
        if (
            one.report is other.report
            and other.sentence.start - one.sentence.start >= 0
            and other.sentence.start - one.sentence.end <= _NEXT
            and one.figure.kind is other.figure.kind is FigureKind.COUNT
            and comparable(one, other)
            and parts.rival_source.search(text[one.sentence.start : one.figure.start])
            and parts.rival_source.search(text[other.sentence.start : other.figure.start])
            and parts.rival.search(text, one.figure.end, other.figure.start)
        ):
            yield place, place + 1


def _is_of_past(claim: FigureClaim, other: FigureClaim) -> bool:
    """Whether a former value may be that of an earlier period, with which the other report compares too."""
    return other.frame.former or other.frame.other_event or claim.frame.period is not None
