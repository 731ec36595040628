"""Judgements add up to rates, and rates of events to an interval."""

from __future__ import annotations

from evaluation.claims.judgement import Judgement, Rate, interval, rate_of, total


def test_a_rate_counts_the_judgements_of_its_measure() -> None:
    judged = [Judgement("x", right=True), Judgement("x", right=False), Judgement("y", right=True)]
    assert rate_of(judged, "x") == Rate(1, 2)
    assert rate_of(judged, "z") == Rate(0, 0)


def test_each_judgement_weighs_the_same_in_a_total() -> None:
    assert total([Rate(1, 1), Rate(0, 3)]) == Rate(1, 4)


def test_a_rate_is_printed_with_its_percentage_where_it_has_one() -> None:
    assert str(Rate(1, 3)) == "1/3 33.3%"
    assert str(Rate(0, 0)) == "0/0"


def test_the_interval_is_that_of_the_events() -> None:
    assert interval([Rate(0, 0), Rate(0, 0)]) is None
    assert interval([Rate(2, 2), Rate(5, 5)]) == (100.0, 100.0)
    found = interval([Rate(10, 10), Rate(0, 10)] * 5)
    assert found is not None
    assert 10 < found[0] < 50 < found[1] < 90
