"""Articles: submitting them and reading what became of them."""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import Any

import orjson
from flask import Blueprint, Response, g, request

from nutgraf.logs import context, get_logger
from nutgraf.model import Article, Document, EntityType, Options, Submission
from nutgraf.queue import BrokerUnavailableError
from service import extraction, reading, rendering
from service.contract import EXPLAIN, OFFSET_UNIT, PREFER, PUBLICATION, operation
from service.problems import ProblemError
from service.schemas.article import ArticleSchema, ArticleTextSchema
from service.schemas.submission import SubmissionSchema
from service.wiring import Wiring, wiring

blueprint = Blueprint("articles", __name__)
log = get_logger()
_schema = SubmissionSchema()


@blueprint.post("/v1/articles")
@operation(
    "Submit an article",
    scope="submit",
    request=SubmissionSchema,
    parameters=(PREFER, OFFSET_UNIT, EXPLAIN, *PUBLICATION),
    answers={200: ArticleSchema, 202: ArticleSchema},
    problems=("malformed_json", "malformed_request", "validation", "too_short", "too_large",
              "unsupported_media_type", "queue_full", "store_unavailable"),
)  # fmt: skip
def submit() -> Response:
    """Accept an article for good, and answer at once, or as soon as it is analysed if the caller waits."""
    house = wiring()
    renderer = _renderer(house)
    submission = _submission(house)
    wait = reading.wait_seconds(house.settings.max_wait_seconds)
    capabilities = house.store.workforce.capabilities()
    accepted = house.store.articles.accept(
        submission, capabilities.pipeline.fingerprint if capabilities else None
    )
    with context(article_id=accepted.id):
        log.info("article accepted", cached=accepted.cached, characters=len(submission.document.text))
        if not accepted.cached:
            _nudge(house, accepted.id)
    article = _await(house, accepted.id, wait)
    status = HTTPStatus.OK if article.status.finished else HTTPStatus.ACCEPTED
    response = rendering.respond(renderer, article, status)
    response.headers["Location"] = f"/v1/articles/{accepted.id}"
    return _with_preference(response, wait)


@blueprint.get("/v1/articles/<article:identifier>")
@operation(
    "Read an article",
    scope="read",
    parameters=(PREFER, OFFSET_UNIT, EXPLAIN),
    answers={200: ArticleSchema},
    problems=("validation", "not_found", "gone", "store_unavailable"),
    conditional=True,
)
def read(identifier: str) -> Response:
    """Answer with the article's state, or wait until it is finished if the caller prefers."""
    house = wiring()
    renderer = _renderer(house)
    wait = reading.wait_seconds(house.settings.max_wait_seconds)
    return _with_preference(rendering.respond(renderer, _await(house, identifier, wait)), wait)


@blueprint.get("/v1/articles/<article:identifier>/text")
@operation(
    "Read the text that the offsets refer to",
    scope="read",
    answers={200: ArticleTextSchema},
    problems=("not_found", "gone", "store_unavailable"),
)
def text(identifier: str) -> Response:
    """Answer with the title and the text exactly as they were analysed."""
    title, body = wiring().store.articles.text(identifier, g.tenant)
    sha256 = hashlib.sha256(body.encode()).hexdigest()
    return _json({"id": identifier, "title": title, "text": body, "sha256": sha256})


def _renderer(house: Wiring) -> rendering.ArticleRenderer:
    return rendering.ArticleRenderer(
        house.store.articles, reading.offset_unit(), explain=reading.flag("explain")
    )


def _await(house: Wiring, identifier: str, wait: int | None) -> Article:
    articles = house.store.articles
    article = articles.read(identifier, g.tenant)
    return articles.wait(identifier, g.tenant, wait) if wait and not article.status.finished else article


def _with_preference(response: Response, wait: int | None) -> Response:
    if wait is not None:
        response.headers["Preference-Applied"] = f"wait={wait}"
    return response


def _nudge(house: Wiring, identifier: str) -> None:
    """The article is safe already; a nudge that can't be sent now is sent by a sweeper."""
    try:
        house.queue.nudge(identifier)
    except BrokerUnavailableError as error:
        log.warning("nudge not sent", error=str(error))


def _submission(house: Wiring) -> Submission:
    """The submission in the request, whatever its media type.

    Raises:
        ProblemError: it is not one.
    """
    data = _data()
    if "html" in data:
        data = _extracted(data)
    words = len(data["text"].split())
    settings = house.settings
    if len(data["text"]) > settings.max_text_characters:
        raise ProblemError("too_large", f"The text is longer than {settings.max_text_characters} characters.")
    if words < settings.min_words:
        raise ProblemError("too_short", f"The text has {words} words; {settings.min_words} are needed.")
    options = Options(
        data["summary"]["sentence_count"],
        data["summary"]["order"],
        tuple(sorted({EntityType(kind) for kind in data["entities"]["types"]})),
        data["entities"]["min_score"],
    )
    return Submission(
        tenant=g.tenant,
        document=Document(data["text"], data["title"], data["published_at"], data["language"], options),
        url=data["url"],
        source=data["source"]["name"] if data["source"] else None,
        external_id=data["external_id"],
        metadata=data["metadata"],
        request_id=g.request_id,
    )


def _data() -> dict[str, Any]:
    """The submission's fields, from JSON or from a bare body with its few facts in the query."""
    if request.mimetype == "application/json":
        return reading.json_body(_schema)
    if request.mimetype not in ("text/plain", "text/html"):
        raise ProblemError("unsupported_media_type", "Send application/json, text/plain or text/html.")
    bare: dict[str, Any] = {"text" if request.mimetype == "text/plain" else "html": reading.text_body()}
    for parameter in ("title", "url"):
        if parameter in request.args:
            bare[parameter] = request.args[parameter]
    if "source" in request.args:
        bare["source"] = {"name": request.args["source"]}
    return reading.validated(_schema, bare)


def _extracted(data: dict[str, Any]) -> dict[str, Any]:
    """The fields with the page replaced by its text."""
    try:
        page = extraction.text_of(data["html"])
    except extraction.NoTextError as error:
        raise ProblemError("too_short", "No article text was found in the page.") from error
    return {**data, "text": page.text, "title": data["title"] or page.title}


def _json(value: dict[str, Any]) -> Response:
    return Response(orjson.dumps(value), content_type="application/json")
