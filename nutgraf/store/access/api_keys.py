"""API keys: only their SHA-256 is kept, so that nobody can read one back."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

import redis

from nutgraf.codec import decode, encode
from nutgraf.store.redis.connection import reaching_redis

SCOPES = ("submit", "read", "admin")
_INDEX = "ng:keys"


@dataclass(frozen=True, slots=True)
class ApiKey:
    """A key without its secret: ``prefix`` is enough to recognise it and too little to use it."""

    prefix: str
    tenant: str
    scopes: tuple[str, ...]
    created_at: datetime
    expires_at: datetime | None


class KeyStore:
    """Creates, lists and revokes keys."""

    def __init__(self, client: redis.Redis) -> None:
        self._client = client

    def create(
        self, tenant: str, scopes: tuple[str, ...], expires_at: datetime | None = None
    ) -> tuple[str, ApiKey]:
        """A new secret of 256 random bits, shown this once, and what is kept of it.

        Raises:
            StoreUnavailableError.
        """
        secret = "ng_" + secrets.token_urlsafe(32)
        key = ApiKey(secret[:11], tenant, scopes, datetime.now(UTC), expires_at)
        with reaching_redis():
            self._client.hset(_INDEX, digest_of(secret), encode(key))
        return secret, key

    def all(self) -> tuple[ApiKey, ...]:
        """Every key, the oldest first."""
        with reaching_redis():
            rows = self._client.hvals(_INDEX)
        return tuple(sorted((decode(ApiKey, row) for row in rows), key=lambda key: key.created_at))

    def revoke(self, prefix: str) -> int:
        """Remove the keys with this prefix; gives their number."""
        with reaching_redis():
            doomed = [
                digest
                for digest, row in self._client.hgetall(_INDEX).items()
                if decode(ApiKey, row).prefix == prefix
            ]
            return int(self._client.hdel(_INDEX, *doomed)) if doomed else 0


def digest_of(secret: str) -> str:
    """What stands for a secret wherever it is kept or looked up."""
    return hashlib.sha256(secret.encode()).hexdigest()
