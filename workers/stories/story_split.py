"""Splitting of stories that turn out to be several events; the larger part stays the story."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from nutgraf import identifiers
from nutgraf.codec import encode
from nutgraf.json_logging import get_logger
from nutgraf.nlp.multi_document import (
    ArticleVector,
    Centroid,
    IdfTable,
    centroid_of,
    merged_centroid,
    split_story,
)
from nutgraf.store import StoryPart, StoryState, StoryStore
from workers.stories.report_adapter import article_vector_of

log = get_logger()

Member = tuple[str, ArticleVector]
"""Id of an article and its vector."""


def split_grown_stories(
    tenant: str, token: str, grown: Sequence[str], stories: StoryStore, idf: IdfTable
) -> bool:
    """Split the stories whose latest articles are of several events.

    Args:
        tenant: the tenant of the stories.
        token: proof of the tenant's lock.
        grown: ids of the stories that have grown.
        stories: the store of stories.
        idf: inverse document frequencies of words.

    Returns:
        False if another worker has taken the tenant's lock.

    Raises:
        StoreUnavailableError: Redis did not answer.
    """
    for story in grown:
        state = stories.read_state(story)
        if state is not None and state.total > 1:
            _split(token, state, stories, idf)
        if not stories.renew_lock(tenant, token):
            return False
    return True


def _split(token: str, state: StoryState, stories: StoryStore, idf: IdfTable) -> None:
    """Split a story if its articles are of several events."""
    found = stories.articles(state.articles, state.tenant)
    members = [(article.id, article_vector_of(article, idf)) for article in found if article is not None]
    partition = split_story([vector for _, vector in members], stories.window_seconds * 1000)
    staying = choose_staying(partition, whole=state.total == len(state.articles))
    moving = [group for group in partition if group != staying]
    if not moving:
        return
    parts = [_part([members[index] for index in group]) for group in moving]
    centroid = encode(_centroid([members[index] for index in staying]))
    if stories.split(state.tenant, token, state, centroid, parts):
        log.info("story split", story_id=state.id, parts=[part.story for part in parts])


def choose_staying(partition: Sequence[tuple[int, ...]], *, whole: bool) -> tuple[int, ...]:
    """Return the group that stays the story: the largest one, and of equal ones the oldest.

    Args:
        partition: groups of indices of articles, the oldest first.
        whole: whether these are all articles of the story. Otherwise the oldest group stays, for it is the
            nearest to the older articles that were not compared.
    """
    return max(partition, key=lambda group: (len(group) if whole else 0, -min(group)), default=())


def _part(members: Sequence[Member]) -> StoryPart:
    terms = dict.fromkeys(term for _, vector in members for term in vector.anchors())
    return StoryPart(
        story=identifiers.new("sty"),
        articles=tuple(article for article, _ in members),
        centroid=encode(_centroid(members)).decode(),
        terms=tuple(terms),
    )


def _centroid(members: Sequence[Member]) -> Centroid:
    return reduce(merged_centroid, [centroid_of(vector) for _, vector in members])
