"""Articles find their stories in a real Redis: in any order, from several workers, and never twice."""

from __future__ import annotations

import itertools
import json
import random
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
import redis

from nutgraf.nlp.multi_document import StoryMatch, best_match
from nutgraf.settings import Settings
from nutgraf.store import Store, StoryRevision, StoryState, StoryUnknownError
from tests.conftest import submission
from tests.support import story_reports
from tests.support.story_reports import (
    CHESS,
    EVENT,
    FIRE,
    FIRE_LATE,
    FIRE_TOO,
    IDF,
    cluster_and_publish,
    cluster_in_workers,
    events,
    story_of,
)
from workers.stories import clustering
from workers.stories.clustering import cluster_articles
from workers.stories.publishing import publish_story

Submit = Callable[..., str]


@pytest.fixture
def submit(store: Store) -> Submit:
    return partial(story_reports.submit, store)


@pytest.mark.parametrize("order", list(itertools.permutations(range(4))))
def test_reports_of_one_event_are_one_story_in_any_order_and_a_stranger_stays_alone(
    store: Store, submit: Submit, order: tuple[int, ...]
) -> None:
    texts = (*EVENT, CHESS)
    ids = {number: submit(texts[number]) for number in order}
    cluster_and_publish(store)
    assert len({story_of(store, ids[number]) for number in range(3)}) == 1
    assert story_of(store, ids[3]) != story_of(store, ids[0])
    (published,) = store.stories.page("default", 10, None).documents
    document = json.loads(published.document)["story"]
    assert {article["id"] for article in document["articles"]} == {ids[0], ids[1], ids[2]}
    assert document["independent_source_count"] == 3


def test_an_article_alone_is_no_story_yet(store: Store, submit: Submit, client: redis.Redis) -> None:
    article = submit(CHESS)
    cluster_and_publish(store)
    assert store.articles.read(article, "default").story is None
    assert store.stories.page("default", 10, None).documents == ()
    assert events(client, "story.created") == []


def test_a_story_is_created_once_and_updated_once_for_each_further_article(
    store: Store, submit: Submit, client: redis.Redis
) -> None:
    for text in EVENT:
        submit(text)
        cluster_and_publish(store)
        cluster_and_publish(store)
    (story,) = events(client, "story.created")
    assert events(client, "story.updated") == [story]
    assert store.stories.read(story, "default").revision == 2


def test_the_article_says_which_story_it_is_in_and_why(store: Store, submit: Submit) -> None:
    first, second = submit(FIRE), submit(FIRE_TOO)
    cluster_and_publish(store)
    for identifier in (first, second):
        membership = store.articles.read(identifier, "default").story
        assert membership is not None
        assert membership.revision == 1
        assert 0 < membership.match_score <= 1
        assert {"Halvorsen", "Tarnbrook"} <= set(membership.matched_on)


def test_what_agrees_and_what_speaks_against_is_told_of_the_article_and_in_the_story(
    store: Store, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    def explained(*args: Any) -> tuple[str, StoryMatch] | None:
        found = best_match(*args)
        return found and (found[0], replace(found[1], agrees=("place", "day"), against=("figures",)))

    monkeypatch.setattr(clustering, "best_match", explained)
    submit(FIRE)
    second = submit(FIRE_TOO)
    cluster_and_publish(store)
    membership = store.articles.read(second, "default").story
    assert membership is not None
    assert (membership.agrees, membership.against) == (("place", "day"), ("figures",))
    told = json.loads(store.stories.read(membership.id, "default").document)["story"]["articles"]
    assert [(one["agrees"], one["against"]) for one in told if one["id"] == second] == [
        (["place", "day"], ["figures"])
    ]


def test_grouping_again_changes_nothing(store: Store, submit: Submit, client: redis.Redis) -> None:
    ids = [submit(text) for text in EVENT]
    cluster_and_publish(store)
    before = store.stories.page("default", 10, None)
    for identifier in ids:
        client.zadd("ng:stories:waiting:default", {identifier: 1})
    cluster_and_publish(store)
    assert store.stories.page("default", 10, None) == before


def test_tenants_never_share_a_story(store: Store, submit: Submit) -> None:
    ours, theirs = submit(FIRE), submit(FIRE_TOO, tenant="other")
    cluster_and_publish(store)
    cluster_and_publish(store, "other")
    assert story_of(store, ours) != story_of(store, theirs, "other")
    submit(FIRE_LATE)
    cluster_and_publish(store)
    (published,) = store.stories.page("default", 10, None).documents
    assert store.stories.page("other", 10, None).documents == ()
    with pytest.raises(StoryUnknownError):
        store.stories.read(published.id, "other")


def test_a_story_that_nothing_has_joined_for_two_windows_takes_in_nothing_more(
    settings: Settings, submit: Submit, store: Store
) -> None:
    short = Store(Settings(redis_url=settings.redis_url, story_window_seconds=1))
    first = submit(FIRE)
    cluster_and_publish(short)
    threading.Event().wait(2.1)
    second = submit(FIRE_TOO)
    cluster_and_publish(short)
    short.close()
    assert story_of(store, first) != story_of(store, second)


def test_several_workers_at_once_lose_no_article_and_found_no_second_story(
    settings: Settings, store: Store, submit: Submit
) -> None:
    words = ["harbour", "kiln", "timber", "night", "witness", "siren", "ladder", "smoke", "roof", "engine"]
    chance = random.Random(4)
    texts = [f"{FIRE} The {a} and the {b} were mentioned by number {n}." for n, (a, b) in
             enumerate(chance.sample(list(itertools.permutations(words, 2)), 16))]  # fmt: skip
    ids = [submit(text) for text in texts]
    cluster_in_workers(settings, 4)
    cluster_and_publish(store)
    assert len({story_of(store, identifier) for identifier in ids}) == 1
    (published,) = store.stories.page("default", 10, None).documents
    assert json.loads(published.document)["story"]["article_count"] == len(ids)


def test_what_a_lost_worker_left_is_found_by_the_sweeper(
    store: Store, submit: Submit, client: redis.Redis
) -> None:
    article = submit(FIRE)
    client.set("ng:stories:lock:default", "a worker that is no more", px=300)
    cluster_and_publish(store)
    assert story_of(store, article) is None
    assert store.stories.tenants_with_pending() == ("default",)
    assert store.stories.tenants_with_pending() == ()
    threading.Event().wait(0.4)
    assert store.stories.tenants_with_pending() == ("default",)
    cluster_and_publish(store)
    assert story_of(store, article) is not None
    assert store.stories.tenants_with_pending() == ()


def published_story(store: Store, submit: Submit) -> str:
    for text in EVENT[:2]:
        submit(text)
    cluster_and_publish(store)
    (published,) = store.stories.page("default", 10, None).documents
    return published.id


def test_a_story_is_handed_to_one_worker_and_to_another_once_that_one_is_lost(
    store: Store, submit: Submit
) -> None:
    story = published_story(store, submit)
    submit(FIRE_LATE)
    cluster_articles("default", store.stories, IDF)
    assert store.stories.due_stories() == (story,)
    assert store.stories.due_stories() == ()
    threading.Event().wait(0.6)
    assert store.stories.due_stories() == (story,)
    threading.Event().wait(0.6)
    assert store.stories.due_stories() == (), "after a second loss it waits for twice as long"
    publish_story(story, store.stories, IDF)
    assert store.stories.read(story, "default").revision == 2
    assert store.stories.due_stories() == ()


def test_a_story_that_grows_while_it_is_published_is_published_all_the_same_and_once_more(
    store: Store, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = published_story(store, submit)
    publish = store.stories.publish

    def grow_first(state: StoryState, content: StoryRevision, seconds: float) -> int:
        monkeypatch.undo()
        submit(FIRE_LATE)
        cluster_articles("default", store.stories, IDF)
        assert store.stories.due_stories() == (), "it is being published"
        return publish(state, content, seconds)

    submit(FIRE + " A second alarm was raised at midnight.")
    cluster_articles("default", store.stories, IDF)
    monkeypatch.setattr(store.stories, "publish", grow_first)
    assert store.stories.due_stories() == (story,)
    publish_story(story, store.stories, IDF)
    assert store.stories.read(story, "default").revision == 2
    cluster_and_publish(store)
    published = store.stories.read(story, "default")
    assert published.revision == 3
    assert json.loads(published.document)["story"]["article_count"] == 4


def test_what_was_compared_before_an_article_was_deleted_is_never_published(
    store: Store, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = published_story(store, submit)
    publish = store.stories.publish

    def shrink_first(state: StoryState, content: StoryRevision, seconds: float) -> int:
        monkeypatch.undo()
        store.articles.delete(late, "default")
        revision = publish(state, content, seconds)
        assert revision == -1
        return revision

    late = submit(FIRE_LATE)
    cluster_articles("default", store.stories, IDF)
    monkeypatch.setattr(store.stories, "publish", shrink_first)
    assert store.stories.due_stories() == (story,)
    publish_story(story, store.stories, IDF)
    cluster_and_publish(store)
    published = store.stories.read(story, "default")
    assert b"kiln" not in published.document
    assert json.loads(published.document)["story"]["article_count"] == 2


def test_while_articles_wait_a_story_rests_in_proportion_to_what_its_telling_took(
    settings: Settings, submit: Submit
) -> None:
    with closing(Store(replace(settings, story_rest_factor=1000, story_longest_rest_seconds=1))) as store:
        story = published_story(store, submit)
        waiting = store.articles.accept(submission(), None)
        submit(FIRE_LATE)
        cluster_and_publish(store)
        assert store.stories.read(story, "default").revision == 1
        threading.Event().wait(1.1)
        cluster_and_publish(store)
        assert store.stories.read(story, "default").revision == 2
        submit(FIRE + " A second alarm was raised at midnight.")
        cluster_and_publish(store)
        assert store.stories.read(story, "default").revision == 2
        store.articles.delete(waiting.id, "default")
        cluster_and_publish(store)
        assert store.stories.read(story, "default").revision == 3


def test_nothing_of_a_deleted_article_stays_in_its_story(
    store: Store, submit: Submit, client: redis.Redis
) -> None:
    ids = [submit(text) for text in EVENT]
    cluster_and_publish(store)
    (published,) = store.stories.page("default", 10, None).documents
    store.articles.delete(ids[2], "default")
    assert not any(b"kiln" in (client.hget(key, field) or b"")
                   for key in client.keys("ng:story:*") for field in ("group", "document"))  # fmt: skip
    cluster_and_publish(store)
    after = store.stories.read(published.id, "default")
    assert after.revision == published.revision + 1
    assert {article["id"] for article in json.loads(after.document)["story"]["articles"]} == set(ids[:2])
    for identifier in ids[:2]:
        store.articles.delete(identifier, "default")
    cluster_and_publish(store)
    with pytest.raises(StoryUnknownError):
        store.stories.read(published.id, "default")


def test_every_key_of_stories_ends_by_itself(store: Store, submit: Submit, client: redis.Redis) -> None:
    for text in (*EVENT, CHESS):
        submit(text, external_id=text[:9], url=f"https://wire.example/{len(text)}")
    cluster_and_publish(store)
    mine = sorted({*client.keys("ng:stor*"), *client.keys("ng:edition*"), *client.keys("ng:index:*story*")})
    assert mine
    assert [key for key in mine if client.pttl(key) < 0] == []
