"""Stories in Redis: which articles belong together and what they say, each change one atomic step."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from typing import Any

import redis

from nutgraf import identifiers
from nutgraf.settings import Settings
from nutgraf.store.connection import reaching_redis
from nutgraf.store.scripts import Scripts
from nutgraf.store.tales import (
    TOLD,
    Joining,
    StoredArticle,
    StoredStory,
    StoryPage,
    StoryState,
    Telling,
    stored_article,
    told_story,
)

CANDIDATES = 12
"""Stories that an article is compared with."""

BATCH = 32
AT_ONCE = 64
"""Stories that are being told at once at most."""

_LATEST = 50


class StoryUnknownError(Exception):
    """The tenant has no such story."""


class StoryStore:
    """Groups, merges, tells and hands out stories."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._run = Scripts(client, settings)

    def waiting(self, tenant: str, token: str) -> tuple[str, ...] | None:
        """The tenant's next articles to group, or None while another worker groups them.

        The caller holds the tenant's stories for a lease, until nothing is given.

        Raises:
            StoreUnavailableError.
        """
        held, ids = self._run("story_take", tenant, token, BATCH)
        return tuple(identifier.decode() for identifier in ids) if held else None

    def release(self, tenant: str, token: str) -> None:
        """Let another worker go on with the tenant's articles.

        Raises:
            StoreUnavailableError.
        """
        self._run("story_release", tenant, token)

    def articles(self, ids: Sequence[str], tenant: str) -> list[StoredArticle | None]:
        """The articles, in the order of their ids; None for one that is not completed, or gone.

        Raises:
            StoreUnavailableError.
        """
        names = ("tenant", "status", "fields", "text", "analysis", "created_at", "story", "match")
        with reaching_redis():
            pipeline = self._client.pipeline(transaction=False)
            for identifier in ids:
                pipeline.hmget(f"ng:article:{identifier}", *names)
            rows = pipeline.execute()
        return [stored_article(identifier, row, tenant) for identifier, row in zip(ids, rows, strict=True)]

    def candidates(self, tenant: str, terms: Sequence[str]) -> list[tuple[str, bytes]]:
        """Stories that share some of the terms, those that share most first, with their centroids as JSON.

        Raises:
            StoreUnavailableError.
        """
        answer = self._run("story_candidates", tenant, CANDIDATES, *terms)
        return [(answer[i].decode(), answer[i + 1]) for i in range(0, len(answer), 2)]

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

    def join(self, tenant: str, token: str, joining: Joining) -> bool:
        """Put an article into a story; False when the lock was lost and nothing was changed.

        Raises:
            StoreUnavailableError.
        """
        return bool(
            self._run(
                "story_join", tenant, token, joining.article, identifiers.milliseconds(joining.article),
                joining.story, joining.group, joining.match, joining.replaces or "", joining.revised,
                json.dumps(list(joining.editions)), *joining.terms,
            )
        )  # fmt: skip

    def skip(self, tenant: str, article: str) -> None:
        """Stop waiting for an article that can't be grouped."""
        self._run("story_skip", tenant, article)

    def merge(self, tenant: str, token: str, story: str, absorbed: str, group: bytes) -> bool:
        """Make two stories one; False when that can't be done any more and nothing was changed.

        Raises:
            StoreUnavailableError.
        """
        return bool(self._run("story_merge", tenant, token, story, absorbed, group))

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

    def publish(self, state: StoryState, telling: Telling, seconds: float) -> int:
        """Tell a story anew, and let it rest in proportion to the ``seconds`` that telling it took.

        Returns:
            The revision; 0 when there is nothing to tell; -1 when the story has lost an article or was told
            since ``state`` was read, and nothing was changed: it will be handed out again.

        Raises:
            StoreUnavailableError.
        """
        return int(
            self._run(
                "story_publish", state.tenant, state.id, state.version, state.shrunk, state.revision,
                telling.document, telling.group, telling.facts, "1" if telling.conflict else "0",
                int(seconds * 1000),
            )
        )  # fmt: skip

    def crowded(self) -> tuple[str, ...]:
        """Tenants with articles to group; the caller must send a nudge for each.

        Raises:
            StoreUnavailableError.
        """
        return tuple(tenant.decode() for tenant in self._run("story_tenants", BATCH))

    def hand_out(self) -> tuple[str, ...]:
        """Stories that are due to be told; the caller must send a nudge for each.

        Raises:
            StoreUnavailableError.
        """
        return tuple(story.decode() for story in self._run("story_hand_out", AT_ONCE))

    def read(self, story: str, tenant: str) -> StoredStory:
        """A story as it was told last; one that was merged into another answers as that one.

        Raises:
            StoryUnknownError, StoreUnavailableError.
        """
        with reaching_redis():
            for _ in range(_LATEST):
                row: Any = self._client.hmget(f"ng:story:{story}", "tenant", "merged_into", *TOLD)
                if row[0] != tenant.encode():
                    raise StoryUnknownError
                if row[1] is None:
                    break
                story = row[1].decode()
        if row[2] is None:
            raise StoryUnknownError
        return told_story(story, row[2:])

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
                pipeline.hmget(f"ng:story:{identifier}", *TOLD)
            told = pipeline.execute()
        stories = tuple(
            told_story(identifier, row)
            for (identifier, _), row in zip(chosen, told, strict=True)
            if row[0] is not None
        )
        more = len(fresh) > limit
        return StoryPage(stories, f"{chosen[-1][1]:.0f}:{chosen[-1][0]}" if more else None)


def new_token() -> str:
    """What tells one holder of a tenant's stories from another."""
    return secrets.token_hex(16)
