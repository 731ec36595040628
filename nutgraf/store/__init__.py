"""Store that keeps all data in Redis; no other package knows Redis keys and scripts.

Other packages import from here only, never from a module below. ``docs/redis-keys.md`` lists the keys.
"""

from __future__ import annotations

from nutgraf.settings import Settings
from nutgraf.store.access.api_keys import KEY_SCOPES, ApiKey, KeyStore, TenantNameError
from nutgraf.store.access.idempotency import (
    IDEMPOTENCY_GRACE_SECONDS,
    AnswerGoneError,
    IdempotencyReservation,
    IdempotencyStore,
    RequestInFlightError,
    RequestMismatchError,
)
from nutgraf.store.access.quotas import QUOTA_WINDOW_SECONDS, Purpose, Quota, QuotaExceededError
from nutgraf.store.articles.analysis_cache import LARGEST_CACHED_ANALYSIS_BYTES
from nutgraf.store.articles.errors import (
    ArticleFinishedError,
    ArticleGoneError,
    ArticleUnknownError,
    QueueFullError,
)
from nutgraf.store.articles.records import ArticleRecord, queued_article
from nutgraf.store.articles.request_gate import (
    AdmittedRequest,
    KeyForbiddenError,
    KeyUnknownError,
    RequestGate,
)
from nutgraf.store.articles.search import ArticlePage, ArticleQuery
from nutgraf.store.articles.store import (
    AcceptedArticle,
    ArticleStore,
    Claim,
    ClaimRefused,
    SweepResult,
)
from nutgraf.store.comparisons import (
    UNPROVEN,
    ComparisonInput,
    ComparisonStore,
    ComparisonUnprovenError,
)
from nutgraf.store.redis.connection import StoreUnavailableError, connect, reaching_redis
from nutgraf.store.redis.memory import StoreMemory
from nutgraf.store.redis.server_info import ServerInfo, ServerInfoForbiddenError, read_server_info
from nutgraf.store.statistics import StoreStatistics, read_statistics
from nutgraf.store.stories.clustering_store import new_lock_token
from nutgraf.store.stories.edition_names import edition_names, text_name
from nutgraf.store.stories.published_story import StoredStory, StoryPage
from nutgraf.store.stories.records import (
    UNCHANGED_DOCUMENT,
    ReportCopy,
    StoredArticle,
    StoryAssignment,
    StoryPart,
    StoryRevision,
    StoryState,
    SupersededEdition,
)
from nutgraf.store.stories.store import StoryStore, StoryUnknownError
from nutgraf.store.tenant_erasure import ErasedCounts, erase_tenant_data
from nutgraf.store.tenant_remnants import TenantRemnants
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
    "IDEMPOTENCY_GRACE_SECONDS",
    "KEY_SCOPES",
    "LARGEST_CACHED_ANALYSIS_BYTES",
    "QUOTA_WINDOW_SECONDS",
    "UNCHANGED_DOCUMENT",
    "UNPROVEN",
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
    "ComparisonUnprovenError",
    "DeliveryPage",
    "DeliveryPurgedError",
    "DeliveryStore",
    "DeliveryUnknownError",
    "EndpointDisabledError",
    "EndpointDraft",
    "EndpointPage",
    "EndpointUnknownError",
    "ErasedCounts",
    "IdempotencyReservation",
    "IdempotencyStore",
    "KeyForbiddenError",
    "KeyStore",
    "KeyUnknownError",
    "LeasedDelivery",
    "Purpose",
    "QueueFullError",
    "Quota",
    "QuotaExceededError",
    "ReportCopy",
    "RequestGate",
    "RequestInFlightError",
    "RequestMismatchError",
    "ServerInfo",
    "ServerInfoForbiddenError",
    "Store",
    "StoreMemory",
    "StoreStatistics",
    "StoreUnavailableError",
    "StoredArticle",
    "StoredStory",
    "StoryAssignment",
    "StoryPage",
    "StoryPart",
    "StoryRevision",
    "StoryState",
    "StoryStore",
    "StoryUnknownError",
    "SupersededEdition",
    "SweepResult",
    "TenantNameError",
    "TenantRemnants",
    "TooManyEndpointsError",
    "WebhookStore",
    "WorkerRegistry",
    "edition_names",
    "erase_tenant_data",
    "new_lock_token",
    "queued_article",
    "read_statistics",
    "text_name",
]


class Store:
    """All stores over one pool of connections to one Redis.

    Attributes:
        gate: check of every request before it is served.
        articles: submitted articles and their queue.
        idempotency: idempotency keys and their responses.
        keys: API keys.
        webhooks: webhook endpoints.
        deliveries: webhook deliveries.
        comparisons: ad-hoc comparisons.
        stories: stories and their clustering.
        workers: live workers.
        remnants: what is left of an erased tenant.
    """

    def __init__(self, settings: Settings) -> None:
        self._client = connect(settings.redis_url, settings.sentinel_access)
        self.gate = RequestGate(self._client, settings)
        self.articles = ArticleStore(self._client, settings, self.gate)
        self.idempotency = IdempotencyStore(self._client, settings)
        self.keys = KeyStore(self._client)
        self.webhooks = WebhookStore(self._client, settings)
        self.deliveries = DeliveryStore(self._client, settings)
        self.comparisons = ComparisonStore(self._client, settings)
        self.stories = StoryStore(self._client, settings)
        self.workers = WorkerRegistry(self._client, settings)
        self.remnants = TenantRemnants(self._client, settings)

    def ping(self) -> None:
        """Check that Redis answers.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            self._client.ping()

    def server(self) -> ServerInfo:
        """Read the facts about the Redis server.

        Raises:
            StoreUnavailableError.
        """
        return read_server_info(self._client)

    def dangers(self) -> tuple[str, ...]:
        """Return why accepted articles must not be entrusted to the server, a sentence each.

        A server that is unreachable, or that does not tell, has none.
        """
        try:
            return self.server().dangers()
        except StoreUnavailableError:
            return ()

    def statistics(self) -> StoreStatistics:
        """Read the statistics for monitoring.

        Raises:
            StoreUnavailableError.
        """
        return read_statistics(self._client)

    def close(self) -> None:
        """Close all connections."""
        self._client.close()
