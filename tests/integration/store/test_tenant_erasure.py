"""A tenant and all that is kept for it can be erased."""

from __future__ import annotations

from dataclasses import replace

import redis

from nutgraf.settings import Settings
from nutgraf.store import EndpointDraft, Store
from nutgraf.store.tenant_erasure import PAGE, ErasedCounts, erase_tenant_data
from service.app import create_app
from tests.conftest import TEXT
from tests.integration.conftest import ApiHarness
from tests.support.redis_reads import value

MARKER = "Quillfeather"
ARTICLE = {
    "text": f"{TEXT} Harbour master Ada {MARKER} closed the port. “We had no choice,” she said.",
    "title": f"{MARKER} closes the port",
    "url": f"https://courier.example/{MARKER}",
    "source": {"name": f"{MARKER} Post"},
    "metadata": {"note": MARKER},
    "external_id": f"{MARKER}-1",
}


def kept(client: redis.Redis) -> str:
    """Every key with its value."""
    return str([(key, value(client, key)) for key in client.scan_iter()])


def test_nothing_of_an_erased_tenant_is_left_and_everything_of_the_others(
    api: ApiHarness, settings: Settings, client: redis.Redis
) -> None:
    # No lease ends while this machine is busy.
    locked = replace(settings, auth="on", lease_seconds=60.0, resend_after_seconds=60.0)
    api.store = Store(locked)
    secret, _ = api.store.keys.create("desk", ("submit", "read", "admin"))
    api.store.keys.create("rival", ("read",))
    key = {"Authorization": f"Bearer {secret}"}
    http = create_app(locked, api.store, api.queue).test_client()
    for number in range(3):
        body = {**ARTICLE, "text": f"{ARTICLE['text']} Report {number}."}
        assert (
            http.post("/v1/articles", json=body, headers={**key, "Idempotency-Key": f"n{number}"}).status_code
            == 202
        )
    api.work()
    http.post("/v1/articles", json=ARTICLE, headers=key)  # still waits
    http.post("/v1/articles", json=body, headers={**key, "Idempotency-Key": "again"})
    api.store.webhooks.create("desk", EndpointDraft(f"https://{MARKER}.example/", ("article.completed",)))
    assert MARKER in kept(client)
    rival = api.http.post("/v1/articles", json={"text": TEXT}).get_json()["id"]

    assert erase_tenant_data(api.store, "desk") == ErasedCounts(keys=1, webhooks=1, articles=5)
    assert http.get("/v1/articles", headers=key).status_code == 401
    assert MARKER not in kept(client)
    assert [each.tenant for each in api.store.keys.all()] == ["rival"]
    assert api.http.get(f"/v1/articles/{rival}").status_code == 200


def test_more_articles_than_fit_a_page_are_erased(api: ApiHarness, store: Store) -> None:
    for number in range(PAGE + 5):
        api.http.post("/v1/articles", json={"text": f"{TEXT} Number {number}."})
    assert erase_tenant_data(store, "default") == ErasedCounts(keys=0, webhooks=0, articles=PAGE + 5)
    assert store.statistics().queued == 0
    assert api.http.get("/v1/articles").get_json()["items"] == []
