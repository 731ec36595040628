"""Spans held against the texts they come from, apart from the pipeline's own proof."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from nutgraf.model import Document
from nutgraf.nlp.span_validation import UnprovenSpanError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from nutgraf.model import Analysis
    from nutgraf.nlp.pipeline import Pipeline

Slice = tuple[str, str, int, int]


def documents_of(folder: Path) -> Iterator[Document]:
    """Every text of every ``*.jsonl`` below a folder: ``text`` with its ``title``, or each of ``texts``."""
    for path in sorted(folder.rglob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            texts = row["texts"] if "texts" in row else [row["text"]]
            yield from (Document(text, row.get("title") or "") for text in texts)


def slices_of(document: Document, analysis: Analysis) -> Iterator[Slice]:
    """What every span claims: the text it is of, what it says, where it starts and ends."""
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


class ProvenPipeline:
    """A pipeline that counts and checks its spans, and analyses no document twice.

    Attributes:
        texts: how many documents were analysed.
        spans: how many spans they have.
        failures: the spans that do not say what their slices say, and the analyses refused by the proof.
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
            UnprovenSpanError: the pipeline refused its own analysis.
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
        for text, said, start, end in slices_of(document, analysis):
            self.spans += 1
            if text[start:end] != said or start >= end:
                self.failures.append(f"text {self.texts}: {start} to {end}")
