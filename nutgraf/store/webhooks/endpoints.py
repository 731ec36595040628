"""The receivers that tenants have named, and their secrets."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import redis

from nutgraf import identifiers
from nutgraf.model import PayloadStyle, WebhookEndpoint
from nutgraf.settings import Settings
from nutgraf.store.redis.connection import members, reaching_redis
from nutgraf.store.redis.lua_scripts import LuaScripts
from nutgraf.store.webhooks.deliveries import EndpointDisabledError
from nutgraf.store.webhooks.records import datetime_from_ms

SECRET_BYTES = 32
RECOVER_BATCH = 500


class EndpointUnknownError(Exception):
    """The tenant has no such endpoint."""


class TooManyEndpointsError(Exception):
    """The tenant has as many endpoints as it may have."""


@dataclass(frozen=True, slots=True)
class EndpointDraft:
    """What a tenant says about a new endpoint."""

    url: str
    events: tuple[str, ...]
    description: str = ""
    payload: PayloadStyle = "thin"
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class EndpointPage:
    """Endpoints, the newest first; ``last`` is where the next page begins, None at the end."""

    endpoints: tuple[WebhookEndpoint, ...]
    last: str | None


class WebhookStore:
    """Keeps endpoints. A secret leaves it when it is made, and in the hands of a sender."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._run = LuaScripts(client, settings)

    def create(self, tenant: str, draft: EndpointDraft) -> tuple[str, WebhookEndpoint]:
        """A new endpoint, and its secret.

        Raises:
            TooManyEndpointsError, StoreUnavailableError.
        """
        identifier, secret = identifiers.new("whk"), new_secret()
        outcome = self._run(
            "webhooks/endpoint_create", identifier, tenant, draft.url, ",".join(draft.events),
            draft.description, draft.payload, secret, "1" if draft.enabled else "0",
        )  # fmt: skip
        if outcome == b"full":
            raise TooManyEndpointsError
        return secret, self.read(identifier, tenant)

    def read(self, identifier: str, tenant: str) -> WebhookEndpoint:
        """An endpoint without its secret.

        Raises:
            EndpointUnknownError, StoreUnavailableError.
        """
        (endpoint,) = self._read([identifier])
        if endpoint is None or endpoint.tenant != tenant:
            raise EndpointUnknownError
        return endpoint

    def find(self, tenant: str, after: str | None, limit: int) -> EndpointPage:
        """A page of a tenant's endpoints, the newest first.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            ids = members(self._client.zrevrange(f"ng:webhooks:{tenant}", 0, -1))
        fresh = [
            identifier for identifier in sorted(ids, reverse=True) if after is None or identifier < after
        ]
        page = fresh[:limit]
        found = tuple(endpoint for endpoint in self._read(page) if endpoint is not None)
        return EndpointPage(found, page[-1] if len(fresh) > limit else None)

    def update(self, identifier: str, tenant: str, changes: Mapping[str, str]) -> WebhookEndpoint:
        """Change some of an endpoint's fields; switching it on forgets that it ever failed.

        Raises:
            EndpointUnknownError, StoreUnavailableError.
        """
        pairs = [part for change in changes.items() for part in change]
        if not self._run("webhooks/endpoint_update", identifier, tenant, *pairs):
            raise EndpointUnknownError
        return self.read(identifier, tenant)

    def delete(self, identifier: str, tenant: str) -> None:
        """Remove an endpoint; what still waits for it fails.

        Raises:
            EndpointUnknownError, StoreUnavailableError.
        """
        if not self._run("webhooks/endpoint_delete", identifier, tenant):
            raise EndpointUnknownError

    def rotate_secret(self, identifier: str | None, tenant: str, grace_seconds: int) -> str:
        """A new secret, for an endpoint or for all callbacks of a tenant; until the grace is over both sign.

        Raises:
            EndpointUnknownError, StoreUnavailableError.
        """
        secret = new_secret()
        if not self._run(
            "webhooks/endpoint_rotate_secret", identifier or "", tenant, secret, grace_seconds * 1000
        ):
            raise EndpointUnknownError
        return secret

    def ensure_callback_secret(self, tenant: str) -> None:
        """Make the secret that signs a tenant's callbacks, unless there is one.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            self._client.hsetnx(f"ng:callback-secret:{tenant}", "secret", new_secret())

    def ping(self, identifier: str, tenant: str) -> str:
        """Send an endpoint an event of its own; gives the delivery's id.

        Raises:
            EndpointUnknownError, EndpointDisabledError, StoreUnavailableError.
        """
        outcome, *delivery = self._run("webhooks/endpoint_ping", identifier, tenant)
        _raise_if_refused(outcome)
        return str(delivery[0].decode())

    def recover(self, identifier: str, tenant: str, since: datetime, until: datetime) -> int:
        """Send again what failed between two times; gives the number of deliveries.

        Raises:
            EndpointUnknownError, EndpointDisabledError, StoreUnavailableError.
        """
        begin, end = int(since.timestamp() * 1000), int(until.timestamp() * 1000)
        total, offset, seen = 0, 0, 1
        while seen:
            outcome, sent, seen = self._run(
                "webhooks/delivery_recover", identifier, tenant, begin, end, offset, RECOVER_BATCH
            )
            _raise_if_refused(outcome)
            total, offset = total + sent, offset + seen
        return total

    def _read(self, ids: list[str]) -> list[WebhookEndpoint | None]:
        with reaching_redis():
            pipeline = self._client.pipeline(transaction=True)
            for identifier in ids:
                pipeline.hgetall(f"ng:webhook:{identifier}")
                pipeline.hget(f"ng:health:{identifier}", "failing_since")
            answers = pipeline.execute()
        return [
            _endpoint(identifier, record, since) if record else None
            for identifier, record, since in zip(ids, answers[::2], answers[1::2], strict=True)
        ]


def new_secret() -> str:
    """A secret of 256 random bits in the form of Standard Webhooks."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode()


def _raise_if_refused(outcome: bytes) -> None:
    if outcome == b"unknown":
        raise EndpointUnknownError
    if outcome == b"disabled":
        raise EndpointDisabledError


def _endpoint(identifier: str, record: Mapping[bytes, bytes], failing_since: bytes | None) -> WebhookEndpoint:
    reason = record.get(b"disabled_reason")
    return WebhookEndpoint(
        id=identifier,
        tenant=record[b"tenant"].decode(),
        url=record[b"url"].decode(),
        events=tuple(record[b"events"].decode().split(",")),
        description=record[b"description"].decode(),
        payload="full" if record[b"payload"] == b"full" else "thin",
        enabled=record[b"enabled"] == b"1",
        created_at=datetime_from_ms(record[b"created_at"]),
        disabled_reason=None if reason is None else reason.decode(),
        failing_since=None if failing_since is None else datetime_from_ms(failing_since),
    )
