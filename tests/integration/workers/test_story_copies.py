"""An article that is sent again is one report of its story, however often and from wherever it comes."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest
import redis

from nutgraf import identifiers
from nutgraf.model import Document, Submission
from nutgraf.settings import Settings
from nutgraf.store import ReportCopy, Store, StoryUnknownError, new_lock_token
from nutgraf.store.articles.search import ArticleQuery
from nutgraf.store.tenant_erasure import erase_tenant_data
from tests.support import story_reports
from tests.support.redis_reads import hash_fields
from tests.support.story_reports import (
    CHESS,
    FIRE,
    FIRE_LATE,
    FIRE_TOO,
    analyse_first,
    cluster_and_publish,
    cluster_in_workers,
    events,
    story_of,
)
from tests.support.stub_analyser import StubAnalyser

Submit = Callable[..., str]

CHANGED = FIRE.replace("nobody was hurt", "two men were hurt")
URL = "https://herald.example/sawmill"
AGAIN = {
    "url": ({"url": URL, "source": "Herald"}, {"url": URL, "source": "The Herald"}),
    "external id": ({"external_id": "h-1", "url": URL}, {"external_id": "h-1", "url": f"{URL}?from=feed"}),
    "source and text": ({"source": "Herald", "url": URL}, {"source": "Herald", "url": f"{URL}?from=feed"}),
    "source and text, retitled": (
        {"source": "Herald", "title": "Mill burns"},
        {"source": "Herald", "title": "Sawmill at Tarnbrook destroyed"},
    ),
    "spaces aside": (
        {"source": "Herald", "title": "Mill burns"},
        {"source": "Herald", "title": " Mill  burns"},
    ),
}


@pytest.fixture
def submit(store: Store) -> Submit:
    def submit_and_group(*args: Any, **facts: Any) -> str:
        identifier = story_reports.submit(store, *args, **facts)
        cluster_and_publish(store)
        return identifier

    return submit_and_group


def only_story(store: Store) -> dict[str, Any]:
    (published,) = store.stories.page("default", 10, None).documents
    return dict(json.loads(published.document)["story"], revision=published.revision, id=published.id)


def listed(store: Store) -> list[str]:
    story = only_story(store)
    assert story["article_count"] == len(story["articles"])
    return [article["id"] for article in story["articles"]]


@pytest.mark.parametrize("kind", AGAIN)
def test_a_report_that_is_sent_again_counts_once(
    store: Store, submit: Submit, client: redis.Redis, kind: str
) -> None:
    facts, again = AGAIN[kind]
    first, other = submit(FIRE, **facts), submit(FIRE_TOO, source="Tarnbrook Bell")
    before = only_story(store)
    copies = [submit(FIRE, **again), submit(FIRE.replace(". ", ".\n\n"), **again)]
    assert only_story(store) == before
    assert sorted(listed(store)) == sorted([first, other])
    assert events(client, "story.updated") == events(client, "article.revised") == []
    assert len(events(client, "article.completed")) == 4
    memberships = [store.articles.read(copy, "default").story for copy in (first, *copies)]
    assert memberships[0] is not None
    assert memberships[0].id == before["id"]
    assert memberships == [memberships[0]] * 3


def test_a_copy_of_an_article_that_is_alone_founds_no_story(store: Store, submit: Submit) -> None:
    first, copy = (submit(CHESS, source="Herald") for _ in range(2))
    assert store.stories.page("default", 10, None).documents == ()
    assert store.articles.read(copy, "default").story is None
    late = submit(CHESS + " The Veddel open ends with a dinner.", source="Veddel News")
    assert sorted(listed(store)) == sorted([first, late])
    stories = [store.articles.read(article, "default").story for article in (first, copy)]
    assert stories[0] == stories[1]
    assert stories[0] is not None
    assert "Veddel" in stories[0].matched_on


def test_two_outlets_that_print_the_same_text_are_two_articles(store: Store, submit: Submit) -> None:
    first, reprint = submit(FIRE, source="Herald"), submit(FIRE, source="Tarnbrook Bell")
    story = only_story(store)
    assert (story["article_count"], story["independent_source_count"]) == (2, 1)
    assert {article["near_duplicate_of"] for article in story["articles"]} == {None, first}
    submit(FIRE, source="Tarnbrook Bell")
    submit(FIRE, source="Herald")
    assert sorted(listed(store)) == sorted([first, reprint])


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_a_text_that_goes_back_is_one_report_whichever_is_analysed_last(
    store: Store, submit: Submit, order: tuple[int, ...]
) -> None:
    other = submit(FIRE_TOO, source="Tarnbrook Bell")
    editions: list[str] = []
    for text in (FIRE, CHANGED, FIRE):
        while editions and identifiers.milliseconds(identifiers.new("art")) <= identifiers.milliseconds(
            editions[-1]
        ):
            pass
        handed_in = Submission("default", Document(text), URL, "Herald")
        editions.append(store.articles.accept(handed_in, None).id)
    for number in order:
        analyse_first(store, editions[number], StubAnalyser())
        cluster_and_publish(store)
    story = only_story(store)
    (shown,) = set(listed(store)) - {other}
    assert shown in (editions[0], editions[2])
    assert story["article_count"] == 2
    assert {story_of(store, edition) for edition in editions} == {story["id"]}


def test_the_first_of_two_copies_represents_them_even_if_it_is_analysed_last(
    store: Store, submit: Submit
) -> None:
    other = submit(FIRE_TOO)
    spaced = FIRE.replace(". ", ".  ")
    first = store.articles.accept(Submission("default", Document(spaced), None, "Herald"), None).id
    while identifiers.milliseconds(identifiers.new("art")) <= identifiers.milliseconds(first):
        pass
    copy = submit(FIRE, source="Herald")
    assert sorted(listed(store)) == sorted([other, copy])
    analyse_first(store, first, StubAnalyser())
    cluster_and_publish(store)
    assert sorted(listed(store)) == sorted([other, first])
    store.articles.delete(first, "default")
    cluster_and_publish(store)
    assert sorted(listed(store)) == sorted([other, copy])


def test_a_changed_edition_replaces_every_copy_of_the_earlier_one(
    store: Store, submit: Submit, client: redis.Redis
) -> None:
    other = submit(FIRE_TOO)
    copies = [submit(FIRE, url=URL, source="Herald") for _ in range(3)]
    changed = submit(CHANGED, url=URL, source="Herald")
    assert sorted(listed(store)) == sorted([other, changed])
    assert events(client, "article.revised") == [changed]
    assert {story_of(store, copy) for copy in copies} == {only_story(store)["id"]}
    submit(CHANGED, url=URL, source="Herald")
    assert sorted(listed(store)) == sorted([other, changed])
    assert events(client, "article.revised") == [changed]


def test_a_changed_edition_of_one_url_leaves_the_copy_under_another(store: Store, submit: Submit) -> None:
    other = submit(FIRE_TOO)
    submit(FIRE, url=URL, source="Herald")
    elsewhere = submit(FIRE, url=f"{URL}/mobile", source="Herald")
    changed = submit(CHANGED, url=URL, source="Herald")
    assert sorted(listed(store)) == sorted([other, elsewhere, changed])
    last = submit(CHANGED, url=f"{URL}/mobile", source="Herald")
    assert sorted(listed(store)) == sorted([other, changed])
    assert story_of(store, last) == story_of(store, elsewhere) == only_story(store)["id"]


def test_deleting_the_first_copy_leaves_the_other_as_the_report(
    store: Store, submit: Submit, client: redis.Redis
) -> None:
    first, other = submit(FIRE, url=URL), submit(FIRE_TOO)
    copies = [submit(FIRE, url=URL), submit(FIRE, url=URL)]
    store.articles.delete(first, "default")
    cluster_and_publish(store)
    (heir,) = set(listed(store)) - {other}
    assert heir in copies
    (rest,) = set(copies) - {heir}
    before = only_story(store)
    store.articles.delete(rest, "default")
    cluster_and_publish(store)
    assert only_story(store) == before, "a copy leaves no trace"
    changed = submit(CHANGED, url=URL)
    assert sorted(listed(store)) == sorted([other, changed]), "the edition that is left is found"
    for article in (heir, changed, other):
        store.articles.delete(article, "default")
    cluster_and_publish(store)
    with pytest.raises(StoryUnknownError):
        store.stories.read(before["id"], "default")
    assert client.keys("ng:copies:*") + client.keys("ng:edition:*") + client.keys("ng:index:*story*") == []


def test_a_copy_of_a_deleted_article_is_a_report(store: Store, submit: Submit) -> None:
    first, other = submit(FIRE, source="Herald"), submit(FIRE_TOO)
    store.articles.delete(first, "default")
    cluster_and_publish(store)
    again = submit(FIRE, source="Herald")
    assert sorted(listed(store)) == sorted([other, again])


@pytest.mark.parametrize("next_text", [FIRE, FIRE_LATE])
def test_when_the_first_copy_has_expired_the_latest_is_the_report(
    store: Store, submit: Submit, client: redis.Redis, next_text: str
) -> None:
    first, other = submit(FIRE, source="Herald"), submit(FIRE_TOO)
    submit(FIRE, source="Herald")
    latest = submit(FIRE, source="Herald")
    client.delete(f"ng:article:{first}")
    added = submit(next_text, source="Herald")
    assert sorted(listed(store)) == sorted([other, latest] + ([added] if next_text == FIRE_LATE else []))
    assert store.articles.read(added, "default").story is not None


def test_copies_follow_their_report_into_the_story_that_theirs_is_merged_into(
    store: Store, submit: Submit, client: redis.Redis
) -> None:
    first, copy = submit(FIRE, source="Herald"), submit(FIRE, source="Herald")
    stranger = submit(CHESS)
    absorbed, survivor = story_of(store, first) or "", story_of(store, stranger) or ""
    token = new_lock_token()
    client.set("ng:stories:lock:default", token)
    centroid = hash_fields(client, f"ng:story:{survivor}")[b"group"]
    assert store.stories.merge("default", token, survivor, absorbed, centroid)
    client.delete("ng:stories:lock:default")
    assert story_of(store, copy) == survivor
    cluster_and_publish(store)
    assert sorted(listed(store)) == sorted([first, stranger])


def test_several_workers_at_once_count_a_report_once(settings: Settings, store: Store) -> None:
    submit = partial(story_reports.submit, store)
    ids = [submit(FIRE.replace(". ", "." + " " * number), source="Herald") for number in range(1, 9)]
    ids += [submit(FIRE_TOO.replace(". ", "." + " " * number), url=URL) for number in range(1, 9)]
    cluster_in_workers(settings, 4)
    cluster_and_publish(store)
    assert only_story(store)["article_count"] == 2
    assert {story_of(store, identifier) for identifier in ids} == {only_story(store)["id"]}


def test_a_copy_is_not_joined_without_the_lock_or_to_a_report_that_is_in_no_story(
    store: Store, submit: Submit, client: redis.Redis
) -> None:
    first = submit(FIRE, source="Herald")
    late = story_reports.submit(store, FIRE, source="Herald")
    assert store.stories.join_copy("default", "mine", ReportCopy(late, first, [])) is False
    client.set("ng:stories:lock:default", "mine")
    assert store.stories.join_copy("default", "mine", ReportCopy(late, late, [])) is None
    assert story_of(store, late) is None
    for _ in range(2):
        assert store.stories.join_copy("default", "mine", ReportCopy(late, first, [])) is True
    assert client.zrange(f"ng:copies:{first}", 0, -1) == [late.encode()]


def test_nothing_of_copies_outlives_their_tenant(store: Store, submit: Submit, client: redis.Redis) -> None:
    for number in range(3):
        submit(FIRE, url=URL, external_id=f"h-{number}")
        submit(FIRE_TOO, source="Herald")
    patterns = [f"ng:{name}:*" for name in ("copies", "edition", "article", "story")]
    mine = [client.keys(pattern) for pattern in patterns]
    assert all(mine)
    assert [key for keys in mine for key in keys if client.pttl(key) < 0] == []
    assert erase_tenant_data(store, "default").articles == 6
    assert [client.keys(pattern) for pattern in patterns] == [[], [], [], []]


def test_a_search_finds_copies_and_each_names_its_story(store: Store, submit: Submit) -> None:
    ids = [submit(FIRE, source="Herald"), submit(FIRE_TOO), submit(FIRE, source="Herald")]
    found = store.articles.find("default", ArticleQuery()).articles
    assert {article.id for article in found} == set(ids)
    assert {article.story and article.story.id for article in found} == {only_story(store)["id"]}
    of_story = replace(ArticleQuery(), story_id=only_story(store)["id"])
    assert {article.id for article in store.articles.find("default", of_story).articles} == set(ids[:2])
