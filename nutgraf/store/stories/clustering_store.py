"""Store of the assignment of articles to stories; each change is one atomic step.

One worker at a time holds the lock of a tenant's stories, proved by its token.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from typing import Any

import redis

from nutgraf import identifiers
from nutgraf.codec import encode
from nutgraf.settings import Settings
from nutgraf.store.redis.connection import reaching_redis
from nutgraf.store.redis.lua_scripts import LuaScripts
from nutgraf.store.stories.records import (
    ANALYSIS_EXTRAS,
    ClusteringBatch,
    ReportCopy,
    StoredArticle,
    StoryAssignment,
    StoryPart,
    StoryState,
    SupersededEdition,
    stored_article_from,
)

CANDIDATES = 12
"""Stories that an article is compared with."""

BATCH = 32
"""Articles, stories or tenants that one call returns at most."""

NO_REPORT = 2
"""What ``stories/join_copy`` returns if the report stands in no story."""

_ARTICLE_FIELDS = ("tenant", "status", "fields", "text", "analysis", "created_at", "story", "match")
_ANALYSIS_KEY_FIELDS = ("fingerprint", "digest")


class StoryClusteringStore:
    """Store that workers use to group articles and to merge stories."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self.window_seconds = settings.story_window_seconds
        self._client = client
        self._run = LuaScripts(client, settings)

    def acquire_batch(self, tenant: str, token: str) -> ClusteringBatch | None:
        """Lock the tenant's stories for a lease and return the next work.

        Returns:
            Articles to group or, once none waits, stories that have grown. None if there is nothing to do,
            which releases the lock, or if another worker holds it.

        Raises:
            StoreUnavailableError.
        """
        _, articles, grown = self._run("stories/lock", tenant, token, BATCH)
        return ClusteringBatch(_ids(articles), _ids(grown)) if articles or grown else None

    def renew_lock(self, tenant: str, token: str) -> bool:
        """Extend the lease of the tenant's lock; return False if the lock was lost.

        Raises:
            StoreUnavailableError.
        """
        return bool(self._run("stories/renew_lock", tenant, token))

    def release(self, tenant: str, token: str) -> None:
        """Release the tenant's stories before all work is done.

        Raises:
            StoreUnavailableError.
        """
        self._run("stories/release", tenant, token)

    def articles(self, ids: Sequence[str], tenant: str) -> list[StoredArticle | None]:
        """Return articles in the order of their ids; None for one that is gone or not completed.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            pipeline = self._client.pipeline(transaction=False)
            for identifier in ids:
                pipeline.hmget(f"ng:article:{identifier}", *_ARTICLE_FIELDS, *_ANALYSIS_KEY_FIELDS)
            rows = pipeline.execute()
            analyses = [_analysis_key(tenant, *row[len(_ARTICLE_FIELDS) :]) for row in rows]
            keys = [f"{analysis}:{name}" for name in ANALYSIS_EXTRAS for analysis in analyses]
            found: Any = self._client.mget(keys) if keys else []
        return [
            stored_article_from(identifier, row[: len(_ARTICLE_FIELDS)], tenant, extras)
            for identifier, row, *extras in zip(ids, rows, found[: len(ids)], found[len(ids) :], strict=True)
        ]

    def candidates(self, tenant: str, terms: Sequence[str]) -> list[tuple[str, bytes]]:
        """Return the stories that share terms, the most similar first, with their centroids as JSON.

        Raises:
            StoreUnavailableError.
        """
        found = self._run("stories/candidates", tenant, CANDIDATES, *terms)
        return [(story.decode(), centroid) for story, centroid in zip(found[::2], found[1::2], strict=True)]

    def centroids(self, stories: Sequence[str]) -> list[tuple[str, bytes]]:
        """Return the centroids of stories as JSON; a story without one is left out.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            pipeline = self._client.pipeline(transaction=False)
            for story in stories:
                pipeline.hget(f"ng:story:{story}", "group")
            found = pipeline.execute()
        return [(story, centroid) for story, centroid in zip(stories, found, strict=True) if centroid]

    def latest_edition(self, tenant: str, names: Sequence[str]) -> str | None:
        """Return the id of the latest article with one of these names.

        Raises:
            StoreUnavailableError.
        """
        if not names:
            return None
        with reaching_redis():
            found: Any = self._client.mget([f"ng:edition:{tenant}:{name}" for name in names])
        return next((identifier.decode() for identifier in found if identifier), None)

    def join(self, tenant: str, token: str, assignment: StoryAssignment) -> bool:
        """Put an article into a story; return False if the lock was lost and nothing was changed.

        Raises:
            StoreUnavailableError.
        """
        return bool(
            self._run(
                "stories/join", tenant, token, assignment.article,
                identifiers.milliseconds(assignment.article), assignment.story, assignment.centroid,
                assignment.match, assignment.replaces or "", assignment.revised,
                json.dumps(list(assignment.editions)), *assignment.terms,
            )
        )  # fmt: skip

    def join_copy(self, tenant: str, token: str, copy: ReportCopy) -> bool | None:
        """Put a copy of a report into the report's story.

        Returns:
            False if the lock was lost, None if the report stands in no story; then nothing was changed.

        Raises:
            StoreUnavailableError.
        """
        outcome = self._run(
            "stories/join_copy", tenant, token, copy.article, identifiers.milliseconds(copy.article),
            copy.other, copy.replaces or "", copy.revised, json.dumps(list(copy.editions)),
        )  # fmt: skip
        return None if outcome == NO_REPORT else bool(outcome)

    def mark_superseded(self, tenant: str, token: str, edition: SupersededEdition) -> bool:
        """Refer an earlier edition to the story of the later one; return False if the lock was lost.

        Raises:
            StoreUnavailableError.
        """
        return bool(
            self._run(
                "stories/supersede", tenant, token, edition.article, edition.later, edition.story,
                edition.revised, json.dumps(list(edition.editions)),
            )
        )  # fmt: skip

    def mark_compared(self, tenant: str, token: str, stories: Sequence[str]) -> bool:
        """Record that grown stories were compared with similar ones; return False if the lock was lost.

        Raises:
            StoreUnavailableError.
        """
        return bool(self._run("stories/mark_compared", tenant, token, *stories))

    def skip(self, tenant: str, article: str) -> None:
        """Remove an article that can't be grouped from those that wait.

        Raises:
            StoreUnavailableError.
        """
        self._run("stories/skip", tenant, article)

    def merge(self, tenant: str, token: str, story: str, absorbed: str, centroid: bytes) -> bool:
        """Merge ``absorbed`` into ``story``; ``centroid`` is that of both, as JSON.

        Returns:
            False if the lock was lost, a story is gone or the two were parted by a split, and nothing was
            changed.

        Raises:
            StoreUnavailableError.
        """
        return bool(self._run("stories/merge", tenant, token, story, absorbed, centroid))

    def split(
        self, tenant: str, token: str, state: StoryState, centroid: bytes, parts: Sequence[StoryPart]
    ) -> bool:
        """Move articles of a story to new stories; ``centroid`` is that of the articles that stay, as JSON.

        Returns:
            False if the lock was lost or the story has lost an article since ``state`` was read, and nothing
            was changed.

        Raises:
            StoreUnavailableError.
        """
        moving = encode(list(parts))
        return bool(self._run("stories/split", tenant, token, state.id, state.shrunk, centroid, moving))


def new_lock_token() -> str:
    """Return a random token for one worker's lock of a tenant's stories."""
    return secrets.token_hex(16)


def _analysis_key(tenant: str, fingerprint: bytes | None, digest: bytes | None) -> str:
    return f"ng:analysis:{tenant}:{(fingerprint or b'').decode()}:{(digest or b'').decode()}"


def _ids(raw: Sequence[bytes]) -> tuple[str, ...]:
    return tuple(identifier.decode() for identifier in raw)
