"""Sending the same request again does nothing twice."""

from __future__ import annotations

from typing import Any

import pytest
import redis

from nutgraf.store import StoreUnavailableError
from nutgraf.store.access.idempotency import IdempotencyReservation
from service.dependencies import EXTENSION
from tests.conftest import TEXT
from tests.integration.conftest import ApiHarness

KEY = {"Idempotency-Key": "cms-4711"}
ARTICLE = {"text": TEXT, "title": "Harbour wall"}


def test_the_same_key_and_body_replay_the_first_answer_byte_for_byte(api: ApiHarness) -> None:
    first = api.http.post("/v1/articles", json=ARTICLE, headers=KEY)
    api.work()
    again = api.http.post("/v1/articles", json=ARTICLE, headers=KEY)
    assert (again.status_code, again.data) == (first.status_code, first.data)
    assert again.headers["Location"] == first.headers["Location"]
    assert again.headers["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first.headers
    assert len(api.http.get("/v1/articles").get_json()["items"]) == 1


def test_the_same_key_with_another_request_is_refused(api: ApiHarness) -> None:
    api.http.post("/v1/articles", json=ARTICLE, headers=KEY)
    for answer in (
        api.http.post("/v1/articles", json={**ARTICLE, "title": "Other"}, headers=KEY),
        api.http.post("/v1/articles?offset_unit=utf8", json=ARTICLE, headers=KEY),
        api.http.post("/v1/articles/batch", json={"articles": [ARTICLE]}, headers=KEY),
    ):
        assert (answer.status_code, answer.get_json()["type"]) == (422, "/problems/idempotency_mismatch")


@pytest.mark.parametrize(
    ("path", "body"),
    [("/v1/articles", ARTICLE), ("/v1/articles/batch", {"articles": [{"text": "no"}, ARTICLE]})],
)
def test_deleting_an_article_deletes_the_stored_response_that_contains_it(
    api: ApiHarness, client: redis.Redis, path: str, body: dict[str, Any]
) -> None:
    api.http.post("/v1/articles", json=ARTICLE)
    api.work()
    first = api.http.post(path, json=body, headers=KEY)
    assert b"sentences" in first.data
    identifier = (first.get_json().get("items") or [{}, {"article": first.get_json()}])[1]["article"]["id"]
    assert api.http.post(path, json=body, headers=KEY).data == first.data
    assert api.http.delete(f"/v1/articles/{identifier}").status_code == 204
    again = api.http.post(path, json=body, headers=KEY)
    assert (again.status_code, again.get_json()["type"]) == (410, "/problems/gone")
    (name,) = client.keys("ng:idempotency:*")
    assert client.hget(name, "answer") == b""
    assert 0 < client.ttl(name) <= api.app.extensions[EXTENSION].settings.idempotency_ttl_seconds


def test_an_answer_to_what_was_deleted_meanwhile_is_not_kept(api: ApiHarness) -> None:
    begun = api.store.idempotency.reserve("default", "cms-4711", _request(api))
    assert isinstance(begun, IdempotencyReservation)
    api.store.idempotency.store_response(begun, b"{}\n{}", [begun.seed])
    answer = api.http.post("/v1/articles", json=ARTICLE, headers=KEY)
    assert answer.status_code == 410


def test_a_request_still_being_taken_in_is_a_conflict(api: ApiHarness) -> None:
    begun = api.store.idempotency.reserve("default", "cms-4711", _request(api))
    assert isinstance(begun, IdempotencyReservation)
    answer = api.http.post("/v1/articles", json=ARTICLE, headers=KEY)
    assert (answer.status_code, answer.get_json()["type"]) == (409, "/problems/idempotency_in_flight")


def test_who_takes_over_after_a_crash_gets_the_same_article(api: ApiHarness) -> None:
    crashed = api.store.idempotency.reserve("default", "cms-4711", _request(api), seconds=0)
    assert isinstance(crashed, IdempotencyReservation)
    answer = api.http.post("/v1/articles", json=ARTICLE, headers=KEY)
    assert answer.get_json()["id"] == crashed.seed


def test_a_request_that_the_store_interrupted_can_be_sent_again_at_once(
    api: ApiHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept, accepted = api.store.articles.accept, list[str]()

    def accept_and_break(*arguments: Any, **options: Any) -> Any:
        accepted.append(accept(*arguments, **options).id)
        raise StoreUnavailableError("the answer got lost")

    monkeypatch.setattr(api.store.articles, "accept", accept_and_break)
    assert api.http.post("/v1/articles", json=ARTICLE, headers=KEY).status_code == 503
    monkeypatch.undo()
    answer = api.http.post("/v1/articles", json=ARTICLE, headers=KEY)
    assert (answer.status_code, answer.get_json()["id"]) == (202, accepted[0])
    assert len(api.http.get("/v1/articles").get_json()["items"]) == 1


def test_a_refused_request_frees_its_key(api: ApiHarness) -> None:
    refused = api.http.post("/v1/articles", json={"text": "too short"}, headers=KEY)
    assert refused.status_code == 422
    assert api.http.post("/v1/articles", json=ARTICLE, headers=KEY).status_code == 202


def test_a_key_that_can_not_be_used_is_refused_by_name(api: ApiHarness) -> None:
    for key in ("", "x" * 256):
        answer = api.http.post("/v1/articles", json=ARTICLE, headers={"Idempotency-Key": key})
        assert answer.get_json()["errors"][0]["pointer"] == "Idempotency-Key"


def test_a_repeated_batch_accepts_nothing_twice(api: ApiHarness) -> None:
    body = {"articles": [ARTICLE, {"text": TEXT + " More."}]}
    first = api.http.post("/v1/articles/batch", json=body, headers=KEY)
    again = api.http.post("/v1/articles/batch", json=body, headers=KEY)
    assert (again.status_code, again.data) == (207, first.data)
    assert len(api.http.get("/v1/articles").get_json()["items"]) == 2


def _request(api: ApiHarness) -> bytes:
    """What ``service.http.idempotency`` hashes for ARTICLE, taken from the app's own client."""
    with api.app.test_request_context("/v1/articles", json=ARTICLE, method="POST") as context:
        request = context.request
        return b'["/v1/articles?","application/json"]' + request.get_data()
