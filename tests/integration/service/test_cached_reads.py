"""What is answered in front of Flask is what Flask would have answered, at the same price."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from flask import Flask, request_started
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from nutgraf import identifiers
from nutgraf.model import Failure
from nutgraf.settings import Settings
from nutgraf.store import Claim, Store
from service.app import create_app
from service.http import article_response
from tests.conftest import TEXT
from tests.integration.conftest import RecordingQueue
from tests.support.webhook_worker import ANALYSIS

# A query that asks for what everybody gets: only Flask reads queries.
BY_FLASK = "?explain=false"
QUOTA = 40


@dataclass
class Desk:
    """A caller with a key, and whether Flask saw the last request."""

    app: Flask
    http: FlaskClient
    store: Store
    key: str
    seen: list[str] = field(default_factory=list)

    def submit(self) -> str:
        identifier: str = self.http.post("/v1/articles", json={"text": TEXT}, headers=self.headers()).json[
            "id"
        ]  # type: ignore[index]
        return identifier

    def claimed(self) -> Claim:
        self.submit()
        claim = self.store.articles.claim("sha256:x")
        assert isinstance(claim, Claim)
        return claim

    def completed(self) -> str:
        claim = self.claimed()
        self.store.articles.commit(claim, ANALYSIS)
        return claim.id

    def headers(self, **more: str) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}", **more}

    def get(self, path: str, headers: dict[str, str] | None = None) -> tuple[TestResponse, bool]:
        """The answer, and whether Flask gave it."""
        self.seen.clear()
        answer = self.http.get(path, headers=self.headers() if headers is None else headers)
        return answer, bool(self.seen)


@pytest.fixture
def desk(settings: Settings) -> Iterator[Desk]:
    strict = replace(settings, auth="on", read_units_per_minute=QUOTA)
    store = Store(strict)
    app = create_app(strict, store, RecordingQueue(strict))
    secret, _ = store.keys.create("desk", ("submit", "read"))
    with app.test_client() as http:
        desk = Desk(app, http, store, secret)
        with request_started.connected_to(lambda *_, **__: desk.seen.append("request"), app):
            yield desk
    store.close()


def comparable(answer: TestResponse) -> tuple[int, bytes, dict[str, Any]]:
    """What a caller sees of an answer, less what differs from one request to the next."""
    headers = {
        name: value for name, value in answer.headers.items() if name not in ("X-Request-Id", "RateLimit")
    }
    return answer.status_code, answer.data, headers


def unknown(_: Desk) -> str:
    return identifiers.new("art")


def deleted(desk: Desk) -> str:
    identifier = desk.completed()
    desk.store.articles.delete(identifier, "desk")
    return identifier


def failed(desk: Desk) -> str:
    claim = desk.claimed()
    desk.store.articles.fail(claim, Failure("timeout", "The analysis did not end in time."))
    return claim.id


def canceled(desk: Desk) -> str:
    identifier = desk.submit()
    desk.store.articles.cancel(identifier, "desk")
    return identifier


@pytest.mark.parametrize(
    ("state", "status", "flask"),
    [
        (Desk.completed, 200, False),
        (failed, 200, False),
        (canceled, 200, False),
        (Desk.submit, 200, True),
        (unknown, 404, True),
        (deleted, 410, True),
    ],
)
def test_an_article_in_any_state_is_answered_as_by_flask(
    desk: Desk, state: Callable[[Desk], str], status: int, *, flask: bool
) -> None:
    path = f"/v1/articles/{state(desk)}"
    by_flask, through = desk.get(path + BY_FLASK)
    plain, through_flask = desk.get(path)
    assert through
    assert through_flask is flask
    assert by_flask.status_code == status
    assert comparable(plain) == comparable(by_flask)


@pytest.mark.parametrize(
    ("known", "status"),
    [
        ("{tag}", 304),
        ('W/{tag}, "other"', 304),
        ('"other", {tag}', 304),
        ("*", 304),
        ('"other"', 200),
        ("", 200),
        ("no tag, and no end", 200),
    ],
)
def test_a_tag_is_compared_as_by_flask(desk: Desk, known: str, status: int) -> None:
    path = f"/v1/articles/{desk.completed()}"
    tag = desk.get(path)[0].headers["ETag"]
    headers = desk.headers(**{"If-None-Match": known.replace("{tag}", tag)})
    by_flask, _ = desk.get(path + BY_FLASK, headers)
    plain, through_flask = desk.get(path, headers)
    assert (plain.status_code, through_flask) == (status, False)
    assert comparable(plain) == comparable(by_flask)


@pytest.mark.parametrize(
    "authorization", [None, "", "Bearer", "Bearer wrong", "Basic {key}", "bearer  {key} "]
)
def test_a_key_is_read_as_by_flask(desk: Desk, authorization: str | None) -> None:
    path = f"/v1/articles/{desk.completed()}"
    headers = {} if authorization is None else {"Authorization": authorization.replace("{key}", desk.key)}
    plain = desk.get(path, headers)[0]
    assert plain.status_code == (200 if authorization == "bearer  {key} " else 401)
    assert comparable(plain) == comparable(desk.get(path + BY_FLASK, headers)[0])


@pytest.mark.parametrize(("tenant", "scope", "status"), [("agency", "read", 404), ("desk", "submit", 403)])
def test_other_keys_are_refused_as_by_flask(desk: Desk, tenant: str, scope: Any, status: int) -> None:
    path = f"/v1/articles/{desk.completed()}"
    other, _ = desk.store.keys.create(tenant, (scope,))
    plain = desk.get(path, {"Authorization": f"Bearer {other}"})[0]
    assert plain.status_code == status
    assert comparable(plain) == comparable(desk.get(path + BY_FLASK, {"Authorization": f"Bearer {other}"})[0])


@pytest.mark.parametrize(("state", "flask"), [(Desk.completed, False), (Desk.submit, True), (unknown, True)])
def test_a_read_is_paid_for_once_whoever_answers(
    desk: Desk, state: Callable[[Desk], str], *, flask: bool
) -> None:
    path = f"/v1/articles/{state(desk)}"
    for spent in range(1, 4):
        answer, through_flask = desk.get(path)
        assert through_flask is flask
        assert answer.headers["RateLimit"].startswith(f'"read";r={QUOTA - spent};')


def test_a_used_up_quota_is_reported_once_and_as_by_flask(desk: Desk) -> None:
    path = f"/v1/articles/{desk.completed()}"
    desk.store.gate.spend("desk", "read", QUOTA)
    plain, by_flask = desk.get(path)[0], desk.get(path + BY_FLASK)[0]
    assert (plain.status_code, by_flask.status_code) == (429, 429)
    assert plain.headers.getlist("RateLimit-Policy") == by_flask.headers.getlist("RateLimit-Policy")
    assert len(plain.headers.getlist("RateLimit")) == 1
    assert int(plain.headers["Retry-After"]) > 0
    assert plain.json == by_flask.json


def test_a_request_keeps_its_name_whoever_answers(desk: Desk) -> None:
    path = f"/v1/articles/{desk.completed()}"
    named = desk.headers(**{"X-Request-Id": "edge-4711"})
    strange = desk.headers(**{"X-Request-Id": "edge 4711"})
    assert desk.get(path, named)[0].headers.getlist("X-Request-Id") == ["edge-4711"]
    assert desk.get(path, strange)[0].headers["X-Request-Id"].startswith("req_")


def test_what_asks_for_more_than_a_look_goes_to_flask(desk: Desk) -> None:
    path = f"/v1/articles/{desk.completed()}"
    waited, through_flask = desk.get(path, desk.headers(Prefer="wait=1"))
    assert (waited.headers["Preference-Applied"], through_flask) == ("wait=1", True)
    assert desk.http.head(path, headers=desk.headers()).data == b""
    assert desk.get(f"{path}?offset_unit=bytes")[0].status_code == 422
    assert desk.get(f"{path}/")[0].status_code == 404
    assert desk.http.put(path, headers=desk.headers()).status_code == 405


def test_a_fault_of_ours_is_a_named_problem_here_too(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    path = f"/v1/articles/{desk.completed()}"
    monkeypatch.setattr(article_response, "_render_cached", broken)
    answer = desk.get(path)[0]
    assert (answer.status_code, answer.json["type"]) == (500, "/problems/internal")  # type: ignore[index]


def test_a_store_that_is_away_is_a_named_problem_here_too(settings: Settings) -> None:
    away = replace(settings, redis_url="redis://127.0.0.1:1/0")
    with create_app(away).test_client() as http:
        answer = http.get(f"/v1/articles/{identifiers.new('art')}")
    assert (answer.status_code, answer.json["type"]) == (503, "/problems/store_unavailable")  # type: ignore[index]


def test_both_ways_count_under_one_route(desk: Desk) -> None:
    path = f"/v1/articles/{desk.completed()}"
    admin, _ = desk.store.keys.create("desk", ("admin",))

    def counted() -> dict[str, float]:
        page = desk.http.get("/metrics", headers={"Authorization": f"Bearer {admin}"}).text
        lines = [line for line in page.splitlines() if "http_requests_total" in line and "articles/" in line]
        return {line.rpartition(" ")[0]: float(line.rpartition(" ")[2]) for line in lines}

    before = counted()
    desk.get(path)
    desk.get(path + BY_FLASK)
    after = counted()
    grown = {name: after[name] - before.get(name, 0) for name in after if after[name] != before.get(name)}
    assert list(grown.values()) == [2.0]
    assert 'route="/v1/articles/<article:identifier>"' in next(iter(grown))


def test_the_port_for_metrics_has_no_articles(settings: Settings, desk: Desk) -> None:
    path = f"/v1/articles/{desk.completed()}"
    two_ports = replace(settings, auth="on", metrics_port=9123)
    with create_app(two_ports, desk.store, RecordingQueue(two_ports)).test_client() as http:
        assert http.get(path, headers=desk.headers()).status_code == 200
        assert http.get(path, headers=desk.headers(), base_url="http://localhost:9123").status_code == 404
