"""Check of every request before it is served: API key, quota, and the article to read, in one round trip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import redis

from nutgraf.codec import decode, timestamp
from nutgraf.settings import Settings
from nutgraf.store.access.api_keys import ApiKey, secret_digest
from nutgraf.store.access.quotas import Purpose, Quota, QuotaExceededError
from nutgraf.store.articles.analysis_cache import AnalysisCache, CachedAnalysis
from nutgraf.store.articles.records import RECORD_FIELDS, ArticleRecord, unpack_values
from nutgraf.store.redis.fast_script import PinnedScript
from nutgraf.store.redis.lua_scripts import script_source

_FIELDS = f"local FIELDS = {{{', '.join(repr(field) for field in RECORD_FIELDS)}}}\n"


class KeyUnknownError(Exception):
    """No key has this secret, or the key has expired or was revoked."""


class KeyForbiddenError(Exception):
    """The key lacks the required scope."""


@dataclass(frozen=True, slots=True)
class AdmittedRequest:
    """Request that passed the gate.

    Attributes:
        quota: state after the request; None if it spends nothing.
        record: the article to read; None if the request names none.
    """

    tenant: str
    quota: Quota | None
    record: ArticleRecord | None


class RequestGate:
    """Gate that admits or refuses each request by one script call."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._script = PinnedScript(
            client, _FIELDS + script_source("access/quota", "articles/authorize_request")
        )
        self._cache = AnalysisCache()
        self._limits: dict[Purpose, int] = {
            "submit": settings.submit_units_per_minute,
            "read": settings.read_units_per_minute,
        }

    def authorize(
        self, secret: str, scope: str, purpose: Purpose | None, units: int, article: str | None = None
    ) -> AdmittedRequest:
        """Admit a request by its API key.

        The key is looked up by the secret's digest, so that the time taken reveals no secret.

        Args:
            secret: that the client sent.
            scope: that the key must have.
            purpose: quota to use; None for none.
            units: units to take; 0 takes none, and refuses only when none is left.
            article: id of the article to read; None for none.

        Raises:
            KeyUnknownError, KeyForbiddenError, QuotaExceededError, StoreUnavailableError.
        """
        now = timestamp(datetime.now(UTC))
        limit = self._limits[purpose] if purpose else 0
        cached = self._cache.get(article)
        verdict, key, left, more_in, *values = self._call(
            secret_digest(secret), now, scope, "", purpose, limit, units, article, cached.completed_at
        )
        if verdict == b"unknown":
            raise KeyUnknownError
        if verdict == b"forbidden":
            raise KeyForbiddenError
        quota = Quota.from_script(purpose, limit, left, more_in) if purpose else None
        if verdict == b"limited" and quota:
            raise QuotaExceededError(quota)
        record = self._record(article, cached, *values) if article else None
        return AdmittedRequest(_api_key(key).tenant, quota, record)

    def spend(self, tenant: str, purpose: Purpose, units: int) -> Quota:
        """Take units from a tenant's quota.

        Raises:
            QuotaExceededError: too few are left; none was taken.
            StoreUnavailableError.
        """
        limit = self._limits[purpose]
        verdict, _, left, more_in, *_ = self._call("", "", "", tenant, purpose, limit, units, None, "")
        quota = Quota.from_script(purpose, limit, left, more_in)
        if verdict == b"limited":
            raise QuotaExceededError(quota)
        return quota

    def read_article(self, article: str) -> ArticleRecord:
        """Return an article's current record, whatever its tenant.

        Raises:
            StoreUnavailableError.
        """
        cached = self._cache.get(article)
        return self._record(
            article, cached, *self._call("", "", "", "", None, 0, 0, article, cached.completed_at)[4:]
        )

    def _record(self, article: str, cached: CachedAnalysis, *values: bytes | None) -> ArticleRecord:
        """Build the record; the script leaves out an analysis that is cached here."""
        owner, status, row, rank, gone, revision, completed_at, analysis = values
        if completed_at and analysis:
            self._cache.put(article, completed_at.decode(), analysis)
        elif completed_at and completed_at.decode() == cached.completed_at:
            analysis = cached.analysis
        return ArticleRecord(article, owner, status, row or b"", rank, gone, revision, analysis)

    def _call(self, *arguments: str | int | None) -> list[Any]:
        return unpack_values(self._script(*("" if part is None else part for part in arguments)))


# A key's record never changes. Whether it still exists is read from Redis each time.
@lru_cache(maxsize=1024)
def _api_key(row: bytes) -> ApiKey:
    return decode(ApiKey, row)
