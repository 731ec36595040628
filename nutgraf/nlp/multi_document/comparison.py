"""Several reports of one event, read together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nutgraf.model.story import StoryArticle, StoryComparison, StorySummary
from nutgraf.nlp.multi_document.clustering.idf import IdfTable
from nutgraf.nlp.multi_document.entities.entity_resolution import merge_entities
from nutgraf.nlp.multi_document.figures.agreement import compare_figures
from nutgraf.nlp.multi_document.near_duplicates import find_originals, shingles
from nutgraf.nlp.multi_document.quote_matching import match_quotes
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.multi_document.summary.coverage import coverage_statements
from nutgraf.nlp.multi_document.summary.multi_document_summary import (
    Alike,
    sentence_importance,
    summarize_reports,
    supporting_articles,
)
from nutgraf.nlp.multi_document.summary.sentence_similarity import (
    ReportSentence,
    report_sentences,
    sentence_similarity,
    stated_facts,
)

MOST_REPORTS: Final = 50
OPENING: Final = 8


def compare_reports(reports: Sequence[Report], idf: IdfTable) -> StoryComparison:
    """What the reports say together. The order in which they are given changes nothing.

    Args:
        reports: 1 to 50 reports of one event.
        idf: inverse document frequencies of words.
    """
    ordered = sorted(reports, key=lambda report: (report.moment, report.id))
    copied = _copied(ordered)
    origin = {report.id: copied[report.id] or report.id for report in ordered}.__getitem__
    figures = compare_figures(ordered, origin, idf)
    lines = report_sentences(ordered)
    entities = merge_entities(ordered)
    called = {
        (seen.article_id, seen.entity_id): entity.name for entity in entities for seen in entity.mentions
    }
    quotes = match_quotes(ordered, called)
    alike = sentence_similarity(lines, stated_facts(figures, quotes), idf)
    worth = sentence_importance(lines, alike)
    first = _representative(ordered, copied, lines, alike)
    return StoryComparison(
        title=first.doc.title or None,
        article_count=len(ordered),
        independent_source_count=len({origin(report.id) for report in ordered}),
        representative_article_id=first.id,
        articles=tuple(_article(report, copied) for report in ordered),
        summary=StorySummary(summarize_reports(lines, alike, worth, figures)),
        entities=entities,
        figures=figures,
        quotes=quotes,
        coverage=coverage_statements(lines, alike, worth, origin),
    )


def _copied(ordered: Sequence[Report]) -> dict[str, str | None]:
    """For each article the earlier one that it reprints."""
    prints = [shingles([report.slice(span) for span in report.prose()]) for report in ordered]
    return {
        report.id: None if place is None else ordered[place].id
        for report, place in zip(ordered, find_originals(prints), strict=True)
    }


def _representative(
    ordered: Sequence[Report], copied: dict[str, str | None], lines: Sequence[ReportSentence], alike: Alike
) -> Report:
    """The report, no reprint, whose opening the others support most; the earliest one of equals."""
    totals = dict.fromkeys((report.id for report in ordered), 0)
    for row, line in enumerate(lines):
        if line.place < OPENING:
            totals[line.report.id] += len(supporting_articles(lines, alike, row))
    return max(
        (report for report in ordered if copied[report.id] is None), key=lambda report: totals[report.id]
    )


def _article(report: Report, copied: dict[str, str | None]) -> StoryArticle:
    return StoryArticle(
        report.id, report.source, report.doc.title or None, report.doc.published_at, copied[report.id]
    )
