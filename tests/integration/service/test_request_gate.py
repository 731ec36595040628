"""The one look into Redis before every request, and what it refuses before anything else is done."""

from __future__ import annotations

from dataclasses import replace

import pytest
import redis
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.settings import Settings
from nutgraf.store import Claim, QuotaExceededError, Store
from nutgraf.store.articles.records import unpack_values
from service.app import create_app
from tests.conftest import TEXT
from tests.integration.conftest import RecordingQueue
from tests.support.webhook_worker import ANALYSIS

LIMIT = 3
Caller = tuple[FlaskClient, dict[str, str]]


@pytest.fixture
def caller(settings: Settings, store: Store) -> Caller:
    strict = replace(settings, auth="on", submit_units_per_minute=LIMIT, read_units_per_minute=LIMIT)
    secret, _ = store.keys.create("desk", ("submit", "read"))
    http = create_app(strict, Store(strict), RecordingQueue(strict)).test_client()
    return http, {"Authorization": f"Bearer {secret}"}


def finished(http: FlaskClient, key: dict[str, str], store: Store) -> str:
    """The id of an article that was analysed."""
    identifier: str = http.post("/v1/articles", json={"text": TEXT}, headers=key).get_json()["id"]
    claim = store.articles.claim("sha256:x")
    assert isinstance(claim, Claim)
    store.articles.commit(claim, ANALYSIS)
    return identifier


def packed(values: list[bytes | None]) -> bytes:
    lengths = " ".join("-" if value is None else str(len(value)) for value in values)
    return lengths.encode() + b"\n" + b"".join(value or b"" for value in values)


@given(st.lists(st.none() | st.binary(max_size=40)))
def test_packed_values_come_out_as_they_went_in(values: list[bytes | None]) -> None:
    assert unpack_values(packed(values)) == values


def test_a_script_that_redis_forgot_and_a_connection_that_broke_are_no_error(
    store: Store, client: redis.Redis
) -> None:
    store.gate.spend("desk", "read", 1)
    client.script_flush()
    store.gate.spend("desk", "read", 1)
    client.client_kill_filter(_type="normal", skipme=True)
    left = store.gate.spend("desk", "read", 1)
    assert left.remaining <= left.limit - 3


def test_who_has_nothing_left_is_refused_before_the_body_is_read(caller: Caller) -> None:
    http, key = caller
    statuses = [
        http.post("/v1/articles", json={"text": f"{TEXT} {number}"}, headers=key).status_code
        for number in range(LIMIT)
    ]
    assert statuses == [202] * LIMIT
    refused = http.post("/v1/articles", data=b"{", content_type="application/json", headers=key)
    assert (refused.status_code, refused.get_json()["type"]) == (429, "/problems/rate_limited")


def test_what_is_refused_for_its_body_costs_nothing(caller: Caller) -> None:
    http, key = caller
    for _ in range(2 * LIMIT):
        refused = http.post("/v1/articles", data=b"{", content_type="application/json", headers=key)
        assert refused.status_code == 400
        assert refused.headers["RateLimit"].startswith(f'"submit";r={LIMIT};')


def test_an_answer_is_replayed_even_when_the_quota_is_used_up(caller: Caller) -> None:
    http, key = caller
    named = {**key, "Idempotency-Key": "cms-1"}
    first = http.post("/v1/articles", json={"text": TEXT}, headers=named)
    for number in range(LIMIT):
        http.post("/v1/articles", json={"text": f"{TEXT} {number}"}, headers=key)
    again = http.post("/v1/articles", json={"text": TEXT}, headers=named)
    assert (again.status_code, again.data) == (202, first.data)


def test_a_quota_slides_with_the_minute(settings: Settings, client: redis.Redis) -> None:
    gate = Store(replace(settings, read_units_per_minute=100)).gate
    gate.spend("desk", "read", 80)
    minute = int(client.hget("ng:used:read:desk", "minute") or 0)
    client.hset("ng:used:read:desk", "minute", minute - 1)
    assert gate.spend("desk", "read", 0).remaining >= 20
    client.hset("ng:used:read:desk", "minute", minute - 2)
    assert gate.spend("desk", "read", 100).remaining == 0
    with pytest.raises(QuotaExceededError) as refused:
        gate.spend("desk", "read", 1)
    assert 1 <= refused.value.quota.reset_seconds <= 60


def test_a_revoked_key_is_refused_even_where_its_record_was_just_read(caller: Caller, store: Store) -> None:
    http, key = caller
    assert http.get("/v1/info", headers=key).status_code == 200
    assert store.keys.revoke(key["Authorization"].removeprefix("Bearer ")[:11]) == 1
    assert http.get("/v1/info", headers=key).status_code == 401


def test_an_analysis_that_was_read_is_not_fetched_again(
    caller: Caller, store: Store, client: redis.Redis
) -> None:
    http, key = caller
    identifier = finished(http, key, store)
    first = http.get(f"/v1/articles/{identifier}", headers=key)
    client.hset(f"ng:article:{identifier}", "analysis", b"{}")  # would break the answer, if it were read
    again = http.get(f"/v1/articles/{identifier}", headers=key)
    assert (first.status_code, again.status_code, again.data) == (200, 200, first.data)


def test_an_analysis_that_is_held_is_still_nobody_elses_and_goes_with_its_article(
    caller: Caller, store: Store
) -> None:
    http, key = caller
    identifier = finished(http, key, store)
    path = f"/v1/articles/{identifier}"
    other, _ = store.keys.create("agency", ("read",))
    assert http.get(path, headers=key).status_code == 200
    assert http.get(path, headers={"Authorization": f"Bearer {other}"}).status_code == 404
    store.articles.delete(identifier, "desk")
    assert http.get(path, headers=key).status_code == 410
