"""Support of statements: the span of each article that states all or a part of one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nutgraf.model.story import FigureValue, Support, SupportDegree
from nutgraf.nlp.multi_document.claims.claim_comparison import Comparer
from nutgraf.nlp.multi_document.claims.claim_features import (
    Pairing,
    clause_features,
    contradicts,
    sentence_features,
)
from nutgraf.nlp.multi_document.claims.claim_model import ClaimModel
from nutgraf.nlp.multi_document.claims.clause import Concepts
from nutgraf.nlp.multi_document.claims.figure_ledger import LedgerEntry, Origin
from nutgraf.nlp.multi_document.claims.sentence_claims import SentenceClaims, sentence_claims
from nutgraf.nlp.multi_document.report import Report
from nutgraf.nlp.multi_document.summary.sentence_similarity import ReportSentence, Similarity

_WORD: Final = re.compile(r"[^\W_]+(?:[-.,'’][^\W_]+)*")

_LEAST_LIKE: Final = 0.1
"""The similarity from which two concepts in common are enough."""

_NEARLY_EQUAL: Final = 0.8
"""The similarity from which no concept in common is needed but the story's background."""

_MANY: Final = 2
"""Concepts of which more are enough however unlike the sentences are."""

_EXCERPT: Final = 5
"""Words of a sentence that are no accident where another sentence has them in the same order."""

_LIKE: Final = 0.35
"""The similarity from which one concept in common is enough, and a sentence may cover another one."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Span of an article that states a statement: its first and its last row, how much and how surely."""

    first: int
    last: int
    full: bool
    score: float

    @property
    def rank(self) -> tuple[bool, float, int]:
        """Sort the better of two candidates last."""
        return self.full, self.score, -self.first


@dataclass(frozen=True)
class StoryClaims:
    """What each sentence of a story claims, and which sentences of other articles state it.

    Attributes:
        sentences: of all reports; those of a report stand together, in order.
        similarity: of each two, shape (sentences, sentences).
        claims: of each sentence.
        comparer: compares clauses, and their figures by the ledger.
        origin: gives the id of the article that an article reprints, or its own.
        model: decides whether a span states a claim.
    """

    sentences: Sequence[ReportSentence]
    similarity: Similarity
    claims: Sequence[SentenceClaims]
    comparer: Comparer
    origin: Origin
    model: ClaimModel

    def support(self, row: int) -> tuple[Support, ...]:
        """Return the span of each article that states all or a part of a sentence, its own first."""
        own = self.sentences[row].report.id
        found: dict[str, _Candidate] = {}
        for other in sorted({*np.flatnonzero(self._may_state[row]).tolist(), *self._excerpts[row]}):
            article = self.sentences[other].report.id
            candidate = None if article == own else self._compare(row, other)
            if candidate is not None and (article not in found or candidate.rank > found[article].rank):
                found[article] = candidate
        for article, candidate in found.items():
            found[article] = max((candidate, *self._widened(row, candidate)), key=lambda each: each.rank)
        ordered = sorted(found.values(), key=lambda each: (not each.full, -each.score, each.first))
        supports = {own: self._support(_Candidate(row, row, full=True, score=1.0))}
        supports |= {self.sentences[each.first].report.id: self._support(each) for each in ordered}
        for support in self._stating_spans(row):
            supports.setdefault(support.article_id, support)
        return tuple(supports.values())

    def covered_rows(self, row: int) -> list[int]:
        """Return the sentences, of any report, of which a sentence states all, its own included."""
        return [
            other
            for other in np.flatnonzero(self._may_state[row] & (self.similarity[row] >= _LIKE)).tolist()
            if other == row or self._contains(other, row) or self._states_all(self.pairing(other, row))
        ]

    def _compare(self, row: int, other: int) -> _Candidate | None:
        """Compare a statement with one sentence; None if that states no part of it."""
        if self._contains(row, other):
            return _Candidate(other, other, full=True, score=1.0)
        pairing = self.pairing(row, other)
        score = self._stated(pairing, self._told[other])
        excerpt = other in self._excerpts[row] and not contradicts(pairing, self.comparer)
        if score < self.model.least_stated and not excerpt:
            return None
        return _Candidate(other, other, self._states_all(pairing), score)

    def _contains(self, row: int, other: int) -> bool:
        """Whether a sentence has another one's words, as they follow one another."""
        statement, span = self.claims[row].whole, self.claims[other].whole
        return (
            statement.concepts <= span.concepts
            and self._words[row] in self._words[other]
            and not self.comparer.match_figures(statement, span).contrary
            and not contradicts(self.pairing(row, other), self.comparer)
        )

    def pairing(self, row: int, first: int, last: int | None = None) -> Pairing:
        """Return a statement and a sentence, or two neighbours, of another report."""
        similarity, span = self.similarity[row, first], self.claims[first]
        if last is not None:
            similarity = max(similarity, self.similarity[row, last])
            span = sentence_claims((*span.clauses, *self.claims[last].clauses), span.before)
        return Pairing(self.claims[row], span, min(1.0, float(similarity)))

    def _stated(self, pairing: Pairing, told: Concepts) -> float:
        """Return the probability of the clause of a statement that its span states most surely."""
        facts = [
            fact for fact in pairing.statement.facts if fact.entries or not fact.concepts.isdisjoint(told)
        ]
        features = (clause_features(fact, pairing, self.comparer) for fact in facts)
        return max((self.model.stated(each) for each in features if each is not None), default=0.0)

    def _states_all(self, pairing: Pairing) -> bool:
        features = sentence_features(pairing, self.comparer)
        return features is not None and self.model.complete(features) >= self.model.least_complete

    def _widened(self, row: int, candidate: _Candidate) -> Iterator[_Candidate]:
        """Yield the spans of a candidate and a neighbour that together state all of a statement."""
        if candidate.full or len(self.claims[row].facts) == 1:
            return
        place = candidate.first
        for first, last in ((place, place + 1), (place - 1, place)):
            if self.are_neighbours(first, last) and self._states_all(self.pairing(row, first, last)):
                yield _Candidate(first, last, full=True, score=candidate.score)

    def are_neighbours(self, first: int, last: int) -> bool:
        """Whether a row and the next one are sentences of one paragraph."""
        if first < 0 or last >= len(self.sentences):
            return False
        one, other = self.sentences[first], self.sentences[last]
        return one.report.id == other.report.id and one.span.paragraph == other.span.paragraph

    def shares_date(self, row: int) -> bool:
        """Whether the ledger has a date of a sentence from another source as well."""
        return any(self.comparer.ledger.is_date(entry) for entry in self._agreeing(row))

    def _stating_spans(self, row: int) -> Iterator[Support]:
        """Yield the sentences of other sources that the ledger has for a number of a statement.

        A date that two sources have may be that of two events.
        """
        for entry in self._agreeing(row):
            if not self.comparer.ledger.is_date(entry):
                yield self._sentence_of(entry.value)

    def _agreeing(self, row: int) -> Iterator[LedgerEntry]:
        """Yield the values of other sources that agree with one of a sentence."""
        report, span = self.sentences[row].report, self.sentences[row].span
        for entry in self.comparer.ledger.within(report.id, span.start, span.end):
            yield from self.comparer.ledger.agreeing(entry, self.origin)

    def _sentence_of(self, value: FigureValue) -> Support:
        """Return the sentence that a value stands in; the value alone if it stands in none that is read."""
        start, end, text = value.start, value.end, value.text
        report = self._reports.get(value.article_id)
        span = None if report is None else report.doc.sentence_at(value.start)
        if report is not None and span is not None:
            start, end, text = span.start, span.end, report.slice(span)
        return Support(value.article_id, start, end, text, SupportDegree.PARTLY)

    def _support(self, candidate: _Candidate) -> Support:
        first, last = self.sentences[candidate.first], self.sentences[candidate.last]
        start, end = first.span.start, last.span.end
        degree = SupportDegree.FULL if candidate.full else SupportDegree.PARTLY
        return Support(first.report.id, start, end, first.report.doc.text[start:end], degree)

    @cached_property
    def _reports(self) -> Mapping[str, Report]:
        return {sentence.report.id: sentence.report for sentence in self.sentences}

    @cached_property
    def _told(self) -> Sequence[Concepts]:
        """What each sentence speaks of, the story's background left out."""
        return [each.whole.concepts - self.comparer.background for each in self.claims]

    @cached_property
    def _may_state(self) -> NDArray[np.bool_]:
        """Whether two sentences share enough that one may state a part of the other. Shape of similarity."""
        figures = [frozenset(entry.figure for entry in each.whole.entries) for each in self.claims]
        concepts_shared, figures_shared = _shared_counts(self._told), _shared_counts(figures)
        likely = (concepts_shared > 1) & (self.similarity >= _LEAST_LIKE)
        likely |= (concepts_shared > 0) & (self.similarity >= _LIKE)
        likely |= self.similarity >= _NEARLY_EQUAL
        return likely | (concepts_shared > _MANY) | (figures_shared > 0)

    @cached_property
    def _excerpts(self) -> Sequence[frozenset[int]]:
        """The sentences whose words each one holds in their order, among words of its own."""
        words = [each.split() for each in self._words]
        by_opening: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for row, each in enumerate(words):
            if len(each) >= _EXCERPT:
                by_opening[tuple(each[:_EXCERPT])].append(row)
        return [
            frozenset(
                row
                for place in range(len(whole) - _EXCERPT + 1)
                for row in by_opening.get(tuple(whole[place : place + _EXCERPT]), ())
                if len(words[row]) < len(whole) and words[row] == whole[place : place + len(words[row])]
            )
            for whole in words
        ]

    @cached_property
    def _words(self) -> Sequence[str]:
        """The words of each sentence with a space on both sides, so that one is found in another."""
        return [f" {' '.join(_WORD.findall(sentence.text.casefold()))} " for sentence in self.sentences]


def _shared_counts(sets: Sequence[frozenset[Hashable]]) -> NDArray[np.float32]:
    """Count the members that each two sets share. Shape (sets, sets)."""
    counts = Counter(member for each in sets for member in each)
    shared = [member for member, count in counts.items() if count > 1]
    columns = {member: column for column, member in enumerate(shared)}
    block = np.zeros((len(sets), max(1, len(columns))), dtype=np.float32)
    for row, each in enumerate(sets):
        block[row, [columns[member] for member in each if member in columns]] = 1.0
    return block @ block.T
