"""Articles as JSON, with the stored analysis spliced in unparsed wherever nothing in it changes."""

from __future__ import annotations

import hashlib
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
        # Whether the cache answered belongs to the article, not to the analysis that articles share.
        with_cache = b'{"cache":"%s",' % (article.cache or "miss").encode() + article.analysis[1:]
        if self._unit == "codepoint" and self._explain:
            return orjson.Fragment(with_cache)
        analysis = orjson.loads(with_cache)
        if not self._explain:
            for sentence in analysis["summary"]["sentences"]:
                del sentence["reasons"]
        if self._unit != "codepoint":
            title, text = self._store.text(article.id, article.tenant)
            offsets.convert(analysis, text, title, self._unit)
        return analysis


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
    if request.method == "GET":
        response.make_conditional(request)
    return response
