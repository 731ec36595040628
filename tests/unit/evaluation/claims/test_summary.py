"""A summary is judged by its numbers, its repetition and its order."""

from __future__ import annotations

import pytest

from evaluation.claims.judgement import Rate, rate_of
from evaluation.claims.summary import judge_summary
from nutgraf.model.story import StoryComparison
from tests.support.labelled_event import comparison, sentence, support, tiny_event

OLD = sentence(support("a", "Nine people died when the ferry burned."))
NEW = sentence(support("b", "Eleven died."))
FIRE = sentence(support("b", "The ferry burned."))
CREW = sentence(support("b", "The crew of four counted the boats."))
CORRECTED = sentence(support("b", "Ola Brandt is six, not seven."))


def rates(story: StoryComparison, *measures: str) -> list[Rate]:
    judged = list(judge_summary(tiny_event(), story))
    return [rate_of(judged, measure) for measure in measures]


def test_a_superseded_value_is_a_fault_unless_the_new_one_stands_beside_it() -> None:
    story = comparison(summary=(OLD, NEW, CORRECTED))
    assert rates(story, "summary: no superseded value") == [Rate(2, 3)]


def test_two_sentences_with_one_fact_are_a_fault() -> None:
    story = comparison(summary=(OLD, FIRE, CREW))
    assert rates(story, "summary: pairs share no fact") == [Rate(2, 3)]


def test_sentences_stand_in_the_order_of_their_first_mention() -> None:
    measure = "summary: pairs in order of first mention"
    assert rates(comparison(summary=(FIRE, CREW, NEW)), measure) == [Rate(3, 3)]
    assert rates(comparison(summary=(CREW, FIRE, NEW)), measure) == [Rate(2, 3)]


@pytest.mark.parametrize(
    ("title", "right"),
    [("Nine die in fire", 0), ("Ferry burns", 1), ("Eleven die in fire", 1), ("60 aboard", 1)],
)
def test_a_title_has_no_superseded_value(title: str, right: int) -> None:
    assert rates(comparison(title=title), "title: no superseded value") == [Rate(right, 1)]
