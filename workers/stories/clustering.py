"""Each completed article finds its story, and stories that turn out to be one become one.

Any number of workers may do this at once: one of them holds a tenant's grouping at a time.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence

from nutgraf.codec import decode, encode
from nutgraf.json_logging import get_logger
from nutgraf.nlp.multi_document import (
    ArticleVector,
    Centroid,
    IdfTable,
    StoryMatch,
    best_match,
    centroid_of,
    merged_centroid,
)
from nutgraf.store import StoredArticle, StoryAssignment, StoryStore, SupersededEdition
from nutgraf.store.stories.clustering_store import new_token
from nutgraf.store.stories.records import edition_names
from workers.stories.edition_diff import edition_changes
from workers.stories.merging import merge_grown_stories, merge_with_near
from workers.stories.report_adapter import article_vector_of

log = get_logger()

Near = Sequence[tuple[str, Centroid]]


def group_articles(tenant: str, stories: StoryStore, idf: IdfTable, seconds: float = 30.0) -> None:
    """Group the tenant's articles that wait, unless another worker does; harmless if done twice.

    Then the stories that have grown are compared with those near to them, each at most once in a while.

    Args:
        tenant: whose articles.
        stories: where they are kept.
        idf: inverse document frequencies of words.
        seconds: after so long the rest is left to the next worker.
    """
    deadline = time.monotonic() + seconds
    token = new_token()
    while work := stories.take(tenant, token):
        for identifier in work.articles:
            (article,) = stories.articles([identifier], tenant)
            if article is None or article.story is not None:
                stories.skip(tenant, identifier)
            elif not _group(tenant, token, article, stories, idf):
                return
            if time.monotonic() > deadline:
                break
        if work.grown and not merge_grown_stories(tenant, token, work.grown, stories):
            return
        if time.monotonic() > deadline:
            stories.release(tenant, token)
            return


def _group(tenant: str, token: str, article: StoredArticle, stories: StoryStore, idf: IdfTable) -> bool:
    """Find the article's story, or found one; False when another worker has taken over."""
    editions = edition_names(article.external_id, article.url)
    other = _other_edition(tenant, article, editions, stories)
    if other is not None and other.id > article.id and other.story is not None:
        revised = _revision(article, other)
        return stories.mark_superseded(
            tenant, token, SupersededEdition(article.id, other.id, other.story, editions, revised)
        )
    earlier = other if other is not None and other.id < article.id else None
    profile = article_vector_of(article, idf)
    near = [(story, decode(Centroid, raw)) for story, raw in stories.candidates(tenant, profile.anchors())]
    story, why = _home(article, profile, near, earlier, stories.window_seconds * 1000)
    centroid = (
        merged_centroid(dict(near)[story], centroid_of(profile))
        if story in dict(near)
        else centroid_of(profile)
    )
    joining = StoryAssignment(
        article=article.id,
        story=story,
        group=encode(centroid),
        match=json.dumps({"score": why.score, "on": why.on}).encode() if why else b"",
        terms=profile.anchors(),
        editions=editions,
        replaces=earlier.id if earlier else None,
        revised=_revision(earlier, article) if earlier else b"",
    )
    if not stories.join(tenant, token, joining):
        return False
    log.info("article grouped", article_id=article.id, story_id=story, score=why.score if why else None)
    merge_with_near(tenant, token, (story, centroid), near, stories)
    return True


def _home(
    article: StoredArticle,
    profile: ArticleVector,
    near: Near,
    earlier: StoredArticle | None,
    window_ms: float,
) -> tuple[str, StoryMatch | None]:
    """The story to join and why; a later edition stays where the earlier one is."""
    if earlier is not None and earlier.story is not None:
        own = [(story, centroid) for story, centroid in near if story == earlier.story]
        if own:
            found = best_match(profile, own)
            return earlier.story, found[1] if found else None
    found = best_match(profile, near, window_ms)
    if found is not None:
        return found
    # The same article always founds the same story, however often this is tried.
    return "sty_" + article.id.removeprefix("art_"), None


def _other_edition(
    tenant: str, article: StoredArticle, editions: Sequence[str], stories: StoryStore
) -> StoredArticle | None:
    """The article's latest edition that says something else, if there is one; it may be the later one."""
    identifier = stories.edition(tenant, editions)
    if identifier is None or identifier == article.id:
        return None
    (other,) = stories.articles([identifier], tenant)
    unchanged = other is not None and (other.text, other.title) == (article.text, article.title)
    return None if unchanged else other


def _revision(earlier: StoredArticle, later: StoredArticle) -> bytes:
    """What ``article.revised`` tells."""
    return json.dumps(
        {"previous_id": earlier.id, **edition_changes(earlier.analysis, later.analysis)}
    ).encode()
