"""Reader that cuts the sentences of one report into clauses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from nutgraf.model import EntityType
from nutgraf.nlp.multi_document.claims.clause import NAME, NOTHING, ClaimClause, Concepts, joined
from nutgraf.nlp.multi_document.claims.clause_relations import WORD, Marked, acts_of, relations_of
from nutgraf.nlp.multi_document.claims.figure_ledger import FigureLedger
from nutgraf.nlp.multi_document.claims.number_reader import NumberReader, StatedNumber
from nutgraf.nlp.multi_document.claims.role_spans import role_spans
from nutgraf.nlp.multi_document.claims.vocabulary import Vocabulary
from nutgraf.nlp.multi_document.claims.word_scope import WordScope
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.spans import SentenceSpan

_OPENING_MARK: Final = re.compile(r"(?:^|\s)[“\"«„‘']\w")
_QUESTION_MARK: Final = "?"
_LONGEST_CUE: Final = 12
"""Characters before a clause in which a word may open it."""

_MOST_OF_SOURCE: Final = 3
"""Concepts, beside names, of a clause that only names the source of another one."""

_LEAST: Final = 2
"""Concepts of a clause that can stand alone; a figure counts as one."""

_ACTORS: Final = frozenset({EntityType.PERSON, EntityType.ORG})
LONG_AGO: Final = timedelta(days=60)
"""How long before a report a date is that belongs to another event."""

EntityNames = Mapping[tuple[str, str], tuple[str, EntityType]]
"""The name in the story and the type of an article's entity, by the ids of article and entity."""


class ClauseReader:
    """Reads the clauses of one report.

    Args:
        report: the report.
        names: the names and types of entities in the story.
        ledger: the story's figures.
        vocabulary: what words mean.
    """

    def __init__(
        self,
        report: Report,
        names: EntityNames,
        ledger: FigureLedger,
        vocabulary: Vocabulary,
    ) -> None:
        self._report = report
        self._numbers = NumberReader(report, ledger)
        self._terms = report.rules.claims
        self._concepts = vocabulary.concepts(self._terms)
        self._scope = WordScope(self._terms, vocabulary)
        self._long_ago = (report.moment - LONG_AGO).date().isoformat()
        self._mentions: list[Marked] = []
        people: set[str] = set()
        for entity in report.analysis.entities:
            known = names.get((report.id, entity.id))
            if known is None:
                continue
            concept = NAME + known[0]
            if known[1] in _ACTORS:
                people.add(concept)
            self._mentions += [
                (each.start, each.end, concept) for each in entity.mentions if each.field == "text"
            ]
        self._mentions.sort()
        self._people = frozenset(people)
        named = [(start, end) for start, end, name in self._mentions if name in people]
        self._roles = [(start, end, "") for start, end in role_spans(report, named, self._concepts)]

    def read(self, span: SentenceSpan) -> tuple[ClaimClause, ...]:
        """Return the clauses of a sentence, in order; each can stand alone or names a source."""
        text = self._report.doc.text
        sentence = text[span.start : span.end]
        breaks = [span.start + match.end() for match in self._terms.clause_break.finditer(sentence)]
        numbers = self._numbers.read(span.start, span.end)
        clauses: list[ClaimClause] = []
        for start, end in zip((span.start, *breaks), (*breaks, span.end), strict=True):
            clause = self._clause(start, end, numbers)
            if clauses and _belong_together(clauses[-1], clause):
                clauses[-1] = joined(clauses[-1], clause)
            else:
                clauses.append(clause)
        return tuple(clauses)

    def _clause(self, start: int, end: int, numbers: Sequence[StatedNumber]) -> ClaimClause:
        mentions, roles = _within(self._mentions, start, end), _within(self._roles, start, end)
        written = self._report.doc.text[start:end]
        words = WORD.findall(_without(written, start, mentions, roles).casefold())
        told = [concept for word in words if (concept := self._concepts[word])]
        names = tuple(dict.fromkeys([concept for *_, concept in mentions])) if mentions else ()
        own = [number for number in numbers if start <= number.start < end] if numbers else numbers
        days = frozenset([number.day for number in own if number.day is not None]) if own else NOTHING
        before = WORD.findall(self._report.doc.text[max(0, start - _LONGEST_CUE) : start].casefold())
        return ClaimClause(
            concepts=frozenset((*told, *names)),
            told=tuple(told),
            people=self._people.intersection(names) if names else NOTHING,
            lead=self._lead(start, mentions, roles),
            order=names,
            entries=tuple([number.entry for number in own if number.entry is not None]),
            unlisted=sum([number.entry is None and number.day is None for number in own]),
            days=days,
            past=any(day < self._long_ago[: len(day)] for day in days),
            denied=self._scope.denied(words),
            undone=self._scope.undone(words),
            passive=len(names) > 1 and self._terms.passive.search(written) is not None,
            attribution=not own and self._names_source(words, told, written),
            doubted=self._scope.doubted(words) | self._asked(written, start, mentions, roles),
            contrasts=self._scope.contrasts((*before[-1:], *words)),
            predicates=self._scope.predicates(words),
            acts=acts_of(self._report.doc.text, mentions, roles, self._terms, self._concepts),
            relations=self._relations(start, end, mentions, roles),
        )

    def _asked(
        self, written: str, start: int, mentions: Sequence[Marked], roles: Sequence[Marked]
    ) -> Concepts:
        """Return what a stretch tells before a question mark."""
        question, mark, _ = written.rpartition(_QUESTION_MARK)
        if not mark:
            return NOTHING
        words = WORD.findall(_without(question, start, mentions, roles).casefold())
        return frozenset([concept for word in words if (concept := self._concepts[word])])

    def _relations(
        self, start: int, end: int, mentions: Sequence[Marked], roles: Sequence[Marked]
    ) -> frozenset[tuple[str, str]]:
        """Return who is told by a relation to whom; a title stands for the name behind it."""
        named = {low: name for low, _, name in mentions}
        titles = [(low, high, named[high]) for low, high, _ in roles if high in named]
        return relations_of(
            self._report.doc.text, (start, end), (*mentions, *titles), self._terms, self._concepts
        )

    def _names_source(self, words: Sequence[str], told: Sequence[str], written: str) -> bool:
        """Whether a stretch without numbers only names the source of another clause."""
        return (
            not self._terms.reporting.isdisjoint(words)
            and len(set(told)) <= _MOST_OF_SOURCE
            and not _OPENING_MARK.search(written)
        )

    def _lead(self, start: int, mentions: Sequence[Marked], roles: Sequence[Marked]) -> str | None:
        """Return the name that a clause begins with, behind no more than articles and a title."""
        if not mentions:
            return None
        first, _, name = mentions[0]
        head = next((title for title, end, _ in roles if end == first), first)
        before = WORD.findall(self._report.doc.text[start:head].casefold())
        return None if any(self._concepts[word] for word in before) else name


def _within(marks: Sequence[Marked], start: int, end: int) -> Sequence[Marked]:
    """Return the marks that begin in a stretch."""
    return marks[bisect_left(marks, (start,)) : bisect_left(marks, (end,))] if marks else marks


def _without(written: str, start: int, mentions: Sequence[Marked], roles: Sequence[Marked]) -> str:
    """Return a stretch of text without the names in it and what says who they are."""
    if not mentions:
        return written
    parts, place = [], 0
    for low, high, _ in sorted((*mentions, *roles)) if roles else mentions:
        parts.append(written[place : max(place, low - start)])
        place = max(place, high - start)
    return " ".join((*parts, written[place:]))


def _belong_together(one: ClaimClause, other: ClaimClause) -> bool:
    """Whether two neighbours are one clause, because one of them cannot stand alone."""
    if one.is_empty or other.is_empty:
        return True
    incomplete = other.attribution or not _is_whole(one) or not _is_whole(other)
    return one.attribution is other.attribution and incomplete


def _is_whole(clause: ClaimClause) -> bool:
    return len(clause.concepts) + len(clause.entries) + clause.unlisted >= _LEAST
