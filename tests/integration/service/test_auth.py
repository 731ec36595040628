"""Keys, scopes, tenants and quotas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from nutgraf import identifiers
from nutgraf.settings import Settings
from nutgraf.store import Store
from service.app import create_app
from tests.conftest import TEXT
from tests.integration.conftest import RecordingQueue
from tests.support.redis_reads import hash_fields
from tests.support.stub_analyser import CAPABILITIES

PREFIXES = {"article": "art", "story": "sty", "webhook": "whk", "delivery": "dlv"}
SCOPES = ("submit", "read", "admin")


@dataclass
class Guarded:
    """The API with keys on, a key of every scope, and quotas that are small enough to use up."""

    app: Flask
    http: FlaskClient
    store: Store

    def key(self, tenant: str = "desk", scopes: tuple[str, ...] = SCOPES, **kwargs: Any) -> dict[str, str]:
        secret, _ = self.store.keys.create(tenant, scopes, **kwargs)
        return {"Authorization": f"Bearer {secret}"}


@pytest.fixture
def guarded(settings: Settings, store: Store) -> Iterator[Guarded]:
    strict = replace(settings, auth="on", submit_units_per_minute=5, read_units_per_minute=10)
    store.close()
    own = Store(strict)
    store_app = create_app(strict, own, RecordingQueue(strict))
    own.workers.heartbeat("test:1", CAPABILITIES, 60, first=True)
    with store_app.test_client() as http:
        yield Guarded(store_app, http, own)
    own.close()


def operations(app: Flask) -> list[tuple[str, str, str]]:
    """Method, path with plausible ids, and scope of every route that needs a key."""
    found = []
    for rule in app.url_map.iter_rules():
        view: Any = app.view_functions[rule.endpoint]
        scope = view.operation.scope
        if scope is not None:
            path = re.sub(r"<(\w+):\w+>", lambda kind: identifiers.new(PREFIXES[kind[1]]), rule.rule)
            found += [
                (method, path, scope) for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
            ]
    return found


def test_every_guarded_route_asks_for_a_key_a_valid_one_and_its_scope(guarded: Guarded) -> None:
    expired = guarded.key(expires_at=datetime.now(UTC) - timedelta(seconds=1))
    routes = operations(guarded.app)
    assert len(routes) > 8
    for method, path, scope in routes:
        for headers in ({}, {"Authorization": "Bearer ng_wrong"}, {"Authorization": "Basic eDp5"}, expired):
            answer = guarded.http.open(path, method=method, headers=headers)
            assert (answer.status_code, answer.get_json()["type"]) == (401, "/problems/unauthorized"), path
            assert answer.headers["WWW-Authenticate"].startswith("Bearer")
        others = guarded.key(scopes=tuple(other for other in SCOPES if other != scope))
        answer = guarded.http.open(path, method=method, headers=others)
        assert (answer.status_code, answer.get_json()["type"]) == (403, "/problems/forbidden"), path


def test_another_tenants_article_does_not_exist_on_any_route(guarded: Guarded) -> None:
    mine, theirs = guarded.key("desk"), guarded.key("rival")
    identifier = guarded.http.post("/v1/articles", json={"text": TEXT}, headers=mine).get_json()["id"]
    for rule in guarded.app.url_map.iter_rules():
        if "<article:" not in rule.rule:
            continue
        path = re.sub(r"<\w+:\w+>", identifier, rule.rule)
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            answer = guarded.http.open(path, method=method, headers=guarded.key("rival"))
            assert (answer.status_code, answer.get_json()["type"]) in {
                (404, "/problems/not_found"),
                (429, "/problems/rate_limited"),
            }, path
    assert guarded.http.get("/v1/articles", headers=theirs).get_json()["items"] == []
    assert guarded.http.get(f"/v1/articles/{identifier}", headers=mine).status_code == 200


def test_a_revoked_key_is_useless_at_once_and_its_sibling_lives_on(guarded: Guarded) -> None:
    old, new = guarded.key(), guarded.key()
    assert guarded.http.get("/v1/info", headers=old).status_code == 200
    assert guarded.store.keys.revoke(old["Authorization"].split()[1][:11]) == 1
    assert guarded.http.get("/v1/info", headers=old).status_code == 401
    assert guarded.http.get("/v1/info", headers=new).status_code == 200


def test_only_the_digest_of_a_secret_is_kept(guarded: Guarded) -> None:
    secret = guarded.key()["Authorization"].split()[1]
    client = guarded.store.articles._client
    kept = b"".join(digest + row for digest, row in hash_fields(client, "ng:keys").items())
    assert secret.encode() not in kept
    assert secret[:11].encode() in kept
    assert len(secret) >= 43


def test_reading_never_eats_the_right_to_submit(guarded: Guarded) -> None:
    key = guarded.key()
    statuses = [guarded.http.get("/v1/info", headers=key).status_code for _ in range(12)]
    assert statuses == [200] * 10 + [429] * 2
    answer = guarded.http.post("/v1/articles", json={"text": TEXT}, headers=key)
    assert answer.status_code == 202
    assert answer.headers["RateLimit-Policy"] == '"submit";q=5;w=60'
    assert re.fullmatch(r'"submit";r=4;t=\d+', answer.headers["RateLimit"])


def test_a_used_up_quota_says_when_to_come_back(guarded: Guarded) -> None:
    key = guarded.key()
    for number in range(5):
        answer = guarded.http.post("/v1/articles", json={"text": f"{TEXT} {number}"}, headers=key)
        assert answer.status_code == 202
    answer = guarded.http.post("/v1/articles", json={"text": TEXT}, headers=key)
    assert (answer.status_code, answer.get_json()["type"]) == (429, "/problems/rate_limited")
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    assert answer.headers["RateLimit"].startswith('"submit";r=0;')
    assert (
        guarded.http.post("/v1/articles", json={"text": TEXT}, headers=guarded.key("rival")).status_code
        == 202
    )


def test_a_long_text_costs_more(guarded: Guarded) -> None:
    answer = guarded.http.post("/v1/articles", json={"text": "words " * 4000}, headers=guarded.key())
    assert answer.headers["RateLimit"].startswith('"submit";r=2;')


def test_a_batch_is_judged_item_by_item_by_the_quota_too(guarded: Guarded) -> None:
    articles = [{"text": f"{TEXT} {number}"} for number in range(7)]
    answer = guarded.http.post("/v1/articles/batch", json={"articles": articles}, headers=guarded.key())
    assert [item["status"] for item in answer.get_json()["items"]] == [202] * 5 + [429] * 2


def test_info_tells_the_callers_quotas(guarded: Guarded) -> None:
    limits = guarded.http.get("/v1/info", headers=guarded.key()).get_json()["limits"]
    assert (limits["submit_units_per_minute"], limits["read_units_per_minute"]) == (5, 10)
