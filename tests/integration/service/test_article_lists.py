"""Batches, lists, cancelling and deleting over HTTP."""

from __future__ import annotations

import time
from typing import Any

import pytest

from nutgraf.codec import encode
from nutgraf.model import Alias, Entity, EntityType, Mention
from nutgraf.store import Claim
from tests.conftest import TEXT
from tests.integration.conftest import ApiHarness
from tests.support.stub_analyser import StubAnalyser


def submit(api: ApiHarness, number: int, **fields: Any) -> str:
    body = {"text": f"{TEXT} This is number {number}.", **fields}
    return str(api.http.post("/v1/articles", json=body).get_json()["id"])


def listed(api: ApiHarness, query: str = "") -> list[str]:
    return [item["id"] for item in api.http.get(f"/v1/articles{query}").get_json()["items"]]


def test_a_batch_judges_every_item_on_its_own(api: ApiHarness) -> None:
    good = {"text": TEXT}
    items = [
        good,
        {"text": "short"},
        {"text": TEXT, "colour": 1},
        "not an object",
        {**good, "title": "Other"},
    ]
    answer = api.http.post("/v1/articles/batch", json={"articles": items})
    body = answer.get_json()["items"]
    assert answer.status_code == 207
    assert [item["index"] for item in body] == [0, 1, 2, 3, 4]
    assert [item["status"] for item in body] == [202, 422, 422, 422, 202]
    kinds = [item["problem"]["type"] for item in body if item["problem"]]
    assert kinds == ["/problems/too_short", "/problems/validation", "/problems/validation"]
    assert len(api.queue.nudged) == 2


@pytest.mark.parametrize("articles", [[], [{}] * 101, None, "x"])
def test_a_batch_of_the_wrong_size_is_refused_whole(api: ApiHarness, articles: object) -> None:
    answer = api.http.post("/v1/articles/batch", json={"articles": articles})
    assert (answer.status_code, answer.get_json()["type"]) == (422, "/problems/validation")


def test_pages_neither_repeat_nor_skip_while_articles_arrive(api: ApiHarness) -> None:
    first = [submit(api, number) for number in range(7)]
    seen: list[str] = []
    cursor = ""
    while True:
        page = api.http.get(f"/v1/articles?limit=2{cursor}").get_json()
        seen += [item["id"] for item in page["items"]]
        submit(api, 100 + len(seen))
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == sorted(first, reverse=True)


def test_lists_are_filtered_by_every_parameter(api: ApiHarness) -> None:
    one = submit(api, 1, source={"name": "Courier"}, external_id="a")
    two = submit(api, 2, source={"name": "Herald"}, external_id="b")
    api.work()
    three = submit(api, 3, source={"name": "Courier"})
    assert listed(api, "?source=Courier") == [three, one]
    assert listed(api, "?external_id=b") == [two]
    assert listed(api, "?status=queued") == [three]
    assert listed(api, "?status=completed&source=Courier") == [one]
    assert listed(api, "?source=Nobody") == []
    time.sleep(0.01)
    assert listed(api, "?since=2999-01-01T00:00:00Z") == []
    assert listed(api, "?since=2020-01-01T00:00:00Z") == [three, two, one]


def test_articles_are_found_by_an_entity_or_its_alias(api: ApiHarness) -> None:
    identifier = submit(api, 1)
    submit(api, 2)
    claim = api.store.articles.claim("other pipeline")
    assert isinstance(claim, Claim)
    mention = Mention("text", "Mayor Ines Calloway", 0, 19, 0.9)
    entity = Entity(
        "ent_1", "Ines Calloway", EntityType.PERSON, 0.5, (mention,), (Alias("Calloway", "surname"),)
    )
    analysis = StubAnalyser().analyse(claim.document)
    raw = encode(analysis).replace(b'"entities":[]', b'"entities":[' + encode(entity) + b"]")
    api.store.articles.commit(claim, raw)
    assert listed(api, "?entity=ines%20calloway") == [identifier]
    assert listed(api, "?entity=CALLOWAY") == [identifier]
    assert listed(api, "?entity=Callow") == []


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=101", "limit=x", "cursor=nonsense", "status=lost", "since=monday", "colour=red"],
)
def test_senseless_list_parameters_are_refused(api: ApiHarness, query: str) -> None:
    answer = api.http.get(f"/v1/articles?{query}")
    assert (answer.status_code, answer.get_json()["type"]) == (422, "/problems/validation")


def test_a_waiting_article_is_canceled_and_a_finished_one_is_not(api: ApiHarness) -> None:
    waiting = submit(api, 1)
    for _ in range(2):
        answer = api.http.post(f"/v1/articles/{waiting}/cancel")
        assert (answer.status_code, answer.get_json()["status"]) == (202, "canceled")
    api.work()
    finished = submit(api, 2)
    api.work()
    answer = api.http.post(f"/v1/articles/{finished}/cancel")
    assert (answer.status_code, answer.get_json()["type"]) == (409, "/problems/conflict")


def test_a_deleted_article_leaves_every_list(api: ApiHarness) -> None:
    identifier = submit(api, 1, source={"name": "Courier"}, external_id="a")
    assert api.http.delete(f"/v1/articles/{identifier}").status_code == 204
    assert api.http.delete(f"/v1/articles/{identifier}").status_code == 410
    assert listed(api) == listed(api, "?source=Courier") == listed(api, "?external_id=a") == []
