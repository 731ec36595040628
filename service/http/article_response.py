"""Articles as JSON, with the stored analysis spliced in unparsed wherever nothing in it changes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

import orjson
from flask import Response, request
from werkzeug.http import parse_etags

from nutgraf.json_views import article_view
from nutgraf.model import Article, Status
from nutgraf.store import ArticleRecord, ArticleStore
from nutgraf.store.articles.analysis_cache import LARGEST_BYTES
from service.http import offset_units
from service.http.json_response import json_response
from service.http.request_parsing import OffsetUnit

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

POLL_SECONDS = 1


@dataclass(frozen=True, slots=True)
class ArticleRenderer:
    """Renders articles the way this request asked for; equal renderers render alike."""

    store: ArticleStore
    unit: OffsetUnit
    explain: bool

    def document(self, article: Article) -> dict[str, Any]:
        """The article as JSON; the analysis may be a fragment that is written as it was stored."""
        return {**article_view(article), "analysis": self._analysis(article)}

    def _analysis(self, article: Article) -> Any:
        if article.analysis is None or article.status is not Status.COMPLETED:
            return None
        stored = article.analysis if self.explain else without_reasons(article.analysis)
        # Whether the cache answered belongs to the article, not to the analysis that articles share.
        with_cache = b'{"cache":"%s",' % (article.cache or "miss").encode() + stored[1:]
        if self.unit == "codepoint":
            return orjson.Fragment(with_cache)
        analysis = orjson.loads(with_cache)
        title, text = self.store.text(article.id, article.tenant)
        offset_units.convert_offsets(analysis, text, title, self.unit)
        return analysis


def without_reasons(analysis: bytes) -> bytes:
    """A stored analysis as those see it who don't ask why a sentence was chosen."""
    return _remembered(analysis) if len(analysis) <= LARGEST_BYTES else _without_reasons(analysis)


def _without_reasons(analysis: bytes) -> bytes:
    told = orjson.loads(analysis)
    for sentence in told["summary"]["sentences"]:
        del sentence["reasons"]
    return orjson.dumps(told)


# An article is often read again, and articles share analyses.
_remembered = lru_cache(maxsize=128)(_without_reasons)


@dataclass(frozen=True, slots=True)
class RenderedArticle:
    """A finished article as it is answered, and its entity tag without the quotation marks."""

    payload: bytes
    tag: str


def _render(renderer: ArticleRenderer, record: ArticleRecord) -> RenderedArticle:
    payload = orjson.dumps(renderer.document(record.article()))
    return RenderedArticle(payload, hashlib.sha256(payload).hexdigest()[:32])


# Whatever changes in an article makes another record of it: what was rendered of an equal one holds.
_render_once = lru_cache(maxsize=128)(_render)


@dataclass(frozen=True, slots=True)
class PreparedResponse:
    """What is sent for a finished article."""

    status: HTTPStatus
    headers: list[tuple[str, str]]
    body: bytes


def finished_response(
    renderer: ArticleRenderer,
    record: ArticleRecord,
    environ: WSGIEnvironment,
    status: HTTPStatus = HTTPStatus.OK,
) -> PreparedResponse:
    """A finished article with its ETag, or that the caller reads what it has already."""
    small = record.analysis is None or len(record.analysis) <= LARGEST_BYTES
    rendered = (_render_once if small else _render)(renderer, record)
    headers = [("ETag", f'"{rendered.tag}"'), ("Cache-Control", "private, no-cache")]
    if _is_known(rendered.tag, environ):
        return PreparedResponse(HTTPStatus.NOT_MODIFIED, headers, b"")
    length = str(len(rendered.payload))
    headers += [("Content-Type", "application/json"), ("Content-Length", length)]
    return PreparedResponse(status, headers, rendered.payload)


def article_response(
    renderer: ArticleRenderer, record: ArticleRecord, status: HTTPStatus = HTTPStatus.OK
) -> Response:
    """The article as an answer; until it is finished, with when to ask again."""
    if record.finished:
        answer = finished_response(renderer, record, request.environ, status)
        return Response(answer.body, answer.status, answer.headers)
    response = json_response(renderer.document(record.article()), status)
    response.headers["Retry-After"] = str(POLL_SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


def _is_known(tag: str, environ: WSGIEnvironment) -> bool:
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known is None or environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return False
    return parse_etags(known).contains_weak(tag)
