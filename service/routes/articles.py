"""Articles: submitting them, reading what became of them, ending them."""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, g, request

from nutgraf import identifiers
from nutgraf.store import QueueFullError, Record, StoreUnavailableError
from service.dependencies import Wiring, wiring
from service.http import article_response, problems, request_parsing
from service.http.idempotency import idempotent
from service.http.json_response import as_json
from service.http.problems import ProblemError
from service.middleware.request_log import WAITED
from service.operation import EXPLAIN, IDEMPOTENCY_KEY, OFFSET_UNIT, PREFER, PUBLICATION, operation
from service.schemas.article import ArticleListSchema, ArticleSchema, ArticleTextSchema, BatchAnswerSchema
from service.schemas.listing import ArticleQuerySchema, article_query
from service.schemas.submission import BatchSchema, SubmissionSchema
from service.submission import accept

blueprint = Blueprint("articles", __name__, url_prefix="/v1/articles")
_batch_schema = BatchSchema()
_INTAKE_PROBLEMS = (
    "malformed_json", "malformed_request", "validation", "too_short", "too_large", "unsupported_media_type",
    "webhook_target_forbidden", "idempotency_in_flight", "idempotency_mismatch", "gone",
    "queue_full", "store_unavailable",
)  # fmt: skip
_READ_PROBLEMS = ("not_found", "gone", "store_unavailable")


@blueprint.post("")
@operation(
    "Submit an article",
    scope="submit",
    request=SubmissionSchema,
    parameters=(PREFER, IDEMPOTENCY_KEY, OFFSET_UNIT, EXPLAIN, *PUBLICATION),
    answers={200: ArticleSchema, 202: ArticleSchema},
    problems=_INTAKE_PROBLEMS,
    links=("articles.read", "articles.text", "articles.cancel", "articles.delete"),
    priced_by_text=True,
)
@idempotent
def submit() -> Response:
    """Accept an article for good, and answer at once, or as soon as it is analysed if the caller waits."""
    house = wiring()
    renderer = _renderer(house)
    wait = request_parsing.wait_seconds(house.settings.max_wait_seconds)
    accepted = accept.accept(house, accept.submission(house, accept.requested()), g.seed)
    record, waited = _await(house, accepted.id, wait)
    status = HTTPStatus.OK if record.finished else HTTPStatus.ACCEPTED
    response = _with_preference(article_response.respond(renderer, record, status), waited)
    response.headers["Location"] = f"/v1/articles/{accepted.id}"
    return response


@blueprint.post("/batch")
@operation(
    "Submit up to 100 articles",
    scope="submit",
    request=BatchSchema,
    parameters=(IDEMPOTENCY_KEY, OFFSET_UNIT, EXPLAIN),
    answers={207: BatchAnswerSchema},
    problems=_INTAKE_PROBLEMS,
    priced_by_text=True,
)
@idempotent
def submit_batch() -> Response:
    """Accept every article that can be; one that can't spoils nothing for the others."""
    house = wiring()
    renderer = _renderer(house)
    seed = g.seed or identifiers.new("art")
    handed_in = request_parsing.json_body(_batch_schema)["articles"]
    items = [
        _batch_item(house, renderer, index, item, identifiers.following(seed, index))
        for index, item in enumerate(handed_in)
    ]
    return as_json({"items": items}, HTTPStatus.MULTI_STATUS)


@blueprint.get("")
@operation(
    "List articles, the newest first",
    scope="read",
    query=ArticleQuerySchema,
    parameters=(OFFSET_UNIT, EXPLAIN),
    answers={200: ArticleListSchema},
    problems=("validation", "store_unavailable"),
)
def browse() -> Response:
    """Answer with a page of the caller's articles."""
    house = wiring()
    renderer = _renderer(house)
    page = house.store.articles.find(g.tenant, article_query())
    items = [renderer.document(article) for article in page.articles]
    return as_json({"items": items, "next_cursor": page.after})


@blueprint.get("/<article:identifier>")
@operation(
    "Read an article",
    scope="read",
    parameters=(PREFER, OFFSET_UNIT, EXPLAIN),
    answers={200: ArticleSchema},
    problems=("validation", *_READ_PROBLEMS),
    conditional=True,
    reads_article=True,
)
def read(identifier: str) -> Response:
    """Answer with the article's state, or wait until it is finished if the caller prefers."""
    house = wiring()
    renderer = _renderer(house)
    wait = request_parsing.wait_seconds(house.settings.max_wait_seconds)
    record, waited = _await(house, identifier, wait, g.get("record"))
    return _with_preference(article_response.respond(renderer, record), waited)


@blueprint.get("/<article:identifier>/text")
@operation(
    "Read the text that the offsets refer to",
    scope="read",
    answers={200: ArticleTextSchema},
    problems=_READ_PROBLEMS,
)
def text(identifier: str) -> Response:
    """Answer with the title and the text exactly as they were analysed."""
    title, body = wiring().store.articles.text(identifier, g.tenant)
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    return as_json({"id": identifier, "title": title, "text": body, "sha256": sha256})


@blueprint.post("/<article:identifier>/cancel")
@operation(
    "Cancel an article that is not finished",
    scope="submit",
    answers={202: ArticleSchema},
    problems=("conflict", *_READ_PROBLEMS),
)
def cancel(identifier: str) -> Response:
    """End the article; canceling it again changes nothing."""
    house = wiring()
    house.store.articles.cancel(identifier, g.tenant)
    record = house.store.articles.record(identifier, g.tenant)
    return article_response.respond(_renderer(house), record, HTTPStatus.ACCEPTED)


@blueprint.delete("/<article:identifier>")
@operation(
    "Delete an article with its text and its analysis",
    scope="submit",
    answers={204: ""},
    problems=_READ_PROBLEMS,
)
def delete(identifier: str) -> Response:
    """Remove everything that is kept of the article."""
    wiring().store.articles.delete(identifier, g.tenant)
    return Response(status=HTTPStatus.NO_CONTENT)


def _batch_item(
    house: Wiring, renderer: article_response.ArticleRenderer, index: int, item: Any, identifier: str
) -> dict[str, Any]:
    """What became of one article of a batch."""
    try:
        accepted = accept.accept(house, accept.submission(house, accept.validated(item)), identifier)
        article = house.store.articles.read(accepted.id, g.tenant)
    except (ProblemError, QueueFullError, StoreUnavailableError) as error:
        problem = problems.body_of(problems.named(error))
        return {"index": index, "status": problem["status"], "article": None, "problem": problem}
    status = HTTPStatus.OK if article.status.finished else HTTPStatus.ACCEPTED
    return {"index": index, "status": status, "article": renderer.document(article), "problem": None}


def _renderer(house: Wiring) -> article_response.ArticleRenderer:
    return article_response.ArticleRenderer(
        house.store.articles, request_parsing.offset_unit(), request_parsing.flag("explain")
    )


def _await(
    house: Wiring, identifier: str, wait: int | None, seen: Record | None = None
) -> tuple[Record, int | None]:
    """The record as it is, or as soon as it is finished; and the wait that the caller was granted."""
    articles = house.store.articles
    record = articles.record(identifier, g.tenant, seen)
    if not wait or record.finished:
        return record, wait
    with house.waiting.one() as seated:
        return (articles.wait(identifier, g.tenant, wait), wait) if seated else (record, None)


def _with_preference(response: Response, waited: int | None) -> Response:
    if waited is not None:
        request.environ[WAITED] = True
        response.headers["Preference-Applied"] = f"wait={waited}"
    return response
