"""Labelled articles, read the way the pipeline reads them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.nlp import boilerplate
from nutgraf.nlp.segmentation import sentence_splitter

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.nlp.spans import SentenceSpan


@dataclass(frozen=True, slots=True)
class Example:
    """An article with a reference summary, and its sentences without headings and boilerplate."""

    set: str
    id: str
    title: str
    text: str
    reference: str
    spans: tuple[SentenceSpan, ...]

    @property
    def contents(self) -> list[str]:
        """What the sentences say."""
        return [self.text[span.start : span.end] for span in self.spans]


def read(path: Path) -> list[Example]:
    """Read a file of ``{set, id, title, text, summary}`` lines; articles without sentences are left out."""
    examples = []
    for line in path.read_text().splitlines():
        stored = json.loads(line)
        text, title = stored["text"], stored["title"]
        spans = tuple(
            span
            for span in sentence_splitter.split_sentences(text, boilerplate.label_lines(text, title), "en")
            if not span.heading
        )
        if spans:
            examples.append(Example(stored["set"], stored["id"], title, text, stored["summary"], spans))
    return examples
