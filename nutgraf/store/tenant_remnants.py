"""What is left of a tenant in Redis after its articles and its webhooks were deleted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

import redis

from nutgraf.settings import Settings
from nutgraf.store.access.api_keys import RESERVED_TENANTS, KeyStore
from nutgraf.store.redis.connection import reaching_redis
from nutgraf.store.redis.lua_scripts import LuaScripts

BATCH = 500
T = TypeVar("T")

_NAMED = (
    "callback-secret",
    "deliveries:callback",
    "stories",
    "stories:grown",
    "stories:lock",
    "stories:waiting",
    "used:read",
    "used:submit",
    "webhooks",
)
"""Kinds of key whose name ends with the tenant."""

_BEGUN = (
    "analysis",
    "edition",
    "flight:ng:analysis",
    "flying:callback",
    "followers:ng:analysis",
    "health:callback",
    "idempotency",
    "index",
    "lane:callback",
    "stories:term",
)
"""Kinds of key whose name goes on after the tenant."""


class TenantRemnants:
    """Eraser of all keys, records and entries that name a tenant."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._run = LuaScripts(client, settings)
        self._keys = KeyStore(client)

    def erase(self, tenant: str) -> None:
        """Delete what still names the tenant. It reads the names of all keys, as no list has the deliveries.

        Raises:
            StoreUnavailableError: the erasure may be incomplete.
        """
        # An earlier version allowed colons in names.
        others = tuple(f"{key.tenant}:" for key in self._keys.all() if key.tenant.startswith(f"{tenant}:"))
        with reaching_redis():
            for names in _batches(self._client.scan_iter("ng*", count=BATCH)):
                self._erase_records(tenant, [name.decode() for name in names])
            for names in _batches(self._names_of(tenant, others)):
                self._client.unlink(*names)
            self._client.zrem("ng:stories:tenants", tenant)
            self._client.zrem("ng:stories:passes", tenant)
            self._client.zrem("ng:turns", tenant)
            self._erase_events(tenant)

    def _erase_records(self, tenant: str, names: Sequence[str]) -> None:
        """Erase the deliveries, the stories and the tombstones of the tenant among some keys."""
        for kind, script in (("delivery", "webhooks/delivery_erase"), ("story", "stories/erase")):
            for identifier in self._owned(tenant, names, kind):
                self._run(script, identifier, tenant)
        tombstones = [name for name in names if _kind(name) == "gone"]
        owners: Any = self._client.mget(tombstones) if tombstones else []
        owned = [name for name, owner in zip(tombstones, owners, strict=True) if owner == tenant.encode()]
        if owned:
            self._client.unlink(*owned)

    def _owned(self, tenant: str, names: Sequence[str], kind: str) -> Iterator[str]:
        """Yield the ids of the hashes of a kind whose field ``tenant`` is the tenant."""
        found = [name for name in names if _kind(name) == kind]
        pipeline = self._client.pipeline(transaction=False)
        for name in found:
            pipeline.hget(name, "tenant")
        for name, owner in zip(found, pipeline.execute(), strict=True):
            if owner == tenant.encode():
                yield name.rpartition(":")[2]

    def _names_of(self, tenant: str, others: tuple[str, ...]) -> Iterator[str]:
        """Yield the keys that are named after the tenant, but not after one of the others."""
        for raw in self._client.scan_iter("ng*", count=BATCH):
            _, _, name = raw.decode().partition(":")
            if tenant not in RESERVED_TENANTS and name in {f"{kind}:{tenant}" for kind in _NAMED}:
                yield raw.decode()
            for kind in _BEGUN:
                rest = name.removeprefix(f"{kind}:")
                if rest != name and rest.startswith(f"{tenant}:") and not rest.startswith(others):
                    yield raw.decode()

    def _erase_events(self, tenant: str) -> None:
        """Delete the tenant's entries of the stream of events."""
        events: Any = self._client.xrange("ng:events")
        for own in _batches((name for name, event in events if event[b"tenant"] == tenant.encode())):
            self._client.xdel("ng:events", *own)


def _kind(name: str) -> str:
    """Return the kind of a key that is named ``ng:<kind>:…``."""
    return name.partition(":")[2].partition(":")[0]


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    """Yield the items in lists of ``BATCH`` at most."""
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch
