"""Each completed article finds its story.

Any number of workers may do this at once: one of them holds a tenant's grouping at a time.
"""

from __future__ import annotations

import json
import time
from collections.abc import Sequence

from nutgraf import identifiers
from nutgraf.codec import decode, encode
from nutgraf.logs import get_logger
from nutgraf.store import Joining, StoredArticle, StoryStore
from nutgraf.store.stories import new_token
from nutgraf.store.tales import edition_names
from workers.pipeline.comparing import (
    Centroid,
    Match,
    Profile,
    Rarity,
    best,
    centroid_of,
    joined,
    merge,
    profile_of,
)
from workers.reports import read
from workers.revising import changes

log = get_logger()


def group_articles(tenant: str, stories: StoryStore, rarity: Rarity, seconds: float = 30.0) -> None:
    """Group the tenant's articles that wait, unless another worker does; harmless if done twice.

    Args:
        tenant: whose articles.
        stories: where they are kept.
        rarity: how telling words are.
        seconds: after so long the rest is left to the next worker.
    """
    deadline = time.monotonic() + seconds
    token = new_token()
    while waiting := stories.waiting(tenant, token):
        for identifier in waiting:
            (article,) = stories.articles([identifier], tenant)
            if article is None or article.story is not None:
                stories.skip(tenant, identifier)
            elif not _group(tenant, token, article, stories, rarity):
                return
            if time.monotonic() > deadline:
                stories.release(tenant, token)
                return


def _group(tenant: str, token: str, article: StoredArticle, stories: StoryStore, rarity: Rarity) -> bool:
    """Find the article's story, or found one; False when another worker has taken over."""
    profile = profile_of(read(article), rarity)
    near = [(story, decode(Centroid, raw)) for story, raw in stories.candidates(tenant, profile.anchors())]
    earlier = _earlier_edition(tenant, article, stories)
    story, why = _home(article, profile, near, earlier)
    centroid = (
        joined(dict(near)[story], centroid_of(profile)) if story in dict(near) else centroid_of(profile)
    )
    joining = Joining(
        article=article.id,
        story=story,
        group=encode(centroid),
        match=json.dumps({"score": why.score, "on": why.on}).encode() if why else b"",
        terms=profile.anchors(),
        editions=edition_names(article.external_id, article.url),
        replaces=earlier.id if earlier else None,
        revised=_revision(article, earlier),
    )
    if not stories.join(tenant, token, joining):
        return False
    log.info("article grouped", article_id=article.id, story_id=story, score=why.score if why else None)
    _merge(tenant, token, (story, centroid), near, stories)
    return True


def _home(
    article: StoredArticle,
    profile: Profile,
    near: Sequence[tuple[str, Centroid]],
    earlier: StoredArticle | None,
) -> tuple[str, Match | None]:
    """The story to join and why; a later edition stays where the earlier one is."""
    if earlier is not None and earlier.story is not None:
        own = [(story, centroid) for story, centroid in near if story == earlier.story]
        found = best(profile, own)
        if found is not None or own:
            return earlier.story, found[1] if found else None
    found = best(profile, near)
    if found is not None:
        return found
    # The same article always founds the same story, however often this is tried.
    return "sty_" + article.id.removeprefix("art_"), None


def _earlier_edition(tenant: str, article: StoredArticle, stories: StoryStore) -> StoredArticle | None:
    """The article that this one is a changed edition of, if there is one."""
    identifier = stories.edition(tenant, edition_names(article.external_id, article.url))
    if identifier is None or identifiers.milliseconds(identifier) > identifiers.milliseconds(article.id):
        return None
    (earlier,) = stories.articles([identifier], tenant)
    unchanged = earlier is not None and (earlier.text, earlier.title) == (article.text, article.title)
    return None if unchanged or identifier == article.id else earlier


def _revision(article: StoredArticle, earlier: StoredArticle | None) -> bytes:
    """What ``article.revised`` tells; empty when nothing was revised."""
    if earlier is None:
        return b""
    return json.dumps({"previous_id": earlier.id, **changes(earlier.analysis, article.analysis)}).encode()


def _merge(
    tenant: str,
    token: str,
    grown: tuple[str, Centroid],
    near: Sequence[tuple[str, Centroid]],
    stories: StoryStore,
) -> None:
    """A story that has grown may turn out to be another one; the older of the two goes on."""
    story, centroid = grown
    for other, theirs in near:
        if other != story and merge(centroid, theirs) is not None:
            keep, drop = sorted((story, other))
            both = joined(centroid, theirs)
            if stories.merge(tenant, token, keep, drop, encode(both)):
                log.info("stories merged", story_id=keep, absorbed=drop)
                story, centroid = keep, both
