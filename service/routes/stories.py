"""Stories: what several reports of one event say together."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, g, request

from nutgraf.codec import timestamp
from nutgraf.json_views import story_view
from nutgraf.model import Submission
from nutgraf.queue import BrokerUnavailableError
from nutgraf.store import ArticleGoneError, ArticleUnknownError, ComparisonInput, StoredStory
from service.dependencies import Dependencies, dependencies
from service.http import offset_units, rate_limits, request_parsing
from service.http.json_response import json_response
from service.http.problems import ProblemError
from service.http.request_parsing import OffsetUnit
from service.operation import OFFSET_UNIT, operation
from service.schemas.story import (
    ComparisonSchema,
    StoryListQuerySchema,
    StoryListSchema,
    StoryQuerySchema,
    StorySchema,
)
from service.submission import accept

blueprint = Blueprint("stories", __name__, url_prefix="/v1")

_OTHERS = ("offset_unit",)


@blueprint.get("/stories")
@operation(
    "List stories, those with the latest articles first",
    scope="read",
    query=StoryListQuerySchema,
    parameters=(OFFSET_UNIT,),
    answers={200: StoryListSchema},
    problems=("validation", "store_unavailable"),
)
def browse() -> Response:
    """Answer with a page of the caller's stories; an article that is alone is no story."""
    deps, unit = dependencies(), request_parsing.offset_unit()
    query = request_parsing.validate_json(StoryListQuerySchema(), _given())
    page = deps.store.stories.page(g.tenant, query["limit"], query["cursor"])
    items = [_document(deps, story, 0, unit) for story in page.documents]
    return json_response({"items": items, "next_cursor": page.cursor})


@blueprint.get("/stories/<story:identifier>")
@operation(
    "Read a story",
    scope="read",
    query=StoryQuerySchema,
    parameters=(OFFSET_UNIT,),
    answers={200: StorySchema},
    problems=("validation", "not_found", "store_unavailable"),
    conditional=True,
)
def read(identifier: str) -> Response:
    """Answer with a story, or with what is new in it; one that was merged answers as the one it is in now."""
    deps, unit = dependencies(), request_parsing.offset_unit()
    query = request_parsing.validate_json(StoryQuerySchema(), _given())
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
    answers={200: StorySchema},
    problems=("malformed_json", "validation", "too_short", "too_large", "unsupported_media_type",
              "analysis_timeout", "queue_full", "no_worker", "store_unavailable"),
    priced_by_text=True,
)  # fmt: skip
def compare() -> Response:
    """Answer with what the articles say together, whether or not they report one event."""
    deps = dependencies()
    unit = request_parsing.offset_unit()
    given = request_parsing.json_body(ComparisonSchema())["articles"]
    articles = [accept.build_submission(deps, {**fields, "callback": None}) for fields in given]
    outlines = [_outline(place, article) for place, article in enumerate(articles)]
    rate_limits.spend_quota(
        "submit", sum(rate_limits.quota_units(article.document.text) for article in articles)
    )
    story = {
        "id": None,
        "revision": 0,
        **_seen([article.document.published_at for article in articles]),
        **_compared(deps, outlines),
    }
    texts = {outline.id: (outline.document.text, outline.document.title) for outline in outlines}
    _convert(story, unit, lambda article: texts[article])
    return json_response(story)


def _outline(place: int, article: Submission) -> ComparisonInput:
    return ComparisonInput(article.external_id or f"#{place}", article.source, article.document)


def _seen(moments: list[datetime | None]) -> dict[str, str]:
    known = [moment for moment in moments if moment is not None] or [datetime.now(UTC)]
    return {"first_seen": timestamp(min(known)), "last_seen": timestamp(max(known))}


def _compared(deps: Dependencies, outlines: list[ComparisonInput]) -> dict[str, Any]:
    """A worker's comparison.

    Raises:
        ProblemError: nobody works, nobody could be told, too many wait, or it took too long.
    """
    if deps.store.workers.live() == 0:
        raise ProblemError("no_worker", "Nobody is there to compare the articles.")
    with deps.waiting.try_acquire() as seated:
        if not seated:
            raise ProblemError("queue_full", "Too many callers are waiting; try again later.")
        found = _answer(deps, outlines)
    if found is None:
        seconds = deps.settings.compare_seconds
        raise ProblemError("analysis_timeout", f"The comparison was not done within {seconds:g} seconds.")
    return found


def _answer(deps: Dependencies, outlines: list[ComparisonInput]) -> dict[str, Any] | None:
    identifier = deps.store.comparisons.put(outlines)
    try:
        deps.queue.nudge_comparison(identifier)
    except BrokerUnavailableError as error:
        raise ProblemError("queue_full", "The workers could not be told; try again later.") from error
    return deps.store.comparisons.wait(identifier, deps.settings.compare_seconds)


def _document(deps: Dependencies, stored: StoredStory, since: int, unit: OffsetUnit) -> dict[str, Any]:
    """A story as JSON, less what had been told up to a revision."""
    story = story_view(stored, since)

    def text_of(article: str) -> tuple[str, str]:
        try:
            title, text = deps.store.articles.text(article, g.tenant)
        except (ArticleGoneError, ArticleUnknownError):
            # It went while this was read; the story is being told anew without it.
            return "", ""
        return text, title

    _convert(story, unit, text_of)
    return story


def _convert(story: dict[str, Any], unit: OffsetUnit, text_of: Any) -> None:
    """Give every offset in another unit; each refers to the article that stands beside it, or above."""
    if unit == "codepoint":
        return
    by_article: dict[str, list[Any]] = {}
    _collect(story, None, by_article)
    for article, spans in by_article.items():
        text, title = text_of(article)
        offset_units.convert_offsets({"spans": spans}, text, title, unit)


def _collect(value: Any, article: str | None, found: dict[str, list[Any]]) -> None:
    if isinstance(value, list):
        for item in value:
            _collect(item, article, found)
    elif isinstance(value, dict):
        article = value.get("article_id", article)
        if article is not None and "start" in value and "end" in value:
            found.setdefault(article, []).append(value)
        for inner in value.values():
            _collect(inner, article, found)


def _given() -> dict[str, str]:
    return {name: value for name, value in request.args.items() if name not in _OTHERS}
