"""Submitting and reading articles over HTTP."""

from __future__ import annotations

import hashlib
import threading

import orjson
import pytest

from nutgraf import identifiers
from service.schemas.article import ArticleSchema
from tests.conftest import TEXT
from tests.integration.conftest import ApiHarness

ARTICLE = {
    "text": TEXT,
    "title": "Harbour wall",
    "url": "https://courier.example/wall",
    "source": {"name": "Courier"},
    "published_at": "2026-03-02T07:15:00+01:00",
    "external_id": "cms-1",
    "metadata": {"desk": "local"},
}


def test_a_submission_is_accepted_with_its_place_and_its_facts(api: ApiHarness) -> None:
    answer = api.http.post("/v1/articles", json=ARTICLE)
    assert answer.status_code == 202
    body = answer.get_json()
    assert answer.headers["Location"] == f"/v1/articles/{body['id']}"
    assert answer.headers["Retry-After"] == "1"
    assert body["status"] == "queued"
    assert body["queue_position"] == 1
    assert body["published_at"] == "2026-03-02T06:15:00.000Z"
    assert {name: body[name] for name in ("title", "url", "source", "external_id", "metadata")} == {
        name: ARTICLE[name] for name in ("title", "url", "source", "external_id", "metadata")
    }
    assert len(api.queue.nudged) == 1


def test_a_finished_article_has_a_valid_analysis_whose_spans_slice(api: ApiHarness) -> None:
    identifier = api.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    api.work()
    body = api.http.get(f"/v1/articles/{identifier}").get_json()
    assert ArticleSchema().validate(body) == {}
    assert (body["status"], body["analysis"]["cache"], body["attempts"]) == ("completed", "miss", 1)
    (sentence,) = body["analysis"]["summary"]["sentences"]
    assert TEXT[sentence["start"] : sentence["end"]] == sentence["text"]
    assert "reasons" not in sentence


def test_reasons_are_given_when_asked_for(api: ApiHarness) -> None:
    identifier = api.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    api.work()
    body = api.http.get(f"/v1/articles/{identifier}?explain=true").get_json()
    assert body["analysis"]["summary"]["sentences"][0]["reasons"] == {"position": 1.0}


def test_a_known_document_is_answered_at_once_from_the_cache(api: ApiHarness) -> None:
    first = api.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    api.work()
    answer = api.http.post("/v1/articles", json={**ARTICLE, "external_id": "cms-2"})
    assert answer.status_code == 200
    assert answer.get_json()["analysis"]["cache"] == "hit"
    assert answer.get_json()["id"] != first
    assert answer.headers["Location"] == f"/v1/articles/{answer.get_json()['id']}"
    assert api.queue.nudged == []


def test_the_etag_of_a_finished_article_spares_reading_it_again(api: ApiHarness) -> None:
    identifier = api.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    assert "ETag" not in api.http.get(f"/v1/articles/{identifier}").headers
    api.work()
    first = api.http.get(f"/v1/articles/{identifier}")
    again = api.http.get(f"/v1/articles/{identifier}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = api.http.get(
        f"/v1/articles/{identifier}?offset_unit=utf8", headers={"If-None-Match": '"another"'}
    )
    assert other.status_code == 200


def test_the_text_is_handed_back_with_its_hash(api: ApiHarness) -> None:
    identifier = api.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    body = api.http.get(f"/v1/articles/{identifier}/text").get_json()
    assert (body["title"], body["text"]) == ("Harbour wall", TEXT)
    assert body["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize(("unit", "width"), [("utf16", 2), ("utf8", 1), ("codepoint", 4)])
def test_offsets_come_in_the_unit_asked_for(api: ApiHarness, unit: str, width: int) -> None:
    text = "🚢 " + TEXT
    identifier = api.http.post("/v1/articles", json={"text": text}).get_json()["id"]
    api.work()
    body = api.http.get(f"/v1/articles/{identifier}?offset_unit={unit}").get_json()
    (sentence,) = body["analysis"]["summary"]["sentences"]
    encoding = {"utf16": "utf-16-le", "utf8": "utf-8", "codepoint": "utf-32-le"}[unit]
    raw = text.encode(encoding)[sentence["start"] * width : sentence["end"] * width]
    assert raw.decode(encoding) == sentence["text"]


def test_a_bare_text_is_taken_with_its_facts_in_the_query(api: ApiHarness) -> None:
    answer = api.http.post(
        "/v1/articles?title=Wall&source=Courier&url=https://c.example/1",
        data=TEXT.encode(),
        content_type="text/plain; charset=utf-8",
    )
    body = answer.get_json()
    assert answer.status_code == 202
    assert (body["title"], body["source"], body["url"]) == (
        "Wall",
        {"name": "Courier"},
        "https://c.example/1",
    )


@pytest.mark.parametrize("bare", [True, False])
def test_a_page_is_reduced_to_its_text(api: ApiHarness, bare: bool) -> None:  # noqa: FBT001
    page = f"""<html><head><title>Harbour wall</title></head><body><nav><a href="/">Home</a></nav>
    <article><h1>Harbour wall</h1><p>{TEXT}</p><p>{TEXT} Work begins in May.</p></article>
    <footer>Imprint</footer></body></html>"""
    if bare:
        answer = api.http.post("/v1/articles", data=page, content_type="text/html")
    else:
        answer = api.http.post("/v1/articles", json={"html": page})
    assert answer.status_code == 202
    text = api.http.get(f"{answer.headers['Location']}/text").get_json()
    assert "Work begins in May." in text["text"]
    assert "<p>" not in text["text"]
    assert text["title"] == "Harbour wall"


def test_waiting_answers_as_soon_as_the_article_is_finished(api: ApiHarness) -> None:
    def work_once_nudged() -> None:
        while not api.queue.nudged:
            threading.Event().wait(0.01)
        api.work()

    worker = threading.Thread(target=work_once_nudged)
    worker.start()
    answer = api.http.post("/v1/articles", json=ARTICLE, headers={"Prefer": "respond-async, wait=20"})
    worker.join()
    assert answer.status_code == 200
    assert answer.headers["Preference-Applied"] == "wait=20"
    assert answer.get_json()["status"] == "completed"


def test_running_out_of_time_while_waiting_is_an_ordinary_202(api: ApiHarness) -> None:
    answer = api.http.post("/v1/articles", json=ARTICLE, headers={"Prefer": "wait=1"})
    assert (answer.status_code, answer.get_json()["status"]) == (202, "queued")
    read = api.http.get(answer.headers["Location"], headers={"Prefer": "wait=1"})
    assert (read.status_code, read.get_json()["status"]) == (200, "queued")


def test_a_broker_that_is_away_does_not_refuse_the_article(api: ApiHarness) -> None:
    api.queue.broken = True
    answer = api.http.post("/v1/articles", json=ARTICLE)
    assert answer.status_code == 202
    assert api.http.get(answer.headers["Location"]).get_json()["status"] == "queued"


def test_an_unknown_article_is_404_and_a_deleted_one_410(api: ApiHarness) -> None:
    for path in (f"/v1/articles/{identifiers.new('art')}", "/v1/articles/nonsense", "/v1/articles/%00"):
        answer = api.http.get(path)
        assert (answer.status_code, answer.get_json()["type"]) == (404, "/problems/not_found")
    identifier = api.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    api.store.articles.delete(identifier, "default")
    for path in (f"/v1/articles/{identifier}", f"/v1/articles/{identifier}/text"):
        answer = api.http.get(path)
        assert (answer.status_code, answer.get_json()["type"]) == (410, "/problems/gone")


def test_the_callers_request_id_is_echoed_and_a_strange_one_replaced(api: ApiHarness) -> None:
    assert api.http.get("/livez", headers={"X-Request-Id": "abc-1"}).headers["X-Request-Id"] == "abc-1"
    replaced = api.http.get("/livez", headers={"X-Request-Id": "a b" + "c" * 300}).headers["X-Request-Id"]
    assert replaced.startswith("req_")


def test_info_tells_what_the_workers_announced(api: ApiHarness) -> None:
    body = api.http.get("/v1/info").get_json()
    assert body["pipeline"]["fingerprint"] == "sha256:standin"
    assert body["entity_types"] == ["PERSON"]
    assert body["limits"]["max_text_characters"] == 200_000


def test_readiness_needs_a_live_worker_and_liveness_does_not(api: ApiHarness) -> None:
    assert api.http.get("/readyz").status_code == 200
    api.store.workers.remove("test:1")
    answer = api.http.get("/readyz")
    assert (answer.status_code, answer.get_json()["type"]) == (503, "/problems/no_worker")
    assert answer.headers["Retry-After"] == "5"
    assert api.http.get("/livez").status_code == 200


def test_the_body_read_twice_is_the_same_bytes(api: ApiHarness) -> None:
    identifier = api.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    api.work()
    first, second = (api.http.get(f"/v1/articles/{identifier}").data for _ in range(2))
    assert first == second
    assert orjson.loads(first)["id"] == identifier
