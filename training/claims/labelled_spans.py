"""Statements and spans of labelled events, with their features and whether the span says the statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from nutgraf.model import Document
from nutgraf.nlp.multi_document import report_of
from nutgraf.nlp.multi_document.claims.claim_features import clause_features, sentence_features
from nutgraf.nlp.multi_document.claims.claim_model import ClaimModel
from nutgraf.nlp.multi_document.claims.story_claims import read_story_claims
from nutgraf.nlp.multi_document.entities.entity_resolution import merge_entities
from nutgraf.nlp.multi_document.figures.agreement import compare_figures
from nutgraf.nlp.multi_document.summary.sentence_similarity import (
    report_sentences,
    sentence_similarity,
    stated_facts,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from evaluation.labelled_events import LabelledEvent
    from nutgraf.nlp.multi_document import IdfTable, Report
    from nutgraf.nlp.multi_document.claims.claim_features import Features
    from nutgraf.nlp.multi_document.claims.claim_support import StoryClaims
    from nutgraf.nlp.pipeline import Pipeline

LEAST_SIMILARITY: Final = 0.02
"""The similarity from which a span is compared at all."""

_NO_MODEL: Final = ClaimModel((), (), 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """A statement and a span of another report.

    Attributes:
        clauses: the features of each clause of the statement that may be stated.
        whole: the features of the whole statement, or None if the span cannot state all of it.
        says_some: whether the span has a fact of the statement.
        says_all: whether it has all of them.
    """

    clauses: tuple[Features, ...]
    whole: Features | None
    says_some: bool
    says_all: bool


def analysed_reports(event: LabelledEvent, pipeline: Pipeline) -> list[Report]:
    """Return the reports of an event, analysed, in order of publication."""
    return [
        report_of(
            report.id, title=report.title, text=report.text, source=report.source,
            published_at=report.published_at, received_at=report.published_at,
            analysis=pipeline.analyse(Document(report.text, report.title, report.published_at)),
        )
        for report in event.reports
    ]  # fmt: skip


def labelled_pairs(event: LabelledEvent, reports: list[Report], idf: IdfTable) -> Iterator[LabelledPair]:
    """Yield each two similar sentences of two reports, and each sentence with two neighbours of another."""
    figures = compare_figures(reports, str, idf)
    sentences = report_sentences(reports)
    similarity = sentence_similarity(sentences, stated_facts(figures, ()), idf)
    story = read_story_claims(sentences, similarity, figures, merge_entities(reports), str, idf, _NO_MODEL)
    facts = [
        event.report(sentence.report.id).facts_in(sentence.span.start, sentence.span.end)
        for sentence in sentences
    ]
    for row in range(len(sentences)):
        for other in range(len(sentences)):
            apart = sentences[row].report.id != sentences[other].report.id
            if apart and similarity[row, other] >= LEAST_SIMILARITY:
                yield _pair(story, facts, row, other)
                yield from _pairs_of_two(story, facts, row, other)


def _pair(story: StoryClaims, facts: list[frozenset[str]], row: int, other: int) -> LabelledPair:
    pairing = story.pairing(row, other)
    clauses = (clause_features(fact, pairing, story.comparer) for fact in pairing.statement.facts)
    return LabelledPair(
        tuple(features for features in clauses if features is not None),
        sentence_features(pairing, story.comparer),
        says_some=bool(facts[row] & facts[other]),
        says_all=facts[row] <= facts[other],
    )


def _pairs_of_two(
    story: StoryClaims, facts: list[frozenset[str]], row: int, other: int
) -> Iterator[LabelledPair]:
    """Yield a sentence with a span of two neighbours, for which only the whole is compared."""
    after = other + 1
    if story.are_neighbours(other, after):
        whole = sentence_features(story.pairing(row, other, after), story.comparer)
        says_all = facts[row] <= facts[other] | facts[after]
        yield LabelledPair((), whole, says_some=False, says_all=says_all)
