"""A story that changed is told anew: as the document that readers get, each part with its revision."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from typing import Any

from nutgraf.codec import encode, to_jsonable
from nutgraf.json_logging import get_logger, log_context
from nutgraf.model.story import FigureState, StoryArticle, StoryComparison
from nutgraf.nlp.multi_document import IdfTable, centroid_of, compare_reports, merged_centroid
from nutgraf.store import StoredArticle, StoryRevision, StoryState, StoryStore
from nutgraf.store.stories.records import UNCHANGED
from workers.stories.report_adapter import article_vector_of, report_from

PARTS = ("articles", "summary", "entities", "figures", "quotes", "coverage")
"""The lists of a story; of the summary its sentences."""

log = get_logger()


def publish_story(story: str, stories: StoryStore, idf: IdfTable) -> None:
    """Compare the story's reports and publish what they say; harmless if done twice.

    Args:
        story: its id.
        stories: where it is kept.
        idf: inverse document frequencies of words.
    """
    with log_context(story_id=story):
        began = time.monotonic()
        state = stories.state(story)
        if state is None:
            return
        found = stories.articles(state.articles, state.tenant)
        articles = [article for article in found if article is not None]
        telling = _telling(state, articles, idf)
        seconds = time.monotonic() - began
        revision = stories.publish(state, telling, seconds)
        log.info("story told", revision=revision, articles=len(articles), seconds=round(seconds, 3))


def _telling(state: StoryState, articles: Sequence[StoredArticle], idf: IdfTable) -> StoryRevision:
    reports = [report_from(article) for article in articles]
    group = b""
    if state.group is None and reports:
        # A deleted article took the centroid along; what is left of it is made of the articles that are left.
        group = encode(
            reduce(merged_centroid, [centroid_of(article_vector_of(article, idf)) for article in articles])
        )
    if len(reports) < 2:  # noqa: PLR2004 - one report is no story
        return StoryRevision(b"", group)
    gone = len(state.articles) - len(articles)
    comparison = compare_reports(reports, idf)
    document = story_document(comparison, articles, state, total=state.total - gone)
    if document is None:
        return StoryRevision(UNCHANGED, group)
    conflicts = new_conflicts(comparison, state)
    facts = event_facts(comparison, state, conflicts, total=state.total - gone)
    return StoryRevision(document, group, json.dumps(facts).encode(), bool(conflicts))


def story_document(
    comparison: StoryComparison, articles: Sequence[StoredArticle], state: StoryState, total: int
) -> bytes | None:
    """The story's JSON: ``story`` as it is answered, and ``since``, for each item of each list its revision.

    Returns:
        None when it says nothing else than the last one.
    """
    matches = {article.id: article.match for article in articles}
    matched = tuple(_matched(article, matches[article.id]) for article in comparison.articles)
    story = to_jsonable(replace(comparison, articles=matched, article_count=total))
    last = json.loads(state.document) if state.document else {"story": {}, "since": {}}
    if last["story"] == story:
        return None
    since = {part: _revisions(part, story, last, state.revision + 1) for part in PARTS}
    return json.dumps({"story": story, "since": since}, ensure_ascii=False, separators=(",", ":")).encode()


def event_facts(
    comparison: StoryComparison, state: StoryState, conflicts: Sequence[str], total: int
) -> dict[str, Any]:
    """What the event of a new revision tells."""
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
    """Figures in which the reports contradict each other, and did not when the story was told last."""
    old = {_places(figure) for figure in _last(state).get("figures", []) if figure["state"] == "conflicting"}
    seen = {place for places in old for place in places}
    return [
        figure.what
        for figure in comparison.figures
        if figure.state is FigureState.CONFLICTING
        and not any((value.article_id, value.start) in seen for value in figure.values)
    ]


def _places(figure: dict[str, Any]) -> tuple[tuple[str, int], ...]:
    return tuple((value["article_id"], value["start"]) for value in figure["values"])


def _last(state: StoryState) -> dict[str, Any]:
    return dict(json.loads(state.document)["story"]) if state.document else {}


def _matched(article: StoryArticle, match: str | None) -> StoryArticle:
    if not match:
        return article
    why = json.loads(match)
    return replace(article, match_score=why["score"], matched_on=tuple(why["on"]))


def _revisions(part: str, story: dict[str, Any], last: dict[str, Any], revision: int) -> list[int]:
    """For each item the revision in which it first stood as it stands now."""
    before = _items(part, last["story"])
    known = {
        json.dumps(item): number for item, number in zip(before, last["since"].get(part, []), strict=False)
    }
    return [known.get(json.dumps(item), revision) for item in _items(part, story)]


def _items(part: str, story: dict[str, Any]) -> list[Any]:
    found = story.get(part, [])
    return list(found.get("sentences", []) if isinstance(found, dict) else found)
