"""Hooks that complete the requests of schemathesis by what a schema cannot express.

They give a text enough words, a receiver an allowed address, a URL a host, and each request an idempotency
key of its own. Only requests that the service should accept are changed; requests that it should refuse stay
as they are.
"""

from __future__ import annotations

from itertools import count
from typing import Any

import schemathesis
from schemathesis import Case, GenerationMode, HookContext

WORDS = "The council of Arlesund voted on Monday to rebuild the old harbour wall for 4 million euros. "
PUBLISHED_AT = "https://courier.example/harbour-wall"
RECEIVER = "http://127.0.0.1:9/hooks"
IDEMPOTENCY_KEY = "Idempotency-Key"
_numbers = count(1)


@schemathesis.hook
def before_call(context: HookContext, case: Case[Any], kwargs: dict[str, Any]) -> None:  # noqa: ARG001 - its shape
    """Complete the body, the query and the headers of a request that the service should accept."""
    if case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE:
        if (sensible := _sensible(case.body, case.path)) is not case.body:
            case.body = sensible
        if case.query and "url" in case.query:
            case.query = {**case.query, "url": PUBLISHED_AT}
        if case.headers and IDEMPOTENCY_KEY in case.headers:
            case.headers[IDEMPOTENCY_KEY] = f"request-{next(_numbers)}"


def _sensible(body: Any, path: str) -> Any:
    if isinstance(body, str) and path == "/v1/articles":
        return WORDS + body
    if not isinstance(body, dict):
        return body
    if path.startswith("/v1/webhooks") and "url" in body:
        return {**body, "url": RECEIVER}
    if path == "/v1/articles":
        return _article(body)
    if path == "/v1/compare":
        articles = [_article({**article, "external_id": None}) for article in body["articles"]]
        return {**body, "articles": articles}
    return body


def _article(body: dict[str, Any]) -> dict[str, Any]:
    article = {name: value for name, value in body.items() if name not in ("html", "callback", "metadata")}
    article["text"] = WORDS + body.get("text", "")
    if article.get("url") is not None:
        article["url"] = PUBLISHED_AT
    return article
