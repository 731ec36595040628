"""Agreement of the reports about each figure."""

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
"""Gives the id of the article that an article reprints, or its own."""


def compare_figures(reports: Sequence[Report], origin: Origin, idf: IdfTable) -> tuple[StoryFigure, ...]:
    """Return the figures that two independent sources or more state, those in dispute first.

    Args:
        reports: in order of publication.
        origin: gives the id of the article that an article reprints, or its own.
        idf: inverse document frequencies of words.
    """
    clusters = align_claims([claim for report in reports for claim in figure_claims(report, idf)])
    figures = [
        _figure(cluster, origin)
        for cluster in clusters
        if len({origin(claim.report.id) for claim in cluster}) > 1
    ]
    return tuple(sorted(figures, key=lambda figure: (_ORDER.index(figure.state), -len(figure.values))))


def _figure(cluster: Sequence[FigureClaim], origin: Origin) -> StoryFigure:
    ordered = sorted(cluster, key=lambda claim: (claim.report.moment, claim.report.id, claim.figure.start))
    distinct = {
        (claim.report.id, claim.figure.value, claim.figure.unit, claim.figure.bound): claim
        for claim in reversed(ordered)
    }
    values = tuple(_value(claim) for claim in reversed(distinct.values()))
    kinds = [claim.figure.kind for claim in ordered]
    kind = FigureKind.MONEY if FigureKind.MONEY in kinds else kinds[0]
    label = label_claims(ordered)
    return StoryFigure(
        label.what, kind, agreement_of(ordered, origin), values, labelled=label.sound, subject=label.subject
    )


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
    """Return the state of one quantity.

    Returns:
        ``agreed``: all have one value and one bound; two independent sources at least have its unit where
        some lack it. ``compatible``: some value satisfies every claim. ``superseded``: the event goes on, and
        every report from some moment on has the new value. ``conflicting``: all else.
    """
    if _are_equal(claims, origin):
        return FigureState.AGREED
    if _are_compatible(claims):
        return FigureState.COMPATIBLE
    if any(claim.aspect in DEVELOPING for claim in claims) and _are_replaced(claims):
        return FigureState.SUPERSEDED
    return FigureState.CONFLICTING


def _are_equal(claims: Sequence[FigureClaim], origin: Origin) -> bool:
    if len({(claim.figure.value, claim.figure.bound) for claim in claims}) > 1:
        return False
    if claims[0].figure.kind not in (FigureKind.MONEY, FigureKind.COUNT):
        return True
    money = [claim for claim in claims if claim.figure.kind is FigureKind.MONEY and claim.figure.unit]
    return not money or len(money) == len(claims) or len({origin(claim.report.id) for claim in money}) > 1


def _are_compatible(claims: Sequence[FigureClaim]) -> bool:
    if claims[0].number is None:
        return False
    return all(compatible(one, other) for one in claims for other in claims)


def _are_replaced(claims: Sequence[FigureClaim]) -> bool:
    """Whether the claims, in order of publication, never return to an earlier value when they change."""
    current: list[FigureClaim] = []
    replaced: list[FigureClaim] = []
    for claim in claims:
        if any(not _is_order_known(claim, other) for other in claims if not compatible(claim, other)):
            return False
        if current and not compatible(claim, current[-1]):
            replaced += current
            current = []
        if any(claim.figure.value == other.figure.value for other in replaced):
            return False
        current.append(claim)
    return bool(replaced)


def _is_order_known(one: FigureClaim, other: FigureClaim) -> bool:
    """Whether it is known which of the two was published first."""
    a, b = one.report.doc.published_at, other.report.doc.published_at
    return a is not None and b is not None and a != b
