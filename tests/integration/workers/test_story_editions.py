"""Two editions of one article are distinguished from two articles, whichever of them is analysed last."""

from __future__ import annotations

import itertools
import json

import pytest
import redis

from nutgraf import identifiers
from nutgraf.model import Document, Submission
from nutgraf.store import Store, StoryAssignment, SupersededEdition
from tests.support.story_reports import (
    FIRE,
    FIRE_TOO,
    analyse_first,
    cluster_and_publish,
    events,
    story_of,
    submit,
)
from tests.support.stub_analyser import StubAnalyser

LATER = FIRE.replace("nobody was hurt", "two men were hurt")
LATEST = FIRE.replace("nobody was hurt", "three men were hurt")


def accept(store: Store, text: str, external_id: str | None = None) -> str:
    """An article that is taken in and not analysed yet."""
    return store.articles.accept(Submission("default", Document(text), external_id=external_id), None).id


def accept_in_turn(store: Store, *texts: str) -> list[str]:
    """Editions of one article; ids of one millisecond have no order, so each waits for the next one."""
    ids: list[str] = []
    for text in texts:
        moment = identifiers.milliseconds(ids[-1]) if ids else 0
        while identifiers.milliseconds(identifiers.new("art")) <= moment:
            pass
        ids.append(accept(store, text, external_id="sawmill-1"))
    return ids


def analyse(store: Store, article: str) -> None:
    analyse_first(store, article, StubAnalyser())
    cluster_and_publish(store)


def revised(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The editions that are reported as revised from now on."""
    found: list[str] = []
    join, mark_superseded = store.stories.join, store.stories.mark_superseded

    def note(facts: bytes) -> None:
        found.extend([json.loads(facts)["previous_id"]] if facts else [])

    def noted_join(tenant: str, token: str, assignment: StoryAssignment) -> bool:
        note(assignment.revised)
        return join(tenant, token, assignment)

    def noted_supersede(tenant: str, token: str, yielding: SupersededEdition) -> bool:
        note(yielding.revised)
        return mark_superseded(tenant, token, yielding)

    monkeypatch.setattr(store.stories, "join", noted_join)
    monkeypatch.setattr(store.stories, "mark_superseded", noted_supersede)
    return found


@pytest.mark.parametrize("order", list(itertools.permutations(range(2))))
def test_the_later_edition_stands_in_the_story_whichever_is_analysed_last(
    store: Store, client: redis.Redis, order: tuple[int, ...]
) -> None:
    other = submit(store, FIRE_TOO)
    editions = accept_in_turn(store, FIRE, LATER)
    for number in order:
        analyse(store, editions[number])
    assert events(client, "article.revised") == [editions[1]]
    (published,) = store.stories.page("default", 10, None).documents
    articles = {article["id"] for article in json.loads(published.document)["story"]["articles"]}
    assert articles == {other, editions[1]}
    assert story_of(store, editions[0]) == published.id


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_each_edition_but_the_last_is_revised_once(
    store: Store, client: redis.Redis, order: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    previous = revised(store, monkeypatch)
    editions = accept_in_turn(store, FIRE, LATER, LATEST)
    for number in order:
        analyse(store, editions[number])
    assert sorted(previous) == editions[:2]
    assert len(events(client, "article.revised")) == 2
    members = client.zrange(f"ng:index:default:story:{story_of(store, editions[2])}", 0, -1)
    assert members == [editions[2].encode()]


def test_an_earlier_edition_that_says_the_same_revises_nothing(store: Store, client: redis.Redis) -> None:
    editions = accept_in_turn(store, FIRE, FIRE)
    for article in reversed(editions):
        analyse(store, article)
    assert events(client, "article.revised") == []
    newer = accept_in_turn(store, LATER)[0]
    analyse(store, newer)
    assert events(client, "article.revised") == [newer]
    assert store.stories.latest_edition("default", ["none"]) is None


def test_an_earlier_edition_takes_the_place_of_a_later_one_that_was_deleted(
    store: Store, client: redis.Redis
) -> None:
    editions = accept_in_turn(store, FIRE, LATER)
    analyse(store, editions[1])
    store.articles.delete(editions[1], "default")
    analyse(store, editions[0])
    assert events(client, "article.revised") == []
    assert story_of(store, editions[0]) is not None
