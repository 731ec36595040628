"""Who waits, or is refused, leaves threads to the others."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from flask import Flask

from nutgraf.settings import Settings
from nutgraf.store import Store
from service.app import create_app
from service.bulkhead import Bulkhead
from service.dependencies import EXTENSION, Dependencies
from service.http import rate_limits
from tests.conftest import TEXT
from tests.integration.conftest import RecordingQueue
from tests.support.stub_analyser import CAPABILITIES


def app_of(settings: Settings, store: Store) -> tuple[Flask, Dependencies]:
    """An app with one slot for waiting and one for a refusal."""
    few = replace(settings, threads=4, max_wait_seconds=1)
    app = create_app(few, store, RecordingQueue(few))
    deps: Dependencies = app.extensions[EXTENSION]
    app.extensions[EXTENSION] = replace(deps, waiting_slots=Bulkhead(1))
    return app, app.extensions[EXTENSION]


def test_a_seat_is_given_back() -> None:
    bulkhead = Bulkhead(1)
    with bulkhead.try_acquire() as first, bulkhead.try_acquire() as second:
        assert (first, second) == (True, False)
    with bulkhead.try_acquire() as again:
        assert again


def test_a_wait_without_a_seat_is_not_granted_and_not_called_applied(
    settings: Settings, store: Store
) -> None:
    app, deps = app_of(settings, store)
    with app.test_client() as http, deps.waiting_slots.try_acquire():
        accepted = http.post("/v1/articles", json={"text": TEXT}, headers={"Prefer": "wait=1"})
        read = http.get(accepted.headers["Location"], headers={"Prefer": "wait=1"})
    assert (accepted.status_code, read.status_code) == (202, 200)
    assert "Preference-Applied" not in accepted.headers
    assert "Preference-Applied" not in read.headers
    assert read.headers["Retry-After"] == "1"


def test_a_comparison_without_a_seat_is_refused_by_name(settings: Settings, store: Store) -> None:
    app, deps = app_of(settings, store)
    store.workers.heartbeat("test:1", CAPABILITIES, 60, first=True)
    with app.test_client() as http, deps.waiting_slots.try_acquire():
        answer = http.post("/v1/compare", json={"articles": [{"text": TEXT}, {"text": TEXT}]})
    assert (answer.status_code, answer.json["type"]) == (503, "/problems/queue_full")  # type: ignore[index]
    assert int(answer.headers["Retry-After"]) > 0


def test_who_is_refused_waits_for_it_and_counts_as_waiting(
    settings: Settings, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    delays: list[float] = []
    monkeypatch.setattr(rate_limits, "time", SimpleNamespace(sleep=delays.append))
    monkeypatch.setattr(
        rate_limits, "random", SimpleNamespace(uniform=lambda least, most: (least + most) / 2)
    )
    strict = replace(settings, auth="on", refusal_seconds=0.5, read_units_per_minute=1)
    app, deps = app_of(strict, Store(strict))
    secret, _ = store.keys.create("desk", ("read",))
    admin, _ = store.keys.create("operators", ("admin",))
    key = {"Authorization": f"Bearer {secret}"}
    with app.test_client() as http:
        assert http.get("/v1/info").status_code == 401
        assert delays == [0.5]
        assert http.get("/v1/info", headers=key).status_code == 200
        assert delays == [0.5]
        assert http.get("/v1/info", headers=key).status_code == 429
        assert delays == [0.5, 0.5]
        with deps.refusal_slots.try_acquire():
            assert http.get("/v1/info", headers=key).status_code == 429
        assert delays == [0.5, 0.5]
        page = http.get("/metrics", headers={"Authorization": f"Bearer {admin}"}).text
    assert 'nutgraf_http_request_seconds_count{method="GET",route="/v1/info",waited="yes"}' in page
