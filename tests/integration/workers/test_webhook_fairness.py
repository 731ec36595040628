"""A slow or dead receiver delays nobody else."""

from __future__ import annotations

from dataclasses import replace

import redis

from nutgraf.settings import Settings
from nutgraf.store import Store
from tests.support.clock import pass_time
from tests.support.webhook_receivers import answering, in_turn, receiver
from tests.support.webhook_worker import WebhookWorkerHarness

BAD = answering("503 Busy")


def dispatched(sender: WebhookWorkerHarness) -> list[str]:
    return list(sender.store.deliveries.dispatch())


def test_a_receiver_gets_one_delivery_at_a_time_until_it_has_proved_itself(
    sender: WebhookWorkerHarness,
) -> None:
    sender.store.deliveries.heartbeat("test:1", 100, 60)
    with receiver() as here:
        endpoint, _ = sender.endpoint(here.url)
        for _ in range(30):
            sender.ping(endpoint)
        (first,) = dispatched(sender)
        assert dispatched(sender) == []
        delivery = sender.store.deliveries.claim(first)
        assert not isinstance(delivery, str)
        pass_time(sender.redis, 31)  # its sender dies
        assert sender.work() >= 1
        assert len(here.received) == 30
        for _ in range(30):
            sender.ping(endpoint)
        assert len(dispatched(sender)) == 8
        assert dispatched(sender) == []


def test_after_five_failures_in_a_row_a_breaker_spares_the_receiver_for_ever_longer(
    sender: WebhookWorkerHarness,
) -> None:
    with receiver(in_turn(*[BAD] * 6, answering("200 OK"))) as here:
        endpoint, _ = sender.endpoint(here.url)
        for count in range(5):
            sender.ping(endpoint)
            assert sender.work() == 1, count
        sender.ping(endpoint)
        assert sender.work() == 0
        pass_time(sender.redis, 31)
        assert sender.work() == 1, "one is let through to try"
        pass_time(sender.redis, 31)
        assert sender.work() == 0
        pass_time(sender.redis, 31)
        assert sender.work() == 6, "and after a success all the others"
    assert len(here.received) == 12


def test_a_hundred_receivers_that_hang_leave_half_of_the_senders_to_the_proven_ones(
    sender: WebhookWorkerHarness,
) -> None:
    sender.store.webhooks = Store(replace(_settings(sender), webhook_max_endpoints=200)).webhooks
    sender.store.deliveries.heartbeat("test:1", 32, 60)
    with receiver() as here:
        proven, _ = sender.endpoint(here.url)
        sender.ping(proven)
        sender.work()
        for _ in range(100):
            hanging, _ = sender.endpoint("http://127.0.0.1:9/")
            for _ in range(3):
                sender.ping(hanging)
        held = dispatched(sender)
        assert len(held) == 16
        assert dispatched(sender) == []
        for _ in range(20):
            sender.ping(proven)
        assert len(dispatched(sender)) == 8


def test_without_a_sender_nothing_is_dispatched_and_a_dead_one_counts_no_more(
    sender: WebhookWorkerHarness, client: redis.Redis
) -> None:
    endpoint, _ = sender.endpoint("http://127.0.0.1:9/")
    delivery = sender.ping(endpoint)
    assert dispatched(sender) == []
    sender.store.deliveries.heartbeat("test:1", 4, 0.001)
    client.zadd("ng:senders", {"test:1:4": 1})
    assert dispatched(sender) == []
    sender.store.deliveries.heartbeat("test:2", 4, 60)
    assert dispatched(sender) == [delivery]
    assert (sender.store.deliveries.live_senders(), sender.store.deliveries.live_senders("another")) == (1, 0)
    sender.store.deliveries.remove_sender("test:2", 4)
    assert client.zcard("ng:senders") == 0


def _settings(sender: WebhookWorkerHarness) -> Settings:
    kwargs = sender.redis.connection_pool.connection_kwargs
    return Settings(redis_url=f"redis://{kwargs['host']}:{kwargs['port']}/0", auth="off")
