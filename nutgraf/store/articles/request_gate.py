"""The one look into Redis before every request: the caller's key, the quota, the article to be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import redis

from nutgraf.codec import decode, timestamp
from nutgraf.settings import Settings
from nutgraf.store.access.api_keys import ApiKey, digest_of
from nutgraf.store.access.quotas import Purpose, Quota, QuotaExceededError
from nutgraf.store.articles.analysis_cache import AnalysisCache, CachedAnalysis
from nutgraf.store.articles.records import BRIEF, ArticleRecord, unpack_values
from nutgraf.store.redis.fast_script import PinnedScript
from nutgraf.store.redis.lua_scripts import script_source

_FIELDS = f"local FIELDS = {{{', '.join(repr(field) for field in BRIEF)}}}\n"


class KeyUnknownError(Exception):
    """No key has this secret, or it has expired or was revoked."""


class KeyForbiddenError(Exception):
    """The key lacks the scope."""


@dataclass(frozen=True, slots=True)
class AdmittedRequest:
    """A request that was let in: whose it is, what is left of the quota, and the article to be read."""

    tenant: str
    quota: Quota | None
    record: ArticleRecord | None


class RequestGate:
    """Lets requests in or refuses them, in one round trip; who is refused makes Redis read nothing else."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._ask = PinnedScript(
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
        """Let a request in by its key.

        The look-up is by the secret's digest, so its time tells nothing about any stored secret.

        Args:
            secret: what the caller sent.
            scope: what the key must allow.
            purpose: the quota to spend from; None spends nothing.
            units: how many to take; 0 takes none, and refuses only when none is left.
            article: the id of an article to look at, if the request is let in.

        Raises:
            KeyUnknownError, KeyForbiddenError, QuotaExceededError, StoreUnavailableError.
        """
        now = timestamp(datetime.now(UTC))
        limit = self._limits[purpose] if purpose else 0
        held = self._cache.of(article)
        verdict, key, left, more_in, *seen = self._told(
            digest_of(secret), now, scope, "", purpose, limit, units, article, held.completed_at
        )
        if verdict == b"unknown":
            raise KeyUnknownError
        if verdict == b"forbidden":
            raise KeyForbiddenError
        quota = Quota.told(purpose, limit, left, more_in) if purpose else None
        if verdict == b"limited" and quota:
            raise QuotaExceededError(quota)
        record = self._record(article, held, *seen) if article else None
        return AdmittedRequest(_key(key).tenant, quota, record)

    def spend(self, tenant: str, purpose: Purpose, units: int) -> Quota:
        """Take units from a tenant's quota.

        Raises:
            QuotaExceededError: there are not so many left; none is taken.
            StoreUnavailableError.
        """
        limit = self._limits[purpose]
        verdict, _, left, more_in, *_ = self._told("", "", "", tenant, purpose, limit, units, None, "")
        quota = Quota.told(purpose, limit, left, more_in)
        if verdict == b"limited":
            raise QuotaExceededError(quota)
        return quota

    def read_article(self, article: str) -> ArticleRecord:
        """An article's record as it is now, whoever's it is.

        Raises:
            StoreUnavailableError.
        """
        held = self._cache.of(article)
        return self._record(
            article, held, *self._told("", "", "", "", None, 0, 0, article, held.completed_at)[4:]
        )

    def _record(self, article: str, held: CachedAnalysis, *seen: bytes | None) -> ArticleRecord:
        """The record with its analysis, which is missing where it is held already."""
        owner, status, row, rank, gone, revision, completed_at, analysis = seen
        if completed_at and analysis:
            self._cache.keep(article, completed_at.decode(), analysis)
        elif completed_at and completed_at.decode() == held.completed_at:
            analysis = held.analysis
        return ArticleRecord(article, owner, status, row or b"", rank, gone, revision, analysis)

    def _told(self, *question: str | int | None) -> list[Any]:
        return unpack_values(self._ask(*("" if part is None else part for part in question)))


# A key's row never changes; only whether it is there does, and that is asked each time.
@lru_cache(maxsize=1024)
def _key(row: bytes) -> ApiKey:
    return decode(ApiKey, row)
