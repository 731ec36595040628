"""Conversion of an analysed article to what the comparison and the clustering read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from nutgraf.model import Analysis
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.encoder.document_embedding import decode_embedding
from nutgraf.nlp.lang import LANGUAGES, Language
from nutgraf.nlp.multi_document.clustering.article_vector import ArticleVector, vectorize_article
from nutgraf.nlp.multi_document.clustering.idf import IdfTable
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.segmentation.sentence_splitter import unpack_spans
from nutgraf.nlp.segmented_doc import segmented_doc


def report_of(  # noqa: PLR0913 - the facts of an article
    identifier: str,
    *,
    title: str,
    text: str,
    source: str | None,
    published_at: datetime | None,
    received_at: datetime,
    analysis: Analysis,
    languages: Mapping[str, Language] = LANGUAGES,
) -> Report:
    """Return the report that an article is.

    Sentences are found again where the analysis, made by an earlier release, did not note them.

    Args:
        identifier: the article's id.
        title: its headline, or nothing.
        text: its text.
        source: its outlet, if it is known.
        published_at: its time of publication, if it is known.
        received_at: when it came in.
        analysis: of this text. Its language need not be supported any more.
        languages: the supported languages by code.
    """
    code = analysis.language.code
    language = languages.get(code) if analysis.language.supported else None
    doc = Doc(text, title, published_at, code, language, sentences=unpack_spans(analysis.sentences))
    if not doc.sentences:
        doc = replace(segmented_doc(text, title, code, published_at), language=language)
    return Report(identifier, source, doc, received_at, analysis)


def report_vector(report: Report, idf: IdfTable) -> ArticleVector:
    """Return the vector by which a report is clustered."""
    return vectorize_article(
        report.doc.title,
        [report.slice(span) for span in report.prose()],
        report.analysis.entities,
        idf,
        decode_embedding(report.analysis.meaning),
        figures=report.analysis.figures,
        headings=[report.slice(span) for span in report.doc.sentences if span.heading],
        moment=report.moment,
        capitals_mark_names=report.rules.capitals_mark_names,
        gathered=report.rules.gathered_titles.search(report.doc.title) is not None,
    )
