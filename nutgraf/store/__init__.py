"""The only code that knows Redis keys and scripts."""

from __future__ import annotations

from nutgraf.settings import Settings
from nutgraf.store.access.api_keys import ApiKey, KeyStore
from nutgraf.store.access.idempotency import (
    AnswerGoneError,
    Attempt,
    IdempotencyStore,
    InFlightError,
    MismatchError,
)
from nutgraf.store.access.quotas import Quota, QuotaExceededError
from nutgraf.store.articles.records import Record
from nutgraf.store.articles.request_gate import Entry, Gate, KeyForbiddenError, KeyUnknownError
from nutgraf.store.articles.search import ArticlePage, ArticleQuery
from nutgraf.store.articles.store import (
    Accepted,
    ArticleFinishedError,
    ArticleGoneError,
    ArticleStore,
    ArticleUnknownError,
    Claim,
    QueueFullError,
    Refusal,
    Sweep,
)
from nutgraf.store.comparisons import ComparisonStore, Outline
from nutgraf.store.redis.connection import StoreUnavailableError, connect, reaching_redis
from nutgraf.store.redis.server_info import ServerFacts, server_facts
from nutgraf.store.statistics import Census, take_census
from nutgraf.store.stories.records import (
    Joining,
    StoredArticle,
    StoredStory,
    StoryPage,
    StoryState,
    Telling,
    Yielding,
)
from nutgraf.store.stories.store import StoryStore, StoryUnknownError
from nutgraf.store.webhooks.deliveries import (
    DeliveryPage,
    DeliveryPurgedError,
    DeliveryStore,
    DeliveryUnknownError,
    EndpointDisabledError,
)
from nutgraf.store.webhooks.endpoints import (
    EndpointDraft,
    EndpointPage,
    EndpointUnknownError,
    TooManyEndpointsError,
    WebhookStore,
)
from nutgraf.store.webhooks.records import Parcel, Settlement
from nutgraf.store.worker_registry import Workforce

__all__ = [
    "Accepted",
    "AnswerGoneError",
    "ApiKey",
    "ArticleFinishedError",
    "ArticleGoneError",
    "ArticlePage",
    "ArticleQuery",
    "ArticleStore",
    "ArticleUnknownError",
    "Attempt",
    "Census",
    "Claim",
    "ComparisonStore",
    "DeliveryPage",
    "DeliveryPurgedError",
    "DeliveryStore",
    "DeliveryUnknownError",
    "EndpointDisabledError",
    "EndpointDraft",
    "EndpointPage",
    "EndpointUnknownError",
    "Entry",
    "Gate",
    "IdempotencyStore",
    "InFlightError",
    "Joining",
    "KeyForbiddenError",
    "KeyStore",
    "KeyUnknownError",
    "MismatchError",
    "Outline",
    "Parcel",
    "QueueFullError",
    "Quota",
    "QuotaExceededError",
    "Record",
    "Refusal",
    "ServerFacts",
    "Settlement",
    "Store",
    "StoreUnavailableError",
    "StoredArticle",
    "StoredStory",
    "StoryPage",
    "StoryState",
    "StoryStore",
    "StoryUnknownError",
    "Sweep",
    "Telling",
    "TooManyEndpointsError",
    "WebhookStore",
    "Workforce",
    "Yielding",
]


class Store:
    """Everything that is kept, over one pool of connections to one Redis."""

    def __init__(self, settings: Settings) -> None:
        self._client = connect(settings.redis_url)
        self.gate = Gate(self._client, settings)
        self.articles = ArticleStore(self._client, settings, self.gate)
        self.idempotency = IdempotencyStore(self._client, settings)
        self.keys = KeyStore(self._client)
        self.webhooks = WebhookStore(self._client, settings)
        self.deliveries = DeliveryStore(self._client, settings)
        self.comparisons = ComparisonStore(self._client, settings)
        self.stories = StoryStore(self._client, settings)
        self.workforce = Workforce(self._client, settings)

    def ping(self) -> None:
        """Reach Redis once.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            self._client.ping()

    def server(self) -> ServerFacts:
        """What the Redis is like that everything is kept in.

        Raises:
            StoreUnavailableError.
        """
        return server_facts(self._client)

    def census(self) -> Census:
        """Numbers about everything that is kept, for those who watch.

        Raises:
            StoreUnavailableError.
        """
        return take_census(self._client)

    def close(self) -> None:
        """Give all connections back."""
        self._client.close()
