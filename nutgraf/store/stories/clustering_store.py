"""Grouping in Redis: which articles belong together, each change one atomic step.

One worker at a time holds a tenant's stories, proved by its token.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from typing import Any

import redis

from nutgraf import identifiers
from nutgraf.settings import Settings
from nutgraf.store.redis.connection import reaching_redis
from nutgraf.store.redis.lua_scripts import LuaScripts
from nutgraf.store.stories.records import (
    ANALYSIS_EXTRAS,
    ClusteringBatch,
    StoredArticle,
    StoryAssignment,
    SupersededEdition,
    stored_article_from,
)

CANDIDATES = 12
"""Stories that an article is compared with."""

BATCH = 32

_ARTICLE = ("tenant", "status", "fields", "text", "analysis", "created_at", "story", "match")
_ANALYSED_AS = ("fingerprint", "digest")


class StoryClusteringStore:
    """Groups articles and merges stories."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self.window_seconds = settings.story_window_seconds
        self._client = client
        self._run = LuaScripts(client, settings)

    def take(self, tenant: str, token: str) -> ClusteringBatch | None:
        """The tenant's next articles to group and, once there are none, its stories that have grown.

        The caller holds the tenant's stories for a lease, until nothing is given.

        Returns:
            None when there is nothing to do, or another worker does it.

        Raises:
            StoreUnavailableError.
        """
        _, articles, grown = self._run("stories/lock", tenant, token, BATCH)
        return ClusteringBatch(_names(articles), _names(grown)) if articles or grown else None

    def release(self, tenant: str, token: str) -> None:
        """Let another worker go on with the tenant's articles.

        Raises:
            StoreUnavailableError.
        """
        self._run("stories/release", tenant, token)

    def articles(self, ids: Sequence[str], tenant: str) -> list[StoredArticle | None]:
        """The articles, in the order of their ids; None for one that is not completed, or gone.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            pipeline = self._client.pipeline(transaction=False)
            for identifier in ids:
                pipeline.hmget(f"ng:article:{identifier}", *_ARTICLE, *_ANALYSED_AS)
            rows = pipeline.execute()
            made = [tuple((part or b"").decode() for part in row[len(_ARTICLE) :]) for row in rows]
            keys = [
                f"ng:analysis:{tenant}:{':'.join(parts)}:{name}" for name in ANALYSIS_EXTRAS for parts in made
            ]
            asides: Any = self._client.mget(keys) if keys else []
        return [
            stored_article_from(identifier, row[: len(_ARTICLE)], tenant, aside)
            for identifier, row, *aside in zip(
                ids, rows, asides[: len(rows)], asides[len(rows) :], strict=True
            )
        ]

    def candidates(self, tenant: str, terms: Sequence[str]) -> list[tuple[str, bytes]]:
        """Stories that share some of the terms, those that share most first, with their centroids as JSON.

        Raises:
            StoreUnavailableError.
        """
        answer = self._run("stories/candidates", tenant, CANDIDATES, *terms)
        return [(answer[i].decode(), answer[i + 1]) for i in range(0, len(answer), 2)]

    def groups(self, stories: Sequence[str]) -> list[tuple[str, bytes]]:
        """Those of the stories that have a centroid, with it as JSON.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            pipeline = self._client.pipeline(transaction=False)
            for story in stories:
                pipeline.hget(f"ng:story:{story}", "group")
            found = pipeline.execute()
        return [(story, group) for story, group in zip(stories, found, strict=True) if group]

    def edition(self, tenant: str, names: Sequence[str]) -> str | None:
        """The id of the latest article of the same external id or URL.

        Raises:
            StoreUnavailableError.
        """
        if not names:
            return None
        with reaching_redis():
            found: Any = self._client.mget([f"ng:edition:{tenant}:{name}" for name in names])
        return next((identifier.decode() for identifier in found if identifier), None)

    def join(self, tenant: str, token: str, joining: StoryAssignment) -> bool:
        """Put an article into a story; False when the lock was lost and nothing was changed.

        Raises:
            StoreUnavailableError.
        """
        return bool(
            self._run(
                "stories/join", tenant, token, joining.article, identifiers.milliseconds(joining.article),
                joining.story, joining.group, joining.match, joining.replaces or "", joining.revised,
                json.dumps(list(joining.editions)), *joining.terms,
            )
        )  # fmt: skip

    def mark_superseded(self, tenant: str, token: str, yielding: SupersededEdition) -> bool:
        """Point an earlier edition to the story of the later one; False when the lock was lost.

        Raises:
            StoreUnavailableError.
        """
        return bool(
            self._run(
                "stories/supersede", tenant, token, yielding.article, yielding.later, yielding.story,
                yielding.revised, json.dumps(list(yielding.editions)),
            )
        )  # fmt: skip

    def mark_compared(self, tenant: str, token: str, stories: Sequence[str]) -> bool:
        """Note that grown stories were compared with those near to them; False when the lock was lost.

        Raises:
            StoreUnavailableError.
        """
        return bool(self._run("stories/mark_compared", tenant, token, *stories))

    def skip(self, tenant: str, article: str) -> None:
        """Stop waiting for an article that can't be grouped."""
        self._run("stories/skip", tenant, article)

    def merge(self, tenant: str, token: str, story: str, absorbed: str, group: bytes) -> bool:
        """Make two stories one; False when that can't be done any more and nothing was changed.

        Raises:
            StoreUnavailableError.
        """
        return bool(self._run("stories/merge", tenant, token, story, absorbed, group))


def new_token() -> str:
    """What tells one holder of a tenant's stories from another."""
    return secrets.token_hex(16)


def _names(raw: Sequence[bytes]) -> tuple[str, ...]:
    return tuple(name.decode() for name in raw)
