"""Formats of a delivery's record in Redis, and its conversion to dataclasses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from nutgraf.codec import decode
from nutgraf.model import Delivery, DeliveryAttempt, DeliveryStatus, PayloadStyle


@dataclass(frozen=True, slots=True)
class LeasedDelivery:
    """Delivery leased to one webhook worker, with all that is needed to send it.

    Attributes:
        token: proves the lease.
        endpoint_id: None for a callback.
        subject: id of the article, story or endpoint that the event is about.
        facts: JSON of the fields that a thin payload has besides the subject's id; empty for none.
        tries: attempts since the retry schedule began.
        payload: the exact bytes of earlier attempts; None before the first one.
        secrets: that sign: the current one and, during a rotation's grace period, the previous one.
    """

    id: str
    token: str
    tenant: str
    endpoint_id: str | None
    event: str
    subject: str
    facts: bytes
    created_at: datetime
    tries: int
    url: str
    style: PayloadStyle
    payload: bytes | None
    secrets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttemptOutcome:
    """Result of an attempt and what follows from it.

    Attributes:
        outcome: ``delivered``, ``retry``, ``failed`` or ``gone``.
        delay_ms: milliseconds until the delivery's next attempt.
        pause_ms: milliseconds for which the receiver asked to be left alone.
        quick: whether the attempt was a quick success.
    """

    attempt: DeliveryAttempt
    outcome: str
    delay_ms: int
    pause_ms: int
    quick: bool


@dataclass(frozen=True, slots=True)
class StoredAttempt:
    """Attempt in the delivery's record, without its number and the answer, which are stored apart."""

    attempted_at: datetime
    status_code: int | None
    error: str | None
    milliseconds: int

    @classmethod
    def of(cls, attempt: DeliveryAttempt) -> StoredAttempt:
        """Return the stored form of an attempt."""
        return cls(attempt.attempted_at, attempt.status_code, attempt.error, attempt.milliseconds)


def leased_delivery_from(identifier: str, token: str, values: list[str]) -> LeasedDelivery:
    """Build a delivery from the result of ``delivery_claim.lua`` after the word ``claimed``."""
    tenant, endpoint, event, subject, facts, created_at, tries, url, style, payload, *signing = values
    return LeasedDelivery(
        id=identifier,
        token=token,
        tenant=tenant,
        endpoint_id=endpoint or None,
        event=event,
        subject=subject,
        facts=facts.encode(),
        created_at=datetime_from_ms(created_at),
        tries=int(tries),
        url=url,
        style="full" if style == "full" else "thin",
        payload=payload.encode() or None,
        secrets=tuple(filter(None, signing)),
    )


def delivery_from(identifier: str, record: Mapping[bytes, bytes]) -> Delivery:
    """Build a delivery with its log from all fields of its record."""

    def attempt(number: int) -> DeliveryAttempt:
        logged = decode(StoredAttempt, record[b"attempt:%d" % number])
        answer = record.get(b"answer:%d" % number, b"").decode()
        return DeliveryAttempt(
            number, logged.attempted_at, logged.status_code, logged.error, logged.milliseconds, answer
        )

    numbers = range(1, int(record[b"attempts"]) + 1)
    due = record.get(b"due")
    return Delivery(
        id=identifier,
        tenant=record[b"tenant"].decode(),
        endpoint_id=record[b"endpoint"].decode() or None,
        event=record[b"event"].decode(),
        subject=record[b"subject"].decode(),
        status=DeliveryStatus(record[b"status"].decode()),
        created_at=datetime_from_ms(record[b"created_at"]),
        next_attempt_at=None if due is None else datetime_from_ms(due),
        attempts=tuple(attempt(number) for number in numbers if b"attempt:%d" % number in record),
    )


def datetime_from_ms(milliseconds: bytes | str) -> datetime:
    """Return a time that a script wrote in milliseconds since 1970."""
    return datetime.fromtimestamp(int(float(milliseconds)) / 1000, UTC)
