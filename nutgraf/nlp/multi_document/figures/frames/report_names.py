"""Names of a report in the order of its text, for what they stand beside."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from nutgraf.model import EntityType
from nutgraf.nlp.multi_document.clustering.idf import content_words
from nutgraf.nlp.multi_document.report import Report

_PLACES: Final = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
_NO_NAMES: Final = frozenset({EntityType.DATE, EntityType.MONEY})
_CAPITALS: Final = re.compile(r"\b[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]*|\d{1,2}\b))*")
_CACHED: Final = 4096
_OPENING: Final = 3
_QUOTES: Final = "\"“”‘'"
_ENDS: Final = ".:!?"
_GAP: Final = 3
"""Characters between a name and the relative pronoun that stands for it, at most."""

StoryNames = Mapping[tuple[str, str], str]
"""The name in the story of each article's entities, by the ids of article and entity."""


@dataclass(frozen=True, slots=True)
class NamedSpan:
    """Mention of an entity in the text, with the words of its name in the story.

    ``unknown`` are those that no entity has: words with a capital.
    """

    start: int
    end: int
    words: frozenset[str]
    place: bool
    person: bool
    outlet: bool
    unknown: bool = False


class ReportNames:
    """Index of the names in a report's text: mentions of entities, and other words with a capital."""

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
                _words(f"{names.get((report.id, entity.id), entity.name)} {mention.text}"),
                entity.type in _PLACES,
                entity.type is EntityType.PERSON,
                bool(outlet & frozenset(content_words(entity.name))),
            )
            for entity in report.analysis.entities
            if entity.type not in _NO_NAMES
            for mention in entity.mentions
            if mention.field == "text"
        ]
        found.sort(key=lambda span: span.start)
        self._spans = sorted((*found, *_other_names(report, found)), key=lambda span: span.start)
        self._starts = [span.start for span in self._spans]
        self.subjects = tuple(
            _words(f"{entity.name} {mention.text}")
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


@lru_cache(maxsize=_CACHED)
def _words(name: str) -> frozenset[str]:
    """Return the words of a name, and its numbers however short."""
    return frozenset(content_words(name)) | frozenset(part for part in name.split() if part.isdigit())


def _other_names(report: Report, found: Sequence[NamedSpan]) -> Iterator[NamedSpan]:
    """Yield the words with a capital inside a sentence that are no mention of an entity and no date."""
    language = report.doc.language
    if language is None or not report.rules.capitals_mark_names:
        return
    covered = [(span.start, span.end) for span in found]
    starts = [start for start, _ in covered]
    for sentence in report.prose():
        for match in _CAPITALS.finditer(report.doc.text, sentence.start, sentence.end):
            place = bisect_left(starts, match.end()) - 1
            overlaps = place >= 0 and covered[place][1] > match.start()
            if overlaps or _opens_sentence(report.doc.text, sentence.start, match.start()):
                continue
            words = _words(match[0])
            if words and not any(language.figures.calendar.is_date_name(word) for word in words):
                yield _unknown(match, words)


def _unknown(match: re.Match[str], words: frozenset[str]) -> NamedSpan:
    return NamedSpan(match.start(), match.end(), words, place=False, person=False, outlet=False, unknown=True)


def _opens_sentence(text: str, start: int, at: int) -> bool:
    """Whether a word has its capital from its place: the first of a sentence, or of a quotation."""
    return not any(char.isalnum() for char in text[max(start, at - 2) : at]) and (
        at - start < _OPENING or text[at - 1] in _QUOTES or text[max(0, at - 2)] in _ENDS
    )
