"""Store of webhook deliveries, from the event to the receiver's answer; each change is one atomic step."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import redis

from nutgraf import identifiers
from nutgraf.codec import encode
from nutgraf.model import Delivery, DeliveryStatus
from nutgraf.settings import Settings
from nutgraf.store.redis.connection import members, reaching_redis
from nutgraf.store.redis.lua_scripts import LuaScripts
from nutgraf.store.webhooks.records import (
    AttemptOutcome,
    LeasedDelivery,
    StoredAttempt,
    delivery_from,
    leased_delivery_from,
)

DISPATCH_BATCH = 200
"""Deliveries that one dispatch leases at most."""

CHUNK = 100
"""Deliveries that are read in one round trip."""

MOST_CHECKED = 5000
"""Deliveries that one page checks at most, so that a rare match can't take arbitrarily long."""


class DeliveryUnknownError(Exception):
    """The tenant has no such delivery, or the delivery has expired."""


class DeliveryPurgedError(Exception):
    """The delivery's subject was deleted, and the payload with it."""


class EndpointDisabledError(Exception):
    """The endpoint is disabled or deleted, so that nothing is sent to it."""


@dataclass(frozen=True, slots=True)
class DeliveryPage:
    """Page of deliveries, the newest first.

    Attributes:
        last: id after which the next page begins; None at the end.
    """

    deliveries: tuple[Delivery, ...]
    last: str | None


class DeliveryStore:
    """Store of deliveries and of the webhook workers that send them."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._run = LuaScripts(client, settings)

    def heartbeat(self, sender: str, slots: int, seconds: float) -> None:
        """Record that a webhook worker is alive.

        Args:
            sender: name of the worker.
            slots: deliveries that it sends at once.
            seconds: for which it counts as alive.

        Raises:
            StoreUnavailableError.
        """
        self._run("workers/sender_heartbeat", f"{sender}:{slots}", int(seconds * 1000))

    def remove_sender(self, sender: str, slots: int) -> None:
        """Record that a webhook worker has stopped.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            self._client.zrem("ng:senders", f"{sender}:{slots}")

    def live_senders(self, host: str = "") -> int:
        """Return the number of live webhook workers, of one host or of all.

        Raises:
            StoreUnavailableError.
        """
        with reaching_redis():
            seconds, _ = self._client.time()
            names = members(self._client.zrangebyscore("ng:senders", seconds * 1000, "+inf"))
        return sum(name.startswith(f"{host}:" if host else "") for name in names)

    def dispatch(self) -> tuple[str, ...]:
        """Lease the deliveries to send next; the caller must send a nudge for each.

        Raises:
            StoreUnavailableError.
        """
        return tuple(
            identifier.decode() for identifier in self._run("webhooks/delivery_dispatch", DISPATCH_BATCH)
        )

    def claim(self, identifier: str) -> LeasedDelivery | str:
        """Claim a dispatched delivery.

        Returns:
            The delivery, or the reason why there is nothing to send: one that ``delivery_claim.lua`` lists.

        Raises:
            StoreUnavailableError.
        """
        token = secrets.token_hex(16)
        values = [
            part.decode() if part is not None else ""
            for part in self._run("webhooks/delivery_claim", identifier, token)
        ]
        if values[0] != "claimed":
            return values[0]
        return leased_delivery_from(identifier, token, values[1:])

    def freeze_payload(self, delivery: LeasedDelivery, payload: bytes) -> bytes | None:
        """Store a payload before it is first sent.

        Returns:
            The payload to send, which is the one stored first; None if the lease was lost.

        Raises:
            StoreUnavailableError.
        """
        stored = self._run("webhooks/delivery_freeze_payload", delivery.id, delivery.token, payload)
        return None if stored is None else bytes(stored)

    def record_attempt(self, delivery: LeasedDelivery, outcome: AttemptOutcome) -> bool:
        """Record an attempt and what follows from it; return False if the lease was lost.

        Raises:
            StoreUnavailableError.
        """
        attempt = outcome.attempt
        recorded = self._run(
            "webhooks/delivery_record_attempt", delivery.id, delivery.token,
            encode(StoredAttempt.of(attempt)), attempt.answer.encode(),
            outcome.outcome, outcome.delay_ms, outcome.pause_ms, "1" if outcome.quick else "0",
        )  # fmt: skip
        return bool(recorded)

    def read(self, identifier: str, tenant: str) -> Delivery:
        """Return a delivery with its log.

        Raises:
            DeliveryUnknownError, StoreUnavailableError.
        """
        with reaching_redis():
            record = cast("dict[bytes, bytes]", self._client.hgetall(f"ng:delivery:{identifier}"))
        if record.get(b"tenant") != tenant.encode():
            raise DeliveryUnknownError
        return delivery_from(identifier, record)

    def find(
        self,
        tenant: str,
        endpoint_id: str | None,
        status: DeliveryStatus | None,
        after: str | None,
        limit: int,
    ) -> DeliveryPage:
        """Return a page of the deliveries to an endpoint or of a tenant's callbacks, the newest first.

        Args:
            tenant: owner.
            endpoint_id: None for callbacks.
            status: that the deliveries must have; None for any.
            after: id of the last delivery of the previous page; None for the first page.
            limit: number of deliveries of the page.

        Raises:
            StoreUnavailableError.
        """
        found: list[Delivery] = []
        last: str | None = None
        with reaching_redis():
            for checked, (identifier, record) in enumerate(self._logged(tenant, endpoint_id, after), 1):
                last = identifier
                if record and status in (None, record[b"status"].decode()):
                    found.append(delivery_from(identifier, record))
                if len(found) == limit or checked == MOST_CHECKED:
                    return DeliveryPage(tuple(found), last)
        return DeliveryPage(tuple(found), None)

    def _logged(
        self, tenant: str, endpoint_id: str | None, after: str | None
    ) -> Iterator[tuple[str, dict[bytes, bytes]]]:
        """Read ids and records from a log, the newest first; the record of an expired delivery is empty."""
        log = f"ng:deliveries:{endpoint_id or f'callback:{tenant}'}"
        upper = "+inf" if after is None else str(identifiers.milliseconds(after))
        offset = 0
        while rows := members(self._client.zrevrangebyscore(log, upper, "-inf", start=offset, num=CHUNK)):
            offset += len(rows)
            # Scores are the times in the ids; within the cursor's millisecond only the ids give the order.
            fresh = [identifier for identifier in rows if after is None or identifier < after]
            pipeline = self._client.pipeline(transaction=False)
            for identifier in fresh:
                pipeline.hgetall(f"ng:delivery:{identifier}")
            yield from zip(fresh, pipeline.execute(), strict=True)

    def redeliver(self, identifier: str, tenant: str) -> None:
        """Start a delivery's retry schedule again, with the same id and payload.

        Raises:
            DeliveryUnknownError, DeliveryPurgedError, EndpointDisabledError, StoreUnavailableError.
        """
        outcome = self._run("webhooks/delivery_redeliver", identifier, tenant)
        if outcome == b"unknown":
            raise DeliveryUnknownError
        if outcome == b"gone":
            raise DeliveryPurgedError
        if outcome == b"disabled":
            raise EndpointDisabledError
