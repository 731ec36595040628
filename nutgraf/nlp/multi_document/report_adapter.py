"""From an analysed article to what the comparison reads."""

from __future__ import annotations

from datetime import datetime

from nutgraf.model import Analysis
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.encoder.document_embedding import decode_embedding
from nutgraf.nlp.lang import get_language
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
) -> Report:
    """The report that an article is; where its analysis did not note its sentences, they are found again."""
    code = analysis.language.code
    language = get_language(code) if analysis.language.supported else None
    doc = Doc(text, title, published_at, code, language, sentences=unpack_spans(analysis.sentences))
    if not doc.sentences:
        doc = segmented_doc(text, title, code, published_at)
    return Report(identifier, source, doc, received_at, analysis)


def report_vector(report: Report, idf: IdfTable) -> ArticleVector:
    """What a report is about."""
    prose = [report.slice(span) for span in report.prose()]
    headings = [report.slice(span) for span in report.doc.sentences if span.heading]
    names = [entity.name for entity in report.analysis.entities]
    return vectorize_article(
        report.doc.title, prose, names, idf, decode_embedding(report.analysis.meaning),
        headings=headings, moment=report.moment,
    )  # fmt: skip
