"""Agreement of the reports about each figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nutgraf.model import FigureKind
from nutgraf.model.story import FigureState, FigureValue, StoryFigure
from nutgraf.nlp.multi_document.clustering.idf import IdfTable
from nutgraf.nlp.multi_document.figures.alignment import align_claims
from nutgraf.nlp.multi_document.figures.claim_reader import NO_NAMES, figure_claims
from nutgraf.nlp.multi_document.figures.figure_claim import FigureClaim
from nutgraf.nlp.multi_document.figures.figure_state import Dispute, as_of, dispute_of
from nutgraf.nlp.multi_document.figures.frames.report_names import StoryNames
from nutgraf.nlp.multi_document.figures.labels import label_claims
from nutgraf.nlp.multi_document.figures.pairs.altered_reprints import Origin, is_altered_reprint
from nutgraf.nlp.multi_document.figures.pairs.bare_corrections import bare_corrections
from nutgraf.nlp.multi_document.report import Report

_ORDER: Final = (
    FigureState.CONFLICTING, FigureState.SUPERSEDED, FigureState.COMPATIBLE, FigureState.AGREED,
)  # fmt: skip


def compare_figures(
    reports: Sequence[Report], origin: Origin, idf: IdfTable, names: StoryNames = NO_NAMES
) -> tuple[StoryFigure, ...]:
    """Return the figures that two independent sources or more state, those in dispute first.

    A number that a reprint has altered is shown although it and its original are one source.

    Args:
        reports: in order of publication.
        origin: gives the id of the article that an article reprints, or its own.
        idf: inverse document frequencies of words.
        names: the name in the story of each article's entities, by the ids of article and entity.
    """
    claims = [claim for report in reports for claim in figure_claims(report, idf, names)]
    claims += [claim for report in reports for claim in bare_corrections(report, claims)]
    places = {report.id: place for place, report in enumerate(reports)}
    claims.sort(key=lambda claim: (places[claim.report.id], claim.figure.start))
    figures = [
        _figure(cluster, origin)
        for cluster in align_claims(claims, origin)
        if len({origin(claim.report.id) for claim in cluster}) > 1 or is_altered_reprint(cluster, origin)
    ]
    return tuple(sorted(figures, key=lambda figure: (_ORDER.index(figure.state), -len(figure.values))))


def _figure(cluster: Sequence[FigureClaim], origin: Origin) -> StoryFigure:
    ordered = sorted(cluster, key=lambda claim: (claim.report.moment, claim.report.id, claim.figure.start))
    distinct = {
        (claim.report.id, claim.figure.value, claim.figure.unit, claim.figure.bound): claim
        for claim in reversed(ordered)
    }
    kinds = [claim.figure.kind for claim in ordered]
    label = label_claims(ordered)
    dispute: Dispute = dispute_of(ordered, origin)
    return StoryFigure(
        what=label.what,
        kind=FigureKind.MONEY if FigureKind.MONEY in kinds else kinds[0],
        state=dispute.state,
        values=tuple(_value(claim) for claim in reversed(distinct.values())),
        labelled=label.sound,
        subject=label.subject,
        as_of=as_of(ordered),
        cause=dispute.cause,
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
        figure.value_max,
    )
