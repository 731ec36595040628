"""Merging of stories about the same event; the older story absorbs the younger one."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.codec import decode, encode
from nutgraf.json_logging import get_logger
from nutgraf.nlp.multi_document import Centroid, merged_centroid, should_merge
from nutgraf.store import StoryStore

log = get_logger()

StoryCentroid = tuple[str, Centroid]
"""Id of a story and its centroid."""


def merge_with_near(
    tenant: str, token: str, grown: StoryCentroid, near: Sequence[StoryCentroid], stories: StoryStore
) -> None:
    """Merge a story that has just grown with the stories near its new article that are the same event."""
    for other in near:
        if other[0] != grown[0] and _merge_score(grown, other, stories) is not None:
            grown = _merge(tenant, token, grown, other, stories) or grown


def merge_grown_stories(tenant: str, token: str, grown: Sequence[str], stories: StoryStore) -> bool:
    """Compare grown stories with those near them and merge the most similar pairs first.

    A new article is compared only with the articles before it. This second pass makes the stories less
    dependent on the order of arrival. A merged story counts as grown and is compared again later.

    Args:
        tenant: the tenant of the stories.
        token: proof of the tenant's lock.
        grown: ids of the stories that have grown.
        stories: the store of stories.

    Returns:
        False if another worker has taken the tenant's lock.
    """
    pairs = {}
    for story, raw in stories.centroids(grown):
        one = (story, decode(Centroid, raw))
        for identifier, group in stories.candidates(tenant, one[1].anchors()):
            other = (identifier, decode(Centroid, group))
            score = None if identifier == story else _merge_score(one, other, stories)
            if score is not None:
                older, younger = sorted((one, other))
                pairs[older[0], younger[0]] = (-score, older, younger)
    merged: set[str] = set()
    for _, one, other in sorted(pairs.values(), key=lambda pair: (pair[0], pair[1][0], pair[2][0])):
        if not merged & {one[0], other[0]} and _merge(tenant, token, one, other, stories):
            merged |= {one[0], other[0]}
    unmerged = [story for story in grown if story not in merged]
    return not unmerged or stories.mark_compared(tenant, token, unmerged)


def _merge_score(one: StoryCentroid, other: StoryCentroid, stories: StoryStore) -> float | None:
    """Return the similarity of two stories that should be merged; None if they should not."""
    match = should_merge(one[1], other[1], stories.window_seconds * 1000)
    return None if match is None else match.score


def _merge(
    tenant: str, token: str, one: StoryCentroid, other: StoryCentroid, stories: StoryStore
) -> StoryCentroid | None:
    """Merge two stories; None if one has changed meanwhile or the lock was lost."""
    older, younger = sorted((one[0], other[0]))
    centroid = merged_centroid(one[1], other[1])
    if not stories.merge(tenant, token, older, younger, encode(centroid)):
        return None
    log.info("stories merged", story_id=older, absorbed=younger)
    return older, centroid
