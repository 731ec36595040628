"""Erasure of all data of a tenant."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nutgraf.store.articles.errors import ArticleGoneError, ArticleUnknownError
from nutgraf.store.articles.search import ArticleQuery
from nutgraf.store.webhooks.endpoints import EndpointUnknownError

if TYPE_CHECKING:
    from nutgraf.store import Store

PAGE = 100


@dataclass(frozen=True, slots=True)
class ErasedCounts:
    """Numbers of what was erased."""

    keys: int
    webhooks: int
    articles: int


def erase_tenant_data(store: Store, tenant: str) -> ErasedCounts:
    """Revoke the tenant's API keys, then delete its webhooks, its articles and all that still names it.

    Without keys nothing new is submitted meanwhile. An interrupted erasure can be repeated.

    Raises:
        StoreUnavailableError: the erasure may be incomplete.
    """
    prefixes = {key.prefix for key in store.keys.all() if key.tenant == tenant}
    keys = sum(store.keys.revoke(prefix) for prefix in prefixes)
    erased = ErasedCounts(keys, _erase_webhooks(store, tenant), _erase_articles(store, tenant))
    store.remnants.erase(tenant)
    return erased


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
