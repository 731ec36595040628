"""Store of webhook endpoints and of the secrets that sign."""

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
"""Deliveries that one script call checks, so that a long period does not block Redis."""


class EndpointUnknownError(Exception):
    """The tenant has no such endpoint."""


class TooManyEndpointsError(Exception):
    """The tenant has the maximum number of endpoints."""


@dataclass(frozen=True, slots=True)
class EndpointDraft:
    """New endpoint as a tenant describes it."""

    url: str
    events: tuple[str, ...]
    description: str = ""
    payload: PayloadStyle = "thin"
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class EndpointPage:
    """Page of endpoints, the newest first.

    Attributes:
        last: id after which the next page begins; None at the end.
    """

    endpoints: tuple[WebhookEndpoint, ...]
    last: str | None


class WebhookStore:
    """Store of endpoints.

    A secret is returned when it is created, and to a webhook worker with each claimed delivery; never else.
    """

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._run = LuaScripts(client, settings)

    def create(self, tenant: str, draft: EndpointDraft) -> tuple[str, WebhookEndpoint]:
        """Create an endpoint and return its secret and itself.

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
        """Return an endpoint, without its secret.

        Raises:
            EndpointUnknownError, StoreUnavailableError.
        """
        (endpoint,) = self._read([identifier])
        if endpoint is None or endpoint.tenant != tenant:
            raise EndpointUnknownError
        return endpoint

    def find(self, tenant: str, after: str | None, limit: int) -> EndpointPage:
        """Return a page of a tenant's endpoints, the newest first.

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
        """Change fields of an endpoint; a new URL or ``enabled`` resets the circuit breaker.

        Raises:
            EndpointUnknownError, StoreUnavailableError.
        """
        pairs = [part for change in changes.items() for part in change]
        if not self._run("webhooks/endpoint_update", identifier, tenant, *pairs):
            raise EndpointUnknownError
        return self.read(identifier, tenant)

    def delete(self, identifier: str, tenant: str) -> None:
        """Delete an endpoint; its waiting deliveries fail.

        Raises:
            EndpointUnknownError, StoreUnavailableError.
        """
        if not self._run("webhooks/endpoint_delete", identifier, tenant):
            raise EndpointUnknownError

    def rotate_secret(self, identifier: str | None, tenant: str, grace_seconds: int) -> str:
        """Replace the secret of an endpoint or of a tenant's callbacks, and return the new one.

        Args:
            identifier: of the endpoint; None for callbacks.
            tenant: owner.
            grace_seconds: for which the old secret signs, too.

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
        """Create the secret that signs a tenant's callbacks, unless there is one.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            self._client.hsetnx(f"ng:callback-secret:{tenant}", "secret", new_secret())

    def ping(self, identifier: str, tenant: str) -> str:
        """Create a ``webhook.ping`` delivery for an endpoint and return its id.

        Raises:
            EndpointUnknownError, EndpointDisabledError, StoreUnavailableError.
        """
        outcome, *delivery = self._run("webhooks/endpoint_ping", identifier, tenant)
        _raise_if_refused(outcome)
        return str(delivery[0].decode())

    def recover(self, identifier: str, tenant: str, since: datetime, until: datetime) -> int:
        """Redeliver an endpoint's failed deliveries of a period and return their number.

        Raises:
            EndpointUnknownError, EndpointDisabledError, StoreUnavailableError.
        """
        begin, end = int(since.timestamp() * 1000), int(until.timestamp() * 1000)
        total, offset, checked = 0, 0, 1
        while checked:
            outcome, redelivered, checked = self._run(
                "webhooks/delivery_recover", identifier, tenant, begin, end, offset, RECOVER_BATCH
            )
            _raise_if_refused(outcome)
            total, offset = total + redelivered, offset + checked
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
    """Return a secret of 256 random bits in the format of Standard Webhooks."""
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
