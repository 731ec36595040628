"""Publishing of stories.

Rebuild a changed story and publish it as a new revision. Each list item records the revision in which it
first appeared in its present form.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from typing import Any

from nutgraf.codec import encode, to_jsonable
from nutgraf.json_logging import get_logger, log_context
from nutgraf.metrics import metrics
from nutgraf.model.story import FigureState, StoryArticle, StoryComparison
from nutgraf.nlp.multi_document import IdfTable, centroid_of, compare_reports, merged_centroid
from nutgraf.nlp.span_validation import UnprovenSpanError
from nutgraf.store import UNCHANGED_DOCUMENT, StoredArticle, StoryRevision, StoryState, StoryStore
from workers.stories.report_adapter import article_vector_of, report_from

PARTS = ("articles", "summary", "entities", "figures", "quotes", "coverage")
"""Parts of a story that are lists; of the summary, its sentences."""

log = get_logger()


def publish_story(story: str, stories: StoryStore, idf: IdfTable) -> None:
    """Compare the story's articles and publish the result as its next revision. Idempotent.

    A comparison of which a span or a statement cannot be proved is not published; the last revision stays.

    Args:
        story: the story's id.
        stories: the store of stories.
        idf: inverse document frequencies of words.

    Raises:
        StoreUnavailableError: Redis did not answer.
    """
    with log_context(story_id=story):
        began = time.monotonic()
        state = stories.read_state(story)
        if state is None:
            return
        stored = stories.articles(state.articles, state.tenant)
        articles = [article for article in stored if article is not None]
        try:
            content = _build_revision(state, articles, idf)
        except UnprovenSpanError as error:
            # The last revision stays: a story that cannot be proved is not shown.
            log.error("story not proved", span=error.span, fault=error.fault)  # noqa: TRY400 - no text
            metrics().stories_unproven.inc()
            content = StoryRevision(UNCHANGED_DOCUMENT)
        seconds = time.monotonic() - began
        revision = stories.publish(state, content, seconds)
        log.info("story published", revision=revision, articles=len(articles), seconds=round(seconds, 3))


def _build_revision(state: StoryState, articles: Sequence[StoredArticle], idf: IdfTable) -> StoryRevision:
    reports = [report_from(article) for article in articles]
    group = b""
    if state.centroid is None and reports:
        # The centroid was deleted together with an article. Rebuild it from the remaining articles.
        group = encode(
            reduce(merged_centroid, [centroid_of(article_vector_of(article, idf)) for article in articles])
        )
    if len(reports) < 2:  # noqa: PLR2004 - a story needs two articles
        return StoryRevision(b"", group)
    total = state.total - (len(state.articles) - len(articles))
    comparison = compare_reports(reports, idf)
    document = story_document(comparison, articles, state, total=total)
    if document is None:
        return StoryRevision(UNCHANGED_DOCUMENT, group)
    conflicts = new_conflicts(comparison, state)
    facts = event_facts(comparison, state, conflicts, total=total)
    return StoryRevision(document, group, json.dumps(facts).encode(), bool(conflicts))


def story_document(
    comparison: StoryComparison, articles: Sequence[StoredArticle], state: StoryState, total: int
) -> bytes | None:
    """Build the story's JSON.

    It has two keys: ``story`` is the story as the API returns it; ``since`` has, for each of ``PARTS``, the
    revisions in which its items first appeared.

    Args:
        comparison: the comparison of the articles.
        articles: the compared articles.
        state: the story's state, with its last document.
        total: number of articles of the story, including those that were not compared.

    Returns:
        None if it equals the last document.
    """
    matches = {article.id: article.match for article in articles}
    story_articles = tuple(_with_match(article, matches[article.id]) for article in comparison.articles)
    story = to_jsonable(replace(comparison, articles=story_articles, article_count=total))
    last = json.loads(state.document) if state.document else {"story": {}, "since": {}}
    if last["story"] == story:
        return None
    since = {part: _revisions(part, story, last, state.revision + 1) for part in PARTS}
    return json.dumps({"story": story, "since": since}, ensure_ascii=False, separators=(",", ":")).encode()


def event_facts(
    comparison: StoryComparison, state: StoryState, conflicts: Sequence[str], total: int
) -> dict[str, Any]:
    """Return the payload of the event of a new revision, as dict for JSON."""
    known = {article["id"] for article in _last(state).get("articles", [])}
    return {
        "revision": state.revision + 1,
        "title": comparison.title,
        "article_count": total,
        "independent_source_count": comparison.independent_source_count,
        "new_articles": [article.id for article in comparison.articles if article.id not in known],
        "new_conflicts": list(conflicts),
    }


def new_conflicts(comparison: StoryComparison, state: StoryState) -> list[str]:
    """Return the figures that conflict in this revision and did not conflict in the last one."""
    last_figures = _last(state).get("figures", [])
    known = {
        (value["article_id"], value["start"])
        for figure in last_figures
        if figure["state"] == "conflicting"
        for value in figure["values"]
    }
    return [
        figure.what
        for figure in comparison.figures
        if figure.state is FigureState.CONFLICTING
        and not any((value.article_id, value.start) in known for value in figure.values)
    ]


def _last(state: StoryState) -> dict[str, Any]:
    """Return the last published story; empty if there is none."""
    return dict(json.loads(state.document)["story"]) if state.document else {}


def _with_match(article: StoryArticle, match: str | None) -> StoryArticle:
    if not match:
        return article
    fields = json.loads(match)
    return replace(
        article,
        match_score=fields["score"],
        matched_on=tuple(fields["on"]),
        # Articles that a worker of release 1.0 has grouped have none of these.
        agrees=tuple(fields.get("agrees", ())),
        against=tuple(fields.get("against", ())),
    )


def _revisions(part: str, story: dict[str, Any], last: dict[str, Any], revision: int) -> list[int]:
    """Return for each item of a part the revision in which it first appeared in its present form."""
    before = _items(part, last["story"])
    known = {
        json.dumps(item): number for item, number in zip(before, last["since"].get(part, []), strict=False)
    }
    return [known.get(json.dumps(item), revision) for item in _items(part, story)]


def _items(part: str, story: dict[str, Any]) -> list[Any]:
    items = story.get(part, [])
    return list(items.get("sentences", []) if isinstance(items, dict) else items)
