"""Articles: submitting them, reading what became of them, ending them."""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, g, request

from nutgraf import identifiers
from nutgraf.store import ArticleRecord, QueueFullError, StoreUnavailableError
from service.dependencies import Dependencies, dependencies
from service.http import article_response, problems, request_parsing
from service.http.idempotency import idempotent
from service.http.json_response import json_response
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
    deps = dependencies()
    renderer = _renderer(deps)
    wait = request_parsing.preferred_wait_seconds(deps.settings.max_wait_seconds)
    accepted = accept.accept_submission(
        deps, accept.build_submission(deps, accept.parse_submission()), g.seed
    )
    record, waited = _await(deps, accepted.id, wait)
    status = HTTPStatus.OK if record.finished else HTTPStatus.ACCEPTED
    response = _with_preference(article_response.article_response(renderer, record, status), waited)
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
    deps = dependencies()
    renderer = _renderer(deps)
    seed = g.seed or identifiers.new("art")
    handed_in = request_parsing.json_body(_batch_schema)["articles"]
    items = [
        _batch_item(deps, renderer, index, item, identifiers.following(seed, index))
        for index, item in enumerate(handed_in)
    ]
    return json_response({"items": items}, HTTPStatus.MULTI_STATUS)


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
    deps = dependencies()
    renderer = _renderer(deps)
    page = deps.store.articles.find(g.tenant, article_query())
    items = [renderer.document(article) for article in page.articles]
    return json_response({"items": items, "next_cursor": page.after})


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
    deps = dependencies()
    renderer = _renderer(deps)
    wait = request_parsing.preferred_wait_seconds(deps.settings.max_wait_seconds)
    record, waited = _await(deps, identifier, wait, g.get("record"))
    return _with_preference(article_response.article_response(renderer, record), waited)


@blueprint.get("/<article:identifier>/text")
@operation(
    "Read the text that the offsets refer to",
    scope="read",
    answers={200: ArticleTextSchema},
    problems=_READ_PROBLEMS,
)
def text(identifier: str) -> Response:
    """Answer with the title and the text exactly as they were analysed."""
    title, body = dependencies().store.articles.text(identifier, g.tenant)
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    return json_response({"id": identifier, "title": title, "text": body, "sha256": sha256})


@blueprint.post("/<article:identifier>/cancel")
@operation(
    "Cancel an article that is not finished",
    scope="submit",
    answers={202: ArticleSchema},
    problems=("conflict", *_READ_PROBLEMS),
)
def cancel(identifier: str) -> Response:
    """End the article; canceling it again changes nothing."""
    deps = dependencies()
    deps.store.articles.cancel(identifier, g.tenant)
    record = deps.store.articles.record(identifier, g.tenant)
    return article_response.article_response(_renderer(deps), record, HTTPStatus.ACCEPTED)


@blueprint.delete("/<article:identifier>")
@operation(
    "Delete an article with its text and its analysis",
    scope="submit",
    answers={204: ""},
    problems=_READ_PROBLEMS,
)
def delete(identifier: str) -> Response:
    """Remove everything that is kept of the article."""
    dependencies().store.articles.delete(identifier, g.tenant)
    return Response(status=HTTPStatus.NO_CONTENT)


def _batch_item(
    deps: Dependencies, renderer: article_response.ArticleRenderer, index: int, item: Any, identifier: str
) -> dict[str, Any]:
    """What became of one article of a batch."""
    try:
        accepted = accept.accept_submission(
            deps, accept.build_submission(deps, accept.validate_submission(item)), identifier
        )
        article = deps.store.articles.read(accepted.id, g.tenant)
    except (ProblemError, QueueFullError, StoreUnavailableError) as error:
        problem = problems.problem_body(problems.problem_for(error))
        return {"index": index, "status": problem["status"], "article": None, "problem": problem}
    status = HTTPStatus.OK if article.status.finished else HTTPStatus.ACCEPTED
    return {"index": index, "status": status, "article": renderer.document(article), "problem": None}


def _renderer(deps: Dependencies) -> article_response.ArticleRenderer:
    return article_response.ArticleRenderer(
        deps.store.articles, request_parsing.offset_unit(), request_parsing.boolean_parameter("explain")
    )


def _await(
    deps: Dependencies, identifier: str, wait: int | None, seen: ArticleRecord | None = None
) -> tuple[ArticleRecord, int | None]:
    """The record as it is, or as soon as it is finished; and the wait that the caller was granted."""
    articles = deps.store.articles
    record = articles.record(identifier, g.tenant, seen)
    if not wait or record.finished:
        return record, wait
    with deps.waiting.try_acquire() as seated:
        return (articles.wait(identifier, g.tenant, wait), wait) if seated else (record, None)


def _with_preference(response: Response, waited: int | None) -> Response:
    if waited is not None:
        request.environ[WAITED] = True
        response.headers["Preference-Applied"] = f"wait={waited}"
    return response
