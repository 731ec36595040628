"""From a request to an accepted article."""

from __future__ import annotations

from typing import Any

from flask import g, request

from nutgraf.json_logging import get_logger, log_context
from nutgraf.metrics import metrics
from nutgraf.model import Callback, Document, EntityType, Options, Submission
from nutgraf.queue import BrokerUnavailableError
from nutgraf.store import AcceptedArticle, QueueFullError
from nutgraf.tracing import propagation_headers
from service.dependencies import Dependencies
from service.http import rate_limits, request_parsing, webhook_target
from service.http.problems import ProblemError
from service.middleware.request_log import REQUEST_ID
from service.schemas.submission import SubmissionSchema
from service.submission import html_extraction

log = get_logger()
_schema = SubmissionSchema()


def parse_submission() -> dict[str, Any]:
    """The submission's fields, from JSON or from a bare body with its few facts in the query.

    Raises:
        ProblemError: the body is not one.
    """
    if request.mimetype == "application/json":
        return request_parsing.json_body(_schema)
    if request.mimetype not in ("text/plain", "text/html"):
        raise ProblemError("unsupported_media_type", "Send application/json, text/plain or text/html.")
    bare: dict[str, Any] = {
        "text" if request.mimetype == "text/plain" else "html": request_parsing.text_body()
    }
    for parameter in ("title", "url"):
        if parameter in request.args:
            bare[parameter] = request.args[parameter]
    if "source" in request.args:
        bare["source"] = {"name": request.args["source"]}
    return request_parsing.validate_json(_schema, bare)


def validate_submission(item: Any) -> dict[str, Any]:
    """The fields of a submission that stands within a larger body.

    Raises:
        ProblemError: it is not one.
    """
    return request_parsing.validate_json(_schema, item)


def build_submission(deps: Dependencies, fields: dict[str, Any]) -> Submission:
    """The noun that valid fields stand for.

    Raises:
        ProblemError: the text is too long, too short or not to be found in the page.
    """
    if "html" in fields:
        fields = _extracted(fields)
    _check_length(deps, fields["text"])
    options = Options(
        fields["summary"]["sentence_count"],
        fields["summary"]["order"],
        tuple(sorted({EntityType(kind) for kind in fields["entities"]["types"]})),
        fields["entities"]["min_score"],
    )
    return Submission(
        tenant=g.tenant,
        document=Document(
            fields["text"], fields["title"], fields["published_at"], fields["language"], options
        ),
        url=fields["url"],
        source=fields["source"]["name"] if fields["source"] else None,
        external_id=fields["external_id"],
        metadata=fields["metadata"],
        request_id=request.environ[REQUEST_ID],
        trace=propagation_headers().get("traceparent"),
        callback=_callback(deps, fields["callback"]),
    )


def accept_submission(
    deps: Dependencies, handed_in: Submission, identifier: str | None = None
) -> AcceptedArticle:
    """Keep the submission for good, and tell the workers unless the cache has answered already.

    Its id is added to ``g.accepted``.

    Raises:
        ProblemError: the caller's quota is used up.
        QueueFullError, StoreUnavailableError: as the store says.
    """
    rate_limits.spend_quota("submit", rate_limits.quota_units(handed_in.document.text))
    can = deps.store.workers.capabilities()
    try:
        accepted = deps.store.articles.accept(
            handed_in, can.pipeline.fingerprint if can else None, identifier
        )
    except QueueFullError:
        metrics().accepted.labels("refused").inc()
        raise
    g.setdefault("accepted", []).append(accepted.id)
    metrics().accepted.labels("cached" if accepted.cached else "queued").inc()
    with log_context(article_id=accepted.id):
        log.info("article accepted", cached=accepted.cached, characters=len(handed_in.document.text))
        if accepted.nudge is not None:
            _nudge(deps, accepted.nudge)
    return accepted


def _nudge(deps: Dependencies, nudge: str) -> None:
    """The article is safe already; a nudge that can't be sent now is sent by a sweeper."""
    try:
        deps.queue.nudge(nudge)
    except BrokerUnavailableError as error:
        log.warning("nudge not sent", error=str(error))


def _callback(deps: Dependencies, fields: dict[str, Any] | None) -> Callback | None:
    """Where the article's own webhook goes, and the secret that signs it made sure of."""
    if fields is None:
        return None
    webhook_target.check_webhook_url(deps, fields["url"], "/callback/url")
    deps.store.webhooks.ensure_callback_secret(g.tenant)
    return Callback(fields["url"], tuple(dict.fromkeys(fields["events"])))


def _check_length(deps: Dependencies, text: str) -> None:
    words, settings = len(text.split()), deps.settings
    if len(text) > settings.max_text_characters:
        raise ProblemError("too_large", f"The text is longer than {settings.max_text_characters} characters.")
    if words < settings.min_words:
        raise ProblemError("too_short", f"The text has {words} words; {settings.min_words} are needed.")


def _extracted(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields with the page replaced by its text."""
    try:
        page = html_extraction.extract_article(fields["html"])
    except html_extraction.NoTextError as error:
        raise ProblemError("too_short", "No article text was found in the page.") from error
    return {**fields, "text": page.text, "title": fields["title"] or page.title}
