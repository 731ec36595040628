"""Judgements of who says a statement, in a story's coverage and summary, against the facts of its reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evaluation.claims.judgement import Judgement
from evaluation.labelled_events import LabelledEvent, LabelledReport
from nutgraf.model.story import CoverageStatement, StoryComparison, Support, SupportDegree

Said = Mapping[str, SupportDegree | None]
"""How much of a statement each report but its own says, by the reports' ids."""


def judge_coverage(event: LabelledEvent, comparison: StoryComparison) -> Iterator[Judgement]:
    """Judge which articles are said to make each statement, and which statements have one source."""
    origins = {article.id: article.near_duplicate_of or article.id for article in comparison.articles}
    for statement in comparison.coverage:
        report = event.report(statement.article_id)
        facts = report.facts_in(statement.start, statement.end)
        said = _said(event, report, facts)
        yield from _judge_supports(event, "said_by", facts, said, statement.said_by)
        yield from _judge_recall(statement, said)
        if statement.only_in is not None:
            yield from _judge_only_in(statement, said, origins)
            disputed = _shared_figures(statement, comparison, origins)
            about = f"{statement.claim} {disputed}"
            yield Judgement("only_in: no figure of another source", not disputed, about)
    for sentence in comparison.summary.sentences:
        report = event.report(sentence.article_id)
        facts = report.facts_in(sentence.start, sentence.end)
        said = _said(event, report, facts)
        yield from _judge_supports(event, "summary evidence", facts, said, sentence.evidence)


def _said(event: LabelledEvent, own: LabelledReport, facts: frozenset[str]) -> Said:
    return {report.id: report.says(facts) for report in event.reports if report != own}


def _judge_supports(
    event: LabelledEvent, name: str, facts: frozenset[str], said: Said, supports: Sequence[Support]
) -> Iterator[Judgement]:
    """Judge each other article that is said to make a statement: at all, how much of it, and where."""
    for support in supports:
        if support.article_id in said:
            gold = said[support.article_id]
            about = f"{supports[0].text} ← {support.article_id} {support.degree}, {gold}: {support.text}"
            found = event.report(support.article_id).facts_in(support.start, support.end)
            yield Judgement(f"{name}: says it in full or in part", gold is not None, about)
            yield Judgement(f"{name}: degree", support.degree is gold, about)
            yield Judgement(f"{name}: span shares a fact", bool(found & facts), about)


def _judge_recall(statement: CoverageStatement, said: Said) -> Iterator[Judgement]:
    """Judge whether the articles that make a statement are listed."""
    listed = {support.article_id for support in statement.said_by}
    for article, gold in said.items():
        about = f"{statement.article_id}→{article} {gold}: {statement.claim}"
        if gold is SupportDegree.FULL:
            yield Judgement("said_by: recall of full", article in listed, about)
        if gold is not None:
            yield Judgement("said_by: recall of full or in part", article in listed, about)


def _judge_only_in(
    statement: CoverageStatement, said: Said, origins: Mapping[str, str]
) -> Iterator[Judgement]:
    """Judge a statement that is said to have one source; its reprints are no other sources."""
    own = origins[statement.article_id]
    others = {article: degree for article, degree in said.items() if origins[article] != own}
    full = sorted(article for article, degree in others.items() if degree is SupportDegree.FULL)
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
            (other.value, other.unit) == (value.value, value.unit)
            and origins[other.article_id] != origins[value.article_id]
            for other in figure.values
        )
    ]
