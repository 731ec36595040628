"""Bad input is refused by name, changes nothing, and is never a 5xx."""

from __future__ import annotations

import gzip
from typing import Any

import orjson
import pytest
import redis

from nutgraf.settings import Settings
from tests.conftest import TEXT
from tests.integration.conftest import ApiHarness

JSON = "application/json"
LONG = "word " * 40_001


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "malformed_json", 400),
        (b"", "malformed_json", 400),
        (b"[" * 100_000, "malformed_json", 400),
        (b'{"metadata":' + b'{"a":' * 100_000 + b"1" + b"}" * 100_000 + b"}", "malformed_json", 400),
        (b'{"text":NaN}', "malformed_json", 400),
        (b'{"text":Infinity}', "malformed_json", 400),
        (b'{"text":"\xff\xfe"}', "malformed_json", 400),
        (b'{"text":"\\ud800 and on"}', "malformed_json", 400),
        (b"null", "validation", 422),
        (b"[]", "validation", 422),
        (b'"text"', "validation", 422),
        (b"{}", "validation", 422),
    ],
)
def test_a_body_that_is_not_the_right_json_is_refused(
    api: ApiHarness, client: redis.Redis, body: bytes, kind: str, status: int
) -> None:
    before = client.dbsize()
    answer = api.http.post("/v1/articles", data=body, content_type=JSON)
    assert (answer.status_code, answer.get_json()["type"]) == (status, f"/problems/{kind}")
    assert answer.content_type == "application/problem+json"
    assert client.dbsize() == before


def test_a_number_of_200_000_digits_is_refused_without_a_fault(api: ApiHarness) -> None:
    body = b'{"text":"' + TEXT.encode() + b'","summary":{"sentence_count":' + b"9" * 200_000 + b"}}"
    answer = api.http.post("/v1/articles", data=body, content_type=JSON)
    assert answer.status_code in (400, 422)
    assert answer.get_json()["type"] in ("/problems/malformed_json", "/problems/validation")


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"text": 5}, "/text"),
        ({"text": None}, "/text"),
        ({"text": TEXT, "html": "<p>x</p>"}, "/text"),
        ({"colour": "red"}, "/colour"),
        ({"a/b~c": 1}, "/a~1b~0c"),
        ({"title": "x" * 1001}, "/title"),
        ({"url": "ftp://a.example/"}, "/url"),
        ({"url": "http://[broken"}, "/url"),
        ({"url": "courier.example/x"}, "/url"),
        ({"source": "Courier"}, "/source"),
        ({"source": {"name": ""}}, "/source/name"),
        ({"source": {"name": "C", "country": "x"}}, "/source/country"),
        ({"published_at": "yesterday"}, "/published_at"),
        ({"published_at": "2026-03-02T07:15:00"}, "/published_at"),
        ({"published_at": "0001-01-01T00:00:00+14:00"}, "/published_at"),
        ({"published_at": 5}, "/published_at"),
        ({"published_at": "2026-W10-3T07:15:00Z"}, "/published_at"),
        ({"published_at": "20260302T071500Z"}, "/published_at"),
        ({"published_at": "2026-061T07:15:00Z"}, "/published_at"),
        ({"language": "english"}, "/language"),
        ({"metadata": {"x": "y" * 16_384}}, "/metadata"),
        ({"metadata": [1]}, "/metadata"),
        ({"summary": {"sentence_count": 0}}, "/summary/sentence_count"),
        ({"summary": {"sentence_count": 21}}, "/summary/sentence_count"),
        ({"summary": {"sentence_count": "3"}}, "/summary/sentence_count"),
        ({"summary": {"sentence_count": True}}, "/summary/sentence_count"),
        ({"summary": {"sentence_count": 2.5}}, "/summary/sentence_count"),
        ({"summary": {"order": "best"}}, "/summary/order"),
        ({"entities": {"types": ["PLANET"]}}, "/entities/types/0"),
        ({"entities": {"min_score": 1.5}}, "/entities/min_score"),
        ({"entities": {"min_score": "0.5"}}, "/entities/min_score"),
    ],
)
def test_an_invalid_field_is_named_by_its_pointer(
    api: ApiHarness, client: redis.Redis, change: dict[str, Any], pointer: str
) -> None:
    before = client.dbsize()
    answer = api.http.post("/v1/articles", json={"text": TEXT, **change})
    problem = answer.get_json()
    assert (answer.status_code, problem["type"]) == (422, "/problems/validation")
    assert pointer in [error["pointer"] for error in problem["errors"]]
    assert client.dbsize() == before


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [("", "too_short", 422), ("Only three words", "too_short", 422), (LONG, "too_large", 413)],
)
def test_a_text_of_the_wrong_length_is_refused(api: ApiHarness, text: str, kind: str, status: int) -> None:
    answer = api.http.post("/v1/articles", json={"text": text})
    assert (answer.status_code, answer.get_json()["type"]) == (status, f"/problems/{kind}")


def test_a_page_without_text_is_too_short(api: ApiHarness) -> None:
    answer = api.http.post("/v1/articles", json={"html": "<html><body></body></html>"})
    assert (answer.status_code, answer.get_json()["type"]) == (422, "/problems/too_short")


def test_a_body_over_the_limit_is_refused(api: ApiHarness, settings: Settings) -> None:
    body = orjson.dumps({"text": "word " * (settings.max_body_bytes // 4)})
    answer = api.http.post("/v1/articles", data=body, content_type=JSON)
    assert (answer.status_code, answer.get_json()["type"]) == (413, "/problems/too_large")


@pytest.mark.parametrize(
    ("content_type", "encoding", "data"),
    [
        (JSON, "gzip", gzip.compress(b"{}")),
        (JSON, "br", b"x"),
        ("application/xml", None, b"<a/>"),
        ("", None, b"{}"),
        ("text/plain; charset=latin-1", None, TEXT.encode()),
    ],
)
def test_other_media_types_and_encodings_are_refused(
    api: ApiHarness, content_type: str, encoding: str | None, data: bytes
) -> None:
    headers = {"Content-Encoding": encoding} if encoding else {}
    answer = api.http.post("/v1/articles", data=data, content_type=content_type, headers=headers)
    assert (answer.status_code, answer.get_json()["type"]) == (415, "/problems/unsupported_media_type")


def test_text_that_is_not_utf8_is_refused(api: ApiHarness) -> None:
    answer = api.http.post("/v1/articles", data=b"caf\xe9 " * 20, content_type="text/plain")
    assert (answer.status_code, answer.get_json()["type"]) == (400, "/problems/malformed_request")


@pytest.mark.parametrize("query", ["offset_unit=bytes", "explain=maybe"])
def test_a_senseless_parameter_is_refused_before_anything_is_kept(
    api: ApiHarness, client: redis.Redis, query: str
) -> None:
    before = client.dbsize()
    answer = api.http.post(f"/v1/articles?{query}", json={"text": TEXT})
    assert (answer.status_code, answer.get_json()["type"]) == (422, "/problems/validation")
    assert client.dbsize() == before


@pytest.mark.parametrize(
    ("content_type", "body", "query", "pointers"),
    [
        ("text/plain", TEXT.encode(), "external_id=cms-1&title=Wall&bogus=1", ["external_id", "bogus"]),
        ("text/html", f"<p>{TEXT}</p>".encode(), "published_at=2026-03-02", ["published_at"]),
        (JSON, orjson.dumps({"text": TEXT}), "explain=true&bogus=1", ["bogus"]),
        (JSON, orjson.dumps({"text": TEXT}), "title=Wall", ["title"]),
    ],
)
def test_an_unknown_parameter_of_a_submission_is_named(
    api: ApiHarness, content_type: str, body: bytes, query: str, pointers: list[str]
) -> None:
    answer = api.http.post(f"/v1/articles?{query}", data=body, content_type=content_type)
    problem = answer.get_json()
    assert (answer.status_code, problem["type"]) == (422, "/problems/validation")
    assert [error["pointer"] for error in problem["errors"]] == pointers
    assert api.http.get("/v1/articles").get_json()["items"] == []


@pytest.mark.parametrize(
    ("method", "path", "kind", "status"),
    [
        ("GET", "/nowhere", "not_found", 404),
        ("PUT", "/v1/articles", "method_not_allowed", 405),
        ("DELETE", "/livez", "method_not_allowed", 405),
    ],
)
def test_unknown_places_and_methods_are_problems_too(
    api: ApiHarness, method: str, path: str, kind: str, status: int
) -> None:
    answer = api.http.open(path, method=method)
    assert (answer.status_code, answer.get_json()["type"]) == (status, f"/problems/{kind}")
    assert answer.content_type == "application/problem+json"
    assert answer.headers["X-Request-Id"]


def test_the_type_of_a_problem_leads_to_its_description(api: ApiHarness) -> None:
    problem = api.http.post("/v1/articles", json={}).get_json()
    described = api.http.get(problem["type"]).get_json()
    assert described == {name: problem[name] for name in ("type", "title", "status")}


def test_a_fault_of_ours_tells_strangers_nothing(api: ApiHarness, monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(*_: object) -> None:
        raise RuntimeError(TEXT)

    monkeypatch.setattr(api.store.workers, "capabilities", explode)
    answer = api.http.get("/v1/info")
    assert (answer.status_code, answer.get_json()["type"]) == (500, "/problems/internal")
    assert TEXT.encode() not in answer.data
    assert b"RuntimeError" not in answer.data
