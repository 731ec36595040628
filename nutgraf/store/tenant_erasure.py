"""Removing everything that is kept for a tenant."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.store.articles.search import ArticleQuery
from nutgraf.store.articles.store import ArticleGoneError, ArticleUnknownError
from nutgraf.store.webhooks.endpoints import EndpointUnknownError

if TYPE_CHECKING:
    from nutgraf.store import Store

PAGE = 100


@dataclass(frozen=True, slots=True)
class ErasedCounts:
    """How much of what there was."""

    keys: int
    webhooks: int
    articles: int


def erase_tenant_data(store: Store, tenant: str) -> ErasedCounts:
    """Revoke the tenant's keys, so that nothing new comes, and remove its webhooks and all its articles.

    Doing it again goes on where it was interrupted. Stories, analyses and deliveries go with their articles.

    Raises:
        StoreUnavailableError: some of it may be left.
    """
    prefixes = {key.prefix for key in store.keys.all() if key.tenant == tenant}
    keys = sum(store.keys.revoke(prefix) for prefix in prefixes)
    return ErasedCounts(keys, _erase_webhooks(store, tenant), _erase_articles(store, tenant))


def _erase_webhooks(store: Store, tenant: str) -> int:
    removed = 0
    while endpoints := store.webhooks.find(tenant, None, PAGE).endpoints:
        for endpoint in endpoints:
            with suppress(EndpointUnknownError):
                store.webhooks.delete(endpoint.id, tenant)
                removed += 1
    return removed


def _erase_articles(store: Store, tenant: str) -> int:
    removed, after = 0, None
    while True:
        page = store.articles.find(tenant, ArticleQuery(limit=PAGE, after=after))
        for article in page.articles:
            with suppress(ArticleUnknownError, ArticleGoneError):
                store.articles.delete(article.id, tenant)
                removed += 1
        if (after := page.after) is None:
            return removed
