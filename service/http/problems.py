"""Problem types of the API and the conversion of every error to a problem response (RFC 9457)."""

from __future__ import annotations

from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

import orjson
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException

from nutgraf.json_logging import get_logger
from nutgraf.store import (
    AnswerGoneError,
    ArticleFinishedError,
    ArticleGoneError,
    ArticleUnknownError,
    ComparisonUnprovenError,
    DeliveryPurgedError,
    DeliveryUnknownError,
    EndpointDisabledError,
    EndpointUnknownError,
    QueueFullError,
    StoreUnavailableError,
    StoryUnknownError,
    TooManyEndpointsError,
)

log = get_logger()

MEDIA_TYPE = "application/problem+json"
TYPE_ROOT = "/problems/"
RETRY_SECONDS = 5


@dataclass(frozen=True, slots=True)
class ProblemType:
    """Problem type: HTTP status and title, which are part of the contract, and an example of a detail."""

    status: int
    title: str
    example: str


PROBLEM_TYPES: dict[str, ProblemType] = {
    "validation": ProblemType(422, "The request is well-formed but not valid.", "Invalid: /url."),
    "malformed_json": ProblemType(400, "The body is not JSON.", "Line 1, column 9: unexpected character."),
    "malformed_request": ProblemType(
        400, "The request can't be read.", "The body is not UTF-8: the byte at 17 fits nowhere."
    ),
    "too_large": ProblemType(413, "The request is too large.", "The text is longer than 200000 characters."),
    "too_short": ProblemType(
        422, "The text is too short to be analysed.", "The text has 3 words; 8 are needed."
    ),
    "unsupported_media_type": ProblemType(
        415,
        "The body's media type or encoding is not accepted.",
        "Send application/json, text/plain or text/html.",
    ),
    "unauthorized": ProblemType(
        401, "A valid key is needed.", "Send Authorization: Bearer with a valid key."
    ),
    "forbidden": ProblemType(403, "The key does not allow this.", "The key lacks the scope submit."),
    "not_found": ProblemType(404, "There is no such thing.", "Nothing has this id."),
    "method_not_allowed": ProblemType(
        405, "The method is not offered here.", "The method is not allowed for the requested URL."
    ),
    "gone": ProblemType(
        410, "It was here once, and is deleted or expired.", "The article was deleted or has expired."
    ),
    "conflict": ProblemType(
        409, "The state of the thing does not allow this.", "The article is finished and can't be canceled."
    ),
    "idempotency_in_flight": ProblemType(
        409, "The first request with this key is still being taken in.", "Ask again in a moment."
    ),
    "idempotency_mismatch": ProblemType(
        422, "The key was used before with another request.", "Use a new key for a new request."
    ),
    "webhook_target_forbidden": ProblemType(
        422, "Webhooks are not sent to this URL.", "The address is not public."
    ),
    "rate_limited": ProblemType(429, "The quota of this minute is used up.", "Ask again in 12 seconds."),
    "queue_full": ProblemType(
        503, "Too much is waiting to be analysed.", "Nothing was accepted; try again later."
    ),
    "store_unavailable": ProblemType(
        503, "The store can't be reached or is full.", "The store did not answer; try again later."
    ),
    "analysis_timeout": ProblemType(
        504, "The analysis did not end in time.", "The comparison was not done within 30 seconds."
    ),
    "no_worker": ProblemType(503, "No worker is alive.", "Articles are accepted, but nobody analyses them."),
    "internal": ProblemType(
        500, "The service met a fault of its own.", "The fault was logged under the request's id."
    ),
}
_PROBLEM_OF_ERROR: dict[type[Exception], tuple[str, str]] = {
    # store error: (problem type, detail)
    ArticleUnknownError: ("not_found", "No article has this id."),
    AnswerGoneError: ("gone", "What was sent under this idempotency key was deleted."),
    ArticleGoneError: ("gone", "The article was deleted or has expired."),
    ArticleFinishedError: ("conflict", "The article is finished and can't be canceled."),
    QueueFullError: ("queue_full", "Nothing was accepted; try again later."),
    EndpointUnknownError: ("not_found", "No webhook has this id."),
    EndpointDisabledError: ("conflict", "The webhook is disabled; enable it first."),
    TooManyEndpointsError: ("conflict", "There are as many webhooks as a tenant may have; remove one first."),
    ComparisonUnprovenError: ("internal", "A span of the comparison was not verbatim; it is withheld."),
    StoryUnknownError: ("not_found", "No story has this id."),
    DeliveryUnknownError: ("not_found", "No delivery has this id, or it has expired."),
    DeliveryPurgedError: ("gone", "The delivery's article was deleted, and with it what was sent."),
    StoreUnavailableError: ("store_unavailable", "The store did not answer; try again later."),
}
_PROBLEM_OF_STATUS = {
    400: "malformed_request",
    404: "not_found",
    405: "method_not_allowed",
    413: "too_large",
    415: "unsupported_media_type",
}


@dataclass(slots=True)
class ProblemError(Exception):
    """Error that is returned to the caller as a problem.

    Attributes:
        type: name of the problem type.
        detail: what happened in this request.
        errors: faults of the input, each with ``pointer`` and ``message``.
        headers: additional response headers.
    """

    type: str
    detail: str
    errors: list[dict[str, str]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)


def problem_body(problem: ProblemError) -> dict[str, Any]:
    """Return the problem as a dict for JSON."""
    problem_type = PROBLEM_TYPES[problem.type]
    body: dict[str, Any] = {
        "type": TYPE_ROOT + problem.type,
        "title": problem_type.title,
        "status": problem_type.status,
        "detail": problem.detail,
        "instance": request.path,
    }
    if problem.errors:
        body["errors"] = problem.errors
    return body


def problem_response(problem: ProblemError) -> Response:
    """Return the problem as an ``application/problem+json`` response."""
    status = PROBLEM_TYPES[problem.type].status
    response = Response(orjson.dumps(problem_body(problem)), status=status, content_type=MEDIA_TYPE)
    response.headers.update(problem.headers)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers.setdefault("Retry-After", str(RETRY_SECONDS))
    return response


def register(app: Flask) -> None:
    """Register error handlers that turn every error of the app into a problem response."""
    app.register_error_handler(ProblemError, problem_response)
    app.register_error_handler(HTTPException, _http_error_response)
    app.register_error_handler(Exception, _internal_error_response)
    for error_class in _PROBLEM_OF_ERROR:
        app.register_error_handler(error_class, lambda error: problem_response(problem_for(error)))


def problem_for(error: Exception) -> ProblemError:
    """Map a store error to its ``ProblemError``; return a ``ProblemError`` unchanged."""
    if isinstance(error, ProblemError):
        return error
    name, detail = _PROBLEM_OF_ERROR[type(error)]
    headers = {"Retry-After": str(error.seconds)} if isinstance(error, QueueFullError) else {}
    return ProblemError(name, detail, headers=headers)


def _http_error_response(error: HTTPException) -> Response:
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    if status < HTTPStatus.BAD_REQUEST and error.response is not None:  # a redirect
        return Response(status=status, headers=error.response.headers)
    problem = ProblemError(_PROBLEM_OF_STATUS.get(status, "internal"), error.description or "")
    response = problem_response(problem)
    if "Allow" in (headers := dict(error.get_headers())):
        response.headers["Allow"] = headers["Allow"]
    return response


def _internal_error_response(error: Exception) -> Response:
    """Log the class and the place of an unexpected error, never its message, which may quote the input."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_code.co_qualname}:{frame.tb_lineno}" if frame else ""
    log.error("request failed", error=type(error).__name__, where=where, path=request.path)
    return problem_response(ProblemError("internal", "The fault was logged under the request's id."))
