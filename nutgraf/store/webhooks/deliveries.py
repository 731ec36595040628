"""The life of a delivery in Redis, from its event to the receiver's answer, each change one atomic step."""

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
CHUNK = 100
PATIENCE = 5000


class DeliveryUnknownError(Exception):
    """The tenant has no such delivery, or has it no longer."""


class DeliveryPurgedError(Exception):
    """The delivery's article was deleted, and its payload with it."""


class EndpointDisabledError(Exception):
    """Nothing is sent to an endpoint that is disabled or deleted."""


@dataclass(frozen=True, slots=True)
class DeliveryPage:
    """Deliveries, the newest first; ``last`` is where the next page begins, None at the end."""

    deliveries: tuple[Delivery, ...]
    last: str | None


class DeliveryStore:
    """Hands out, settles and answers for deliveries."""

    def __init__(self, client: redis.Redis, settings: Settings) -> None:
        self._client = client
        self._run = LuaScripts(client, settings)

    def heartbeat(self, sender: str, slots: int, seconds: float) -> None:
        """Say that a sender of so many deliveries at once is alive for so many seconds more."""
        self._run("workers/sender_heartbeat", f"{sender}:{slots}", int(seconds * 1000))

    def remove_sender(self, sender: str, slots: int) -> None:
        """Say that a sender has stopped."""
        with reaching_redis():
            self._client.zrem("ng:senders", f"{sender}:{slots}")

    def live_senders(self, host: str = "") -> int:
        """How many senders, of one host or of all, have lately said that they are there."""
        with reaching_redis():
            seconds, _ = self._client.time()
            names = members(self._client.zrangebyscore("ng:senders", seconds * 1000, "+inf"))
        return sum(name.startswith(f"{host}:" if host else "") for name in names)

    def dispatch(self) -> tuple[str, ...]:
        """Choose what is sent next; the caller must nudge the senders with each id."""
        return tuple(
            identifier.decode() for identifier in self._run("webhooks/delivery_dispatch", DISPATCH_BATCH)
        )

    def claim(self, identifier: str) -> LeasedDelivery | str:
        """Take a dispatched delivery to send it, or learn in one word why there is nothing to do."""
        token = secrets.token_hex(16)
        answer = [
            part.decode() if part is not None else ""
            for part in self._run("webhooks/delivery_claim", identifier, token)
        ]
        if answer[0] != "claimed":
            return answer[0]
        return leased_delivery_from(identifier, token, answer[1:])

    def freeze_payload(self, delivery: LeasedDelivery, payload: bytes) -> bytes | None:
        """Keep a payload before it is first sent.

        Returns:
            What must be sent: the payload that was kept first. None when there is nothing to send any more.
        """
        kept = self._run("webhooks/delivery_freeze_payload", delivery.id, delivery.token, payload)
        return None if kept is None else bytes(kept)

    def record_attempt(self, delivery: LeasedDelivery, outcome: AttemptOutcome) -> bool:
        """Write down an attempt and what follows from it; False when the claim was lost meanwhile."""
        attempt = outcome.attempt
        settled = self._run(
            "webhooks/delivery_record_attempt", delivery.id, delivery.token,
            encode(StoredAttempt.of(attempt)), attempt.answer.encode(),
            outcome.outcome, outcome.delay_ms, outcome.pause_ms, "1" if outcome.quick else "0",
        )  # fmt: skip
        return bool(settled)

    def read(self, identifier: str, tenant: str) -> Delivery:
        """A delivery with its log.

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
        most: int,
    ) -> DeliveryPage:
        """A page of the deliveries to an endpoint, or of a tenant's callbacks, the newest first.

        Raises:
            StoreUnavailableError.
        """
        found: list[Delivery] = []
        last: str | None = None
        with reaching_redis():
            for seen, (identifier, record) in enumerate(self._logged(tenant, endpoint_id, after), 1):
                last = identifier
                if record and status in (None, record[b"status"].decode()):
                    found.append(delivery_from(identifier, record))
                if len(found) == most or seen == PATIENCE:
                    return DeliveryPage(tuple(found), last)
        return DeliveryPage(tuple(found), None)

    def _logged(
        self, tenant: str, endpoint_id: str | None, after: str | None
    ) -> Iterator[tuple[str, dict[bytes, bytes]]]:
        """Ids and records from the log, the newest first; an empty record for one that has expired."""
        log = f"ng:deliveries:{endpoint_id or f'callback:{tenant}'}"
        upper = "+inf" if after is None else str(identifiers.milliseconds(after))
        offset = 0
        while rows := members(self._client.zrevrangebyscore(log, upper, "-inf", start=offset, num=CHUNK)):
            offset += len(rows)
            # Ids and scores tell the same time; within the cursor's own millisecond only the ids tell.
            fresh = [identifier for identifier in rows if after is None or identifier < after]
            pipeline = self._client.pipeline(transaction=False)
            for identifier in fresh:
                pipeline.hgetall(f"ng:delivery:{identifier}")
            yield from zip(fresh, pipeline.execute(), strict=True)

    def redeliver(self, identifier: str, tenant: str) -> None:
        """Send a delivery again from the start of its schedule, with the same id and the same bytes.

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
