"""Stories go by when their articles were published, where that is said and can be."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta

import pytest

from nutgraf.store import Store
from tests.support.story_reports import (
    EVENT,
    FIRE,
    FIRE_LATE,
    FIRE_TOO,
    cluster_and_publish,
    story_of,
    submit,
)

NOW = datetime.now(UTC)
LONG_AGO = NOW - timedelta(days=800)


STORM = (
    "A storm tore the roof off the Halvorsen sawmill in Tarnbrook on Saturday. The owners asked roofers "
    "from Pellworth for help, and a crane lifted beams off the road to the quarry. Insurers expect claims "
    "from forty farms, whose barns and orchards were flattened by gusts."
)
STORM_TOO = (
    "Gusts flattened barns and orchards on forty farms on Saturday, insurers said. In Tarnbrook a storm tore "
    "the roof off the Halvorsen sawmill, and a crane lifted beams off the road to the quarry. Roofers from "
    "Pellworth were asked for help."
)


def test_without_times_a_report_as_like_as_this_one_joins(store: Store) -> None:
    ids = [submit(store, STORM), submit(store, FIRE)]
    cluster_and_publish(store)
    assert len({story_of(store, identifier) for identifier in ids}) == 1


@pytest.mark.parametrize("moments", list(itertools.permutations((LONG_AGO, NOW))))
def test_an_article_from_the_archive_does_not_join_the_story_of_today(
    store: Store, moments: tuple[datetime, datetime]
) -> None:
    first = submit(store, STORM, published_at=moments[0])
    second = submit(store, FIRE, published_at=moments[1])
    cluster_and_publish(store)
    assert story_of(store, first) != story_of(store, second)


def test_a_report_printed_again_after_years_stays_with_its_story(store: Store) -> None:
    first = submit(store, FIRE, published_at=LONG_AGO)
    second = submit(store, FIRE + " The roof fell in.", published_at=NOW)
    cluster_and_publish(store)
    assert story_of(store, first) == story_of(store, second)


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_a_backlog_is_grouped_by_its_own_times_in_any_order(store: Store, order: tuple[int, ...]) -> None:
    backlog = (
        (STORM, LONG_AGO),
        (STORM_TOO, LONG_AGO + timedelta(hours=20)),
        (FIRE_LATE, NOW - timedelta(hours=5)),
        (FIRE, NOW),
    )
    ids = {number: submit(store, backlog[number][0], published_at=backlog[number][1]) for number in order}
    cluster_and_publish(store)
    found = [story_of(store, ids[number]) for number in range(4)]
    assert found[0] == found[1]
    assert found[2] == found[3]
    assert found[0] != found[2]


@pytest.mark.parametrize("wrong", [NOW + timedelta(days=900), datetime(1970, 1, 1, tzinfo=UTC)])
def test_an_article_with_an_impossible_time_counts_by_its_arrival(store: Store, wrong: datetime) -> None:
    ids = [submit(store, FIRE), submit(store, FIRE_TOO, published_at=wrong), submit(store, FIRE_LATE)]
    cluster_and_publish(store)
    assert len({story_of(store, identifier) for identifier in ids}) == 1


def test_articles_without_a_time_count_by_their_arrival(store: Store) -> None:
    ids = [submit(store, text) for text in EVENT]
    old = submit(store, STORM, published_at=LONG_AGO)
    cluster_and_publish(store)
    (story,) = {story_of(store, identifier) for identifier in ids}
    assert story_of(store, old) != story
