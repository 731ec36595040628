"""What is no part of the analysis comes back as it was sent."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.integration.conftest import ApiHarness

TEXT = "The council of Arlesund voted on Monday to rebuild the old harbour wall for 4 million euros."
METADATA = [
    {"id": 2**64}, {"id": 2**63}, {"id": -(2**70)}, {"ids": [10**30, 1]}, {"x": 1.0, "y": 1, "z": 1e-7},
    {"deep": {"deeper": {"a": None, "b": True}}}, {"é": "ü\u2028🚂"}, {"text": "12345678901234567890"},
    {"x": "y" * 16_000}, {},
]  # fmt: skip


@pytest.mark.parametrize("metadata", METADATA, ids=lambda value: json.dumps(value)[:24])
def test_metadata_comes_back_untouched(api: ApiHarness, metadata: dict[str, Any]) -> None:
    body = json.dumps({"text": TEXT, "metadata": metadata})
    sent = api.http.post("/v1/articles", data=body, content_type="application/json")
    assert sent.status_code == 202, sent.get_data(as_text=True)
    identifier = json.loads(sent.data)["id"]
    for answer in (sent.data, api.http.get(f"/v1/articles/{identifier}").data):
        back = json.loads(answer)["metadata"]
        assert json.dumps(back) == json.dumps(metadata)
    (item,) = json.loads(api.http.get("/v1/articles").data)["items"]
    assert item["metadata"] == metadata


def test_an_integer_of_too_many_digits_is_refused_by_name(api: ApiHarness) -> None:
    body = json.dumps({"text": TEXT, "metadata": {"n": "?"}}).replace('"?"', "9" * 5000)
    answer = api.http.post("/v1/articles", data=body, content_type="application/json")
    assert (answer.status_code, answer.get_json()["type"]) == (400, "/problems/malformed_json")


@pytest.mark.parametrize(
    ("sent", "back"),
    [
        ("2026-03-02t07:15:00z", "2026-03-02T07:15:00.000Z"),
        ("2026-03-02T07:15:00Z", "2026-03-02T07:15:00.000Z"),
        ("2026-03-02 07:15:00.25+01:00", "2026-03-02T06:15:00.250Z"),
        ("2026-03-02T07:15:00-0500", "2026-03-02T12:15:00.000Z"),
    ],
)
def test_a_time_by_rfc_3339_is_taken(api: ApiHarness, sent: str, back: str) -> None:
    answer = api.http.post("/v1/articles", json={"text": TEXT, "published_at": sent})
    assert answer.status_code == 202, answer.get_data(as_text=True)
    assert answer.get_json()["published_at"] == back


PAGE = (
    "<html lang='en'><head><title>Wall to be rebuilt | Courier</title>"
    "<meta property='og:site_name' content='Courier'><meta name='author' content='Ada Finch'>"
    "<meta property='article:published_time' content='2026-03-02T07:15:00Z'>"
    f"<link rel='canonical' href='https://courier.example/wall'></head><body><p>{TEXT}</p></body></html>"
)


def test_a_page_fills_what_was_left_out_and_says_so(api: ApiHarness) -> None:
    article = api.http.post("/v1/articles", json={"html": PAGE}).get_json()
    assert (article["title"], article["source"]) == ("Wall to be rebuilt", {"name": "Courier"})
    assert article["url"] == "https://courier.example/wall"
    assert article["page"] == {
        "title": "Wall to be rebuilt", "url": "https://courier.example/wall", "source": "Courier",
        "published_at": "2026-03-02T07:15:00.000Z", "language": "en", "author": "Ada Finch",
    }  # fmt: skip
    assert api.http.get(f"/v1/articles/{article['id']}").get_json()["page"] == article["page"]


def test_what_was_submitted_is_never_overridden_by_the_page(api: ApiHarness) -> None:
    given: dict[str, Any] = {
        "title": "Mine", "url": "https://a.example/1", "source": {"name": "Mine"},
        "published_at": "2026-03-01T00:00:00.000Z", "language": "en",
    }  # fmt: skip
    article = api.http.post("/v1/articles", json={"html": PAGE, **given}).get_json()
    assert {name: article[name] for name in ("title", "url", "source", "published_at")} == {
        name: value for name, value in given.items() if name != "language"
    }
    assert {name for name, value in article["page"].items() if value} == {"author"}


def test_a_text_has_no_page(api: ApiHarness) -> None:
    assert api.http.post("/v1/articles", json={"text": TEXT}).get_json()["page"] is None
