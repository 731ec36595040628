"""Judgements of a story's coverage against the facts that its reports state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evaluation.claims.judgement import Judgement
from evaluation.labelled_events import Degree, LabelledEvent
from nutgraf.model.story import CoverageStatement, StoryComparison


def judge_coverage(event: LabelledEvent, comparison: StoryComparison) -> Iterator[Judgement]:
    """Judge which articles are said to make each statement, and which statements have one source."""
    origins = {article.id: article.near_duplicate_of or article.id for article in comparison.articles}
    for statement in comparison.coverage:
        report = event.report(statement.article_id)
        facts = report.facts_in(statement.start, statement.end)
        said = {other.id: other.says(facts) for other in event.reports if other.id != report.id}
        yield from _judge_said_by(statement, said)
        if statement.only_in is not None:
            yield from _judge_only_in(statement, said, origins)
            disputed = _shared_figures(statement, comparison, origins)
            about = f"{statement.claim} [{', '.join(disputed)}]"
            yield Judgement("only_in: no figure of another source", not disputed, about)


def supporters(statement: CoverageStatement) -> dict[str, Degree]:
    """Return how much of a statement each article but its own is claimed to say."""
    return {article: Degree.FULL for article in statement.said_by if article != statement.article_id}


def _judge_said_by(statement: CoverageStatement, said: Mapping[str, Degree | None]) -> Iterator[Judgement]:
    claimed = supporters(statement)
    for article, degree in claimed.items():
        about = f"{statement.article_id}→{article} {degree}, {said[article]}: {statement.claim}"
        yield Judgement("said_by: says it in full or in part", said[article] is not None, about)
        yield Judgement("said_by: degree", said[article] is degree, about)
    for article, gold in said.items():
        about = f"{statement.article_id}→{article} {gold}: {statement.claim}"
        if gold is Degree.FULL:
            yield Judgement("said_by: recall of full", article in claimed, about)
        if gold is not None:
            yield Judgement("said_by: recall of full or in part", article in claimed, about)


def _judge_only_in(
    statement: CoverageStatement, said: Mapping[str, Degree | None], origins: Mapping[str, str]
) -> Iterator[Judgement]:
    """Judge a statement that is said to have one source; its reprints are no other sources."""
    others = {article: degree for article, degree in said.items() if origins[article] != statement.only_in}
    full = sorted(article for article, degree in others.items() if degree is Degree.FULL)
    some = sorted(article for article, degree in others.items() if degree is not None)
    yield Judgement("only_in: nobody else says all of it", not full, f"{statement.claim} {full}")
    yield Judgement("only_in: nobody else says any of it", not some, f"{statement.claim} {some}")


def _shared_figures(
    statement: CoverageStatement, comparison: StoryComparison, origins: Mapping[str, str]
) -> list[str]:
    """Return the numbers of a statement that the ledger of figures has from another source as well."""
    return [
        value.text
        for figure in comparison.figures
        for value in figure.values
        if value.article_id == statement.article_id and statement.start <= value.start < statement.end
        if any(
            other.value == value.value and origins[other.article_id] != origins[value.article_id]
            for other in figure.values
        )
    ]
