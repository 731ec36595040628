"""Routes for stories: list, read and compare without storing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, g, request

from nutgraf.codec import timestamp
from nutgraf.json_views import story_view
from nutgraf.model import Submission
from nutgraf.queue import BrokerUnavailableError, NudgeKind
from nutgraf.store import ArticleGoneError, ArticleUnknownError, ComparisonInput, StoredStory
from service.dependencies import Dependencies, dependencies
from service.http import offset_units, rate_limits, request_parsing
from service.http.json_response import json_response
from service.http.problems import ProblemError
from service.http.request_parsing import OffsetUnit
from service.operation import OFFSET_UNIT, operation
from service.schemas.comparison import ComparisonSchema
from service.schemas.story import (
    StoryListQuerySchema,
    StoryListSchema,
    StoryQuerySchema,
    StorySchema,
)
from service.submission import accept

blueprint = Blueprint("stories", __name__, url_prefix="/v1")

_OTHER_PARAMETERS = ("offset_unit",)


@blueprint.get("/stories")
@operation(
    "List stories, those with the latest articles first",
    scope="read",
    query=StoryListQuerySchema,
    parameters=(OFFSET_UNIT,),
    responses={200: StoryListSchema},
    problems=("validation", "store_unavailable"),
)
def browse() -> Response:
    """Return a page of the caller's stories. A single article is not a story."""
    deps, unit = dependencies(), request_parsing.offset_unit()
    query = request_parsing.validate_json(StoryListQuerySchema(), _query())
    page = deps.store.stories.page(g.tenant, query["limit"], query["cursor"])
    items = [_document(deps, story, 0, unit) for story in page.documents]
    return json_response({"items": items, "next_cursor": page.cursor})


@blueprint.get("/stories/<story:identifier>")
@operation(
    "Read a story",
    scope="read",
    query=StoryQuerySchema,
    parameters=(OFFSET_UNIT,),
    responses={200: StorySchema},
    problems=("validation", "not_found", "store_unavailable"),
    conditional=True,
)
def read(identifier: str) -> Response:
    """Return a story, or only its changes since a revision. For a merged story return the merged one."""
    deps, unit = dependencies(), request_parsing.offset_unit()
    query = request_parsing.validate_json(StoryQuerySchema(), _query())
    story = deps.store.stories.read(identifier, g.tenant)
    response = json_response(_document(deps, story, query["since_revision"], unit))
    response.headers["Cache-Control"] = "private, no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


@blueprint.post("/compare")
@operation(
    "Compare articles at once, without keeping them",
    scope="submit",
    request=ComparisonSchema,
    parameters=(OFFSET_UNIT,),
    responses={200: StorySchema},
    problems=("malformed_json", "validation", "too_short", "too_large", "unsupported_media_type",
              "analysis_timeout", "queue_full", "no_worker", "store_unavailable"),
    priced_by_text=True,
)  # fmt: skip
def compare() -> Response:
    """Compare the articles as if they reported one event."""
    deps = dependencies()
    unit = request_parsing.offset_unit()
    submitted = request_parsing.json_body(ComparisonSchema())["articles"]
    articles = [accept.build_submission(deps, {**fields, "callback": None}) for fields in submitted]
    inputs = [_comparison_input(index, article) for index, article in enumerate(articles)]
    rate_limits.spend_quota(
        "submit", sum(rate_limits.quota_units(article.document.text) for article in articles)
    )
    story = {
        "id": None,
        "revision": 0,
        **_time_range([article.document.published_at for article in articles]),
        "split_from": None,
        "merged_from": [],
        **_compare(deps, inputs),
    }
    texts = {article.id: (article.document.text, article.document.title) for article in inputs}
    _convert(story, unit, lambda article: texts[article])
    return json_response(story)


def _comparison_input(index: int, article: Submission) -> ComparisonInput:
    return ComparisonInput(article.external_id or f"#{index}", article.source, article.document)


def _time_range(published: list[datetime | None]) -> dict[str, str]:
    known = [moment for moment in published if moment is not None] or [datetime.now(UTC)]
    return {"first_seen": timestamp(min(known)), "last_seen": timestamp(max(known))}


def _compare(deps: Dependencies, inputs: list[ComparisonInput]) -> dict[str, Any]:
    """Let a worker compare the articles and return its result.

    Raises:
        ProblemError: ``no_worker``; ``queue_full`` if too many callers wait or the broker is unavailable;
            ``analysis_timeout``.
    """
    if deps.store.workers.live() == 0:
        raise ProblemError("no_worker", "Nobody is there to compare the articles.")
    with deps.waiting_slots.try_acquire() as acquired:
        if not acquired:
            raise ProblemError("queue_full", "Too many callers are waiting; try again later.")
        comparison = _request_comparison(deps, inputs)
    if comparison is None:
        seconds = deps.settings.compare_seconds
        raise ProblemError("analysis_timeout", f"The comparison was not done within {seconds:g} seconds.")
    return comparison


def _request_comparison(deps: Dependencies, inputs: list[ComparisonInput]) -> dict[str, Any] | None:
    identifier = deps.store.comparisons.put(inputs)
    try:
        deps.queue.nudge(NudgeKind.COMPARISON, identifier)
    except BrokerUnavailableError as error:
        raise ProblemError("queue_full", "The workers could not be told; try again later.") from error
    return deps.store.comparisons.wait(identifier, deps.settings.compare_seconds)


def _document(deps: Dependencies, stored: StoredStory, since: int, unit: OffsetUnit) -> dict[str, Any]:
    """Return a story as dict for JSON, without the items that are unchanged since a revision."""
    story = story_view(stored, since)

    def text_of(article: str) -> tuple[str, str]:
        try:
            title, text = deps.store.articles.text(article, g.tenant)
        except (ArticleGoneError, ArticleUnknownError):
            # The article was deleted meanwhile; the story will be published again without it.
            return "", ""
        return text, title

    _convert(story, unit, text_of)
    return story


def _convert(story: dict[str, Any], unit: OffsetUnit, text_of: Any) -> None:
    """Convert every offset in place. It refers to the nearest enclosing or sibling ``article_id``."""
    if unit == "codepoint":
        return
    by_article: dict[str, list[Any]] = {}
    _collect_spans(story, None, by_article)
    for article, spans in by_article.items():
        text, title = text_of(article)
        offset_units.convert_spans(spans, text, title, unit)


def _collect_spans(value: Any, article: str | None, by_article: dict[str, list[Any]]) -> None:
    if isinstance(value, list):
        for item in value:
            _collect_spans(item, article, by_article)
    elif isinstance(value, dict):
        article = value.get("article_id", article)
        if article is not None and "start" in value and "end" in value:
            by_article.setdefault(article, []).append(value)
        for inner in value.values():
            _collect_spans(inner, article, by_article)


def _query() -> dict[str, str]:
    return {name: value for name, value in request.args.items() if name not in _OTHER_PARAMETERS}
