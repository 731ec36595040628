"""Judgements of a story's summary and title against the facts and numbers that its reports state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from evaluation.claims.judgement import Judgement
from evaluation.labelled_events import LabelledEvent, LabelledReport, MarkedNumber
from nutgraf.model.story import FigureState, StoryComparison

WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
TENS = 10
FACTORS = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
TOKEN = re.compile(r"(\d[\d,]*(?:\.\d+)?)|([a-z]+)")


def judge_summary(event: LabelledEvent, comparison: StoryComparison) -> Iterator[Judgement]:
    """Judge whether the summary and the title have the last numbers, and the summary's repetition and order."""
    outdated = list(outdated_marks(event))
    sentences = comparison.summary.sentences
    for sentence in sentences:
        old = [
            mark.text
            for report, mark in outdated
            if report.id == sentence.article_id and sentence.start <= mark.start < sentence.end
        ]
        yield Judgement("summary: no superseded value", not old, f"{sentence.text} {old}")
    facts = [event.report(each.article_id).facts_in(each.start, each.end) for each in sentences]
    first = first_mentions(event)
    for (one, stated), (other, others) in combinations(zip(sentences, facts, strict=True), 2):
        about = f"{one.text} | {other.text}"
        yield Judgement("summary: pairs share no fact", not stated & others, about)
        if stated and others:
            in_order = min(map(first.__getitem__, stated)) <= min(map(first.__getitem__, others))
            yield Judgement("summary: pairs in order of first mention", in_order, about)
    if comparison.title is not None:
        numbers = set(numbers_in(comparison.title))
        old = [
            mark.text
            for report, mark in outdated
            if report.id == comparison.representative_article_id and numbers & set(numbers_in(mark.text))
        ]
        yield Judgement("title: no superseded value", not old, f"{comparison.title} {old}")


def outdated_marks(event: LabelledEvent) -> Iterator[tuple[LabelledReport, MarkedNumber]]:
    """Yield the numbers of superseded quantities that differ from those of the last report to state them."""
    for name, quantity in event.quantities.items():
        if FigureState.SUPERSEDED in quantity.right_states:
            marks = list(event.marks_of(name))
            last = {
                number for report, mark in marks if report == marks[-1][0] for number in numbers_in(mark.text)
            }
            yield from (
                (report, mark) for report, mark in marks if not last.intersection(numbers_in(mark.text))
            )


def first_mentions(event: LabelledEvent) -> dict[str, int]:
    """Return the place of each fact's first mention, reading the reports in order of publication."""
    stated = [each.facts for report in event.reports for each in report.sentences]
    return {fact: place for place, facts in reversed(list(enumerate(stated))) for fact in facts}


def numbers_in(text: str) -> list[float]:
    """Return the numbers in a text, in digits or words: "Twenty-three people" has 23, "€1.4bn" 1.4e9."""
    found: list[float] = []
    open_number = False
    for digits, word in TOKEN.findall(text.casefold()):
        value = float(digits.replace(",", "")) if digits else WORDS.get(word)
        if value is not None and open_number and value < TENS <= found[-1] and not digits:
            found[-1] += value
        elif value is not None:
            found.append(value)
        elif word in FACTORS and open_number:
            found[-1] *= FACTORS[word]
        open_number = value is not None or (open_number and word in FACTORS)
    return found
