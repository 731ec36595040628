"""Grown stories are compared again, and the embedding of an article is kept as long as the article."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import redis

from nutgraf.codec import to_jsonable
from nutgraf.model import Analysis, Document
from nutgraf.nlp.multi_document import compare_reports
from nutgraf.nlp.segmentation.sentence_splitter import pack_spans, unpack_spans
from nutgraf.nlp.segmented_doc import segmented_doc
from nutgraf.nlp.spans import SentenceSpan
from nutgraf.settings import Settings
from nutgraf.store import Store
from tests.support.redis_reads import sorted_set
from tests.support.story_reports import (
    CHESS,
    FIRE,
    FIRE_LATE,
    FIRE_TOO,
    IDF,
    cluster_and_publish,
    events,
    story_of,
    submit,
)
from tests.support.stub_analyser import StubAnalyser
from workers.stories import clustering
from workers.stories.clustering import cluster_articles
from workers.stories.merging import merge_grown_stories
from workers.stories.report_adapter import report_from

MEANING = bytes([3, 250, 7, 1])


class EmbeddingStub(StubAnalyser):
    """Stub that gives every document the same embedding, and records its sentences."""

    @classmethod
    def load(cls, _: Path | None) -> EmbeddingStub:
        return cls()

    def analyse(self, document: Document, on_stage: Callable[[str], None] = lambda _: None) -> Analysis:
        noted = pack_spans(sentences_of(document.text))
        return replace(super().analyse(document, on_stage), meaning=MEANING, sentences=noted)


def sentences_of(text: str) -> tuple[SentenceSpan, ...]:
    """Return the spans of a text's sentences."""
    return segmented_doc(text).sentences


@pytest.fixture
def eager(settings: Settings) -> Iterator[Store]:
    """Store in which a grown story is compared at once."""
    with closing(Store(replace(settings, story_merge_seconds=0.0))) as store:
        yield store


def split_stories(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Create two stories of one event, of which one has grown, and an unrelated article."""
    monkeypatch.setattr(clustering, "merge_with_near", lambda *_: None)
    monkeypatch.setattr(clustering, "merge_grown_stories", lambda *_: False)
    ids = [submit(store, FIRE)]
    cluster_and_publish(store)
    monkeypatch.setattr(store.stories, "candidates", lambda *_: [])
    ids += [submit(store, FIRE_TOO), submit(store, CHESS)]
    cluster_and_publish(store)
    monkeypatch.undo()
    monkeypatch.setattr(clustering, "merge_with_near", lambda *_: None)
    monkeypatch.setattr(clustering, "merge_grown_stories", lambda *_: False)
    ids.append(submit(store, FIRE_LATE))
    cluster_and_publish(store)
    monkeypatch.undo()
    assert len({story_of(store, identifier) for identifier in ids}) == 3
    return ids


def test_a_story_that_has_grown_is_merged_with_the_one_that_it_turns_out_to_be(
    eager: Store, client: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, stranger, late = split_stories(eager, monkeypatch)
    client.delete("ng:stories:lock:default")
    cluster_and_publish(eager)
    cluster_and_publish(eager)
    stories = {story_of(eager, identifier) for identifier in (first, second, late)}
    assert stories == {"sty_" + min(first, second).removeprefix("art_")}
    assert story_of(eager, stranger) not in stories
    (published,) = eager.stories.page("default", 10, None).documents
    assert published.id in stories
    assert eager.stories.acquire_batch("default", "another look") is None
    assert len(events(client, "story.created")) == 1


def test_a_pass_over_many_stories_is_left_to_the_next_worker_when_its_time_is_over(
    eager: Store, client: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    split_stories(eager, monkeypatch)
    client.delete("ng:stories:lock:default")
    client.zadd("ng:stories:grown:default", {f"sty_{number:026d}": 1 for number in range(40)})
    cluster_articles("default", eager.stories, IDF, seconds=0)
    assert client.zcard("ng:stories:grown:default") == 9
    assert client.exists("ng:stories:lock:default") == 0
    assert "default" in eager.stories.tenants_with_pending()
    cluster_and_publish(eager)
    assert client.zcard("ng:stories:grown:default") == 0


def test_nothing_is_merged_by_a_worker_that_has_lost_the_lock(
    eager: Store, client: redis.Redis, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, *_ = split_stories(eager, monkeypatch)
    client.set("ng:stories:lock:default", "another worker")
    grown = story_of(eager, first) or ""
    assert not merge_grown_stories("default", "mine", [grown], eager.stories)
    assert story_of(eager, first) != story_of(eager, second)


def test_the_pass_waits_until_it_is_due_and_costs_nothing_when_nothing_has_grown(
    settings: Settings, client: redis.Redis
) -> None:
    with closing(Store(replace(settings, story_merge_seconds=30.0))) as store:
        submit(store, CHESS)
        cluster_articles("default", store.stories, IDF)
        assert client.zcard("ng:stories:passes") == 0
        submit(store, FIRE)
        submit(store, FIRE_TOO)
        cluster_articles("default", store.stories, IDF)
        assert client.zcard("ng:stories:grown:default") == 1
        assert store.stories.tenants_with_pending() == ()
        client.zadd("ng:stories:passes", {"default": 1})
        assert store.stories.tenants_with_pending() == ("default",)
        assert store.stories.tenants_with_pending() == ()
        assert store.stories.acquire_batch("default", "too early") is None
        client.zadd("ng:stories:grown:default", {sorted_set(client, "ng:stories:grown:default")[0]: 1})
        cluster_articles("default", store.stories, IDF)
        assert client.exists("ng:stories:passes", "ng:stories:grown:default", "ng:stories:lock:default") == 0


def test_what_stories_are_made_of_is_kept_beside_an_analysis_and_deleted_with_it(
    store: Store, client: redis.Redis
) -> None:
    first = submit(store, FIRE, analyser=EmbeddingStub())
    second = submit(store, FIRE_TOO, analyser=EmbeddingStub())
    cluster_and_publish(store)
    stored = store.stories.articles([first, second], "default")
    assert [article and article.analysis.meaning for article in stored] == [MEANING, MEANING]
    assert b"meaning" not in (store.articles.read(first, "default").analysis or b"")
    assert [article and report_from(article).doc.sentences for article in stored] == [
        sentences_of(FIRE),
        sentences_of(FIRE_TOO),
    ]
    assert "sentences" not in json.loads(store.articles.read(first, "default").analysis or b"{}")
    keys = client.keys("ng:analysis:*:meaning") + client.keys("ng:analysis:*:sentences")
    assert len(keys) == 4
    assert all(client.pttl(key) > 0 for key in keys)
    assert b'"meaning":[' in (client.hget(f"ng:story:{story_of(store, second)}", "group") or b"")
    for article in (first, second):
        store.articles.delete(article, "default")
    assert client.keys("ng:analysis:*") == []


def test_an_equal_document_that_is_answered_from_the_cache_has_what_its_story_needs(store: Store) -> None:
    submit(store, FIRE, analyser=EmbeddingStub())
    again = submit(store, FIRE, analyser=StubAnalyser())
    (stored,) = store.stories.articles([again], "default")
    assert stored is not None
    assert stored.analysis.meaning == MEANING
    assert unpack_spans(stored.analysis.sentences) == sentences_of(FIRE)


def test_an_article_whose_sentences_were_not_stored_is_compared_all_the_same(
    store: Store, client: redis.Redis
) -> None:
    noted, unnoted = (
        submit(store, FIRE, analyser=EmbeddingStub()),
        submit(store, FIRE_TOO, analyser=StubAnalyser()),
    )
    cluster_and_publish(store)
    story = story_of(store, noted)
    assert story is not None
    assert story == story_of(store, unnoted)
    stored = store.stories.articles([noted, unnoted], "default")
    assert [bool(article and article.analysis.sentences) for article in stored] == [True, False]
    assert [article and report_from(article).doc.sentences for article in stored] == [
        sentences_of(FIRE),
        sentences_of(FIRE_TOO),
    ]
    published = json.loads(store.stories.read(story, "default").document)["story"]
    client.delete(*client.keys("ng:analysis:*:sentences"))
    again = [article for article in store.stories.articles([noted, unnoted], "default") if article]
    assert (
        to_jsonable(compare_reports([report_from(article) for article in again], IDF))["summary"]
        == published["summary"]
    )
