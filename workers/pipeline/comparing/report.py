"""One report of an event, as the comparison reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nutgraf.model import Analysis
from workers.pipeline.parts import SentenceSpan


@dataclass(frozen=True, slots=True)
class Report:
    """An analysed article. ``received_at`` stands in where nobody knows when it was published."""

    id: str
    source: str | None
    title: str
    text: str
    published_at: datetime | None
    received_at: datetime
    analysis: Analysis
    sentences: tuple[SentenceSpan, ...]

    @property
    def moment(self) -> datetime:
        """When the report became known."""
        return self.published_at or self.received_at

    @property
    def outlet(self) -> str:
        """Who reports: the outlet's name, or the article's id where it has none."""
        return self.source or self.id

    def prose(self) -> list[SentenceSpan]:
        """The sentences without headings."""
        return [span for span in self.sentences if not span.heading]

    def slice(self, span: SentenceSpan) -> str:
        """A sentence's own text."""
        return self.text[span.start : span.end]
