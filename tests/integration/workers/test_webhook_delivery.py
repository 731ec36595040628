"""From the event to the receiver's answer, on a real Redis and with real receivers."""

from __future__ import annotations

import json
import time

import pytest
from standardwebhooks import Webhook

from nutgraf import identifiers
from nutgraf.model import Callback, DeliveryStatus
from tests.support.clock import pass_time
from tests.support.webhook_receivers import answering, hanging, in_turn, receiver
from tests.support.webhook_worker import WebhookWorkerHarness
from workers.webhooks.retry_policy import JITTER, SCHEDULE

BAD = answering("500 Broken", body=b"no <b>luck</b>")


def test_an_event_is_delivered_to_whoever_listens_and_to_nobody_else(sender: WebhookWorkerHarness) -> None:
    with receiver() as all_events, receiver() as failures, receiver() as foreign, receiver() as off:
        _, secret = sender.endpoint(all_events.url)
        sender.endpoint(failures.url, "article.failed")
        sender.endpoint(foreign.url, tenant="other")
        disabled, _ = sender.endpoint(off.url)
        sender.store.webhooks.update(disabled, "default", {"enabled": "0"})
        completed = sender.article()
        failed = sender.article(fails=True)
        assert sender.work() == 3
    sent = [Webhook(secret).verify(request.body, request.headers) for request in all_events.received]
    assert [(each["type"], each["data"]["id"], each["data"]["status"]) for each in sent] == [
        ("article.completed", completed, "completed"),
        ("article.failed", failed, "failed"),
    ]
    assert [json.loads(request.body)["data"]["id"] for request in failures.received] == [failed]
    assert foreign.received == off.received == []


def test_a_thin_payload_has_ids_and_states_and_a_full_one_the_article(sender: WebhookWorkerHarness) -> None:
    with receiver() as thin, receiver() as full:
        sender.endpoint(thin.url)
        sender.endpoint(full.url, full=True)
        identifier = sender.article()
        sender.work()
    small, large = (json.loads(each.received[0].body) for each in (thin, full))
    assert small["data"] == {"id": identifier, "status": "completed", "external_id": "cms-1"}
    assert large["data"]["title"] == "Harbour wall"
    assert large["data"]["analysis"]["summary"] == {"sentences": [{"text": "The council"}]}
    assert small["timestamp"] == large["timestamp"]
    assert thin.received[0].headers["content-type"] == "application/json"


def test_an_articles_own_callback_is_signed_with_the_tenants_default_secret(
    sender: WebhookWorkerHarness,
) -> None:
    secret = sender.store.webhooks.rotate_secret(None, "default", 0)
    with receiver() as here:
        sender.article(Callback(here.url, ("article.completed",)))
        sender.article(Callback(here.url, ("article.failed",)))
        sender.work()
    (request,) = here.received
    assert Webhook(secret).verify(request.body, request.headers)["type"] == "article.completed"
    (delivery,) = sender.deliveries(None)
    assert (delivery.id, delivery.endpoint_id, delivery.status) == (
        request.id,
        None,
        DeliveryStatus.DELIVERED,
    )


def test_an_id_made_by_a_script_looks_and_sorts_like_every_other(sender: WebhookWorkerHarness) -> None:
    endpoint, _ = sender.endpoint("http://127.0.0.1:9/")
    ids = [sender.ping(endpoint) for _ in range(200)]
    assert len(set(ids)) == 200
    assert all(map(identifiers.is_plausible, ids))
    made = [identifiers.milliseconds(identifier) for identifier in ids]
    assert made == sorted(made)
    assert made[-1] == int(sender.delivery(ids[-1]).created_at.timestamp() * 1000)


def test_every_attempt_is_written_down(sender: WebhookWorkerHarness) -> None:
    with receiver(in_turn(BAD, hanging, answering("204 No Content", body=b""))) as here:
        endpoint, _ = sender.endpoint(here.url)
        delivery = sender.ping(endpoint)
        for _ in range(3):
            assert sender.work() == 1
            pass_time(sender.redis, 400)
    log = sender.delivery(delivery)
    assert log.status is DeliveryStatus.DELIVERED
    assert [(each.number, each.status_code, each.error, each.answer) for each in log.attempts] == [
        (1, 500, None, "no <b>luck</b>"), (2, None, "timeout", ""), (3, 204, None, ""),
    ]  # fmt: skip
    assert 400 < log.attempts[1].milliseconds < 1000
    assert {request.id for request in here.received} == {delivery}
    assert len({request.body for request in here.received}) == 1


def test_the_whole_schedule_is_run_and_then_the_delivery_has_failed(sender: WebhookWorkerHarness) -> None:
    with receiver(BAD) as here:
        endpoint, _ = sender.endpoint(here.url)
        delivery = sender.ping(endpoint)
        for number, seconds in enumerate(SCHEDULE, 1):
            assert sender.work() == 1
            log = sender.delivery(delivery)
            assert (log.status, len(log.attempts)) == (DeliveryStatus.PENDING, number)
            assert log.next_attempt_at is not None
            wait = log.next_attempt_at.timestamp() - time.time()
            assert seconds * (1 - JITTER) - 1 <= wait <= seconds * (1 + JITTER)
            pass_time(sender.redis, wait - 2)
            assert sender.work() == 0, "not before its time"
            pass_time(sender.redis, 4)
        assert sender.work() == 1
    log = sender.delivery(delivery)
    assert (log.status, len(log.attempts), log.next_attempt_at) == (DeliveryStatus.FAILED, 10, None)
    assert len(here.received) == 10
    assert sender.read(endpoint).enabled


def test_an_asked_for_wait_holds_back_everything_to_that_receiver(sender: WebhookWorkerHarness) -> None:
    with receiver(in_turn(answering("429 Slow", "Retry-After: 120"), answering("200 OK"))) as here:
        endpoint, _ = sender.endpoint(here.url)
        first = sender.ping(endpoint)
        assert sender.work() == 1
        second = sender.ping(endpoint)
        pass_time(sender.redis, 115)
        assert sender.work() == 0
        pass_time(sender.redis, 10)
        assert sender.work() == 2
    assert {sender.delivery(each).status for each in (first, second)} == {DeliveryStatus.DELIVERED}


def test_a_receiver_that_is_gone_is_disabled_at_once_and_the_others_hear_of_it(
    sender: WebhookWorkerHarness,
) -> None:
    with receiver(answering("410 Gone")) as gone, receiver() as other:
        endpoint, _ = sender.endpoint(gone.url)
        sender.endpoint(other.url, "webhook.disabled")
        delivery = sender.ping(endpoint)
        waiting = sender.ping(endpoint)
        assert sender.work() == 2
    assert (sender.read(endpoint).enabled, sender.read(endpoint).disabled_reason) == (False, "gone")
    assert {sender.delivery(each).status for each in (delivery, waiting)} == {DeliveryStatus.FAILED}
    (sent,) = (json.loads(request.body) for request in other.received)
    assert (sent["type"], sent["data"]) == ("webhook.disabled", {"id": endpoint, "reason": "gone"})


def test_five_days_of_nothing_but_failures_disable_and_one_success_begins_anew(
    sender: WebhookWorkerHarness,
) -> None:
    with receiver() as here, receiver() as other:
        endpoint, _ = sender.endpoint(here.url)
        sender.endpoint(other.url)
        sender.ping(endpoint)
        for days, answer in ((0, BAD), (4, BAD), (2, answering("200 OK")), (0, BAD), (4.9, BAD)):
            pass_time(sender.redis, days * 86_400)
            here.behave = answer
            sender.ping(endpoint)
            assert sender.work() >= 1
            assert sender.read(endpoint).enabled
        assert other.received == []
        assert sender.read(endpoint).failing_since is not None
        pass_time(sender.redis, 0.2 * 86_400)
        assert sender.work() >= 1
        sender.work()
    assert sender.read(endpoint).disabled_reason == "failing"
    assert [json.loads(request.body)["data"] for request in other.received] == [
        {"id": endpoint, "reason": "failing"}
    ]
    again = sender.store.webhooks.update(endpoint, "default", {"enabled": "1"})
    assert (again.enabled, again.disabled_reason, again.failing_since) == (True, None, None)


@pytest.mark.parametrize("status", ["301 Moved", "308 Moved"])
def test_a_redirect_to_a_private_address_is_a_failure_and_not_followed(
    sender: WebhookWorkerHarness, status: str
) -> None:
    with receiver() as private:
        bad = answering(status, f"Location: http://127.0.0.1:{private.port}/")
        with receiver(bad) as here:
            endpoint, _ = sender.endpoint(here.url)
            delivery = sender.ping(endpoint)
            sender.work()
    assert private.received == []
    assert sender.delivery(delivery).status is DeliveryStatus.PENDING
    assert sender.delivery(delivery).attempts[0].status_code == int(status[:3])


def test_a_sender_that_dies_holding_a_delivery_costs_neither_it_nor_the_receiver_an_attempt(
    sender: WebhookWorkerHarness,
) -> None:
    with receiver() as here:
        endpoint, _ = sender.endpoint(here.url)
        delivery = sender.ping(endpoint)
        sender.store.deliveries.heartbeat("test:1", 32, 60)
        assert sender.store.deliveries.dispatch() == (delivery,)
        dead = sender.store.deliveries.claim(delivery)
        assert not isinstance(dead, str)
        assert sender.store.deliveries.claim(delivery) == "leased"
        assert sender.work() == 0
        pass_time(sender.redis, 16)
        assert sender.work() == 1
        assert sender.store.deliveries.freeze_payload(dead, b"{}") is None
    log = sender.delivery(delivery)
    assert (log.status, len(log.attempts)) == (DeliveryStatus.DELIVERED, 1)
