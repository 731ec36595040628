"""Check of spans against their texts, independent of the pipeline's own validation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from nutgraf.model import Document
from nutgraf.nlp.pipeline import Pipeline
from nutgraf.nlp.span_validation import UnprovenSpanError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nutgraf.model import Analysis

ClaimedSlice = tuple[str, str, int, int]


def documents_of(folder: Path) -> Iterator[Document]:
    """Yield a document for each ``text`` (with ``title``) or each of ``texts`` in a folder's ``*.jsonl``."""
    for path in sorted(folder.rglob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            texts = row["texts"] if "texts" in row else [row["text"]]
            yield from (Document(text, row.get("title") or "") for text in texts)


def claimed_slices(document: Document, analysis: Analysis) -> Iterator[ClaimedSlice]:
    """Yield the text, the claimed content, the start and the end of each span."""
    for sentence in analysis.summary.sentences:
        yield document.text, sentence.text, sentence.start, sentence.end
    for entity in analysis.entities:
        for mention in entity.mentions:
            field = document.title if mention.field == "title" else document.text
            yield field, mention.text, mention.start, mention.end
    for figure in analysis.figures:
        yield document.text, figure.text, figure.start, figure.end
    for quote in analysis.quotes:
        yield document.text, quote.text, quote.start, quote.end


class CheckedPipeline:
    """Pipeline that counts and checks its spans, and analyses no document twice.

    Attributes:
        texts: number of documents analysed.
        spans: number of their spans.
        failures: spans that differ from their slices, and analyses that validation refused.
    """

    def __init__(self, pipeline: Pipeline) -> None:
        self.texts = 0
        self.spans = 0
        self.failures: list[str] = []
        self._pipeline = pipeline
        self._known: dict[Document, Analysis] = {}

    def analyse(self, document: Document) -> Analysis:
        """Analyse and check a document.

        Raises:
            UnprovenSpanError: the pipeline's validation refused the analysis.
        """
        if document not in self._known:
            self.texts += 1
            try:
                analysis = self._pipeline.analyse(document)
            except UnprovenSpanError as error:
                self.failures.append(f"text {self.texts}: {error}")
                raise
            self._check(document, analysis)
            self._known[document] = analysis
        return self._known[document]

    def _check(self, document: Document, analysis: Analysis) -> None:
        for text, content, start, end in claimed_slices(document, analysis):
            self.spans += 1
            if text[start:end] != content or start >= end:
                self.failures.append(f"text {self.texts}: {start} to {end}")


AnalysisPipeline = Pipeline | CheckedPipeline
"""What analyses documents, with or without a check of its spans."""
