"""What the metrics' page says of the store, and who may read it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
import redis
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

from dev.stack import ROOT
from nutgraf.settings import Settings
from nutgraf.store import Store
from service.app import create_app
from tests.conftest import TEXT
from tests.integration.conftest import ApiHarness
from tests.support.metric_names import known_metrics
from tests.support.stub_analyser import CAPABILITIES


def gauges(http: FlaskClient) -> dict[str, float]:
    """The samples without labels."""
    page = http.get("/metrics").text
    families = text_string_to_metric_families(page)
    return {
        sample.name: sample.value for family in families for sample in family.samples if not sample.labels
    }


def test_queued_articles_are_counted_with_the_age_of_the_oldest(api: ApiHarness) -> None:
    for number in range(3):
        api.http.post("/v1/articles", json={"text": f"{TEXT} Number {number}."})
    found = gauges(api.http)
    assert found["nutgraf_queue_depth"] == 3
    assert 0 <= found["nutgraf_queue_oldest_seconds"] < 5
    api.work()
    found = gauges(api.http)
    assert (found["nutgraf_queue_depth"], found["nutgraf_queue_oldest_seconds"]) == (0, 0)


def test_an_overdue_delivery_is_reported_by_how_late_it_is(store: Store, client: redis.Redis) -> None:
    now = client.time()[0] * 1000
    client.zadd("ng:lanes:proven", {"whk_a": now + 60_000})
    client.zadd("ng:lanes:suspect", {"whk_b": now - 90_000})
    statistics = store.statistics()
    assert statistics.lanes == 2
    assert 89 < statistics.late_seconds < 95


def test_stories_are_as_late_as_the_article_that_waits_longest_or_the_story_that_is_due(
    store: Store, client: redis.Redis
) -> None:
    now = client.time()[0] * 1000
    client.zadd("ng:stories:tenants", {"default": now})
    client.zadd("ng:stories:waiting:default", {"art_a": now - 40_000})
    assert 39 < store.statistics().stories_late_seconds < 45
    client.zadd("ng:stories:changed", {"sty_a": now - 70_000, "sty_resting": now + 60_000})
    client.zadd("ng:stories:telling", {"sty_b": now + 15_000})
    statistics = store.statistics()
    assert statistics.stories == 3
    assert 69 < statistics.stories_late_seconds < 75


def test_the_memory_of_redis_is_reported_with_what_is_reserved(api: ApiHarness, client: redis.Redis) -> None:
    client.config_set("maxmemory", "200mb")
    api.http.post("/v1/articles", json={"text": TEXT})
    found = gauges(api.http)
    client.config_set("maxmemory", "0")
    assert found["nutgraf_store_memory_limit_bytes"] == 200 * 2**20
    assert 500_000 < found["nutgraf_store_memory_used_bytes"] < 100_000_000
    assert found["nutgraf_store_memory_reserved_bytes"] > len(TEXT)
    assert found["nutgraf_store_evicts"] == 0
    api.work()
    assert gauges(api.http)["nutgraf_store_memory_reserved_bytes"] == 0


def test_a_redis_that_came_to_evict_is_a_metric_and_not_ready(api: ApiHarness, client: redis.Redis) -> None:
    assert api.http.get("/readyz").status_code == 200
    client.config_set("maxmemory-policy", "volatile-lru")
    answer, found = api.http.get("/readyz"), gauges(api.http)
    client.config_set("maxmemory-policy", "noeviction")
    assert (answer.status_code, answer.get_json()["type"]) == (503, "/problems/store_unavailable")
    assert "maxmemory-policy is volatile-lru" in answer.get_json()["detail"]
    assert found["nutgraf_store_evicts"] == 1
    assert api.http.get("/readyz").status_code == 200


def test_a_store_that_is_away_is_a_metric_and_not_a_fault(settings: Settings) -> None:
    app = create_app(replace(settings, redis_url="redis://127.0.0.1:1/0"))
    with app.test_client() as http:
        found = gauges(http)
    assert found["nutgraf_store_up"] == 0
    assert "nutgraf_queue_depth" not in found


def test_a_stranger_and_a_reader_are_refused_on_the_public_port(settings: Settings, store: Store) -> None:
    app = create_app(replace(settings, auth="on"), store)
    reader, _ = store.keys.create("t", ("read",))
    admin, _ = store.keys.create("t", ("admin",))
    with app.test_client() as http:
        assert http.get("/metrics").status_code == 401
        assert http.get("/metrics", headers={"Authorization": f"Bearer {reader}"}).status_code == 403
        assert http.get("/metrics", headers={"Authorization": f"Bearer {admin}"}).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"), [("/metrics", 200), ("/v1/articles", 404), ("/livez", 404), ("/", 404)]
)
def test_the_metrics_port_serves_metrics_without_a_key_and_nothing_else(
    settings: Settings, store: Store, path: str, status: int
) -> None:
    app = create_app(replace(settings, auth="on", metrics_port=9100), store)
    with app.test_client() as http:
        assert http.get(path, environ_overrides={"SERVER_PORT": "9100"}).status_code == status


def test_unknown_methods_and_paths_make_no_new_labels(api: ApiHarness) -> None:
    for number in range(20):
        api.http.open(f"/nothing/{number}", method=f"METHOD{number}")
    labels = re.findall(r"nutgraf_http_requests_total\{(.*?)\}", api.http.get("/metrics").text)
    assert not any("METHOD" in label or "nothing" in label for label in labels)
    assert 'method="other",route="none",status="4xx"' in labels


def test_a_full_queue_is_counted_as_refused(settings: Settings, store: Store) -> None:
    store.workers.heartbeat("test:1", CAPABILITIES, 60, first=True)
    app = create_app(replace(settings, max_queue=1))
    with app.test_client() as http:
        before = http.get("/metrics").text.count('outcome="refused"')
        statuses = [http.post("/v1/articles", json={"text": f"{TEXT} {n}."}).status_code for n in range(2)]
        assert statuses == [202, 503]
        assert before <= http.get("/metrics").text.count('outcome="refused"') == 1


def test_every_metric_is_described_on_the_page_for_operators_and_no_other(api: ApiHarness) -> None:
    described = set(re.findall(r"`(nutgraf_\w+)`", (ROOT / "docs" / "operations.md").read_text()))
    assert described == known_metrics(api.store)
