"""Whatever strangers send: an answer with a name, in bounded time, and never a fault of ours.

Each test tries the same values every time, and new ones after them with NUTGRAF_FUZZ_SECONDS (``make fuzz``).
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from nutgraf.model import Document
from nutgraf.nlp.pipeline import Pipeline
from nutgraf.nlp.span_validation import validate_spans
from service.http.problems import MEDIA_TYPE
from service.submission.html_extraction import NoTextError, extract_article
from tests.integration.conftest import ApiHarness, api

__all__ = ["api"]
SECONDS = float(os.environ.get("NUTGRAF_FUZZ_SECONDS", "0"))
SLOWEST_SECONDS = 10.0
Value = TypeVar("Value")

FRAGMENTS = (
    "Mayor Ines Calloway said on Monday", "the harbour wall of Arlesund", "“It will stand,”", "£4.5 million",
    "U.S.", "1,234,567", "50% of", "\n\n", "\r\n", "\t", "Advertisement", "By Torben Hale", "READ MORE:", "…",
    "\u2028", "\u200b", "\u202e", "\ufeff", "\U0001f600", "e\u0301", "İ", "ß", "ﬁ", "١٢٣", "½", "\x00",
    "''''", '"""', "(((", "—" * 40, "a" * 300,
)  # fmt: skip
TAGS = [
    "p",
    "div",
    "table",
    "article",
    "script",
    "style",
    "svg",
    "template",
    "h1",
    "a",
    "br",
    "title",
    "noscript",
    "b",
]
TEXT = st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=30), max_size=60).map(" ".join)
HTML = st.recursive(
    TEXT,
    lambda inner: st.tuples(
        st.sampled_from(TAGS), st.lists(inner, max_size=4), st.booleans(), st.text(max_size=8)
    ).map(lambda made: f"<{made[0]} class={made[3]!r}>{''.join(made[1])}" + f"</{made[0]}>" * made[2]),
    max_leaves=40,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)
FIELDS = st.sampled_from(
    (
        "text",
        "html",
        "title",
        "url",
        "source",
        "published_at",
        "language",
        "external_id",
        "metadata",
        "summary",
        "entities",
        "callback",
    )
)
SUBMISSIONS = st.dictionaries(FIELDS, JSON | TEXT, max_size=5)
BODIES = (
    SUBMISSIONS.map(lambda value: json.dumps(value).encode())
    | JSON.map(lambda value: json.dumps(value).encode())
    | st.integers(1, 20_000).map(lambda depth: b"[" * depth)
    | st.integers(1, 20_000).map(lambda digits: b'{"text": ' + b"9" * digits + b"}")
    | st.binary(max_size=200)
)


def throw(values: st.SearchStrategy[Value], check: Callable[[Value], None]) -> None:
    """Check values once, and different ones until the time is over."""

    @settings(
        max_examples=50, derandomize=not SECONDS, database=None, phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(values)
    def one(value: Value) -> None:
        began = time.monotonic()
        check(value)
        assert time.monotonic() - began < SLOWEST_SECONDS

    until = time.monotonic() + SECONDS
    one()
    while time.monotonic() < until:
        one()


@cache
def pipeline() -> Pipeline:
    return Pipeline.load()


def answered(response: Any) -> None:
    """An answer of ours: no 500, and what is wrong has a name."""
    assert response.status_code < 500, response.text
    if response.status_code >= 400:
        assert response.content_type == MEDIA_TYPE
        assert response.get_json()["type"].startswith("/problems/")


def test_any_body_is_answered_by_name(api: ApiHarness) -> None:
    kinds = st.sampled_from(
        ("application/json", "text/plain", "text/html", "text/plain; charset=utf-16", "", "x")
    )

    def submit(sent: tuple[bytes, str, str]) -> None:
        body, kind, path = sent
        answered(api.http.post(path, data=body, content_type=kind))

    throw(
        st.tuples(BODIES, kinds, st.sampled_from(("/v1/articles", "/v1/articles/batch", "/v1/webhooks"))),
        submit,
    )


def test_any_query_and_header_is_answered_by_name(api: ApiHarness) -> None:
    names = st.sampled_from(
        (
            "status",
            "source",
            "external_id",
            "entity",
            "story_id",
            "since",
            "cursor",
            "limit",
            "offset_unit",
            "x",
        )
    )
    # A server hands on no control characters; Latin-1 is all that HTTP's headers can hold.
    header = st.text(st.characters(codec="latin-1", categories=("L", "N", "P", "S", "Zs")), max_size=40)
    headers = st.dictionaries(
        st.sampled_from(("Prefer", "X-Request-Id", "Idempotency-Key", "traceparent")), header
    )

    def ask(sent: tuple[dict[str, str], dict[str, str]]) -> None:
        query, given_headers = sent
        answered(api.http.get("/v1/articles", query_string=query, headers=given_headers))

    throw(st.tuples(st.dictionaries(names, TEXT, max_size=4), headers), ask)


def test_any_page_has_a_text_or_none() -> None:
    def extract(page: str) -> None:
        try:
            found = extract_article(page)
        except NoTextError:
            return
        assert found.text.encode()
        assert "\x00" not in found.text

    throw(HTML, extract)


def test_any_text_is_analysed_and_every_span_is_proved() -> None:
    def analyse(text: str) -> None:
        document = Document(text.encode("utf-8", "ignore").decode())
        validate_spans(document, pipeline().analyse(document))

    throw(TEXT, analyse)


def test_any_title_is_analysed_with_its_text() -> None:
    def analyse(both: tuple[str, str]) -> None:
        title, text = (part.encode("utf-8", "ignore").decode() for part in both)
        document = Document(text, title)
        validate_spans(document, pipeline().analyse(document))

    throw(st.tuples(TEXT, TEXT), analyse)
