"""One report of an event, as the comparison reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from nutgraf.model import Analysis
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.spans import SentenceSpan

_AHEAD: Final = timedelta(days=1)
"""How far in the future an article may be dated: in some time zone it is tomorrow already."""

_EARLIEST: Final = datetime(1971, 1, 1, tzinfo=UTC)
"""Clocks that were never set are in 1970."""


@dataclass(frozen=True, slots=True)
class Report:
    """An analysed article. ``received_at`` stands in where the time of publication is unknown."""

    id: str
    source: str | None
    doc: Doc
    received_at: datetime
    analysis: Analysis

    @property
    def moment(self) -> datetime:
        """When the report was published, if that is said and can be; else when it came in."""
        said = self.doc.published_at
        if said is None or not _EARLIEST <= said <= self.received_at + _AHEAD:
            return self.received_at
        return said

    @property
    def outlet(self) -> str:
        """Who reports: the outlet's name, or the article's id where it has none."""
        return self.source or self.id

    def prose(self) -> list[SentenceSpan]:
        """The sentences without headings."""
        return [span for span in self.doc.sentences if not span.heading]

    def slice(self, span: SentenceSpan) -> str:
        """A sentence's own text."""
        return self.doc.text[span.start : span.end]
