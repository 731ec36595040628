"""Whether the reports agree about a figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.model.story import FigureState, FigureValue, StoryFigure
from nutgraf.nlp.multi_document.clustering.idf import IdfTable
from nutgraf.nlp.multi_document.figures.alignment import align_claims
from nutgraf.nlp.multi_document.figures.casualty_aspects import DEVELOPING
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim, compatible, figure_claims
from nutgraf.nlp.multi_document.figures.labels import label_claims
from nutgraf.nlp.multi_document.report import Report

_ORDER: Final = (
    FigureState.CONFLICTING, FigureState.SUPERSEDED, FigureState.COMPATIBLE, FigureState.AGREED,
)  # fmt: skip

Origin = Callable[[str], str]


def compare_figures(reports: Sequence[Report], origin: Origin, idf: IdfTable) -> tuple[StoryFigure, ...]:
    """The figures that two independent sources or more state, those in dispute first.

    Args:
        reports: in order of publication.
        origin: the id of the article that an article reprints, or its own.
        idf: inverse document frequencies of words.
    """
    groups = align_claims([claim for report in reports for claim in figure_claims(report, idf)])
    told = [group for group in groups if len({origin(claim.report.id) for claim in group}) > 1]
    found = [_figure(group, origin) for group in told]
    return tuple(sorted(found, key=lambda figure: (_ORDER.index(figure.state), -len(figure.values))))


def _figure(group: Sequence[FigureClaim], origin: Origin) -> StoryFigure:
    ordered = sorted(group, key=lambda claim: (claim.report.moment, claim.report.id, claim.figure.start))
    distinct = {
        (claim.report.id, claim.figure.value, claim.figure.unit, claim.figure.bound): claim
        for claim in reversed(ordered)
    }
    values = tuple(_value(claim) for claim in reversed(distinct.values()))
    kinds = [claim.figure.kind for claim in ordered]
    kind = FigureKind.MONEY if FigureKind.MONEY in kinds else kinds[0]
    return StoryFigure(label_claims(ordered), kind, agreement_of(ordered, origin), values)


def _value(claim: FigureClaim) -> FigureValue:
    figure, report = claim.figure, claim.report
    return FigureValue(
        figure.value,
        figure.unit,
        figure.bound,
        figure.text,
        report.id,
        figure.start,
        figure.end,
        report.doc.published_at,
    )


def agreement_of(claims: Sequence[FigureClaim], origin: Origin) -> FigureState:
    """The state of one quantity.

    ``agreed``: one value and one bound, with its unit in two independent sources at least where some have
    lost it. ``compatible``: some value satisfies every claim. ``superseded``: the number of an event that
    goes on, and every report from some moment on has the new one. ``conflicting``: all else.
    """
    if _agreed(claims, origin):
        return FigureState.AGREED
    if _compatible(claims):
        return FigureState.COMPATIBLE
    if any(claim.aspect in DEVELOPING for claim in claims) and _replaced(claims):
        return FigureState.SUPERSEDED
    return FigureState.CONFLICTING


def _agreed(claims: Sequence[FigureClaim], origin: Origin) -> bool:
    if len({(claim.figure.value, claim.figure.bound) for claim in claims}) > 1:
        return False
    if claims[0].figure.kind not in (FigureKind.MONEY, FigureKind.COUNT):
        return True
    money = [claim for claim in claims if claim.figure.kind is FigureKind.MONEY and claim.figure.unit]
    return not money or len(money) == len(claims) or len({origin(claim.report.id) for claim in money}) > 1


def _compatible(claims: Sequence[FigureClaim]) -> bool:
    if claims[0].number is None:
        return False
    return all(compatible(one, other) for one in claims for other in claims)


def _replaced(claims: Sequence[FigureClaim]) -> bool:
    """Whether the claims, in order of publication, change once and for all each time they change."""
    told: list[FigureClaim] = []
    closed: list[FigureClaim] = []
    for claim in claims:
        if any(not _dated(claim, other) for other in claims if not compatible(claim, other)):
            return False
        if told and not compatible(claim, told[-1]):
            closed += told
            told = []
        if any(claim.figure.value == other.figure.value for other in closed):
            return False
        told.append(claim)
    return bool(closed)


def _dated(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether it is known which of the two came first."""
    a, b = one.report.doc.published_at, other.report.doc.published_at
    return a is not None and b is not None and a != b
