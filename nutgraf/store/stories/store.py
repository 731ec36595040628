"""Store of stories; each change is one atomic step."""

from __future__ import annotations

from typing import Any

from nutgraf.store.redis.connection import reaching_redis
from nutgraf.store.stories.clustering_store import BATCH, StoryClusteringStore
from nutgraf.store.stories.published_story import (
    PUBLISHED_FIELDS,
    StoredStory,
    StoryPage,
    stored_story_from,
)
from nutgraf.store.stories.records import StoryRevision, StoryState

MOST_PUBLISHING = 64
"""Stories that all workers together publish at once at most."""

MOST_COMPARED = 50
"""Articles of a story that are compared: the latest."""

_MOST_MERGES = 50  # merged stories that a read follows one after another
_MOST_AT_CURSOR = 50  # stories with the same score as the cursor that a page skips


class StoryUnknownError(Exception):
    """The tenant has no such story."""


class StoryStore(StoryClusteringStore):
    """Store of stories: clustering, merging, publishing and reading."""

    def read_state(self, story: str) -> StoryState | None:
        """Read the state on which a comparison is based; None if the story is gone.

        Copies take the place of articles that have expired.

        Raises:
            StoreUnavailableError.
        """
        key = f"ng:story:{story}"
        with reaching_redis():
            owner: Any = self._client.hget(key, "tenant")
            if owner is None:
                return None
            self._run("stories/hand_over_expired", owner, story, MOST_COMPARED)
            members = f"ng:index:{owner.decode()}:story:{story}"
            pipeline = self._client.pipeline(transaction=True)
            pipeline.hmget(key, "version", "shrunk", "revision", "group", "document")
            pipeline.zrevrange(members, 0, MOST_COMPARED - 1)
            pipeline.zcard(members)
            (version, shrunk, revision, centroid, document), ids, total = pipeline.execute()
        if version is None:
            return None
        return StoryState(
            id=story,
            tenant=owner.decode(),
            version=int(version),
            shrunk=int(shrunk or 0),
            revision=int(revision),
            centroid=centroid,
            document=document,
            articles=tuple(identifier.decode() for identifier in reversed(ids)),
            total=total,
        )

    def publish(self, state: StoryState, revision: StoryRevision, seconds: float) -> int:
        """Publish a new revision of a story.

        While articles wait, the story is not published again for a time in proportion to ``seconds``.

        Args:
            state: on which the revision is based.
            revision: to publish.
            seconds: that the comparison took.

        Returns:
            The revision's number; 0 if nothing is to be published; -1 if the story is gone, lost an article
            or was published since ``state`` was read. Then nothing is published, and an existing story is
            queued again.

        Raises:
            StoreUnavailableError.
        """
        return int(
            self._run(
                "stories/publish", state.tenant, state.id, state.version, state.shrunk, state.revision,
                revision.document, revision.centroid, revision.facts,
                "1" if revision.conflict else "0",
                int(seconds * 1000),
            )
        )  # fmt: skip

    def tenants_with_pending(self) -> tuple[str, ...]:
        """Lease the tenants with articles to group or a merge pass due; the caller must nudge for each.

        Raises:
            StoreUnavailableError.
        """
        return tuple(tenant.decode() for tenant in self._run("stories/pending_tenants", BATCH))

    def due_stories(self) -> tuple[str, ...]:
        """Lease the stories that are due to be published; the caller must send a nudge for each.

        Raises:
            StoreUnavailableError.
        """
        return tuple(story.decode() for story in self._run("stories/due", MOST_PUBLISHING))

    def read(self, story: str, tenant: str) -> StoredStory:
        """Return a published story; for one that was merged into another, that one.

        Raises:
            StoryUnknownError, StoreUnavailableError.
        """
        with reaching_redis():
            for _ in range(_MOST_MERGES):
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
        """Return a page of the tenant's published stories, the one with the latest article first.

        Raises:
            StoreUnavailableError.
        """
        upper, _, last = (cursor or "+inf").partition(":")
        with reaching_redis():
            rows: Any = self._client.zrevrangebyscore(
                f"ng:stories:{tenant}", upper, "-inf", start=0, num=limit + _MOST_AT_CURSOR, withscores=True
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
            records = pipeline.execute()
        stories = tuple(
            stored_story_from(identifier, row)
            for (identifier, _), row in zip(chosen, records, strict=True)
            if row[0] is not None
        )
        more = len(fresh) > limit
        return StoryPage(stories, f"{chosen[-1][1]:.0f}:{chosen[-1][0]}" if more else None)
