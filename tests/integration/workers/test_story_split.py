"""A story that turns out to be several events is split once, and its readers are told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
import redis

from nutgraf import identifiers
from nutgraf.json_views import story_view
from nutgraf.nlp.multi_document import ArticleVector, StoryMatch
from nutgraf.settings import Settings
from nutgraf.store import EndpointDraft, LeasedDelivery, Store, StoryPart
from nutgraf.store.articles.search import ArticleQuery
from tests.support import story_reports
from tests.support.redis_reads import hash_fields, sorted_set
from tests.support.story_reports import (
    CHESS,
    FIRE,
    FIRE_LATE,
    FIRE_TOO,
    IDF,
    cluster_and_publish,
    events,
    story_of,
)
from workers.stories import merging, story_split
from workers.stories.clustering import cluster_articles
from workers.stories.story_split import split_grown_stories
from workers.webhooks.payloads import render

Submit = Callable[..., str]

CHESS_TOO = (
    "Ottilie Brandvold, nineteen, is the winner of the Veddel chess open. The grandmaster offered her queen "
    "on Sunday and finished half a point ahead of the field in Veddel."
)


@pytest.fixture
def eager(settings: Settings) -> Iterator[Store]:
    """Store in which a grown story is compared at once."""
    with closing(Store(replace(settings, story_merge_seconds=0.0))) as store:
        yield store


@pytest.fixture
def submit(eager: Store) -> Submit:
    return partial(story_reports.submit, eager)


def split_by_word(word: str, articles: Sequence[ArticleVector], _: float) -> tuple[tuple[int, ...], ...]:
    """Return two groups: the articles with the word and the others."""
    groups = [
        tuple(index for index, vector in enumerate(articles) if (word in vector.terms) is wanted)
        for wanted in (True, False)
    ]
    return tuple(group for group in groups if group)


def mixed_story(store: Store, client: redis.Redis, submit: Submit) -> tuple[str, list[str]]:
    """Publish one story of two events: two articles of a fire, two of a chess open, one of the fire."""
    ids = [submit(text) for text in (FIRE, FIRE_TOO, CHESS, CHESS_TOO)]
    cluster_and_publish(store)
    fire, chess = (story_of(store, ids[number]) or "" for number in (0, 2))
    assert fire != chess
    client.set("ng:stories:lock:default", "mine")
    group = hash_fields(client, f"ng:story:{fire}")[b"group"]
    assert store.stories.merge("default", "mine", fire, chess, group)
    client.delete("ng:stories:lock:default")
    ids.append(submit(FIRE_LATE))
    cluster_and_publish(store)
    assert {story_of(store, identifier) for identifier in ids} == {fire}
    return fire, ids


def grow(store: Store, client: redis.Redis, story: str) -> None:
    """Let the next pass compare a story."""
    client.zadd("ng:stories:grown:default", {story: 1})
    cluster_and_publish(store)


def read(store: Store, story: str) -> dict[str, Any]:
    return story_view(store.stories.read(story, "default"))


def part_of(store: Store, article: str, story: str) -> str:
    part = story_of(store, article)
    assert part is not None
    assert part != story
    return part


def test_the_smaller_part_of_a_story_becomes_a_story_of_its_own(
    eager: Store, client: redis.Redis, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, ids = mixed_story(eager, client, submit)
    monkeypatch.setattr(story_split, "split_story", partial(split_by_word, "brandvold"))
    before = read(eager, story)
    grow(eager, client, story)
    part = part_of(eager, ids[2], story)
    kept, new = read(eager, story), read(eager, part)
    assert {article["id"] for article in kept["articles"]} == {ids[0], ids[1], ids[4]}
    assert {article["id"] for article in new["articles"]} == {ids[2], ids[3]}
    assert kept["revision"] == before["revision"] + 1
    assert (new["revision"], new["split_from"], new["merged_from"]) == (1, story, [])
    assert (kept["split_from"], len(kept["merged_from"])) == (None, 1)
    assert kept["first_seen"] <= new["first_seen"] <= new["last_seen"] <= kept["last_seen"]
    for identifier, members in ((story, kept), (part, new)):
        found = eager.articles.find("default", ArticleQuery(story_id=identifier)).articles
        assert {article.id for article in found} == {article["id"] for article in members["articles"]}
        assert {article.story and article.story.id for article in found} == {identifier}
    assert b"brandvold" not in hash_fields(client, f"ng:story:{story}")[b"group"]
    late = submit(CHESS + " A rapid tournament follows in Veddel.")
    cluster_and_publish(eager)
    assert story_of(eager, late) == part, "the new story is found by its terms"


def split_event(store: Store) -> LeasedDelivery:
    """Lease the delivery of the only `story.split`."""
    store.deliveries.heartbeat("test:1", 32, 60)
    leased = [store.deliveries.claim(delivery) for delivery in store.deliveries.dispatch()]
    (found,) = [each for each in leased if isinstance(each, LeasedDelivery) and each.event == "story.split"]
    return found


def test_readers_are_told_of_the_split_and_what_moved(
    eager: Store, client: redis.Redis, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    eager.webhooks.create("default", EndpointDraft("https://reader.example/", ("story.split",)))
    story, ids = mixed_story(eager, client, submit)
    revision = read(eager, story)["revision"]
    monkeypatch.setattr(story_split, "split_story", partial(split_by_word, "brandvold"))
    grow(eager, client, story)
    part = part_of(eager, ids[2], story)
    assert events(client, "story.split") == [story]
    delivery = split_event(eager)
    payload = json.loads(render(delivery, eager))
    assert payload["type"] == "story.split"
    data = payload["data"]
    assert sorted(data.pop("moved_articles")) == sorted(ids[2:4])
    assert data == {"id": story, "revision": revision, "split_into": [part]}
    full = json.loads(render(replace(delivery, style="full"), eager))["data"]
    assert (full["id"], full["split_into"], full["article_count"]) == (story, [part], 3)
    eager.articles.delete(ids[2], "default")
    assert hash_fields(client, f"ng:delivery:{delivery.id}")[b"purged"] == b"1", (
        "it tells of a deleted article"
    )


def test_splitting_twice_or_late_or_without_the_lock_changes_nothing(
    eager: Store, client: redis.Redis, submit: Submit
) -> None:
    story, ids = mixed_story(eager, client, submit)
    state = eager.stories.read_state(story)
    assert state is not None
    part = StoryPart(identifiers.new("sty"), (ids[2], ids[3]), "{}", ("veddel",))
    split = partial(eager.stories.split, "default", "mine", state, b"{}")
    assert not split([part])
    client.set("ng:stories:lock:default", "mine", px=60_000)
    assert not split([replace(part, articles=tuple(ids))]), "nothing would stay"
    assert not split([replace(part, articles=(ids[2], identifiers.new("art")))])
    eager.articles.delete(ids[4], "default")
    assert not split([part]), "an article was deleted meanwhile"
    assert {story_of(eager, identifier) for identifier in ids[:4]} == {story}
    again = eager.stories.read_state(story)
    assert again is not None
    for _ in range(2):
        assert eager.stories.split("default", "mine", again, b"{}", [part])
        assert [story_of(eager, identifier) for identifier in ids[:4]] == [story] * 2 + [part.story] * 2
    assert events(client, "story.split") == [story]
    assert hash_fields(client, f"ng:story:{story}")[b"shrunk"] == b"2"
    mine = [*client.keys("ng:stor*"), *client.keys("ng:index:*story*"), *client.keys("ng:copies*")]
    assert [key for key in mine if client.pttl(key) < 0 and b"lock" not in key] == [
        key for key in mine if key in (b"ng:stories:changed", b"ng:stories:tenants")
    ]


def test_copies_move_with_their_report(
    eager: Store, client: redis.Redis, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, ids = mixed_story(eager, client, submit)
    copy = submit(CHESS)
    cluster_and_publish(eager)
    assert story_of(eager, copy) == story
    monkeypatch.setattr(story_split, "split_story", partial(split_by_word, "brandvold"))
    grow(eager, client, story)
    assert story_of(eager, copy) == part_of(eager, ids[2], story)
    assert read(eager, part_of(eager, ids[2], story))["article_count"] == 2


def test_what_was_split_is_not_merged_again(
    eager: Store, client: redis.Redis, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_split, "split_story", partial(split_by_word, "police"))
    monkeypatch.setattr(merging, "should_merge", lambda *_: StoryMatch(0.9, ("Tarnbrook",)))
    ids = [submit(text) for text in (FIRE, FIRE_TOO, FIRE_LATE)]
    cluster_and_publish(eager)
    cluster_and_publish(eager)
    story = story_of(eager, ids[0]) or ""
    part = part_of(eager, ids[2], story)
    for text in (FIRE, FIRE_LATE):
        submit(f"{text} Smoke hung over Tarnbrook on Tuesday.")
        cluster_and_publish(eager)
    grow(eager, client, part)
    grow(eager, client, story)
    assert [story_of(eager, identifier) for identifier in ids] == [story, story, part]
    assert len(client.keys("ng:story:*")) == 2


def test_a_part_that_is_absorbed_stays_apart_from_what_it_was_split_from(
    eager: Store, client: redis.Redis, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, ids = mixed_story(eager, client, submit)
    monkeypatch.setattr(story_split, "split_story", partial(split_by_word, "brandvold"))
    grow(eager, client, story)
    part = part_of(eager, ids[2], story)
    harbour = submit("Divers in Quellmund raised a bell from the harbour. The Quellmund bell is of 1611.")
    cluster_and_publish(eager)
    third = part_of(eager, harbour, part)
    client.set("ng:stories:lock:default", "mine", px=60_000)
    group = hash_fields(client, f"ng:story:{part}")[b"group"]
    assert not eager.stories.merge("default", "mine", story, part, group)
    assert eager.stories.merge("default", "mine", third, part, group)
    assert not eager.stories.merge("default", "mine", story, third, group)
    client.delete("ng:stories:lock:default")
    cluster_and_publish(eager)
    assert read(eager, part)["merged_from"] == [part]
    assert story not in read(eager, third)["merged_from"]
    assert story_of(eager, ids[2]) == third
    again = part_of(eager, harbour, third)
    client.set("ng:stories:lock:default", "mine", px=60_000)
    for one, other in ((story, third), (story, again), (third, again)):
        assert not eager.stories.merge("default", "mine", one, other, group)


def test_a_story_that_splits_into_single_articles_ends_and_a_part_of_one_is_no_story_yet(
    eager: Store, client: redis.Redis, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [submit(FIRE), submit(FIRE_LATE)]
    cluster_and_publish(eager)
    (published,) = eager.stories.page("default", 10, None).documents
    monkeypatch.setattr(story_split, "split_story", partial(split_by_word, "police"))
    grow(eager, client, published.id)
    assert eager.stories.page("default", 10, None).documents == ()
    assert [story_of(eager, identifier) == published.id for identifier in ids] == [True, False]
    assert [eager.articles.read(identifier, "default").story for identifier in ids] == [None, None]
    assert events(client, "story.split") == [published.id]


def test_nothing_is_told_of_a_story_that_nobody_has_seen(
    eager: Store, client: redis.Redis, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(story_split, "split_story", partial(split_by_word, "police"))
    for text in (FIRE, FIRE_TOO, FIRE_LATE):
        submit(text)
    cluster_articles("default", eager.stories, IDF)
    assert len(client.keys("ng:story:*")) == 2
    cluster_and_publish(eager)
    assert events(client, "story.split") == []
    assert len(events(client, "story.created")) == 1


def test_a_worker_that_has_lost_the_lock_splits_nothing(
    eager: Store, client: redis.Redis, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, ids = mixed_story(eager, client, submit)
    monkeypatch.setattr(story_split, "split_story", partial(split_by_word, "brandvold"))
    client.set("ng:stories:lock:default", "another worker", px=60_000)
    assert not split_grown_stories("default", "mine", [story], eager.stories, IDF)
    assert {story_of(eager, identifier) for identifier in ids} == {story}
    assert len(sorted_set(client, f"ng:index:default:story:{story}")) == 5
