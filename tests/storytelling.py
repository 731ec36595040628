"""What workers do about stories, done at once."""

from __future__ import annotations

from nutgraf.store import Store
from workers.clustering import group_articles
from workers.pipeline import SHIPPED_MODELS
from workers.pipeline.comparing import Rarity
from workers.telling import tell_story

RARITY = Rarity.load(SHIPPED_MODELS / "stories" / "rarity.json")


def tend(store: Store, tenant: str = "default") -> None:
    """Group a tenant's articles, and tell whatever stories are due."""
    group_articles(tenant, store.stories, RARITY)
    while due := store.stories.hand_out():
        for story in due:
            tell_story(story, store.stories, RARITY)
