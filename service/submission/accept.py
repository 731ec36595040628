"""Submission of an article: parse the request, validate it, store it and notify the workers."""

from __future__ import annotations

from typing import Any

from flask import g, request

from nutgraf.json_logging import get_logger, log_context
from nutgraf.metrics import metrics
from nutgraf.model import Callback, Document, EntityType, Options, PageFacts, Submission
from nutgraf.queue import BrokerUnavailableError, NudgeKind
from nutgraf.store import AcceptedArticle, QueueFullError
from nutgraf.tracing import propagation_headers
from service.dependencies import Dependencies
from service.environ import REQUEST_ID
from service.http import rate_limits, request_parsing, webhook_target
from service.http.problems import ProblemError
from service.schemas.submission import SubmissionSchema
from service.submission import html_extraction

log = get_logger()
_schema = SubmissionSchema()
_ANSWER_PARAMETERS = frozenset({"offset_unit", "explain"})
_FIELD_PARAMETERS = frozenset({"title", "source", "url"})


def parse_submission() -> dict[str, Any]:
    """Parse the fields of the submission: from a JSON body, or from a text or HTML body and the query.

    Raises:
        ProblemError: ``unsupported_media_type``, ``malformed_json``, ``malformed_request`` or ``validation``.
    """
    if request.mimetype == "application/json":
        request_parsing.refuse_other_parameters(_ANSWER_PARAMETERS)
        return request_parsing.json_body(_schema)
    if request.mimetype not in ("text/plain", "text/html"):
        raise ProblemError("unsupported_media_type", "Send application/json, text/plain or text/html.")
    request_parsing.refuse_other_parameters(_ANSWER_PARAMETERS | _FIELD_PARAMETERS)
    fields: dict[str, Any] = {
        "text" if request.mimetype == "text/plain" else "html": request_parsing.text_body()
    }
    for parameter in ("title", "url"):
        if parameter in request.args:
            fields[parameter] = request.args[parameter]
    if "source" in request.args:
        fields["source"] = {"name": request.args["source"]}
    return request_parsing.validate_json(_schema, fields)


def validate_submission(item: Any) -> dict[str, Any]:
    """Validate an item of a batch and return its fields.

    Raises:
        ProblemError: ``validation``.
    """
    return request_parsing.validate_json(_schema, item)


def build_submission(deps: Dependencies, fields: dict[str, Any]) -> Submission:
    """Build the ``Submission`` from validated fields.

    Raises:
        ProblemError: ``too_large`` or ``too_short``; ``webhook_target_forbidden`` for the callback.
    """
    if "html" in fields:
        fields = _with_extracted_text(fields)
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
        page=fields.get("page"),
    )


def accept_submission(
    deps: Dependencies, submission: Submission, identifier: str | None = None
) -> AcceptedArticle:
    """Spend the caller's quota, store the submission and nudge a worker unless the cache has the analysis.

    Args:
        deps: the app's collaborators.
        submission: the validated submission.
        identifier: the id that the article must get; by default a new one. It is added to ``g.accepted``.

    Raises:
        ProblemError: ``rate_limited``.
        QueueFullError: too many articles are unfinished.
        StoreUnavailableError: Redis did not answer.
    """
    rate_limits.spend_quota("submit", rate_limits.quota_units(submission.document.text))
    capabilities = deps.store.workers.capabilities()
    fingerprint = capabilities.pipeline.fingerprint if capabilities else None
    try:
        accepted = deps.store.articles.accept(submission, fingerprint, identifier)
    except QueueFullError:
        metrics().accepted.labels("refused").inc()
        raise
    g.setdefault("accepted", []).append(accepted.id)
    metrics().accepted.labels("cached" if accepted.cached else "queued").inc()
    with log_context(article_id=accepted.id):
        log.info("article accepted", cached=accepted.cached, characters=len(submission.document.text))
        if accepted.nudge is not None:
            _nudge(deps, accepted.nudge)
    return accepted


def _nudge(deps: Dependencies, nudge: str) -> None:
    """Send a nudge; if the broker is unavailable, a sweeper sends it later."""
    try:
        deps.queue.nudge(NudgeKind.ARTICLE, nudge)
    except BrokerUnavailableError as error:
        log.warning("nudge not sent", error=str(error))


def _callback(deps: Dependencies, fields: dict[str, Any] | None) -> Callback | None:
    """Check the callback's URL and ensure that the tenant has a secret to sign it with."""
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


def _with_extracted_text(fields: dict[str, Any]) -> dict[str, Any]:
    """Add the text of the HTML page, and the facts of the page that were not submitted."""
    try:
        page = html_extraction.extract_article(fields["html"])
    except html_extraction.NoTextError as error:
        raise ProblemError("too_short", "No article text was found in the page.") from error
    about = page.about
    found: dict[str, Any] = {
        "title": about.title,
        "url": about.url,
        "source": about.site_name,
        "published_at": about.published_at,
        "language": about.language,
    }
    taken = {name: value for name, value in found.items() if value and not fields[name]}
    facts = PageFacts(author=about.author, **taken)
    if "source" in taken:
        taken["source"] = {"name": taken["source"]}
    return {**fields, **taken, "text": page.text, "page": facts}
