"""Submitting and reading articles over HTTP."""

from __future__ import annotations

import hashlib
import threading

import orjson
import pytest

from nutgraf import identifiers
from service.schemas.article import ArticleSchema
from tests.conftest import TEXT
from tests.integration.conftest import House

ARTICLE = {
    "text": TEXT,
    "title": "Harbour wall",
    "url": "https://courier.example/wall",
    "source": {"name": "Courier"},
    "published_at": "2026-03-02T07:15:00+01:00",
    "external_id": "cms-1",
    "metadata": {"desk": "local"},
}


def test_a_submission_is_accepted_with_its_place_and_its_facts(deps: House) -> None:
    answer = deps.http.post("/v1/articles", json=ARTICLE)
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
    assert len(deps.queue.nudged) == 1


def test_a_finished_article_has_a_valid_analysis_whose_spans_slice(deps: House) -> None:
    identifier = deps.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    deps.work()
    body = deps.http.get(f"/v1/articles/{identifier}").get_json()
    assert ArticleSchema().validate(body) == {}
    assert (body["status"], body["analysis"]["cache"], body["attempts"]) == ("completed", "miss", 1)
    (sentence,) = body["analysis"]["summary"]["sentences"]
    assert TEXT[sentence["start"] : sentence["end"]] == sentence["text"]
    assert "reasons" not in sentence


def test_reasons_are_given_when_asked_for(deps: House) -> None:
    identifier = deps.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    deps.work()
    body = deps.http.get(f"/v1/articles/{identifier}?explain=true").get_json()
    assert body["analysis"]["summary"]["sentences"][0]["reasons"] == {"position": 1.0}


def test_a_known_document_is_answered_at_once_from_the_cache(deps: House) -> None:
    first = deps.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    deps.work()
    answer = deps.http.post("/v1/articles", json={**ARTICLE, "external_id": "cms-2"})
    assert answer.status_code == 200
    assert answer.get_json()["analysis"]["cache"] == "hit"
    assert answer.get_json()["id"] != first
    assert answer.headers["Location"] == f"/v1/articles/{answer.get_json()['id']}"
    assert deps.queue.nudged == []


def test_the_etag_of_a_finished_article_spares_reading_it_again(deps: House) -> None:
    identifier = deps.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    assert "ETag" not in deps.http.get(f"/v1/articles/{identifier}").headers
    deps.work()
    first = deps.http.get(f"/v1/articles/{identifier}")
    again = deps.http.get(f"/v1/articles/{identifier}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = deps.http.get(
        f"/v1/articles/{identifier}?offset_unit=utf8", headers={"If-None-Match": '"another"'}
    )
    assert other.status_code == 200


def test_the_text_is_handed_back_with_its_hash(deps: House) -> None:
    identifier = deps.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    body = deps.http.get(f"/v1/articles/{identifier}/text").get_json()
    assert (body["title"], body["text"]) == ("Harbour wall", TEXT)
    assert body["sha256"] == hashlib.sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize(("unit", "width"), [("utf16", 2), ("utf8", 1), ("codepoint", 4)])
def test_offsets_come_in_the_unit_asked_for(deps: House, unit: str, width: int) -> None:
    text = "🚢 " + TEXT
    identifier = deps.http.post("/v1/articles", json={"text": text}).get_json()["id"]
    deps.work()
    body = deps.http.get(f"/v1/articles/{identifier}?offset_unit={unit}").get_json()
    (sentence,) = body["analysis"]["summary"]["sentences"]
    encoding = {"utf16": "utf-16-le", "utf8": "utf-8", "codepoint": "utf-32-le"}[unit]
    raw = text.encode(encoding)[sentence["start"] * width : sentence["end"] * width]
    assert raw.decode(encoding) == sentence["text"]


def test_a_bare_text_is_taken_with_its_facts_in_the_query(deps: House) -> None:
    answer = deps.http.post(
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
def test_a_page_is_reduced_to_its_text(deps: House, bare: bool) -> None:  # noqa: FBT001
    page = f"""<html><head><title>Harbour wall</title></head><body><nav><a href="/">Home</a></nav>
    <article><h1>Harbour wall</h1><p>{TEXT}</p><p>{TEXT} Work begins in May.</p></article>
    <footer>Imprint</footer></body></html>"""
    if bare:
        answer = deps.http.post("/v1/articles", data=page, content_type="text/html")
    else:
        answer = deps.http.post("/v1/articles", json={"html": page})
    assert answer.status_code == 202
    text = deps.http.get(f"{answer.headers['Location']}/text").get_json()
    assert "Work begins in May." in text["text"]
    assert "<p>" not in text["text"]
    assert text["title"] == "Harbour wall"


def test_waiting_answers_as_soon_as_the_article_is_finished(deps: House) -> None:
    def work_once_nudged() -> None:
        while not deps.queue.nudged:
            threading.Event().wait(0.01)
        deps.work()

    worker = threading.Thread(target=work_once_nudged)
    worker.start()
    answer = deps.http.post("/v1/articles", json=ARTICLE, headers={"Prefer": "respond-async, wait=20"})
    worker.join()
    assert answer.status_code == 200
    assert answer.headers["Preference-Applied"] == "wait=20"
    assert answer.get_json()["status"] == "completed"


def test_running_out_of_time_while_waiting_is_an_ordinary_202(deps: House) -> None:
    answer = deps.http.post("/v1/articles", json=ARTICLE, headers={"Prefer": "wait=1"})
    assert (answer.status_code, answer.get_json()["status"]) == (202, "queued")
    read = deps.http.get(answer.headers["Location"], headers={"Prefer": "wait=1"})
    assert (read.status_code, read.get_json()["status"]) == (200, "queued")


def test_a_broker_that_is_away_does_not_refuse_the_article(deps: House) -> None:
    deps.queue.broken = True
    answer = deps.http.post("/v1/articles", json=ARTICLE)
    assert answer.status_code == 202
    assert deps.http.get(answer.headers["Location"]).get_json()["status"] == "queued"


def test_an_unknown_article_is_404_and_a_deleted_one_410(deps: House) -> None:
    for path in (f"/v1/articles/{identifiers.new('art')}", "/v1/articles/nonsense", "/v1/articles/%00"):
        answer = deps.http.get(path)
        assert (answer.status_code, answer.get_json()["type"]) == (404, "/problems/not_found")
    identifier = deps.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    deps.store.articles.delete(identifier, "default")
    for path in (f"/v1/articles/{identifier}", f"/v1/articles/{identifier}/text"):
        answer = deps.http.get(path)
        assert (answer.status_code, answer.get_json()["type"]) == (410, "/problems/gone")


def test_the_callers_request_id_is_echoed_and_a_strange_one_replaced(deps: House) -> None:
    assert deps.http.get("/livez", headers={"X-Request-Id": "abc-1"}).headers["X-Request-Id"] == "abc-1"
    replaced = deps.http.get("/livez", headers={"X-Request-Id": "a b" + "c" * 300}).headers["X-Request-Id"]
    assert replaced.startswith("req_")


def test_info_tells_what_the_workers_announced(deps: House) -> None:
    body = deps.http.get("/v1/info").get_json()
    assert body["pipeline"]["fingerprint"] == "sha256:standin"
    assert body["entity_types"] == ["PERSON"]
    assert body["limits"]["max_text_characters"] == 200_000


def test_readiness_needs_a_live_worker_and_liveness_does_not(deps: House) -> None:
    assert deps.http.get("/readyz").status_code == 200
    deps.store.workers.remove("test:1")
    answer = deps.http.get("/readyz")
    assert (answer.status_code, answer.get_json()["type"]) == (503, "/problems/no_worker")
    assert answer.headers["Retry-After"] == "5"
    assert deps.http.get("/livez").status_code == 200


def test_the_body_read_twice_is_the_same_bytes(deps: House) -> None:
    identifier = deps.http.post("/v1/articles", json=ARTICLE).get_json()["id"]
    deps.work()
    first, second = (deps.http.get(f"/v1/articles/{identifier}").data for _ in range(2))
    assert first == second
    assert orjson.loads(first)["id"] == identifier
