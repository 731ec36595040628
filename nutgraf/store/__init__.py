"""The only code that knows Redis keys and scripts."""

from __future__ import annotations

from nutgraf.settings import Settings
from nutgraf.store.articles import (
    Accepted,
    ArticleFinishedError,
    ArticleGoneError,
    ArticleStore,
    ArticleUnknownError,
    Claim,
    QueueFullError,
    Sweep,
)
from nutgraf.store.connection import StoreUnavailableError, connect, reaching_redis
from nutgraf.store.idempotency import Attempt, IdempotencyStore, InFlightError, MismatchError
from nutgraf.store.keys import ApiKey, KeyStore
from nutgraf.store.search import ArticlePage, ArticleQuery
from nutgraf.store.workforce import Workforce

__all__ = [
    "Accepted",
    "ApiKey",
    "ArticleFinishedError",
    "ArticleGoneError",
    "ArticlePage",
    "ArticleQuery",
    "ArticleStore",
    "ArticleUnknownError",
    "Attempt",
    "Claim",
    "IdempotencyStore",
    "InFlightError",
    "KeyStore",
    "MismatchError",
    "QueueFullError",
    "Store",
    "StoreUnavailableError",
    "Sweep",
    "Workforce",
]


class Store:
    """Everything that is kept, over one pool of connections to one Redis."""

    def __init__(self, settings: Settings) -> None:
        self._client = connect(settings.redis_url)
        self.articles = ArticleStore(self._client, settings)
        self.idempotency = IdempotencyStore(self._client, settings)
        self.keys = KeyStore(self._client)
        self.workforce = Workforce(self._client, settings)

    def ping(self) -> None:
        """Reach Redis once.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            self._client.ping()

    def close(self) -> None:
        """Give all connections back."""
        self._client.close()
