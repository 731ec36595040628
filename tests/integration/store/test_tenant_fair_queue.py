"""Whose turn it is when several tenants' articles wait."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

import pytest
import redis

from nutgraf.settings import Settings
from nutgraf.store import AcceptedArticle, Claim, ClaimRefused, QueueFullError, Store
from nutgraf.store.statistics import read_statistics
from tests.conftest import submission
from tests.integration.store.test_article_store import ANALYSIS

SENTENCE = "The council of Arlesund voted to rebuild the harbour wall, which a storm had broken. "


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """A store whose sweeps take no nudge for lost that is only late."""
    store = Store(replace(settings, resend_after_seconds=60))
    yield store
    store.close()


def accept(store: Store, tenant: str, sentences: int = 4) -> AcceptedArticle:
    """An article of some length, of which there is no second."""
    text = f"{SENTENCE * sentences}{time.perf_counter_ns():020}"
    return store.articles.accept(submission(text, tenant), None)


def claim(store: Store, nudge: str = "") -> Claim:
    claimed = store.articles.claim("f1", nudge)
    assert isinstance(claimed, Claim), claimed
    return claimed


def tenants(store: Store, count: int) -> list[str]:
    """Whose articles are taken next."""
    return [claim(store).tenant for _ in range(count)]


def test_a_single_article_does_not_wait_behind_another_tenants_thousand(store: Store) -> None:
    for _ in range(1000):
        accept(store, "archive")
    assert tenants(store, 3) == ["archive"] * 3
    one = accept(store, "desk")
    position = store.articles.read(one.id, "desk").queue_position
    assert position is not None
    assert position <= 2
    assert "desk" in tenants(store, 2)


def test_tenants_with_equal_articles_take_turns(store: Store) -> None:
    for tenant in ("archive", "archive", "archive", "desk", "desk", "desk"):
        accept(store, tenant)
    taken = tenants(store, 6)
    assert all(set(pair) == {"archive", "desk"} for pair in zip(taken[::2], taken[1::2], strict=True))


def test_turns_are_as_long_as_texts(store: Store) -> None:
    for _ in range(20):
        accept(store, "long reads", 100)
    for _ in range(200):
        accept(store, "tickers", 5)
    # 8,620 bytes against 450, and 1,500 more for each article: five to one.
    assert Counter(tenants(store, 114))["long reads"] == pytest.approx(19, abs=1)


def test_a_tenants_own_articles_are_taken_in_their_order(store: Store) -> None:
    ids = [accept(store, tenant).id for tenant in ("desk", "archive", "desk", "desk") for _ in range(3)]
    taken = [claim(store).id for _ in ids]
    desk = [identifier for identifier in ids if identifier not in ids[3:6]]
    assert [identifier for identifier in taken if identifier in desk] == desk


def test_who_had_nothing_to_do_has_saved_nothing_up(store: Store) -> None:
    for _ in range(50):
        accept(store, "archive")
    tenants(store, 20)
    for _ in range(20):
        accept(store, "desk")
    assert Counter(tenants(store, 20))["archive"] >= 9


@pytest.mark.parametrize("end", ["canceled", "deleted", "waited for"])
def test_long_articles_one_by_one_take_no_more_than_their_share(store: Store, end: str) -> None:
    for _ in range(60):
        accept(store, "tickers", 1)
    taken: Counter[str] = Counter()
    long = None
    while not (long and taken["tickers"] == 50):
        if long is None:
            long = accept(store, "long reads", 500)
        claimed = claim(store)
        taken[claimed.tenant] += 1
        if claimed.id == long.id:
            finish(store, claimed, end)
            long = None
    # 43,000 bytes against 1,600: the second long one comes after 27 short ones.
    assert taken["long reads"] <= 3


def finish(store: Store, claimed: Claim, end: str) -> None:
    if end == "canceled":
        store.articles.cancel(claimed.id, claimed.tenant)
    elif end == "deleted":
        store.articles.delete(claimed.id, claimed.tenant)
    else:
        store.articles.commit(claimed, ANALYSIS)


def test_what_is_canceled_from_the_end_costs_nothing(store: Store) -> None:
    for _ in range(50):
        accept(store, "archive")
    first, *mistakes = [accept(store, "desk") for _ in range(30)]
    for accepted in reversed(mistakes):
        store.articles.cancel(accepted.id, "desk")
    urgent = accept(store, "desk")
    taken = [claim(store).id for _ in range(5)]
    assert first.id in taken
    assert urgent.id in taken


def test_an_article_whose_worker_was_lost_gets_its_place_back(store: Store) -> None:
    lost, *_ = [accept(store, "desk") for _ in range(5)]
    assert claim(store, lost.nudge or "").id == lost.id
    time.sleep(0.6)
    assert len(store.articles.sweep().send) == 1
    assert store.articles.read(lost.id, "desk").queue_position == 1
    assert claim(store).id == lost.id


def test_as_many_nudges_are_under_way_as_articles_wait(store: Store, client: redis.Redis) -> None:
    waiting = [accept(store, tenant) for tenant in ("archive", "archive", "desk")]
    claimed = claim(store, waiting[2].nudge or "")
    assert claimed.id != waiting[2].id
    assert client.zcard("ng:nudges") == client.zcard("ng:queued") == 2
    time.sleep(0.6)
    # The lease is lost: its article's own nudge is still under way, and one more is needed.
    (sent,) = store.articles.sweep().send
    assert sent not in [accepted.nudge for accepted in waiting]
    assert client.zcard("ng:nudges") == client.zcard("ng:queued") == 3


def test_a_queue_of_an_earlier_release_comes_first_and_gets_its_nudges(
    store: Store, client: redis.Redis
) -> None:
    before = [accept(store, "desk") for _ in range(3)]
    client.delete("ng:nudges", "ng:turns", "ng:unfinished", "ng:waiting", "ng:pace")
    for number, accepted in enumerate(before, start=5_000_001):
        client.hdel(f"ng:article:{accepted.id}", "turn")
        client.zadd("ng:queued", {accepted.id: number})
    later = accept(store, "archive")
    sent = store.articles.sweep().send
    assert len(sent) == 3
    order = [claim(store, nudge).id for nudge in (*sent, later.nudge or "")]
    assert order == [accepted.id for accepted in (*before, later)]
    assert store.articles.sweep().send == ()


def test_an_earlier_release_finds_what_it_needs_in_each_that_waits(store: Store, client: redis.Redis) -> None:
    accepted = accept(store, "desk")
    # Its sweep drops an article without one from the queue.
    assert client.hexists(f"ng:article:{accepted.id}", "sent_at")


def test_nothing_is_left_when_nothing_waits(store: Store, client: redis.Redis) -> None:
    accept(store, "archive")
    accept(store, "desk")
    canceled, deleted = accept(store, "desk"), accept(store, "desk")
    for _ in range(2):
        store.articles.commit(claim(store), ANALYSIS)
    store.articles.cancel(canceled.id, "desk")
    store.articles.delete(deleted.id, "desk")
    store.articles.sweep()
    left = ("ng:queued", "ng:waiting", "ng:leased", "ng:nudges", "ng:turns", "ng:unfinished")
    assert [name for name in left if client.exists(name)] == []


def test_a_claim_that_is_asked_twice_gives_one_article(store: Store) -> None:
    first, _ = accept(store, "desk"), accept(store, "desk")
    ask = [store.articles._run("articles/claim", "", "the same token", "f1") for _ in range(2)]
    assert [answer[1].decode() for answer in ask] == [first.id] * 2
    assert store.articles.read(first.id, "desk").attempts == 1


def test_an_article_that_was_removed_by_hand_does_not_hold_up_the_queue(
    store: Store, client: redis.Redis
) -> None:
    removed, other = accept(store, "desk"), accept(store, "desk")
    client.delete(f"ng:article:{removed.id}")
    assert store.articles.claim("f1") == ClaimRefused("gone", removed.id)
    assert claim(store).id == other.id


def test_alone_a_tenant_fills_nine_tenths_and_others_find_room(settings: Settings) -> None:
    small = Store(replace(settings, max_queue=20))
    assert admitted(small, "archive") == 18
    assert accept(small, "desk").id
    with pytest.raises(QueueFullError):
        accept(small, "archive")
    assert accept(small, "agency").id
    with pytest.raises(QueueFullError):
        accept(small, "paper")
    small.articles.commit(claim(small), ANALYSIS)
    assert accept(small, "paper").id
    small.close()


def admitted(store: Store, tenant: str) -> int:
    """How many articles of a tenant find room."""
    number = 0
    with suppress(QueueFullError):
        while accept(store, tenant):
            number += 1
    return number


def test_the_age_of_the_queue_is_that_of_its_oldest_however_late_its_turn(
    store: Store, client: redis.Redis
) -> None:
    for _ in range(3):
        accept(store, "long reads", 500)
    claim(store)
    time.sleep(0.3)
    for _ in range(150):
        accept(store, "tickers", 1)
    assert read_statistics(client).oldest_seconds >= 0.3
