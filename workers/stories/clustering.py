"""Online clustering of articles into stories: each completed article joins a story or founds one.

Several workers may run this at once. A lock in the store lets one of them work on a tenant at a time; its
``token`` proves the lock at every write.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import dataclass

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
from nutgraf.store import (
    ReportCopy,
    StoredArticle,
    StoryAssignment,
    StoryStore,
    SupersededEdition,
    edition_names,
    new_lock_token,
)
from workers.stories.edition_diff import edition_changes
from workers.stories.merging import StoryCentroid, merge_grown_stories, merge_with_near
from workers.stories.report_adapter import article_vector_of
from workers.stories.report_identity import is_same_report, report_name
from workers.stories.story_split import split_grown_stories

log = get_logger()


@dataclass(frozen=True, slots=True)
class _Arrival:
    """Article that joins a story.

    Attributes:
        names: names under which later submissions find it.
        earlier: the edition that it replaces, if there is one.
        revised: JSON of what it changed in that; empty for none.
    """

    article: StoredArticle
    names: Sequence[str]
    earlier: StoredArticle | None
    revised: bytes

    @property
    def replaces(self) -> str | None:
        """Return the id of the earlier edition."""
        return self.earlier.id if self.earlier else None


def cluster_articles(tenant: str, stories: StoryStore, idf: IdfTable, seconds: float = 30.0) -> None:
    """Assign the tenant's waiting articles to stories, then split or merge grown stories. Idempotent.

    Do nothing if another worker holds the tenant's lock.

    Args:
        tenant: the tenant of the articles.
        stories: the store of stories.
        idf: inverse document frequencies of words.
        seconds: time after which the rest is left to the next worker.

    Raises:
        StoreUnavailableError: Redis did not answer.
    """
    deadline = time.monotonic() + seconds
    token = new_lock_token()
    while batch := stories.acquire_batch(tenant, token):
        for identifier in batch.articles:
            (article,) = stories.articles([identifier], tenant)
            if article is None or article.story is not None:
                stories.skip(tenant, identifier)
            elif not _assign(tenant, token, article, stories, idf):
                return
            if time.monotonic() > deadline:
                break
        if batch.grown and not _compare_grown(tenant, token, batch.grown, stories, idf):
            return
        if time.monotonic() > deadline:
            stories.release(tenant, token)
            return


def _compare_grown(tenant: str, token: str, grown: Sequence[str], stories: StoryStore, idf: IdfTable) -> bool:
    """Split or merge grown stories; return False if another worker has the lock."""
    return split_grown_stories(tenant, token, grown, stories, idf) and merge_grown_stories(
        tenant, token, grown, stories
    )


def _assign(tenant: str, token: str, article: StoredArticle, stories: StoryStore, idf: IdfTable) -> bool:
    """Assign an article to its story or to a new one; return False if another worker has the lock."""
    editions = edition_names(article.external_id, article.url)
    other = _latest_edition(tenant, article, editions, stories)
    same = other is not None and is_same_report(other, article)
    if other is not None and not same and other.id > article.id and other.story is not None:
        superseded = SupersededEdition(
            article.id, other.id, other.story, editions, _revision_facts(article, other)
        )
        return stories.mark_superseded(tenant, token, superseded)
    earlier = other if other is not None and not same and other.id < article.id else None
    name = report_name(article)
    alike = stories.latest_edition(tenant, [name]) if name else None
    arrival = _Arrival(
        article,
        names=editions if name is None else (*editions, name),
        earlier=earlier,
        revised=_revision_facts(earlier, article) if earlier else b"",
    )
    for twin in (other.id if other is not None and same else None, alike):
        # An edition with another title takes the place of the earlier one and is no copy of it.
        joined = (
            None if twin in (None, arrival.replaces) else _join_copy(tenant, token, arrival, twin, stories)
        )
        if joined is not None:
            return joined
    return _join_similar(tenant, token, arrival, stories, idf)


def _join_copy(tenant: str, token: str, arrival: _Arrival, twin: str, stories: StoryStore) -> bool | None:
    """Put an article that was sent again into the story of its report; None if that is in no story."""
    copy = ReportCopy(arrival.article.id, twin, arrival.names, arrival.replaces, arrival.revised)
    joined = stories.join_copy(tenant, token, copy)
    if joined:
        log.info("article is a copy of a report", article_id=copy.article, other_id=twin)
    return joined


def _join_similar(tenant: str, token: str, arrival: _Arrival, stories: StoryStore, idf: IdfTable) -> bool:
    """Put an article into the most similar story or a new one; return False if the lock was lost."""
    article = arrival.article
    vector = article_vector_of(article, idf)
    near = [(story, decode(Centroid, raw)) for story, raw in stories.candidates(tenant, vector.anchors())]
    story, match = _choose_story(article, vector, near, arrival.earlier, stories.window_seconds * 1000)
    centroid = centroid_of(vector)
    if story in dict(near):
        centroid = merged_centroid(dict(near)[story], centroid)
    assignment = StoryAssignment(
        article=article.id,
        story=story,
        centroid=encode(centroid),
        match=json.dumps({"score": match.score, "on": match.on}).encode() if match else b"",
        terms=vector.anchors(),
        editions=arrival.names,
        replaces=arrival.replaces,
        revised=arrival.revised,
    )
    if not stories.join(tenant, token, assignment):
        return False
    score = match.score if match else None
    log.info("article assigned to story", article_id=article.id, story_id=story, score=score)
    merge_with_near(tenant, token, (story, centroid), near, stories)
    return True


def _choose_story(
    article: StoredArticle,
    vector: ArticleVector,
    near: Sequence[StoryCentroid],
    earlier: StoredArticle | None,
    window_ms: float,
) -> tuple[str, StoryMatch | None]:
    """Return the id of the story to join, and the match; a later edition stays in its story.

    Args:
        article: the article.
        vector: its vector.
        near: the stories that share words with it.
        earlier: its earlier edition, if there is one.
        window_ms: the time window of a story in milliseconds.
    """
    if earlier is not None and earlier.story is not None:
        of_earlier = [(story, centroid) for story, centroid in near if story == earlier.story]
        if of_earlier:
            found = best_match(vector, of_earlier)
            return earlier.story, found[1] if found else None
    found = best_match(vector, near, window_ms)
    if found is not None:
        return found
    # Derived from the article's id, so that a repeated attempt founds the same story.
    return "sty_" + article.id.removeprefix("art_"), None


def _latest_edition(
    tenant: str, article: StoredArticle, editions: Sequence[str], stories: StoryStore
) -> StoredArticle | None:
    """Return the latest other edition of the article, which may be earlier, later or the same."""
    identifier = stories.latest_edition(tenant, editions)
    if identifier is None or identifier == article.id:
        return None
    (other,) = stories.articles([identifier], tenant)
    return other


def _revision_facts(earlier: StoredArticle, later: StoredArticle) -> bytes:
    """Return the payload of ``article.revised`` as JSON."""
    changes = edition_changes(earlier.analysis, later.analysis)
    return json.dumps({"previous_id": earlier.id, **changes}).encode()
