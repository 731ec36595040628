"""What a delivery's record in Redis looks like, and the nouns it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from nutgraf.codec import decode
from nutgraf.model import Delivery, DeliveryAttempt, DeliveryStatus, PayloadStyle


@dataclass(frozen=True, slots=True)
class LeasedDelivery:
    """A delivery in the hands of one sender, with all that is needed to send it.

    Attributes:
        facts: JSON of what a thin payload tells besides the subject's id; empty for nothing.
        tries: attempts since its schedule began.
        payload: the exact bytes that were sent before; None before the first attempt.
        secrets: the endpoint's secret, and during a rotation's grace the one before.
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
    """What an attempt came to; times in milliseconds."""

    attempt: DeliveryAttempt
    outcome: str
    delay_ms: int
    pause_ms: int
    quick: bool


@dataclass(frozen=True, slots=True)
class StoredAttempt:
    """An attempt as it is kept, without its number and the answer, which stand in places of their own."""

    attempted_at: datetime
    status_code: int | None
    error: str | None
    milliseconds: int

    @classmethod
    def of(cls, attempt: DeliveryAttempt) -> StoredAttempt:
        """What is kept of an attempt in its own field."""
        return cls(attempt.attempted_at, attempt.status_code, attempt.error, attempt.milliseconds)


def leased_delivery_from(identifier: str, token: str, answer: list[str]) -> LeasedDelivery:
    """The delivery that ``delivery_claim.lua`` hands over."""
    tenant, endpoint, event, subject, facts, created_at, tries, url, style, payload, *signing = answer
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
    """The delivery that a record's raw fields stand for."""

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
    """A time that a script wrote down."""
    return datetime.fromtimestamp(int(float(milliseconds)) / 1000, UTC)
