"""From an analysed article to what the comparison reads."""

from __future__ import annotations

from datetime import datetime

from nutgraf.model import Analysis
from nutgraf.nlp import boilerplate
from nutgraf.nlp.encoder.document_embedding import decode_embedding
from nutgraf.nlp.multi_document.clustering.article_vector import ArticleVector, vectorize_article
from nutgraf.nlp.multi_document.clustering.idf import IdfTable
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.segmentation import sentence_splitter


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
    spans = sentence_splitter.unpack_spans(analysis.sentences)
    if not spans:
        spans = sentence_splitter.split_sentences(
            text, boilerplate.label_lines(text, title), analysis.language.code
        )
    return Report(identifier, source, title, text, published_at, received_at, analysis, spans)


def report_vector(report: Report, idf: IdfTable) -> ArticleVector:
    """What a report is about."""
    prose = [report.slice(span) for span in report.prose()]
    headings = [report.slice(span) for span in report.sentences if span.heading]
    names = [entity.name for entity in report.analysis.entities]
    return vectorize_article(
        report.title, prose, names, idf, decode_embedding(report.analysis.meaning),
        headings=headings, moment=report.moment,
    )  # fmt: skip
