"""Invented reports of one event, analysed, and what their sentences claim."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

from nutgraf.model import Document
from nutgraf.nlp.multi_document import IdfTable, Report, report_of
from nutgraf.nlp.multi_document.claims.claim_support import StoryClaims
from nutgraf.nlp.multi_document.claims.story_claims import read_story_claims
from nutgraf.nlp.multi_document.entities.entity_resolution import merge_entities
from nutgraf.nlp.multi_document.figures.agreement import compare_figures
from nutgraf.nlp.multi_document.summary.sentence_similarity import (
    report_sentences,
    sentence_similarity,
    stated_facts,
)
from nutgraf.nlp.pipeline import SHIPPED_MODELS, Pipeline

IDF = IdfTable.load(SHIPPED_MODELS / "idf" / "idf.json")
MOMENT = datetime(2026, 3, 4, 9, tzinfo=UTC)
"""A Wednesday."""


@cache
def _pipeline() -> Pipeline:
    return Pipeline.load()


def report(name: str, text: str, *, hour: int = 9) -> Report:
    """Return an analysed report of 4 March 2026."""
    moment = MOMENT.replace(hour=hour)
    analysis = _pipeline().analyse(Document(text, "", moment))
    return report_of(
        name, title="", text=text, source=name, published_at=moment, received_at=moment, analysis=analysis
    )


def claims_of(reports: Sequence[Report]) -> StoryClaims:
    """Return what the sentences of independent reports claim."""
    figures = compare_figures(reports, str, IDF)
    sentences = report_sentences(reports)
    similarity = sentence_similarity(sentences, stated_facts(figures, ()), IDF)
    return read_story_claims(sentences, similarity, figures, merge_entities(reports), str, IDF)
