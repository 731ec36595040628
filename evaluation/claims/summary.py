"""Judgements of a story's summary and title against the facts and numbers that its reports state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from evaluation.claims.judgement import Judgement
from evaluation.claims.numbers import numbers_in
from evaluation.labelled_events import LabelledEvent, LabelledReport
from nutgraf.model.story import FigureState, StoryComparison, StorySentence


def judge_summary(event: LabelledEvent, comparison: StoryComparison) -> Iterator[Judgement]:
    """Judge the summary's and the title's numbers, and the summary's repetition and order."""
    last = last_numbers(event)
    for sentence in comparison.summary.sentences:
        report = event.report(sentence.article_id)
        old = outdated_numbers(report, sentence.start, sentence.end, last)
        yield Judgement("summary: no superseded value", not old, f"{sentence.text} {old}")
    yield from _judge_pairs(event, comparison.summary.sentences)
    if comparison.title is not None:
        report = event.report(comparison.representative_article_id)
        titled = set(numbers_in(comparison.title))
        old = [
            text
            for text in outdated_numbers(report, 0, len(report.text), last)
            if titled.intersection(numbers_in(text))
        ]
        yield Judgement("title: no superseded value", not old, f"{comparison.title} {old}")


def last_numbers(event: LabelledEvent) -> dict[str, frozenset[float]]:
    """Return, for each superseded or corrected quantity, the numbers in the last report that states it."""
    found = {}
    for name, quantity in event.quantities.items():
        if FigureState.SUPERSEDED in quantity.right_states:
            marks = list(event.marks_of(name))
            final = [mark for report, mark in marks if report == marks[-1][0]]
            found[name] = frozenset(number for mark in final for number in numbers_in(mark.text))
    return found


def outdated_numbers(
    report: LabelledReport, start: int, end: int, last: Mapping[str, frozenset[float]]
) -> list[str]:
    """Return the superseded values in a span whose last value the span does not have as well."""
    marks = [each for one in report.sentences for each in one.marks if start <= each.start < end]
    current = {mark.quantity for mark in marks if last.get(mark.quantity, set()) & set(numbers_in(mark.text))}
    return [mark.text for mark in marks if mark.quantity in last.keys() - current]


def first_mentions(event: LabelledEvent) -> dict[str, int]:
    """Return the place of each fact's first mention, reading the reports in order of publication."""
    stated = [each.facts for report in event.reports for each in report.sentences]
    return {fact: place for place, facts in reversed(list(enumerate(stated))) for fact in facts}


def _judge_pairs(event: LabelledEvent, sentences: Sequence[StorySentence]) -> Iterator[Judgement]:
    """Judge whether two chosen sentences share a fact, and stand in the order of their first mention."""
    facts = [event.report(each.article_id).facts_in(each.start, each.end) for each in sentences]
    first = first_mentions(event)
    for (one, stated), (other, others) in combinations(zip(sentences, facts, strict=True), 2):
        about = f"{one.text} | {other.text}"
        yield Judgement("summary: pairs share no fact", not stated & others, about)
        if stated and others:
            in_order = min(first[fact] for fact in stated) <= min(first[fact] for fact in others)
            yield Judgement("summary: pairs in order of first mention", in_order, about)
