"""A story of two events comes apart; a story of one event does not, nor do the parts come together again."""

from __future__ import annotations

from functools import reduce
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.multi_document import ArticleVector, centroid_of, merged_centroid, should_merge, split_story
from tests.support.event_reports import OTHER_QUAKE, OTHER_QUAKE_TOO, QUAKE, QUAKE_TOO, article

ROUND_UP = article(
    "Disasters in brief",
    "The covered market of Perdana fell, and mayor Ilse Karvonen asked for tents. The school of Azmera fell, "
    "and governor Tadele Worku counted 64 dead",
    people=("Ilse Karvonen", "Tadele Worku"), places=("Perdana", "Azmera"), figures=((64, "people"),),
)  # fmt: skip


def test_nothing_and_a_lone_article_are_not_split() -> None:
    assert split_story([]) == ()
    assert split_story([QUAKE]) == ((0,),)


def test_a_story_of_one_event_stands() -> None:
    assert split_story([QUAKE, QUAKE_TOO]) == ((0, 1),)
    assert split_story([OTHER_QUAKE_TOO, OTHER_QUAKE, OTHER_QUAKE]) == ((0, 1, 2),)


@given(st.permutations([QUAKE, QUAKE_TOO, OTHER_QUAKE, OTHER_QUAKE_TOO]))
def test_two_events_come_apart_in_any_order_and_stay_apart(order: list[ArticleVector]) -> None:
    groups = split_story(order)
    assert sorted(place for group in groups for place in group) == [0, 1, 2, 3]
    found = {frozenset(id(order[place]) for place in group) for group in groups}
    assert found == {
        frozenset(map(id, (QUAKE, QUAKE_TOO))),
        frozenset(map(id, (OTHER_QUAKE, OTHER_QUAKE_TOO))),
    }
    centroids = [reduce(merged_centroid, (centroid_of(order[place]) for place in group)) for group in groups]
    assert not any(should_merge(one, other) for one, other in combinations(centroids, 2))


def test_a_lone_report_of_another_event_leaves() -> None:
    assert split_story([QUAKE, OTHER_QUAKE, QUAKE_TOO]) == ((0, 2), (1,))


def test_an_article_that_tells_of_both_events_does_not_hold_them_together() -> None:
    groups = split_story([QUAKE, QUAKE_TOO, ROUND_UP, OTHER_QUAKE, OTHER_QUAKE_TOO])
    assert not any({0, 3} <= set(group) or {1, 4} <= set(group) for group in groups)
    assert {0, 1} <= set(groups[0])


@pytest.mark.parametrize("copies", [1, 60])
def test_a_story_of_many_articles_is_split_as_one_of_few(copies: int) -> None:
    groups = split_story([QUAKE, OTHER_QUAKE] * copies)
    assert groups == (tuple(range(0, 2 * copies, 2)), tuple(range(1, 2 * copies, 2)))
