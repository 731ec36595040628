"""Looking through a tenant's articles, page by page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import redis

from nutgraf import identifiers
from nutgraf.model import Article, Status
from nutgraf.store.articles.records import STATE, article_from, story_memberships
from nutgraf.store.redis.connection import members, reaching_redis

CHUNK = 50
PATIENCE = 2000


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """What to look for; everything that is given must hold.

    Attributes:
        limit: the most articles of a page.
        after: the id of the last article of the page before.
        status, source, external_id, story_id: exactly these.
        entity: an entity's name or alias, whatever its case.
        since: accepted at or after this time.
    """

    limit: int = 20
    after: str | None = None
    status: Status | None = None
    source: str | None = None
    external_id: str | None = None
    entity: str | None = None
    story_id: str | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Some articles, and the id to go on after; None at the end.

    A page may be short, or empty, before the end: a rare match is looked for in portions.
    """

    articles: tuple[Article, ...]
    after: str | None


class ArticleSearch:
    """One query over one tenant's index."""

    def __init__(self, client: redis.Redis, tenant: str, query: ArticleQuery) -> None:
        self._client = client
        self._tenant = tenant
        self._query = query

    def page(self) -> ArticlePage:
        """The articles of the next page.

        Raises:
            StoreUnavailableError.
        """
        found: list[Article] = []
        last: str | None = None
        with reaching_redis():
            for seen, (identifier, article) in enumerate(self._candidates(), 1):
                last = identifier
                if article is not None and self._matches(article):
                    found.append(article)
                if len(found) == self._query.limit or seen == PATIENCE:
                    return ArticlePage(tuple(found), last)
        return ArticlePage(tuple(found), None)

    def _candidates(self) -> Iterator[tuple[str, Article | None]]:
        """Ids from the narrowest index, the newest first; None for an article that has expired."""
        index, query = self._index(), self._query
        upper = "+inf" if query.after is None else str(identifiers.milliseconds(query.after))
        lower = "-inf" if query.since is None else str(query.since.timestamp() * 1000)
        offset = 0
        while rows := self._client.zrevrangebyscore(index, upper, lower, start=offset, num=CHUNK):
            offset += len(rows)
            ids = members(rows)
            # Ids and scores tell the same time; within the cursor's own millisecond only the ids tell.
            fresh = [identifier for identifier in ids if query.after is None or identifier < query.after]
            yield from zip(fresh, self._read(fresh), strict=True)

    def _index(self) -> str:
        query = self._query
        if query.story_id is not None:
            return f"ng:index:{self._tenant}:story:{query.story_id}"
        if query.external_id is not None:
            return f"ng:index:{self._tenant}:external_id:{query.external_id}"
        if query.source is not None:
            return f"ng:index:{self._tenant}:source:{query.source}"
        return f"ng:index:{self._tenant}:all"

    def _read(self, ids: list[str]) -> list[Article | None]:
        pipeline = self._client.pipeline(transaction=False)
        for identifier in ids:
            pipeline.hmget(f"ng:article:{identifier}", *STATE)
            pipeline.zrank("ng:queued", identifier)
        answers = pipeline.execute()
        states = [dict(zip(STATE, row, strict=True)) for row in answers[::2]]
        stories = story_memberships(self._client, states)
        return [
            article_from(identifier, state, rank, story) if state["tenant"] else None
            for identifier, state, rank, story in zip(ids, states, answers[1::2], stories, strict=True)
        ]

    def _matches(self, article: Article) -> bool:
        query = self._query
        return (
            (query.status is None or article.status is query.status)
            and (query.source is None or article.source == query.source)
            and (query.external_id is None or article.external_id == query.external_id)
            and (query.entity is None or _names(article, query.entity.casefold()))
        )


def _names(article: Article, wanted: str) -> bool:
    """Whether the analysis has an entity of that name or alias."""
    if article.analysis is None:
        return False
    for entity in json.loads(article.analysis)["entities"]:
        if wanted in (entity["name"].casefold(), *(alias["text"].casefold() for alias in entity["aliases"])):
            return True
    return False
