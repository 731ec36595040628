"""Status of figures: whether a number is an actual value, and whose of several sides or things it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.lang.schema.figure_frames import FigureFrameTerms, FigureStatusTerms
from nutgraf.nlp.multi_document.figures.frames.clauses import Clause
from nutgraf.nlp.multi_document.figures.unit_conversion import dimension_of
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan

_LENGTH: Final = "length"
_OPEN: Final = "?"


@dataclass(frozen=True, slots=True)
class ValueStatus:
    """What the words of a clause say of whether a number is actual, and of which side or thing it is.

    Attributes:
        supposed: which kind of value it is instead of the actual one ("offered").
        loss: whether a sum is lost (True) or won (False).
        ordinal: the place of its subject in a series ("second").
        kin: the kind of relative that its subject is.
        side: the party of a fight that its subject is.
        falls: whether a length is the height of a fall.
        measured: the thing that has the length.
    """

    supposed: str | None = None
    loss: bool | None = None
    ordinal: str | None = None
    kin: str | None = None
    side: int | None = None
    falls: bool = False
    measured: str | None = None

    def excludes(self, other: ValueStatus) -> bool:
        """Whether one value is an actual one and the other none, or they are those of two sides or things."""
        supposed = {self.supposed, other.supposed}
        return (
            (len(supposed) > 1 and _OPEN not in supposed)
            or (self.ordinal, self.kin, self.falls) != (other.ordinal, other.kin, other.falls)
            or (self.side is not None and other.side is not None and self.side != other.side)
            or (self.measured is not None and other.measured is not None and self.measured != other.measured)
        )


NO_STATUS: Final = ValueStatus()


def read_status(report: Report, figure: Figure, clause: Clause, end: int) -> ValueStatus:
    """Return the status of a figure.

    Args:
        report: the report.
        figure: the figure.
        clause: its clause.
        end: where the words behind it end that are said of it.
    """
    terms, text = report.rules.frames, report.doc.text
    words = terms.status
    before, behind = text[clause.own_start : figure.start], text[figure.end : end]
    ordinal, kin = words.ordinal.match(before), words.kin.match(before)
    length = figure.kind is FigureKind.QUANTITY and dimension_of(figure.unit) == _LENGTH
    return ValueStatus(
        supposed=_supposed(before, text[figure.end : max(end, clause.end)], words),
        loss=_loss(before, behind, words) if figure.kind is FigureKind.MONEY else None,
        ordinal=ordinal[1].casefold() if ordinal else None,
        kin=kin[1].casefold() if kin else None,
        side=_side(before, terms) if figure.kind is FigureKind.COUNT else None,
        falls=length and words.falling.search(before) is not None,
        measured=_measured(before, terms) if length else None,
    )


def is_denied(report: Report, figure: Figure, span: SentenceSpan) -> bool:
    """Whether a sentence denies what it states with a figure: "denied that they had arrested 40 people"."""
    words, text = report.rules.frames.status, report.doc.text
    return (
        words.denying.search(text[span.start : figure.start]) is not None
        or words.untrue.match(text[figure.end : span.end]) is not None
    )


def _supposed(before: str, behind: str, words: FigureStatusTerms) -> str | None:
    if words.reward.search(before) or words.reward.search(behind):
        return None
    for kind, pattern in words.supposed_before.items():
        if pattern.search(before):
            return kind
    open_kind = _OPEN if words.hypothetical.search(before) else None
    return next(
        (kind for kind, pattern in words.supposed_behind.items() if pattern.search(behind)), open_kind
    )


def _loss(before: str, behind: str, words: FigureStatusTerms) -> bool | None:
    """Return what the word nearest before a sum says of it, or else one right behind."""
    gain = max((found.end() for found in words.gain.finditer(before)), default=-1)
    loss = max((found.end() for found in words.loss.finditer(before)), default=-1)
    if gain != loss:
        return loss > gain
    won, lost = words.gain.search(behind), words.loss.search(behind)
    return None if (won is None) == (lost is None) else lost is not None


def _side(before: str, terms: FigureFrameTerms) -> int | None:
    """Return the side that the first party named is on, past those who only tell of it."""
    words = terms.status
    found = sorted(
        (found.start(), found.end(), side)
        for side, pattern in enumerate(words.sides)
        for found in pattern.finditer(before)
    )
    return next(
        (
            side
            for _, end, side in found
            if not terms.attribution.match(before, end) and not words.finding.match(before, end)
        ),
        None,
    )


def _measured(before: str, terms: FigureFrameTerms) -> str | None:
    """Return the thing at the beginning of the clause, unless its noun is one for a measure ("length")."""
    found = terms.status.measured.match(before)
    return None if found is None or found[1] in terms.measures.dimensions else found[1]
