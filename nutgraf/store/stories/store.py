"""Stories in Redis: what the articles that belong together say, each change one atomic step."""

from __future__ import annotations

from typing import Any

from nutgraf.store.redis.connection import reaching_redis
from nutgraf.store.stories.clustering_store import BATCH, StoryClusteringStore
from nutgraf.store.stories.records import (
    PUBLISHED_FIELDS,
    StoredStory,
    StoryPage,
    StoryRevision,
    StoryState,
    stored_story_from,
)

AT_ONCE = 64
"""Stories that are being told at once at most."""

_LATEST = 50


class StoryUnknownError(Exception):
    """The tenant has no such story."""


class StoryStore(StoryClusteringStore):
    """Groups, merges, tells and hands out stories."""

    def state(self, story: str) -> StoryState | None:
        """What is to be compared; None when the story is no more.

        Raises:
            StoreUnavailableError.
        """
        key = f"ng:story:{story}"
        with reaching_redis():
            owner: Any = self._client.hget(key, "tenant")
            if owner is None:
                return None
            members = f"ng:index:{owner.decode()}:story:{story}"
            pipeline = self._client.pipeline(transaction=True)
            pipeline.hmget(key, "version", "shrunk", "revision", "group", "document")
            pipeline.zrevrange(members, 0, _LATEST - 1)
            pipeline.zcard(members)
            (version, shrunk, revision, group, document), ids, total = pipeline.execute()
        if version is None:
            return None
        return StoryState(
            id=story,
            tenant=owner.decode(),
            version=int(version),
            shrunk=int(shrunk or 0),
            revision=int(revision),
            group=group,
            document=document,
            articles=tuple(identifier.decode() for identifier in reversed(ids)),
            total=total,
        )

    def publish(self, state: StoryState, telling: StoryRevision, seconds: float) -> int:
        """Tell a story anew, and let it rest in proportion to the ``seconds`` it took, while articles wait.

        Returns:
            The revision; 0 when there is nothing to tell; -1 when the story has lost an article or was told
            since ``state`` was read, and nothing was changed: it will be handed out again.

        Raises:
            StoreUnavailableError.
        """
        return int(
            self._run(
                "stories/publish", state.tenant, state.id, state.version, state.shrunk, state.revision,
                telling.document, telling.group, telling.facts, "1" if telling.conflict else "0",
                int(seconds * 1000),
            )
        )  # fmt: skip

    def tenants_with_pending(self) -> tuple[str, ...]:
        """Tenants with articles to group; the caller must send a nudge for each.

        Raises:
            StoreUnavailableError.
        """
        return tuple(tenant.decode() for tenant in self._run("stories/pending_tenants", BATCH))

    def due_stories(self) -> tuple[str, ...]:
        """Stories that are due to be told; the caller must send a nudge for each.

        Raises:
            StoreUnavailableError.
        """
        return tuple(story.decode() for story in self._run("stories/due", AT_ONCE))

    def read(self, story: str, tenant: str) -> StoredStory:
        """A story as it was told last; one that was merged into another answers as that one.

        Raises:
            StoryUnknownError, StoreUnavailableError.
        """
        with reaching_redis():
            for _ in range(_LATEST):
                row: Any = self._client.hmget(f"ng:story:{story}", "tenant", "merged_into", *PUBLISHED_FIELDS)
                if row[0] != tenant.encode():
                    raise StoryUnknownError
                if row[1] is None:
                    break
                story = row[1].decode()
        if row[2] is None:
            raise StoryUnknownError
        return stored_story_from(story, row[2:])

    def page(self, tenant: str, limit: int, cursor: str | None) -> StoryPage:
        """The tenant's stories, those with the latest article first.

        Raises:
            StoreUnavailableError.
        """
        upper, _, last = (cursor or "+inf").partition(":")
        with reaching_redis():
            rows: Any = self._client.zrevrangebyscore(
                f"ng:stories:{tenant}", upper, "-inf", start=0, num=limit + _LATEST, withscores=True
            )
            fresh = [
                (key.decode(), score)
                for key, score in rows
                if not last or (score, key.decode()) < (float(upper), last)
            ]
            chosen = fresh[:limit]
            pipeline = self._client.pipeline(transaction=False)
            for identifier, _ in chosen:
                pipeline.hmget(f"ng:story:{identifier}", *PUBLISHED_FIELDS)
            told = pipeline.execute()
        stories = tuple(
            stored_story_from(identifier, row)
            for (identifier, _), row in zip(chosen, told, strict=True)
            if row[0] is not None
        )
        more = len(fresh) > limit
        return StoryPage(stories, f"{chosen[-1][1]:.0f}:{chosen[-1][0]}" if more else None)
