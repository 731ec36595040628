"""Stories that turn out to be one become one; the older of the two goes on."""

from __future__ import annotations

from collections.abc import Sequence

from nutgraf.codec import decode, encode
from nutgraf.json_logging import get_logger
from nutgraf.nlp.multi_document import Centroid, merged_centroid, should_merge
from nutgraf.store import StoryStore

log = get_logger()

Story = tuple[str, Centroid]


def merge_with_near(
    tenant: str, token: str, grown: Story, near: Sequence[Story], stories: StoryStore
) -> None:
    """A story that has just grown may turn out to be one of those that its new article came near to."""
    for other in near:
        if other[0] != grown[0] and _alike(grown, other, stories) is not None:
            grown = _merge(tenant, token, grown, other, stories) or grown


def merge_grown_stories(tenant: str, token: str, grown: Sequence[str], stories: StoryStore) -> bool:
    """Compare stories that have grown with those near to them, and merge the most alike first.

    What an article was compared with when it came in depends on what had come in before; this does not, so
    the stories depend less on the order of arrival. A story that was merged has grown, and is compared again.

    Returns:
        False when another worker has taken over.
    """
    pairs = {}
    for story, raw in stories.groups(grown):
        own = (story, decode(Centroid, raw))
        for identifier, group in stories.candidates(tenant, own[1].anchors()):
            other = (identifier, decode(Centroid, group))
            likeness = None if identifier == story else _alike(own, other, stories)
            if likeness is not None:
                older, younger = sorted((own, other))
                pairs[older[0], younger[0]] = (-likeness, older, younger)
    merged: set[str] = set()
    for _, one, other in sorted(pairs.values(), key=lambda pair: (pair[0], pair[1][0], pair[2][0])):
        if not merged & {one[0], other[0]} and _merge(tenant, token, one, other, stories):
            merged |= {one[0], other[0]}
    alone = [story for story in grown if story not in merged]
    return not alone or stories.mark_compared(tenant, token, alone)


def _alike(one: Story, other: Story, stories: StoryStore) -> float | None:
    """How alike two stories are that are one; None if they are two."""
    why = should_merge(one[1], other[1], stories.window_seconds * 1000)
    return None if why is None else why.score


def _merge(tenant: str, token: str, one: Story, other: Story, stories: StoryStore) -> Story | None:
    """The story that two have become; None when that can't be done any more."""
    keep, drop = sorted((one[0], other[0]))
    both = merged_centroid(one[1], other[1])
    if not stories.merge(tenant, token, keep, drop, encode(both)):
        return None
    log.info("stories merged", story_id=keep, absorbed=drop)
    return keep, both
