"""What was stored is answered 202, whatever keeps it from being read back."""

from __future__ import annotations

from typing import Any

import pytest

from nutgraf.queue import Queue
from nutgraf.store import ArticleUnknownError, StoreUnavailableError
from tests.conftest import TEXT
from tests.integration.conftest import ApiHarness


def away(*_: Any, **__: Any) -> Any:
    raise StoreUnavailableError("away on purpose")


@pytest.fixture
def unreadable(api: ApiHarness, monkeypatch: pytest.MonkeyPatch) -> ApiHarness:
    for method in ("record", "read", "wait"):
        monkeypatch.setattr(api.store.articles.__class__, method, away)
    return api


@pytest.mark.parametrize("headers", [{}, {"Prefer": "wait=1"}, {"Idempotency-Key": "k1"}])
def test_an_article_that_is_stored_but_can_not_be_read_is_accepted(
    unreadable: ApiHarness, headers: dict[str, str]
) -> None:
    body = {"text": TEXT, "title": "Harbour", "source": {"name": "Arlesund Post"}}
    answer = unreadable.http.post("/v1/articles", json=body, headers=headers)
    found = answer.get_json()
    assert (answer.status_code, found["status"], found["title"]) == (202, "queued", "Harbour")
    assert answer.headers["Location"] == f"/v1/articles/{found['id']}"
    assert len(unreadable.queue.nudged) == 1


def test_an_article_of_a_batch_that_can_not_be_read_is_accepted(unreadable: ApiHarness) -> None:
    answer = unreadable.http.post("/v1/articles/batch", json={"articles": [{"text": TEXT}]})
    (item,) = answer.get_json()["items"]
    assert (item["status"], item["article"]["status"], item["problem"]) == (202, "queued", None)


def test_the_answer_is_as_the_article_that_is_read(api: ApiHarness, monkeypatch: pytest.MonkeyPatch) -> None:
    body = {"text": TEXT, "url": "https://arlesund.example/1", "metadata": {"desk": 4}}
    with monkeypatch.context() as patched:
        patched.setattr(api.store.articles.__class__, "record", away)
        answered = api.http.post("/v1/articles", json=body).get_json()
    read = api.http.get(f"/v1/articles/{answered['id']}").get_json()
    moving = ("queue_position", "created_at")
    assert {**answered, **dict.fromkeys(moving)} == {**read, **dict.fromkeys(moving)}


def test_a_wait_that_breaks_is_an_answer_without_one(
    api: ApiHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api.store.articles.__class__, "wait", away)
    answer = api.http.post("/v1/articles", json={"text": TEXT}, headers={"Prefer": "wait=5"})
    assert (answer.status_code, answer.headers.get("Preference-Applied")) == (202, None)
    read = api.http.get(answer.headers["Location"], headers={"Prefer": "wait=5"})
    assert (read.status_code, read.get_json()["status"]) == (200, "queued")


def test_an_article_that_a_failover_has_lost_is_not_called_accepted(
    api: ApiHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*_: Any) -> Any:
        raise ArticleUnknownError

    monkeypatch.setattr(api.store.articles.__class__, "record", lost)
    assert api.http.post("/v1/articles", json={"text": TEXT}).status_code == 503


def test_an_idempotent_answer_that_can_not_be_stored_is_given_all_the_same(
    api: ApiHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(api.store.idempotency.__class__, "store_response", away)
    answer = api.http.post("/v1/articles", json={"text": TEXT}, headers={"Idempotency-Key": "k2"})
    assert answer.status_code == 202


def test_a_nudge_that_fails_in_any_way_fails_no_request(
    api: ApiHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ValueError("Port could not be cast to integer value")

    monkeypatch.setattr(api.queue._app, "send_task", broken)
    monkeypatch.setattr(type(api.queue), "nudge", Queue.nudge)
    assert api.http.post("/v1/articles", json={"text": TEXT}).status_code == 202
