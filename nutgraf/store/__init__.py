"""The only code that knows Redis keys and scripts."""

from __future__ import annotations

from nutgraf.settings import Settings
from nutgraf.store.access.api_keys import ApiKey, KeyStore
from nutgraf.store.access.idempotency import (
    AnswerGoneError,
    IdempotencyReservation,
    IdempotencyStore,
    RequestInFlightError,
    RequestMismatchError,
)
from nutgraf.store.access.quotas import Quota, QuotaExceededError
from nutgraf.store.articles.records import ArticleRecord
from nutgraf.store.articles.request_gate import (
    AdmittedRequest,
    KeyForbiddenError,
    KeyUnknownError,
    RequestGate,
)
from nutgraf.store.articles.search import ArticlePage, ArticleQuery
from nutgraf.store.articles.store import (
    AcceptedArticle,
    ArticleFinishedError,
    ArticleGoneError,
    ArticleStore,
    ArticleUnknownError,
    Claim,
    ClaimRefused,
    QueueFullError,
    SweepResult,
)
from nutgraf.store.comparisons import ComparisonInput, ComparisonStore
from nutgraf.store.redis.connection import StoreUnavailableError, connect, reaching_redis
from nutgraf.store.redis.server_info import ServerInfo, read_server_info
from nutgraf.store.statistics import StoreStatistics, read_statistics
from nutgraf.store.stories.records import (
    StoredArticle,
    StoredStory,
    StoryAssignment,
    StoryPage,
    StoryRevision,
    StoryState,
    SupersededEdition,
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
from nutgraf.store.webhooks.records import AttemptOutcome, LeasedDelivery
from nutgraf.store.worker_registry import WorkerRegistry

__all__ = [
    "AcceptedArticle",
    "AdmittedRequest",
    "AnswerGoneError",
    "ApiKey",
    "ArticleFinishedError",
    "ArticleGoneError",
    "ArticlePage",
    "ArticleQuery",
    "ArticleRecord",
    "ArticleStore",
    "ArticleUnknownError",
    "AttemptOutcome",
    "Claim",
    "ClaimRefused",
    "ComparisonInput",
    "ComparisonStore",
    "DeliveryPage",
    "DeliveryPurgedError",
    "DeliveryStore",
    "DeliveryUnknownError",
    "EndpointDisabledError",
    "EndpointDraft",
    "EndpointPage",
    "EndpointUnknownError",
    "IdempotencyReservation",
    "IdempotencyStore",
    "KeyForbiddenError",
    "KeyStore",
    "KeyUnknownError",
    "LeasedDelivery",
    "QueueFullError",
    "Quota",
    "QuotaExceededError",
    "RequestGate",
    "RequestInFlightError",
    "RequestMismatchError",
    "ServerInfo",
    "Store",
    "StoreStatistics",
    "StoreUnavailableError",
    "StoredArticle",
    "StoredStory",
    "StoryAssignment",
    "StoryPage",
    "StoryRevision",
    "StoryState",
    "StoryStore",
    "StoryUnknownError",
    "SupersededEdition",
    "SweepResult",
    "TooManyEndpointsError",
    "WebhookStore",
    "WorkerRegistry",
]


class Store:
    """Everything that is kept, over one pool of connections to one Redis."""

    def __init__(self, settings: Settings) -> None:
        self._client = connect(settings.redis_url)
        self.gate = RequestGate(self._client, settings)
        self.articles = ArticleStore(self._client, settings, self.gate)
        self.idempotency = IdempotencyStore(self._client, settings)
        self.keys = KeyStore(self._client)
        self.webhooks = WebhookStore(self._client, settings)
        self.deliveries = DeliveryStore(self._client, settings)
        self.comparisons = ComparisonStore(self._client, settings)
        self.stories = StoryStore(self._client, settings)
        self.workers = WorkerRegistry(self._client, settings)

    def ping(self) -> None:
        """Reach Redis once.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            self._client.ping()

    def server(self) -> ServerInfo:
        """What the Redis is like that everything is kept in.

        Raises:
            StoreUnavailableError.
        """
        return read_server_info(self._client)

    def statistics(self) -> StoreStatistics:
        """Numbers about everything that is kept, for those who watch.

        Raises:
            StoreUnavailableError.
        """
        return read_statistics(self._client)

    def close(self) -> None:
        """Give all connections back."""
        self._client.close()
