"""JSON responses for articles; the stored analysis is spliced in unparsed wherever it need not change."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import orjson
from flask import Response, request
from werkzeug.http import parse_etags

from nutgraf.json_views import article_view
from nutgraf.model import Article, Status
from nutgraf.store import LARGEST_CACHED_ANALYSIS_BYTES, ArticleRecord, ArticleStore
from service.http import offset_units
from service.http.json_response import json_response
from service.http.request_parsing import OffsetUnit

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

POLL_SECONDS = 1


@dataclass(frozen=True, slots=True)
class ArticleRenderer:
    """Renderer of articles with the options of one request; equal renderers give equal results.

    Attributes:
        store: source of the article's text, for offsets in another unit.
        unit: unit of all offsets.
        explain: whether the summary sentences include their ``reasons``.
    """

    store: ArticleStore
    unit: OffsetUnit
    explain: bool

    def document(self, article: Article) -> dict[str, Any]:
        """Return the article as dict for orjson; the analysis may be an ``orjson.Fragment``."""
        # orjson writes no integer of more than 64 bits, and metadata may hold any.
        metadata = orjson.Fragment(json.dumps(article.metadata, ensure_ascii=False, separators=(",", ":")))
        return {**article_view(article), "metadata": metadata, "analysis": self._analysis(article)}

    def _analysis(self, article: Article) -> Any:
        if article.analysis is None or article.status is not Status.COMPLETED:
            return None
        stored = article.analysis if self.explain else without_reasons(article.analysis)
        # The cache status belongs to the article; several articles share the stored analysis.
        with_cache = b'{"cache":"%s",' % (article.cache or "miss").encode() + stored[1:]
        if self.unit == "codepoint":
            return orjson.Fragment(with_cache)
        analysis = orjson.loads(with_cache)
        title, text = self.store.text(article.id, article.tenant)
        offset_units.convert_offsets(analysis, text, title, self.unit)
        return analysis


def without_reasons(analysis: bytes) -> bytes:
    """Remove ``reasons`` from the summary sentences of a stored analysis."""
    return (
        _without_reasons_cached(analysis)
        if len(analysis) <= LARGEST_CACHED_ANALYSIS_BYTES
        else _without_reasons(analysis)
    )


def _without_reasons(analysis: bytes) -> bytes:
    document = orjson.loads(analysis)
    for sentence in document["summary"]["sentences"]:
        del sentence["reasons"]
    return orjson.dumps(document)


# Articles are read repeatedly, and several articles share one analysis.
_without_reasons_cached = lru_cache(maxsize=128)(_without_reasons)


@dataclass(frozen=True, slots=True)
class RenderedArticle:
    """JSON of a finished article and its entity tag without quotation marks."""

    payload: bytes
    tag: str


def _render(renderer: ArticleRenderer, record: ArticleRecord) -> RenderedArticle:
    payload = orjson.dumps(renderer.document(record.article()))
    return RenderedArticle(payload, hashlib.sha256(payload).hexdigest()[:32])


# A change of an article changes its record, so equal records render to equal bytes.
_render_cached = lru_cache(maxsize=128)(_render)


@dataclass(frozen=True, slots=True)
class PreparedResponse:
    """Status, headers and body of a response, independent of Flask."""

    status: HTTPStatus
    headers: list[tuple[str, str]]
    body: bytes


def finished_response(
    renderer: ArticleRenderer,
    record: ArticleRecord,
    environ: WSGIEnvironment,
    status: HTTPStatus = HTTPStatus.OK,
) -> PreparedResponse:
    """Prepare the response for a finished article, or 304 if ``If-None-Match`` names its ETag."""
    cacheable = record.analysis is None or len(record.analysis) <= LARGEST_CACHED_ANALYSIS_BYTES
    rendered = (_render_cached if cacheable else _render)(renderer, record)
    headers = [("ETag", f'"{rendered.tag}"'), ("Cache-Control", "private, no-cache")]
    if _matches_etag(rendered.tag, environ):
        return PreparedResponse(HTTPStatus.NOT_MODIFIED, headers, b"")
    length = str(len(rendered.payload))
    headers += [("Content-Type", "application/json"), ("Content-Length", length)]
    return PreparedResponse(status, headers, rendered.payload)


def article_response(
    renderer: ArticleRenderer, record: ArticleRecord, status: HTTPStatus = HTTPStatus.OK
) -> Response:
    """Return the response for an article; it has ``Retry-After`` until the article is finished."""
    if record.finished:
        prepared = finished_response(renderer, record, request.environ, status)
        return Response(prepared.body, prepared.status, prepared.headers)
    response = json_response(renderer.document(record.article()), status)
    response.headers["Retry-After"] = str(POLL_SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


def _matches_etag(tag: str, environ: WSGIEnvironment) -> bool:
    if_none_match = environ.get("HTTP_IF_NONE_MATCH")
    if if_none_match is None or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return False
    return parse_etags(if_none_match).contains_weak(tag)
