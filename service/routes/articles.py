"""Routes for articles: submit, list, read, cancel and delete."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Response, g, request

from nutgraf import identifiers
from nutgraf.store import (
    ArticleRecord,
    ArticleUnknownError,
    QueueFullError,
    StoreUnavailableError,
    queued_article,
)
from service.dependencies import Dependencies, dependencies
from service.environ import WAITED
from service.http import article_response, problems, request_parsing
from service.http.idempotency import idempotent
from service.http.json_response import json_response
from service.http.problems import ProblemError
from service.operation import EXPLAIN, IDEMPOTENCY_KEY, OFFSET_UNIT, PREFER, PUBLICATION, operation
from service.schemas.article import ArticleListSchema, ArticleSchema, ArticleTextSchema, BatchAnswerSchema
from service.schemas.listing import ArticleQuerySchema, article_query
from service.schemas.submission import BatchSchema, SubmissionSchema
from service.submission import accept

blueprint = Blueprint("articles", __name__, url_prefix="/v1/articles")
_batch_schema = BatchSchema()
_SUBMISSION_PROBLEMS = (
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
    responses={200: ArticleSchema, 202: ArticleSchema},
    problems=_SUBMISSION_PROBLEMS,
    links=("articles.read", "articles.text", "articles.cancel", "articles.delete"),
    priced_by_text=True,
)
@idempotent
def submit() -> Response:
    """Accept an article. Respond at once, or when it is analysed if the caller sends `Prefer: wait`."""
    deps = dependencies()
    renderer = _renderer(deps)
    wait = request_parsing.preferred_wait_seconds(deps.settings.max_wait_seconds)
    submission = accept.build_submission(deps, accept.parse_submission())
    accepted = accept.accept_submission(deps, submission, g.seed)
    try:
        record, waited = _await(deps, accepted.id, wait)
        status = HTTPStatus.OK if record.finished else HTTPStatus.ACCEPTED
        response = _with_preference(article_response.article_response(renderer, record, status), waited)
    except StoreUnavailableError:
        # It is stored, so it is accepted, whatever keeps it from being read.
        article = queued_article(accepted.id, submission)
        response = article_response.unfinished_response(renderer, article, HTTPStatus.ACCEPTED)
    except ArticleUnknownError as error:  # a failover has lost it
        raise StoreUnavailableError("The accepted article is not in the store.") from error
    response.headers["Location"] = f"/v1/articles/{accepted.id}"
    return response


@blueprint.post("/batch")
@operation(
    "Submit up to 100 articles",
    scope="submit",
    request=BatchSchema,
    parameters=(IDEMPOTENCY_KEY, OFFSET_UNIT, EXPLAIN),
    responses={207: BatchAnswerSchema},
    problems=_SUBMISSION_PROBLEMS,
    priced_by_text=True,
)
@idempotent
def submit_batch() -> Response:
    """Accept each valid article. An invalid one does not affect the others."""
    deps = dependencies()
    renderer = _renderer(deps)
    seed = g.seed or identifiers.new("art")
    submitted = request_parsing.json_body(_batch_schema)["articles"]
    items = [
        _batch_item(deps, renderer, index, item, identifiers.following(seed, index))
        for index, item in enumerate(submitted)
    ]
    return json_response({"items": items}, HTTPStatus.MULTI_STATUS)


@blueprint.get("")
@operation(
    "List articles, the newest first",
    scope="read",
    query=ArticleQuerySchema,
    parameters=(OFFSET_UNIT, EXPLAIN),
    responses={200: ArticleListSchema},
    problems=("validation", "store_unavailable"),
)
def browse() -> Response:
    """Return a page of the caller's articles."""
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
    responses={200: ArticleSchema},
    problems=("validation", *_READ_PROBLEMS),
    conditional=True,
    reads_article=True,
)
def read(identifier: str) -> Response:
    """Return the article's state. With `Prefer: wait`, respond when the article is finished."""
    deps = dependencies()
    renderer = _renderer(deps)
    wait = request_parsing.preferred_wait_seconds(deps.settings.max_wait_seconds)
    record, waited = _await(deps, identifier, wait, g.get("record"))
    return _with_preference(article_response.article_response(renderer, record), waited)


@blueprint.get("/<article:identifier>/text")
@operation(
    "Read the text that the offsets refer to",
    scope="read",
    responses={200: ArticleTextSchema},
    problems=_READ_PROBLEMS,
)
def text(identifier: str) -> Response:
    """Return the title and the text exactly as they were analysed."""
    title, body = dependencies().store.articles.text(identifier, g.tenant)
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    return json_response({"id": identifier, "title": title, "text": body, "sha256": sha256})


@blueprint.post("/<article:identifier>/cancel")
@operation(
    "Cancel an article that is not finished",
    scope="submit",
    responses={202: ArticleSchema},
    problems=("conflict", *_READ_PROBLEMS),
)
def cancel(identifier: str) -> Response:
    """Cancel the article. Canceling it again changes nothing."""
    deps = dependencies()
    deps.store.articles.cancel(identifier, g.tenant)
    record = deps.store.articles.record(identifier, g.tenant)
    return article_response.article_response(_renderer(deps), record, HTTPStatus.ACCEPTED)


@blueprint.delete("/<article:identifier>")
@operation(
    "Delete an article with its text and its analysis",
    scope="submit",
    responses={204: ""},
    problems=_READ_PROBLEMS,
)
def delete(identifier: str) -> Response:
    """Delete the article and everything stored about it."""
    dependencies().store.articles.delete(identifier, g.tenant)
    return Response(status=HTTPStatus.NO_CONTENT)


def _batch_item(
    deps: Dependencies, renderer: article_response.ArticleRenderer, index: int, item: Any, identifier: str
) -> dict[str, Any]:
    """Submit one article of a batch and return its item of the response."""
    try:
        submission = accept.build_submission(deps, accept.validate_submission(item))
        accepted = accept.accept_submission(deps, submission, identifier)
    except (ProblemError, QueueFullError, StoreUnavailableError) as error:
        problem = problems.problem_body(problems.problem_for(error))
        return {"index": index, "status": problem["status"], "article": None, "problem": problem}
    try:
        article = deps.store.articles.read(accepted.id, g.tenant)
        document = renderer.document(article)
    except StoreUnavailableError:
        article = queued_article(accepted.id, submission)
        document = renderer.document(article)
    status = HTTPStatus.OK if article.status.finished else HTTPStatus.ACCEPTED
    return {"index": index, "status": status, "article": document, "problem": None}


def _renderer(deps: Dependencies) -> article_response.ArticleRenderer:
    return article_response.ArticleRenderer(
        deps.store.articles, request_parsing.offset_unit(), request_parsing.boolean_parameter("explain")
    )


def _await(
    deps: Dependencies, identifier: str, wait: int | None, seen: ArticleRecord | None = None
) -> tuple[ArticleRecord, int | None]:
    """Return the record, at once or when it is finished, and the wait that was granted.

    Args:
        deps: the app's collaborators.
        identifier: the article's id.
        wait: seconds that the caller wants to wait; None or 0 for not at all.
        seen: the record, if it was read already.

    Raises:
        ArticleUnknownError, ArticleGoneError, StoreUnavailableError.
    """
    articles = deps.store.articles
    record = articles.record(identifier, g.tenant, seen)
    if not wait or record.finished:
        return record, wait
    with deps.waiting_slots.try_acquire() as acquired:
        if acquired:
            with suppress(StoreUnavailableError):
                return articles.wait(identifier, g.tenant, wait), wait
    return record, None


def _with_preference(response: Response, waited: int | None) -> Response:
    if waited is not None:
        request.environ[WAITED] = True
        response.headers["Preference-Applied"] = f"wait={waited}"
    return response
