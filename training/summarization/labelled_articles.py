"""Articles with reference summaries, read as the pipeline reads them."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from nutgraf.nlp.segmented_doc import segmented_doc

if TYPE_CHECKING:
    from pathlib import Path

    from nutgraf.nlp.doc import Doc


@dataclass(frozen=True, slots=True)
class Example:
    """An article with a reference summary, and its sentences without headings and boilerplate."""

    set: str
    id: str
    doc: Doc
    reference: str

    @property
    def contents(self) -> list[str]:
        """Text of each sentence."""
        return [self.doc.text[span.start : span.end] for span in self.doc.sentences]


def read_examples(path: Path) -> list[Example]:
    """Read JSON lines of ``{set, id, title, text, summary}``; articles without sentences are left out."""
    examples = []
    for line in path.read_text().splitlines():
        stored = json.loads(line)
        text, title = stored["text"], stored["title"]
        doc = segmented_doc(text, title)
        doc = replace(doc, sentences=tuple(span for span in doc.sentences if not span.heading))
        if doc.sentences:
            examples.append(Example(stored["set"], stored["id"], doc, stored["summary"]))
    return examples
