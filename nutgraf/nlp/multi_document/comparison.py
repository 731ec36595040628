"""Comparison of the reports of one event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nutgraf.model.story import StoryArticle, StoryComparison, StoryEntity, StorySummary
from nutgraf.nlp.multi_document.claims.story_claims import read_story_claims
from nutgraf.nlp.multi_document.clustering.idf import IdfTable
from nutgraf.nlp.multi_document.entities.entity_resolution import merge_entities
from nutgraf.nlp.multi_document.figures.agreement import compare_figures
from nutgraf.nlp.multi_document.near_duplicates import find_originals, shingles
from nutgraf.nlp.multi_document.quote_matching import match_quotes
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.multi_document.representative import choose_representative
from nutgraf.nlp.multi_document.story_validation import validate_story
from nutgraf.nlp.multi_document.summary.coverage import coverage_statements
from nutgraf.nlp.multi_document.summary.multi_document_summary import (
    sentence_importance,
    summarize_reports,
)
from nutgraf.nlp.multi_document.summary.sentence_similarity import (
    report_sentences,
    sentence_similarity,
    stated_facts,
)

MOST_REPORTS: Final = 50


def compare_reports(reports: Sequence[Report], idf: IdfTable) -> StoryComparison:
    """Compare the reports of one event. The order in which they are given changes nothing.

    Args:
        reports: 1 to 50 reports of one event.
        idf: inverse document frequencies of words.

    Raises:
        UnprovenSpanError: a stage has a bug; nothing of such a comparison may be shown.
    """
    ordered = sorted(reports, key=lambda report: (report.moment, report.id))
    originals = _originals(ordered)
    origin = {report.id: originals[report.id] or report.id for report in ordered}.__getitem__
    entities = merge_entities(ordered)
    names = _names(entities)
    figures = compare_figures(ordered, origin, idf, names)
    sentences = report_sentences(ordered)
    quotes = match_quotes(ordered, names)
    similarity = sentence_similarity(sentences, stated_facts(figures, quotes), idf)
    importance = sentence_importance(sentences, similarity)
    claims = read_story_claims(sentences, similarity, figures, entities, origin, idf)
    first = choose_representative(
        [report for report in ordered if originals[report.id] is None], sentences, similarity, figures, idf
    )
    story = StoryComparison(
        title=first.doc.title or None,
        article_count=len(ordered),
        independent_source_count=len({origin(report.id) for report in ordered}),
        representative_article_id=first.id,
        articles=tuple(_story_article(report, originals) for report in ordered),
        summary=StorySummary(
            summarize_reports(
                sentences, similarity, importance, figures, entities, idf, support=claims.support
            )
        ),
        entities=entities,
        figures=figures,
        quotes=quotes,
        coverage=coverage_statements(claims, importance),
    )
    validate_story(ordered, story, origin)
    return story


def _originals(ordered: Sequence[Report]) -> dict[str, str | None]:
    """Return for each article the earlier one that it reprints."""
    prints = [shingles([report.slice(span) for span in report.prose()]) for report in ordered]
    return {
        report.id: None if place is None else ordered[place].id
        for report, place in zip(ordered, find_originals(prints), strict=True)
    }


def _names(entities: Sequence[StoryEntity]) -> dict[tuple[str, str], str]:
    """Return the name in the story of each article's entities, by the ids of article and entity."""
    return {(seen.article_id, seen.entity_id): entity.name for entity in entities for seen in entity.mentions}


def _story_article(report: Report, originals: dict[str, str | None]) -> StoryArticle:
    return StoryArticle(
        report.id, report.source, report.doc.title or None, report.doc.published_at, originals[report.id]
    )
