"""Coverage is judged by the facts that the reports state."""

from __future__ import annotations

from evaluation.claims.coverage import judge_coverage
from evaluation.claims.judgement import Rate, rate_of
from nutgraf.model.story import FigureState, StoryComparison, SupportDegree
from tests.support.labelled_event import comparison, figure, sentence, statement, support, tiny_event, value

FIRE = "Nine people died when the ferry burned."
BOATS = "“We counted the boats,” Ines Calloway and Torben Hale said."
CREW = "The crew of four counted the boats."


def rates(story: StoryComparison, *measures: str) -> list[Rate]:
    judged = list(judge_coverage(tiny_event(), story))
    return [rate_of(judged, measure) for measure in measures]


def test_an_article_that_says_a_part_is_right_in_part() -> None:
    for degree, strict in ((SupportDegree.FULL, Rate(0, 1)), (SupportDegree.PARTLY, Rate(1, 1))):
        story = comparison(
            coverage=(statement(support("a", FIRE), support("b", "The ferry burned.", degree)),)
        )
        measures = ("said_by: says it in full or in part", "said_by: degree", "said_by: span shares a fact")
        assert rates(story, *measures) == [Rate(1, 1), strict, Rate(1, 1)]


def test_an_article_that_says_nothing_of_it_is_wrong() -> None:
    story = comparison(coverage=(statement(support("a", "Ola Brandt is seven."), support("b", CREW)),))
    measures = ("said_by: says it in full or in part", "said_by: degree", "said_by: span shares a fact")
    assert rates(story, *measures) == [Rate(0, 1)] * 3


def test_a_right_article_with_a_wrong_span_is_told_apart() -> None:
    story = comparison(coverage=(statement(support("a", BOATS), support("b", "Eleven died.")),))
    assert rates(story, "said_by: degree", "said_by: span shares a fact") == [Rate(1, 1), Rate(0, 1)]


def test_recall_asks_for_the_articles_that_are_not_listed() -> None:
    alone = comparison(coverage=(statement(support("a", BOATS), only_in="a"),))
    listed = comparison(coverage=(statement(support("a", BOATS), support("b", CREW)),))
    assert rates(alone, "said_by: recall of full", "only_in: nobody else says all of it") == [
        Rate(0, 1),
        Rate(0, 1),
    ]
    assert rates(listed, "said_by: recall of full", "only_in: nobody else says all of it") == [
        Rate(1, 1),
        Rate(0, 0),
    ]


def test_only_in_is_judged_for_all_and_for_any_of_a_statement() -> None:
    story = comparison(coverage=(statement(support("a", FIRE), only_in="a"),))
    assert rates(story, "only_in: nobody else says all of it", "only_in: nobody else says any of it") == [
        Rate(1, 1), Rate(0, 1),
    ]  # fmt: skip


def test_a_reprint_is_no_other_source() -> None:
    story = comparison(coverage=(statement(support("b", CREW), only_in="a"),), reprint=True)
    assert rates(story, "only_in: nobody else says all of it", "only_in: nobody else says any of it") == [
        Rate(1, 1), Rate(1, 1),
    ]  # fmt: skip


def test_a_sole_source_contradicts_a_figure_of_two_sources() -> None:
    crew = figure(FigureState.AGREED, value("a", "four", 4), value("b", "four", 4))
    disputed = figure(FigureState.CONFLICTING, value("a", "four", 4), value("b", "90", 90))
    for ledger, right in ((crew, Rate(0, 1)), (disputed, Rate(1, 1))):
        story = comparison(figures=(ledger,), coverage=(statement(support("b", CREW), only_in="b"),))
        assert rates(story, "only_in: no figure of another source") == [right]


def test_the_evidence_of_the_summary_is_judged_too() -> None:
    right, wrong = (
        sentence(support("a", BOATS), support("b", CREW)),
        sentence(support("b", CREW), support("a", FIRE)),
    )
    story = comparison(summary=(right, wrong))
    assert rates(story, "summary evidence: degree", "summary evidence: span shares a fact") == [
        Rate(2, 2), Rate(1, 2),
    ]  # fmt: skip
