"""A client that strangers generate from the contract does the CMS desk's work."""

from __future__ import annotations

import importlib
import importlib.util
import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from dev.stack import ROOT, Stack

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("openapi_python_client") is None,
    reason="openapi-python-client is not installed (uv sync)",
)

PACKAGE = "nutgraf_generated_client"
TEXT = (
    "Dr. Ines Calloway, the mayor of Arlesund, said on Monday that the old harbour wall would be rebuilt. 🚢 "
    "The U.S. engineering firm Marlow & Pike will do the work for £4.2 million, the council said. "
    "Ms. Calloway told reporters: “We have waited long enough.” The wall has leaked since the storm of 2019, "
    "when 43 boats sank at their moorings. The opposition voted against the plan, which it called a gift to "
    "a firm that nobody had heard of. Work begins in May and is to take 18 months. Fishermen will be paid "
    "for the days on which they can't use the quay. A ferry to Kinlay leaves from the north pier until then. "
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package that openapi-python-client makes of the committed contract."""
    folder: Path = tmp_path_factory.mktemp("client")
    config = folder / "config.yaml"
    config.write_text("post_hooks: []\n")
    subprocess.run(
        [
            Path(sys.executable).parent / "openapi-python-client",
            *("generate", "--path", ROOT / "openapi.yaml", "--config", config),
            *("--output-path", folder / PACKAGE, "--meta", "none"),
        ],
        check=True,
        capture_output=True,
        env={**os.environ, "NO_COLOR": "1"},
    )
    sys.path.insert(0, str(folder))
    yield importlib.import_module(PACKAGE)
    sys.path.remove(str(folder))


@pytest.fixture
def desk(client: ModuleType, product: Stack) -> Iterator[Desk]:
    with client.AuthenticatedClient(base_url=product.url, token="not-asked-for", timeout=60) as connection:
        yield Desk(connection)


class Desk:
    """The calls of the journey, through the generated functions."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def call(self, operation: str, *arguments: Any, **named: Any) -> Any:
        module = importlib.import_module(f"{PACKAGE}.api.{operation}")
        return module.sync_detailed(*arguments, client=self._connection, **named)

    def submit(self, text: str, key: str, sentences: int = 3) -> Any:
        body = model("Submission").from_dict(
            {"text": text, "title": "Arlesund rebuilds its wall", "summary": {"sentence_count": sentences}}
        )
        return self.call("articles.submit_articles", body=body, prefer="wait=30", idempotency_key=key)


def model(name: str) -> Any:
    return getattr(importlib.import_module(f"{PACKAGE}.models"), name)


def test_three_verbatim_sentences_come_back_and_are_replayed(desk: Desk) -> None:
    key = uuid.uuid4().hex
    first = desk.submit(TEXT, key)
    assert first.status_code is HTTPStatus.OK
    sentences = first.parsed.analysis.summary.sentences
    assert len(sentences) == 3
    assert [TEXT[one.start : one.end] for one in sentences] == [one.text for one in sentences]
    again = desk.submit(TEXT, key)
    assert again.headers["Idempotent-Replayed"] == "true"
    assert again.content == first.content
    assert desk.submit(TEXT + "More.", key).status_code is HTTPStatus.UNPROCESSABLE_ENTITY


def test_the_same_text_is_answered_from_the_cache_and_not_sent_twice(desk: Desk) -> None:
    desk.submit(TEXT, uuid.uuid4().hex)
    cached = desk.submit(TEXT, uuid.uuid4().hex).parsed
    assert cached.analysis.cache.value == "hit"
    read = desk.call("articles.read_articles", cached.id)
    assert read.parsed.id == cached.id
    unchanged = desk.call("articles.read_articles", cached.id, if_none_match=read.headers["ETag"])
    assert unchanged.status_code is HTTPStatus.NOT_MODIFIED


def test_offsets_in_utf16_slice_as_javascript_does(desk: Desk) -> None:
    article = desk.submit(TEXT, uuid.uuid4().hex).parsed
    unit = model("ReadArticlesOffsetUnit").UTF16
    found = desk.call("articles.read_articles", article.id, offset_unit=unit).parsed
    text = desk.call("articles.text_articles", article.id).parsed.text.encode("utf-16-le")
    spans = [*found.analysis.summary.sentences, *found.analysis.figures]
    assert len(spans) > 3
    assert [text[2 * one.start : 2 * one.end].decode("utf-16-le") for one in spans] == [
        one.text for one in spans
    ]


def test_verify_names_the_sentence_that_was_changed(desk: Desk) -> None:
    article = desk.submit(TEXT, uuid.uuid4().hex).parsed
    sentences = [one.text for one in article.analysis.summary.sentences]
    whole = model("Verification")(text=TEXT, sentences=sentences)
    assert desk.call("verification.verify_verification", body=whole).parsed.verified is True
    changed = [sentences[0].replace("a", "o", 1), *sentences[1:]]
    spoilt = desk.call(
        "verification.verify_verification", body=model("Verification")(text=TEXT, sentences=changed)
    )
    assert spoilt.parsed.verified is False
    assert [one.verbatim for one in spoilt.parsed.sentences] == [False, True, True]


def test_refusals_are_typed(desk: Desk) -> None:
    short = desk.submit("Three short words", uuid.uuid4().hex)
    assert (short.status_code, short.parsed.type_) == (422, "/problems/too_short")
    unknown = desk.call("articles.read_articles", "art_01m7xwcjpmwer7g2ha83b5mhcd")
    assert (unknown.status_code, unknown.parsed.type_) == (404, "/problems/not_found")


def test_an_article_is_deleted_for_good(desk: Desk) -> None:
    article = desk.submit(TEXT, uuid.uuid4().hex).parsed
    assert desk.call("articles.cancel_articles", article.id).status_code is HTTPStatus.CONFLICT
    assert desk.call("articles.delete_articles", article.id).status_code is HTTPStatus.NO_CONTENT
    assert desk.call("articles.read_articles", article.id).status_code is HTTPStatus.GONE
