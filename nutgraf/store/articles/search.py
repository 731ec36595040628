"""Search in a tenant's articles, page by page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import redis

from nutgraf import identifiers
from nutgraf.model import Article, Status
from nutgraf.store.articles.records import RECORD_FIELDS_WITH_ANALYSIS, article_from, story_memberships
from nutgraf.store.redis.connection import members, reaching_redis

CHUNK = 50
"""Articles that are read in one round trip."""

MOST_CHECKED = 2000
"""Articles that one page checks at most, so that a rare match can't take arbitrarily long."""


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """Conditions of a search, all of which must hold.

    Attributes:
        limit: number of articles of a page.
        after: id of the last article of the previous page.
        status, source, external_id, story_id: exact values.
        entity: name or alias of an entity in the article, in any case.
        since: earliest time of acceptance.
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
    """Page of articles, the newest first.

    A page may be short or empty before the end, for it checks a limited number of articles.

    Attributes:
        after: id after which the next page begins; None at the end.
    """

    articles: tuple[Article, ...]
    after: str | None


class ArticleSearch:
    """Search for the articles of one tenant that match a query."""

    def __init__(self, client: redis.Redis, tenant: str, query: ArticleQuery) -> None:
        self._client = client
        self._tenant = tenant
        self._query = query

    def page(self) -> ArticlePage:
        """Return the next page.

        Raises:
            StoreUnavailableError.
        """
        found: list[Article] = []
        last: str | None = None
        with reaching_redis():
            for checked, (identifier, article) in enumerate(self._candidates(), 1):
                last = identifier
                if article is not None and self._matches(article):
                    found.append(article)
                if len(found) == self._query.limit or checked == MOST_CHECKED:
                    return ArticlePage(tuple(found), last)
        return ArticlePage(tuple(found), None)

    def _candidates(self) -> Iterator[tuple[str, Article | None]]:
        """Read the articles of the narrowest index, the newest first; None for one that has expired."""
        index, query = f"ng:index:{self._tenant}:{self._index()}", self._query
        upper = "+inf" if query.after is None else str(identifiers.milliseconds(query.after))
        lower = "-inf" if query.since is None else str(query.since.timestamp() * 1000)
        offset = 0
        while rows := self._client.zrevrangebyscore(index, upper, lower, start=offset, num=CHUNK):
            offset += len(rows)
            ids = members(rows)
            # Scores are the times in the ids; within the cursor's millisecond only the ids give the order.
            fresh = [identifier for identifier in ids if query.after is None or identifier < query.after]
            yield from zip(fresh, self._read(fresh), strict=True)

    def _index(self) -> str:
        """Return the name of the index with the fewest articles besides the matching ones."""
        query = self._query
        if query.story_id is not None:
            return f"story:{query.story_id}"
        if query.external_id is not None:
            return f"external_id:{query.external_id}"
        if query.source is not None:
            return f"source:{query.source}"
        return "all"

    def _read(self, ids: list[str]) -> list[Article | None]:
        pipeline = self._client.pipeline(transaction=False)
        for identifier in ids:
            pipeline.hmget(f"ng:article:{identifier}", *RECORD_FIELDS_WITH_ANALYSIS)
            pipeline.zrank("ng:queued", identifier)
        answers = pipeline.execute()
        states = [dict(zip(RECORD_FIELDS_WITH_ANALYSIS, row, strict=True)) for row in answers[::2]]
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
            and (query.entity is None or _has_entity(article, query.entity.casefold()))
        )


def _has_entity(article: Article, wanted: str) -> bool:
    """Whether the analysis has an entity with this name or alias."""
    if article.analysis is None:
        return False
    for entity in json.loads(article.analysis)["entities"]:
        if wanted in (entity["name"].casefold(), *(alias["text"].casefold() for alias in entity["aliases"])):
            return True
    return False
