"""Erasing a tenant leaves no key with its name and no word of its articles, and takes nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import redis

from nutgraf.codec import encode
from nutgraf.model import Callback, Document, Submission
from nutgraf.settings import Settings
from nutgraf.store import ApiKey, EndpointDraft, IdempotencyReservation, Store, erase_tenant_data
from nutgraf.store.access.api_keys import RESERVED_TENANTS
from tests.support.redis_reads import value
from tests.support.story_reports import (
    CHESS,
    EVENT,
    FIRE,
    FIRE_TOO,
    analyse_first,
    cluster_and_publish,
    submit,
)
from tests.support.stub_analyser import StubAnalyser

WORDS = {word.lower() for word in re.findall(r"\w{6,}", " ".join((*EVENT, CHESS)))} - {"finish"}
"""Words of the articles; "finish" is the name of a script too."""
TENANT = "quillbureau"


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """A store whose leases do not end while this machine is busy."""
    with closing(Store(replace(settings, lease_seconds=60.0, resend_after_seconds=60.0))) as patient:
        yield patient


def kept(client: redis.Redis) -> dict[str, str]:
    """Every key with its value, in small letters."""
    return {key.decode(): str(value(client, key)).lower() for key in client.scan_iter()}


def terms(client: redis.Redis, tenant: str = "default") -> set[str]:
    return {key.decode().rpartition(":")[2] for key in client.scan_iter(f"ng:stories:term:{tenant}:*")}


def live_through(store: Store, tenant: str) -> None:
    """Let a tenant do all that leaves something in Redis."""
    store.keys.create(tenant, ("submit", "read"))
    store.webhooks.create(tenant, EndpointDraft("https://desk.example/", ("article.completed",)))
    store.webhooks.ensure_callback_secret(tenant)
    for number, text in enumerate((*EVENT, CHESS)):
        name = f"req-{number}"
        reserved = store.idempotency.reserve(tenant, name, text.encode())
        assert isinstance(reserved, IdempotencyReservation)
        callback = Callback("https://desk.example/hook", ("article.completed",))
        handed_in = Submission(
            tenant,
            Document(text, text[:20], None),
            f"https://desk.example/{number}",
            "Herald",
            external_id=text[:30],
        )
        article = store.articles.accept(replace(handed_in, callback=callback), reserved.seed).id
        store.idempotency.store_response(reserved, text.encode(), [article])
        analyse_first(store, article, StubAnalyser())
    cluster_and_publish(store, tenant)
    store.deliveries.heartbeat("test:1", 4, 60)
    assert store.deliveries.dispatch()  # some are in flight, some wait


def test_an_erased_tenant_leaves_no_key_no_record_and_no_word(store: Store, client: redis.Redis) -> None:
    live_through(store, TENANT)
    before = kept(client)
    assert [word for word in WORDS if any(word in key + held for key, held in before.items())]
    erase_tenant_data(store, TENANT)
    after = kept(client)
    assert [key for key, held in after.items() if TENANT in key + held] == []
    assert [(word, key) for key, held in after.items() for word in WORDS if word in key.lower() + held] == []
    kinds = {key.split(":")[1] for key in after}
    assert kinds.isdisjoint(
        {"delivery", "deliveries", "delivered", "lane", "sending", "story", "terms", "gone"}
    )
    assert "ng:lanes:suspect" not in after


@pytest.mark.parametrize("other", [f"{TENANT}2", f"{TENANT}:two", "quill"])
def test_a_tenant_whose_name_begins_alike_keeps_everything(
    store: Store, client: redis.Redis, other: str
) -> None:
    if ":" in other:  # as an earlier version let one be called
        client.hset("ng:keys", "00", encode(ApiKey("ng_00", other, ("read",), datetime.now(UTC), None)))
    for text in EVENT:
        submit(store, text, tenant=other, external_id=text[:9])
    cluster_and_publish(store, other)
    mine = {key: held for key, held in kept(client).items() if other in key + held}
    assert any(key.startswith("ng:stories:term:") for key in mine)
    erase_tenant_data(store, TENANT)
    assert {key: held for key, held in kept(client).items() if other in key + held} == mine


def test_a_tenant_of_an_earlier_version_with_a_reserved_name_takes_nothing_of_the_others(
    store: Store, client: redis.Redis
) -> None:
    submit(store, FIRE)
    for name in RESERVED_TENANTS:
        erase_tenant_data(store, name)
    assert client.zrange("ng:stories:tenants", 0, -1) == [b"default"]


def test_a_story_that_ends_leaves_none_of_its_search_terms(store: Store, client: redis.Redis) -> None:
    first, second, alone = submit(store, FIRE), submit(store, FIRE_TOO), submit(store, CHESS)
    cluster_and_publish(store)
    assert {"halvorsen", "brandvold"} <= terms(client)
    store.articles.delete(alone, "default")
    assert "brandvold" not in terms(client)
    store.articles.delete(first, "default")
    assert "halvorsen" in terms(client)  # the story goes on
    store.articles.delete(second, "default")
    assert terms(client) == set()
    assert client.keys("ng:terms:*") == []


def test_the_terms_of_a_merged_story_end_with_the_story_that_took_it(
    store: Store, client: redis.Redis
) -> None:
    first, second = submit(store, FIRE), submit(store, CHESS)
    cluster_and_publish(store)
    known = terms(client)
    one, other = (article.story for article in store.stories.articles([first, second], "default") if article)
    assert one
    assert other
    client.set("ng:stories:lock:default", "mine")
    ((_, centroid),) = store.stories.centroids([one])
    assert store.stories.merge("default", "mine", one, other, centroid)
    assert terms(client) == known
    assert [found for found, _ in store.stories.candidates("default", ["brandvold"])] == [one]
    store.articles.delete(first, "default")
    store.articles.delete(second, "default")
    assert terms(client) == set()
