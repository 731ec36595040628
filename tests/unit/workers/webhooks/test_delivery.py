"""Signatures that the stock libraries of Standard Webhooks accept."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from nutgraf.store.webhooks.endpoints import new_secret
from nutgraf.store.webhooks.records import LeasedDelivery
from workers.webhooks.delivery import headers

OFFICIAL_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


def delivery(*secrets: str, identifier: str = "dlv_1") -> LeasedDelivery:
    moment = datetime.now(UTC)
    return LeasedDelivery(
        identifier, "token", "default", "whk_1", "webhook.ping", "whk_1", b"", moment, 0, "https://h.example/",
        "thin", None, secrets,
    )  # fmt: skip


def test_the_official_vector_of_standard_webhooks_is_signed_as_published() -> None:
    moment = datetime.fromtimestamp(1614265330, UTC)
    signed = headers(
        delivery(OFFICIAL_SECRET, identifier="msg_p5jXN8AQM9LWM0D4loKWxJek"), b'{"test": 2432232314}', moment
    )
    assert signed["webhook-id"] == "msg_p5jXN8AQM9LWM0D4loKWxJek"
    assert signed["webhook-timestamp"] == "1614265330"
    assert signed["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_during_a_rotation_holders_of_either_secret_verify_and_nobody_else() -> None:
    new, old, foreign = new_secret(), new_secret(), new_secret()
    body = '{"type":"webhook.ping","data":{"name":"Zoë 🚢"}}'.encode()
    signed = headers(delivery(new, old), body, datetime.now(UTC))
    assert len(signed["webhook-signature"].split()) == 2
    for secret in (new, old):
        assert Webhook(secret).verify(body, signed)["data"]["name"] == "Zoë 🚢"
    for secret, altered in ((foreign, body), (new, body + b" ")):
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(altered, signed)


def test_the_time_of_signing_is_utc_wherever_the_sender_stands() -> None:
    moment = datetime.fromisoformat("2026-03-02T07:15:00+05:30")
    signed = headers(delivery(OFFICIAL_SECRET), b"{}", moment.astimezone(UTC))
    assert signed["webhook-timestamp"] == str(int(moment.timestamp()))


def test_secrets_have_256_random_bits_in_the_standards_form() -> None:
    first, second = new_secret(), new_secret()
    assert first != second
    assert first.startswith("whsec_")
    assert len(base64.b64decode(first.removeprefix("whsec_"))) == 32
