"""Articles as JSON, with the stored analysis spliced in unparsed wherever nothing in it changes."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from http import HTTPStatus
from typing import Any

import orjson
from flask import Response, request

from nutgraf.documents import article_document
from nutgraf.model import Article, Status
from nutgraf.store import ArticleStore
from service import offsets
from service.reading import OffsetUnit

POLL_SECONDS = 1
REMEMBERED_BYTES = 65_536


class ArticleRenderer:
    """Renders articles the way this request asked for."""

    def __init__(self, store: ArticleStore, unit: OffsetUnit, *, explain: bool) -> None:
        self._store = store
        self._unit = unit
        self._explain = explain

    def document(self, article: Article) -> dict[str, Any]:
        """The article as JSON; the analysis may be a fragment that is written as it was stored."""
        return {**article_document(article), "analysis": self._analysis(article)}

    def _analysis(self, article: Article) -> Any:
        if article.analysis is None or article.status is not Status.COMPLETED:
            return None
        stored = article.analysis if self._explain else without_reasons(article.analysis)
        # Whether the cache answered belongs to the article, not to the analysis that articles share.
        with_cache = b'{"cache":"%s",' % (article.cache or "miss").encode() + stored[1:]
        if self._unit == "codepoint":
            return orjson.Fragment(with_cache)
        analysis = orjson.loads(with_cache)
        title, text = self._store.text(article.id, article.tenant)
        offsets.convert(analysis, text, title, self._unit)
        return analysis


def without_reasons(analysis: bytes) -> bytes:
    """A stored analysis as those see it who don't ask why a sentence was chosen."""
    return _remembered(analysis) if len(analysis) <= REMEMBERED_BYTES else _without_reasons(analysis)


def _without_reasons(analysis: bytes) -> bytes:
    told = orjson.loads(analysis)
    for sentence in told["summary"]["sentences"]:
        del sentence["reasons"]
    return orjson.dumps(told)


# An article is often read again, and articles share analyses.
_remembered = lru_cache(maxsize=128)(_without_reasons)


def respond(renderer: ArticleRenderer, article: Article, status: int = HTTPStatus.OK) -> Response:
    """The article as an answer: with an ETag once it is finished, until then with when to ask again."""
    payload = orjson.dumps(renderer.document(article))
    response = Response(payload, status=status, content_type="application/json")
    if not article.status.finished:
        response.headers["Retry-After"] = str(POLL_SECONDS)
        response.headers["Cache-Control"] = "no-store"
        return response
    response.set_etag(hashlib.sha256(payload).hexdigest()[:32])
    response.headers["Cache-Control"] = "private, no-cache"
    if request.method == "GET" and "If-None-Match" in request.headers:
        response.make_conditional(request)
    return response
