"""The product's one sentence, on the real models: articles in, proved analyses out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from dev.stack import ROOT, Stack
from nutgraf.cli.http_client import Client
from service.schemas.article import ArticleSchema

EXPECTED = json.loads((ROOT / "examples" / "expected.json").read_text())
STORY = [
    entry for entry in Client.examples(ROOT / "examples") if entry["language"] == "en" and "text" in entry
]


@pytest.fixture(scope="module")
def analysed(product: Stack) -> dict[str, dict[str, Any]]:
    """Every English example that is plain text, by its title."""
    client = Client(product.url)
    accepted = [client.submit(article) for article in STORY]
    finished = [client.finished(article["id"], 120) for article in accepted]
    return {article["title"]: article for article in finished}


@pytest.mark.parametrize("example", STORY, ids=lambda example: str(example["source"]["name"]))
def test_every_span_of_an_example_is_verbatim(
    product: Stack, analysed: dict[str, dict[str, Any]], example: dict[str, Any]
) -> None:
    article = analysed[example["title"]]
    assert ArticleSchema().validate(article) == {}
    analysis = article["analysis"]
    mentions = [mention for entity in analysis["entities"] for mention in entity["mentions"]]
    spans = [*analysis["summary"]["sentences"], *analysis["figures"], *analysis["quotes"], *mentions]
    assert len(analysis["summary"]["sentences"]) == 3
    assert len(spans) > 30
    handed_back = Client(product.url).call("GET", f"/v1/articles/{article['id']}/text")
    assert handed_back["text"] == example["text"]
    for span in spans:
        source = handed_back[span.get("field", "text")]
        assert source[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("example", STORY, ids=lambda example: str(example["source"]["name"]))
def test_no_summary_sentence_is_boilerplate_or_a_heading(
    analysed: dict[str, dict[str, Any]], example: dict[str, Any]
) -> None:
    sentences = [s["text"] for s in analysed[example["title"]]["analysis"]["summary"]["sentences"]]
    title = example["title"].casefold()
    for sentence in sentences:
        assert len(sentence.split()) > 5
        assert sentence.casefold() != title


def test_the_german_example_is_summarised_and_says_that_entities_are_left_out(product: Stack) -> None:
    client = Client(product.url)
    german = next(entry for entry in Client.examples(ROOT / "examples") if entry["language"] == "de")
    article = client.finished(client.submit(german)["id"], 60)
    analysis = article["analysis"]
    assert analysis["language"]["code"] == "de"
    assert analysis["language"]["supported"] is False
    assert analysis["entities"] == []
    assert [warning["code"] for warning in analysis["warnings"]] == ["language_not_supported"]
    assert len(analysis["summary"]["sentences"]) == 3


def test_the_page_example_is_read_as_its_article(product: Stack) -> None:
    client = Client(product.url)
    page = next(entry for entry in Client.examples(ROOT / "examples") if "html" in entry)
    article = client.finished(client.submit(page)["id"], 60)
    text = client.call("GET", f"/v1/articles/{article['id']}/text")["text"]
    assert "cookie" not in text.casefold()
    assert len(article["analysis"]["summary"]["sentences"]) == 3
