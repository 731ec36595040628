"""Names of a report in the order of its text, for what they stand beside."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nutgraf.model import EntityType
from nutgraf.nlp.multi_document.clustering.idf import content_words
from nutgraf.nlp.multi_document.report import Report

_PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
_NO_NAMES: Final = frozenset({EntityType.DATE, EntityType.MONEY})
_GAP: Final = 3
"""Characters between a name and the relative pronoun that stands for it, at most."""

StoryNames = Mapping[tuple[str, str], str]
"""The name in the story of each article's entities, by the ids of article and entity."""


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """Mention of an entity in the text, with the words of its name in the story."""

    start: int
    end: int
    words: frozenset[str]
    place: bool
    person: bool
    outlet: bool


class ReportNames:
    """Index of the mentions in a report's text."""

    def __init__(self, report: Report, names: StoryNames) -> None:
        """Make the index.

        Args:
            report: the report.
            names: names across the reports; an entity that has none there keeps its own.
        """
        outlet = frozenset(content_words(report.source or ""))
        found = [
            NamedSpan(
                mention.start,
                mention.end,
                frozenset(content_words(f"{names.get((report.id, entity.id), entity.name)} {mention.text}"))
                | frozenset(part for part in mention.text.split() if part.isdigit()),
                entity.type in _PLACES,
                entity.type is EntityType.PERSON,
                bool(outlet & frozenset(content_words(entity.name))),
            )
            for entity in report.analysis.entities
            if entity.type not in _NO_NAMES
            for mention in entity.mentions
            if mention.field == "text"
        ]
        self._spans = sorted(found, key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]
        self.subjects = tuple(
            frozenset(content_words(entity.name)) | frozenset(content_words(mention.text))
            for entity in report.analysis.entities
            if entity.type not in _NO_NAMES | _PLACES
            for mention in entity.mentions
            if mention.field == "title"
        )
        """The names of the title without places, which the report is about."""

    def between(self, start: int, end: int) -> Sequence[NamedSpan]:
        """Return the mentions that begin between two offsets, in order."""
        return self._spans[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def ending_at(self, offset: int) -> Sequence[NamedSpan]:
        """Return the mention that ends right before an offset, if there is one."""
        near = self._spans[: bisect_left(self._starts, offset)][-1:]
        return [span for span in near if 0 <= offset - span.end <= _GAP]
