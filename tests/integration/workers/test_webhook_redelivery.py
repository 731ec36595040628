"""Sending again: the same id, the same bytes, and nothing at all once the article is deleted."""

from __future__ import annotations

import json
import socket
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import redis
from standardwebhooks import Webhook, WebhookVerificationError

from nutgraf import identifiers
from nutgraf.model import Callback, DeliveryStatus
from nutgraf.settings import Settings
from nutgraf.store import DeliveryPurgedError, DeliveryUnknownError, EndpointDisabledError, Store
from nutgraf.webhook_targets import AllowedTargets
from tests.support.clock import pass_time
from tests.support.webhook_receivers import answering, in_turn, receiver
from tests.support.webhook_worker import WebhookWorkerHarness
from workers.webhooks.http_client import WebhookClient

OK = answering("200 OK")
BAD = answering("500 Broken", body=b"you sent: Harbour wall")


def fail_for_good(sender: WebhookWorkerHarness, *deliveries: str) -> None:
    """Let time pass until the schedules of the deliveries have ended."""
    while True:
        sender.work()
        due = [log.next_attempt_at for log in map(sender.delivery, deliveries) if log.next_attempt_at]
        if not due:
            return
        # A breaker is open for ten minutes at most, and then lets one delivery through.
        pass_time(sender.redis, max((min(due) - datetime.now(UTC)).total_seconds(), 0) + 601)


def test_a_redelivery_has_the_same_id_and_the_same_bytes_though_the_article_changed(
    sender: WebhookWorkerHarness,
) -> None:
    with receiver() as here:
        endpoint, secret = sender.endpoint(here.url, full=True)
        article = sender.article()
        sender.work()
        (delivery,) = sender.deliveries(endpoint)
        sender.redis.hset(f"ng:article:{article}", "analysis", b'{"summary":{"sentences":[]}}')
        sender.store.deliveries.redeliver(delivery.id, "default")
        assert sender.delivery(delivery.id).status is DeliveryStatus.PENDING
        assert sender.work() == 1
    first, second = here.received
    assert (first.id, first.body) == (second.id, second.body)
    assert Webhook(secret).verify(second.body, second.headers)["data"]["id"] == article
    assert [attempt.number for attempt in sender.delivery(delivery.id).attempts] == [1, 2]


def test_a_failed_delivery_that_is_redelivered_has_its_whole_schedule_before_it(
    sender: WebhookWorkerHarness,
) -> None:
    with receiver(BAD) as here:
        endpoint, _ = sender.endpoint(here.url)
        delivery = sender.ping(endpoint)
        fail_for_good(sender, delivery)
        assert sender.delivery(delivery).status is DeliveryStatus.FAILED
        sender.store.deliveries.redeliver(delivery, "default")
        assert sender.work() == 1
    log = sender.delivery(delivery)
    assert (log.status, len(log.attempts)) == (DeliveryStatus.PENDING, 11)
    assert sender.redis.pttl(f"ng:delivery:{delivery}") == -1


def test_recovering_sends_what_failed_in_that_time_and_nothing_else(sender: WebhookWorkerHarness) -> None:
    with receiver(in_turn(OK, *[BAD] * 20, OK)) as here:
        endpoint, _ = sender.endpoint(here.url)
        good = sender.ping(endpoint)
        sender.work()
        lost = [sender.ping(endpoint) for _ in range(2)]
        fail_for_good(sender, *lost)
        assert {sender.delivery(each).status for each in lost} == {DeliveryStatus.FAILED}
        now = datetime.now(UTC)
        recover = sender.store.webhooks.recover
        assert recover(endpoint, "default", now - timedelta(hours=2), now - timedelta(hours=1)) == 0
        assert recover(endpoint, "default", now - timedelta(hours=1), now) == 2
        assert recover(endpoint, "default", now - timedelta(hours=1), now) == 0
        assert sender.work() == 2
    assert {sender.delivery(each).status for each in (good, *lost)} == {DeliveryStatus.DELIVERED}
    assert len(here.received) == 23


def test_nothing_is_sent_to_an_endpoint_that_was_switched_off_or_removed(
    sender: WebhookWorkerHarness,
) -> None:
    with receiver(BAD) as here:
        endpoint, _ = sender.endpoint(here.url)
        kept, lost = sender.ping(endpoint), sender.ping(endpoint)
        assert sender.work() == 2
        sender.store.webhooks.update(endpoint, "default", {"enabled": "0"})
        with pytest.raises(EndpointDisabledError):
            sender.ping(endpoint)
        with pytest.raises(EndpointDisabledError):
            sender.store.deliveries.redeliver(kept, "default")
        pass_time(sender.redis, 60)
        assert sender.work() == 0
        assert sender.delivery(kept).status is DeliveryStatus.FAILED
        sender.store.webhooks.update(endpoint, "default", {"enabled": "1"})
        sender.store.deliveries.redeliver(lost, "default")
        sender.store.webhooks.delete(endpoint, "default")
        assert sender.work() == 0
    assert sender.delivery(lost).status is DeliveryStatus.FAILED
    assert len(here.received) == 2


def test_while_a_secret_rotates_both_verify_and_afterwards_the_new_one_alone(
    sender: WebhookWorkerHarness,
) -> None:
    with receiver() as here:
        endpoint, old = sender.endpoint(here.url)
        new = sender.store.webhooks.rotate_secret(endpoint, "default", 3600)
        sender.ping(endpoint)
        sender.work()
        pass_time(sender.redis, 3601)
        sender.ping(endpoint)
        sender.work()
        newest = sender.store.webhooks.rotate_secret(endpoint, "default", 0)
        sender.ping(endpoint)
        sender.work()
    during, after, last = here.received
    for secret in (old, new):
        assert Webhook(secret).verify(during.body, during.headers)["type"] == "webhook.ping"
    assert len(during.headers["webhook-signature"].split()) == 2
    Webhook(new).verify(after.body, after.headers)
    Webhook(newest).verify(last.body, last.headers)
    for secret, request in ((old, after), (new, last)):
        with pytest.raises(WebhookVerificationError):
            Webhook(secret).verify(request.body, request.headers)


def test_deleting_an_article_purges_what_was_sent_of_it_and_what_was_answered(
    sender: WebhookWorkerHarness,
) -> None:
    with receiver(in_turn(OK, BAD)) as here:
        endpoint, _ = sender.endpoint(here.url, full=True)
        sender.store.webhooks.ensure_callback_secret("default")
        article = sender.article(Callback(here.url))
        sender.work()
        delivered, pending = sorted(
            (*sender.deliveries(endpoint), *sender.deliveries(None)), key=lambda each: each.status.value
        )
        assert {delivered.status, pending.status} == {DeliveryStatus.DELIVERED, DeliveryStatus.PENDING}
        assert sender.everything().count("Harbour wall") == 3, "article, payload, answer"
        sender.store.articles.delete(article, "default")
        pass_time(sender.redis, 86_400)
        assert sender.work() == 0
    for each, status in ((delivered, DeliveryStatus.DELIVERED), (pending, DeliveryStatus.CANCELED)):
        log = sender.delivery(each.id)
        assert (log.status, len(log.attempts), log.attempts[0].answer) == (status, 1, "")
        with pytest.raises(DeliveryPurgedError):
            sender.store.deliveries.redeliver(each.id, "default")
    assert "Harbour wall" not in sender.everything()
    assert "Arlesund" not in sender.everything()


def test_payloads_about_its_story_and_its_later_edition_are_purged_with_a_deleted_article(
    sender: WebhookWorkerHarness,
) -> None:
    with receiver(in_turn(OK, OK, BAD, OK)) as here:
        endpoint, _ = sender.endpoint(here.url)
        article, later, story = sender.article(), identifiers.new("art"), identifiers.new("sty")
        sender.redis.hset(f"ng:article:{article}", "story", story)
        sender.emit("article.revised", later, '{"went": ["Harbour wall"]}', also=article)
        sender.emit("story.created", story, '{"revision": 1, "title": "Harbour wall"}')
        assert sender.work() == 3
        sent = json.loads(here.received[-1].body)
        assert (sent["type"], sent["data"]["id"], sent["data"]["revision"]) == ("story.created", story, 1)
        sender.store.articles.delete(article, "default")
        pass_time(sender.redis, 86_400)
        assert sender.work() == 0
    assert {each.status for each in sender.deliveries(endpoint)} == {
        DeliveryStatus.DELIVERED,
        DeliveryStatus.CANCELED,
    }
    assert "Harbour wall" not in sender.everything()


def test_a_finished_delivery_is_forgotten_with_its_payload_when_its_time_is_over(
    settings: Settings, client: redis.Redis
) -> None:
    brief = Store(replace(settings, webhook_log_ttl_seconds=1))
    sender = WebhookWorkerHarness(brief, client, WebhookClient(AllowedTargets.parse("127.0.0.0/8"), 0.5))
    with receiver() as here:
        endpoint, _ = sender.endpoint(here.url)
        delivery = sender.ping(endpoint)
        assert sender.work() == 1
    assert 0 < client.pttl(f"ng:delivery:{delivery}") <= 1000
    mortal = [key for key in client.scan_iter("ng:*") if client.pttl(key) > 0]
    assert {b"ng:deliveries:" + endpoint.encode(), b"ng:delivered:" + endpoint.encode()} < set(mortal)
    time.sleep(1.1)
    assert sender.deliveries(endpoint) == ()
    with pytest.raises(DeliveryUnknownError):
        sender.delivery(delivery)
    brief.close()


def test_an_article_deleted_while_its_delivery_is_in_the_air_leaves_nothing_behind(
    sender: WebhookWorkerHarness,
) -> None:
    with receiver(BAD) as here:
        endpoint, _ = sender.endpoint(here.url, full=True)
        article = sender.article()

        def behave(connection: socket.socket) -> None:
            sender.store.articles.delete(article, "default")
            BAD(connection)

        here.behave = behave
        assert sender.work() == 1
        (delivery,) = sender.deliveries(endpoint)
    assert delivery.status is DeliveryStatus.CANCELED
    assert (delivery.attempts[0].status_code, delivery.attempts[0].answer) == (500, "")
    assert json.loads(here.received[0].body)["data"]["title"] == "Harbour wall"
    assert not sender.redis.hexists(f"ng:delivery:{delivery.id}", "payload")
