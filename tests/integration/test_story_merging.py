"""Stories that have grown are compared again, and what an article means is kept as long as the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import redis

from nutgraf.model import Analysis, Document
from nutgraf.settings import Settings
from nutgraf.store import Store
from tests.standin import StandIn
from tests.storytelling import CHESS, FIRE, FIRE_LATE, FIRE_TOO, RARITY, events, story_of, submit, tend
from workers import clustering
from workers.clustering import group_articles
from workers.merging import merge_grown

MEANING = bytes([3, 250, 7, 1])


class Meaning(StandIn):
    """Gives every document one embedding."""

    @classmethod
    def load(cls, _: Path | None) -> Meaning:
        return cls()

    def analyse(self, document: Document, lap: Callable[[str], None] = lambda _: None) -> Analysis:
        return replace(super().analyse(document, lap), meaning=MEANING)


@pytest.fixture
def eager(settings: Settings) -> Iterator[Store]:
    """A store in which a story that has grown is compared at once."""
    with closing(Store(replace(settings, story_merge_seconds=0.0))) as store:
        yield store


def torn(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Reports of one event in two stories, of which one has grown; and a stranger."""
    monkeypatch.setattr(clustering, "merge_near", lambda *_: None)
    monkeypatch.setattr(clustering, "merge_grown", lambda *_: False)
    ids = [submit(store, FIRE)]
    tend(store)
    monkeypatch.setattr(store.stories, "candidates", lambda *_: [])
    ids += [submit(store, FIRE_TOO), submit(store, CHESS)]
    tend(store)
    monkeypatch.undo()
    monkeypatch.setattr(clustering, "merge_near", lambda *_: None)
    monkeypatch.setattr(clustering, "merge_grown", lambda *_: False)
    ids.append(submit(store, FIRE_LATE))
    tend(store)
    monkeypatch.undo()
    assert len({story_of(store, identifier) for identifier in ids}) == 3
    return ids


def test_a_story_that_has_grown_is_merged_with_the_one_that_it_turns_out_to_be(
    eager: Store, client: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, stranger, late = torn(eager, monkeypatch)
    client.delete("ng:stories:lock:default")
    tend(eager)
    tend(eager)
    stories = {story_of(eager, identifier) for identifier in (first, second, late)}
    assert stories == {"sty_" + min(first, second).removeprefix("art_")}
    assert story_of(eager, stranger) not in stories
    (told,) = eager.stories.page("default", 10, None).documents
    assert told.id in stories
    assert eager.stories.take("default", "another look") is None
    assert len(events(client, "story.created")) == 1


def test_a_pass_over_many_stories_is_left_to_the_next_worker_when_its_time_is_over(
    eager: Store, client: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    torn(eager, monkeypatch)
    client.delete("ng:stories:lock:default")
    client.zadd("ng:stories:grown:default", {f"sty_{number:026d}": 1 for number in range(40)})
    group_articles("default", eager.stories, RARITY, seconds=0)
    assert client.zcard("ng:stories:grown:default") == 9
    assert client.exists("ng:stories:lock:default") == 0
    assert "default" in eager.stories.crowded()
    tend(eager)
    assert client.zcard("ng:stories:grown:default") == 0


def test_nothing_is_merged_by_a_worker_that_has_lost_the_lock(
    eager: Store, client: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *_ = torn(eager, monkeypatch)
    client.set("ng:stories:lock:default", "another worker")
    grown = story_of(eager, first) or ""
    assert not merge_grown("default", "mine", [grown], eager.stories)
    assert story_of(eager, first) != story_of(eager, second)


def test_the_pass_waits_until_it_is_due_and_costs_nothing_when_nothing_has_grown(
    settings: Settings, client: redis.Redis
) -> None:
    with closing(Store(replace(settings, story_merge_seconds=30.0))) as store:
        submit(store, CHESS)
        group_articles("default", store.stories, RARITY)
        assert client.zcard("ng:stories:passes") == 0
        submit(store, FIRE)
        submit(store, FIRE_TOO)
        group_articles("default", store.stories, RARITY)
        assert client.zcard("ng:stories:grown:default") == 1
        assert store.stories.crowded() == ()
        client.zadd("ng:stories:passes", {"default": 1})
        assert store.stories.crowded() == ("default",)
        assert store.stories.crowded() == ()
        assert store.stories.take("default", "too early") is None
        client.zadd("ng:stories:grown:default", {client.zrange("ng:stories:grown:default", 0, 0)[0]: 1})
        group_articles("default", store.stories, RARITY)
        assert client.exists("ng:stories:passes", "ng:stories:grown:default", "ng:stories:lock:default") == 0


def test_what_an_article_means_is_kept_beside_its_analysis_and_deleted_with_it(
    store: Store, client: redis.Redis
) -> None:
    first = submit(store, FIRE, analyser=Meaning())
    second = submit(store, FIRE_TOO, analyser=Meaning())
    tend(store)
    stored = store.stories.articles([first, second], "default")
    assert [article and article.meaning for article in stored] == [MEANING, MEANING]
    assert b"meaning" not in (store.articles.read(first, "default").analysis or b"")
    keys = client.keys("ng:analysis:*:meaning")
    assert len(keys) == 2
    assert all(client.pttl(key) > 0 for key in keys)
    assert b'"meaning":[' in (client.hget(f"ng:story:{story_of(store, second)}", "group") or b"")
    for article in (first, second):
        store.articles.delete(article, "default")
    assert client.keys("ng:analysis:*") == []


def test_an_equal_document_that_is_answered_from_the_cache_has_its_meaning_too(store: Store) -> None:
    submit(store, FIRE, analyser=Meaning())
    again = submit(store, FIRE, analyser=StandIn())
    (stored,) = store.stories.articles([again], "default")
    assert stored is not None
    assert stored.meaning == MEANING
