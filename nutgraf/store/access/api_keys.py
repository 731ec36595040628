"""API keys, of which Redis holds only the SHA-256."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime

import redis

from nutgraf.codec import decode, encode
from nutgraf.store.redis.connection import reaching_redis

KEY_SCOPES = ("submit", "read", "admin")

RESERVED_TENANTS = frozenset(("tenants", "passes", "changed", "telling", "waiting", "grown", "lock", "term"))
"""Names that stand in the place of a tenant's in Redis keys which all tenants share."""


class TenantNameError(ValueError):
    """A tenant can't have this name; the message says why."""


@dataclass(frozen=True, slots=True)
class ApiKey:
    """API key without its secret.

    Attributes:
        prefix: the first 11 characters of the secret, by which an operator recognises the key.
    """

    prefix: str
    tenant: str
    scopes: tuple[str, ...]
    created_at: datetime
    expires_at: datetime | None


class KeyStore:
    """Store of API keys."""

    def __init__(self, client: redis.Redis) -> None:
        self._client = client

    def create(
        self, tenant: str, scopes: tuple[str, ...], expires_at: datetime | None = None
    ) -> tuple[str, ApiKey]:
        """Create a key.

        Returns:
            The secret of 256 random bits, which can't be read again, and the stored key.

        Raises:
            TenantNameError, StoreUnavailableError.
        """
        _check_tenant(tenant)
        secret = "ng_" + secrets.token_urlsafe(32)
        key = ApiKey(secret[:11], tenant, scopes, datetime.now(UTC), expires_at)
        with reaching_redis():
            self._client.hset("ng:keys", secret_digest(secret), encode(key))
        return secret, key

    def all(self) -> tuple[ApiKey, ...]:
        """Return all keys, the oldest first.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            rows = self._client.hvals("ng:keys")
        return tuple(sorted((decode(ApiKey, row) for row in rows), key=lambda key: key.created_at))

    def revoke(self, prefix: str) -> int:
        """Remove the keys with this prefix and return their number.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            digests = [
                digest
                for digest, row in self._client.hgetall("ng:keys").items()
                if decode(ApiKey, row).prefix == prefix
            ]
            return int(self._client.hdel("ng:keys", *digests)) if digests else 0


def secret_digest(secret: str) -> str:
    """Return the SHA-256 of a secret, under which its key is stored and looked up."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _check_tenant(tenant: str) -> None:
    """Refuse a name that would make the Redis keys of two tenants, or of a tenant and of all, the same.

    Raises:
        TenantNameError.
    """
    if tenant in RESERVED_TENANTS:
        raise TenantNameError(f"A tenant can't be called {tenant}: Nutgraf uses this name itself.")
    if not tenant or ":" in tenant:
        raise TenantNameError("A tenant's name can't be empty or contain a colon.")
