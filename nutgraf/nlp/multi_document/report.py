"""One report of an event, as the comparison reads it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from nutgraf.model import Analysis
from nutgraf.nlp.doc import Doc
from nutgraf.nlp.lang.schema.names import NameRules
from nutgraf.nlp.lang.schema.stories import StoryRules
from nutgraf.nlp.spans import SentenceSpan

_AHEAD: Final = timedelta(days=1)
"""How far in the future an article may be dated: in some time zone it is tomorrow already."""

_EARLIEST: Final = datetime(1971, 1, 1, tzinfo=UTC)
"""Clocks that were never set are in 1970."""

_NO_RULES: Final = StoryRules()
_NO_NAME_RULES: Final = NameRules()


@dataclass(frozen=True, slots=True)
class Report:
    """An analysed article.

    Attributes:
        id: the article's id.
        source: the outlet; None where it is unknown.
        doc: the text with its sentences and its language.
        received_at: when the article came in, which stands in for an unknown time of publication.
        analysis: what the pipeline found in it.
    """

    id: str
    source: str | None
    doc: Doc
    received_at: datetime
    analysis: Analysis

    @property
    def rules(self) -> StoryRules:
        """The rules for stories of the report's language; empty ones where it is not supported."""
        return _NO_RULES if self.doc.language is None else self.doc.language.stories

    @property
    def name_rules(self) -> NameRules:
        """The rules for names of the report's language; empty ones where it is not supported."""
        return _NO_NAME_RULES if self.doc.language is None else self.doc.language.names

    @property
    def moment(self) -> datetime:
        """The time of publication if it is known and plausible, else the time at which the report came in."""
        published = self.doc.published_at
        if published is None or not _EARLIEST <= published <= self.received_at + _AHEAD:
            return self.received_at
        return published

    @property
    def outlet(self) -> str:
        """The outlet's name, or the article's id where it has none."""
        return self.source or self.id

    def prose(self) -> list[SentenceSpan]:
        """Return the sentences without headings."""
        return [span for span in self.doc.sentences if not span.heading]

    def slice(self, span: SentenceSpan) -> str:
        """Return a sentence's own text."""
        return self.doc.text[span.start : span.end]
