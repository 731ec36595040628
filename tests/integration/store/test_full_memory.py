"""Redis near its memory limit, and beyond it."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator

import pytest
import redis

from nutgraf.model import Failure
from nutgraf.settings import Settings
from nutgraf.store import Claim, QueueFullError, QuotaExceededError, Store
from tests.conftest import TEXT, submission
from tests.support.stub_analyser import CAPABILITIES

PIPELINE = CAPABILITIES.pipeline.fingerprint


@pytest.fixture
def limit(client: redis.Redis) -> Iterator[Callable[[int], None]]:
    """Set how many bytes Redis may take more than it takes now; a negative number fills it."""

    def allow(more: int) -> None:
        client.config_set("maxmemory", str(max(1, int(client.info("memory")["used_memory"]) + more)))
        time.sleep(0.12)  # longer than a reading of the memory is used

    yield allow
    client.config_set("maxmemory", "0")


def text(number: int, characters: int) -> str:
    sentence = f"Report {number} says that the harbour wall of Arlesund still stands. "
    return sentence * (characters // len(sentence) + 1)


def accept_until_full(store: Store, characters: Callable[[int], int]) -> int:
    """Accept articles of so many characters until one is refused, and return how many were not."""
    for number in itertools.count():
        try:
            store.articles.accept(submission(text(number, characters(number))), None)
        except QueueFullError:
            return number
    raise AssertionError


def claimed(store: Store) -> Claim:
    claim = store.articles.claim(PIPELINE)
    assert isinstance(claim, Claim)
    return claim


@pytest.mark.parametrize("growth", [0.5, 2.2, 3.0])
@pytest.mark.parametrize("room", [2_300_000, 8_000_000])
def test_everything_that_is_accepted_has_room_to_be_finished(
    store: Store, client: redis.Redis, limit: Callable[[int], None], room: int, growth: float
) -> None:
    """Analyses are two copies of ``growth`` times the text; 2.2 was measured on real articles."""
    limit(room)
    accepted = accept_until_full(store, lambda number: 1_500 + number * 37 % 3_000)
    assert accepted > 20
    for _ in range(accepted):
        claim = claimed(store)
        store.articles.commit(claim, b"x" * int(len(claim.document.text) * growth), b"m" * 384, b"s" * 400)
    assert store.statistics().queued == 0
    memory = client.info("memory")
    assert memory["used_memory"] < memory["maxmemory"]


def test_more_is_accepted_once_the_growth_is_known_to_be_less(
    store: Store, limit: Callable[[int], None]
) -> None:
    for number in range(400):
        store.articles.accept(submission(text(number, 2_000)), None)
        store.articles.commit(claimed(store), b"x" * 100)
    limit(4_000_000)
    frugal = accept_until_full(store, lambda _: 2_000)
    assert frugal * 40_000 > 4_000_000


def test_what_is_reserved_is_given_back_by_every_end(
    store: Store, client: redis.Redis, limit: Callable[[int], None]
) -> None:
    limit(50_000_000)
    ids = [store.articles.accept(submission(text(n, 2_000)), None).id for n in range(5)]
    assert store.server().memory.reserved > 5 * 2_000
    store.articles.commit(claimed(store), b"{}")
    store.articles.fail(claimed(store), Failure("analysis_failed", "broken"))
    store.articles.cancel(ids[2], "default")
    store.articles.delete(ids[3], "default")
    store.articles.delete(ids[4], "default")
    assert store.server().memory.reserved == 0
    assert client.hget("ng:room", "reserved") == b"0"


def test_an_article_from_the_cache_needs_room_too(store: Store, limit: Callable[[int], None]) -> None:
    store.articles.accept(submission(), PIPELINE)
    store.articles.commit(claimed(store), b"x" * 2_000_000)
    store.close()  # and with it the buffers of its connections
    time.sleep(1)
    limit(1_000_000)
    with pytest.raises(QueueFullError):
        store.articles.accept(submission(), PIPELINE)


def test_a_user_who_may_not_read_the_memory_can_accept(settings: Settings, client: redis.Redis) -> None:
    client.acl_setuser(
        "desk", enabled=True, passwords=["+pw"], keys=["*"], channels=["*"],
        categories=["+@all", "-@dangerous"],
    )  # fmt: skip
    store = Store(Settings(redis_url=settings.redis_url.replace("://", "://desk:pw@"), auth="off"))
    assert store.articles.accept(submission(), None).nudge
    assert store.dangers() == ()
    store.close()
    client.acl_deluser("desk")


def test_everything_but_accepting_goes_on_when_redis_is_full(
    store: Store, client: redis.Redis, limit: Callable[[int], None]
) -> None:
    ids = [store.articles.accept(submission(f"{TEXT} Number {n}."), None).id for n in range(6)]
    secret, _ = store.keys.create("default", ("read", "submit"))
    working = claimed(store)
    limit(-500_000)
    with pytest.raises(redis.exceptions.OutOfMemoryError):
        client.set("ng:swept", "x")
    assert store.articles.renew(working)
    assert store.articles.commit(working, b"{}") == 1
    assert store.articles.commit(claimed(store), b"{}") == 1
    assert store.articles.fail(claimed(store), Failure("analysis_failed", "broken"))
    store.articles.cancel(ids[3], "default")
    store.articles.delete(ids[4], "default")
    store.articles.sweep()
    store.workers.heartbeat("here:1", CAPABILITIES, 60, first=True)
    store.deliveries.heartbeat("here:2", 4, 60)
    for article in ids[:4]:
        assert store.gate.authorize(secret, "read", "read", 1, article).record is not None
    assert client.hget("ng:used:read:default", "spent") == b"4"
    with pytest.raises(QueueFullError):
        store.articles.accept(submission(f"{TEXT} One more."), None)
    # The first answer was lost, and the caller asks again under the same id.
    assert store.articles.accept(submission(f"{TEXT} Number 5."), None, ids[5]).nudge


def test_a_redis_that_has_just_become_full_refuses_as_one_that_was(store: Store, client: redis.Redis) -> None:
    client.config_set("maxmemory", "100mb")
    store.articles.accept(submission(f"{TEXT} Number 1."), None)
    client.config_set("maxmemory", "1")
    with pytest.raises(QueueFullError):
        store.articles.accept(submission(f"{TEXT} Number 2."), None)
    client.config_set("maxmemory", "0")


def test_a_quota_is_kept_when_redis_is_full(
    settings: Settings, limit: Callable[[int], None], client: redis.Redis
) -> None:
    store = Store(Settings(redis_url=settings.redis_url, read_units_per_minute=3))
    secret, _ = store.keys.create("default", ("read",))
    limit(-500_000)
    for _ in range(3):
        store.gate.authorize(secret, "read", "read", 1)
    with pytest.raises(QuotaExceededError):
        store.gate.authorize(secret, "read", "read", 1)
    assert 0 < client.ttl("ng:used:read:default") <= 120
    store.close()


def test_a_sweep_corrects_what_an_earlier_release_has_left_reserved(
    store: Store, client: redis.Redis
) -> None:
    store.articles.accept(submission(), None)
    right = client.hget("ng:room", "reserved")
    client.hset("ng:room", "reserved", 90_000_000)
    store.articles.sweep()
    assert client.hget("ng:room", "reserved") == right == str(1500 + len(TEXT)).encode()
    store.articles.commit(claimed(store), b"{}")
    time.sleep(0.01)
    store.articles.sweep()
    assert client.hget("ng:room", "reserved") == b"0"
