"""The life of an article, step by step, on a real Redis."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import pytest
import redis

from nutgraf import identifiers
from nutgraf.model import Failure, Status
from nutgraf.settings import Settings
from nutgraf.store import (
    ArticleFinishedError,
    ArticleGoneError,
    ArticleStore,
    ArticleUnknownError,
    Claim,
    QueueFullError,
    Store,
)
from tests.conftest import TEXT, submission

ANALYSIS = b'{"summary":{}}'


def claimed(store: Store, identifier: str, fingerprint: str = "f1") -> Claim:
    claim = store.articles.claim(identifier, fingerprint)
    assert isinstance(claim, Claim), claim
    return claim


def test_an_accepted_article_is_queued_and_keeps_what_was_submitted(store: Store) -> None:
    accepted = store.articles.accept(submission(), None)
    article = store.articles.read(accepted.id, "default")
    assert (article.status, article.title, article.queue_position) == (Status.QUEUED, "Harbour wall", 1)
    assert store.articles.text(accepted.id, "default") == ("Harbour wall", TEXT)


def test_a_claim_hands_over_the_document_and_a_commit_finishes_the_article(store: Store) -> None:
    accepted = store.articles.accept(submission(), None)
    claim = claimed(store, accepted.id)
    assert claim.document.text == TEXT
    assert store.articles.read(accepted.id, "default").status is Status.PROCESSING
    assert store.articles.commit(claim, ANALYSIS) == 1
    article = store.articles.read(accepted.id, "default")
    assert (article.status, article.analysis, article.cache) == (Status.COMPLETED, ANALYSIS, "miss")
    assert article.expires_at is not None
    assert article.completed_at is not None


def test_a_second_commit_with_the_same_token_changes_nothing(store: Store, client: redis.Redis) -> None:
    claim = claimed(store, store.articles.accept(submission(), None).id)
    assert store.articles.commit(claim, ANALYSIS) == 1
    assert store.articles.commit(claim, b"{}") == 0
    assert client.xlen("ng:events") == 1


def test_a_live_lease_keeps_others_away_and_a_lost_one_lets_them_in(store: Store) -> None:
    accepted = store.articles.accept(submission(), None)
    first = claimed(store, accepted.id)
    assert store.articles.claim(accepted.id, "f1") == "leased"
    time.sleep(0.6)
    assert store.articles.sweep().send == (accepted.id,)
    second = claimed(store, accepted.id)
    assert second.attempts == 2
    assert store.articles.commit(first, b"{}") == 0
    assert not store.articles.renew(first)
    assert store.articles.commit(second, ANALYSIS) == 1


def test_a_renewed_lease_outlives_its_first_term(store: Store) -> None:
    claim = claimed(store, store.articles.accept(submission(), None).id)
    for _ in range(4):
        time.sleep(0.2)
        assert store.articles.renew(claim)
    assert store.articles.sweep().send == ()


def test_an_article_that_keeps_killing_its_workers_fails_as_worker_lost(store: Store) -> None:
    accepted = store.articles.accept(submission(), None)
    for _ in range(3):
        claimed(store, accepted.id)
        time.sleep(0.6)
        assert store.articles.sweep().send == (accepted.id,)
    assert store.articles.claim(accepted.id, "f1") == "worker_lost"
    article = store.articles.read(accepted.id, "default")
    assert article.status is Status.FAILED
    assert article.error is not None
    assert (article.error.type, article.attempts) == ("worker_lost", 3)


def test_an_article_whose_lease_was_renewed_past_the_deadline_fails_as_analysis_timeout(
    settings: Settings, store: Store
) -> None:
    hasty = ArticleStore(store.articles._client, replace(settings, analysis_hard_seconds=0.3))
    accepted = hasty.accept(submission(), None)
    claim = hasty.claim(accepted.id, "f1")
    assert isinstance(claim, Claim)
    time.sleep(0.2)
    assert hasty.renew(claim)
    time.sleep(0.6)
    assert hasty.sweep().failed == 1
    article = hasty.read(accepted.id, "default")
    assert article.error is not None
    assert article.error.type == "analysis_timeout"


def test_equal_documents_are_analysed_once_and_each_article_is_finished(store: Store) -> None:
    leader, *others = [store.articles.accept(submission(), None).id for _ in range(5)]
    claim = claimed(store, leader)
    assert [store.articles.claim(other, "f1") for other in others] == ["joined"] * 4
    assert store.articles.commit(claim, ANALYSIS) == 5
    for other in others:
        article = store.articles.read(other, "default")
        assert (article.status, article.cache, article.analysis) == (Status.COMPLETED, "hit", ANALYSIS)


def test_a_follower_goes_its_own_way_when_its_leader_fails(store: Store) -> None:
    leader, follower = (store.articles.accept(submission(), None).id for _ in range(2))
    claim = claimed(store, leader)
    assert store.articles.claim(follower, "f1") == "joined"
    assert store.articles.fail(claim, Failure("analysis_timeout", "Too slow."))
    assert store.articles.sweep().send == (follower,)
    assert claimed(store, follower).attempts == 1


def test_the_cache_answers_equal_documents_of_one_tenant_and_one_pipeline_only(store: Store) -> None:
    store.articles.commit(claimed(store, store.articles.accept(submission(), "f1").id), ANALYSIS)
    assert store.articles.accept(submission(), "f1").cached
    assert not store.articles.accept(submission(), "f2").cached
    assert not store.articles.accept(submission(tenant="other"), "f1").cached
    assert not store.articles.accept(submission(title="Another title"), "f1").cached


def test_an_article_queued_before_the_analysis_was_cached_is_finished_by_its_claim(store: Store) -> None:
    first, second = (store.articles.accept(submission(), None).id for _ in range(2))
    store.articles.commit(claimed(store, first), ANALYSIS)
    assert store.articles.claim(second, "f1") == "cached"
    assert store.articles.read(second, "default").status is Status.COMPLETED


def test_a_released_article_returns_to_the_queue_without_a_counted_attempt(store: Store) -> None:
    claim = claimed(store, store.articles.accept(submission(), None).id)
    assert store.articles.release(claim)
    assert claimed(store, claim.id).attempts == 1


def test_a_lost_nudge_is_sent_again_once_later_ones_were_claimed(store: Store) -> None:
    lost, later = (store.articles.accept(submission(text), None).id for text in (TEXT, TEXT + " Again."))
    claimed(store, later)
    sent: set[str] = set()
    for _ in range(4):
        sent.update(store.articles.sweep().send)
        time.sleep(0.11)
    assert sent == {lost}


def test_a_long_queue_is_not_sent_twice(store: Store) -> None:
    ids = [store.articles.accept(submission(f"{TEXT} {number}"), None).id for number in range(30)]
    for identifier in ids[:8]:
        claimed(store, identifier)
        assert store.articles.sweep().send == ()
        time.sleep(0.05)


def test_nudges_are_sent_again_when_nothing_is_worked_on_and_nothing_claimed(store: Store) -> None:
    identifier = store.articles.accept(submission(), None).id
    assert store.articles.sweep().send == ()
    time.sleep(0.25)
    assert store.articles.sweep().send == (identifier,)
    assert store.articles.sweep().send == ()


def test_each_nudge_in_vain_waits_twice_as_long_as_the_last(store: Store) -> None:
    identifier = store.articles.accept(submission(), None).id
    sent = []
    began = time.monotonic()
    while (now := time.monotonic() - began) < 2:
        if store.articles.sweep().send == (identifier,):
            sent.append(now)
        time.sleep(0.02)
    # After 0.2 s, then 0.4 s and 0.8 s later.
    assert len(sent) == 3
    assert sent[1] - sent[0] >= 0.4
    assert sent[2] - sent[1] >= 0.8


def test_a_full_queue_refuses_and_keeps_nothing(settings: Settings, client: redis.Redis) -> None:
    small = ArticleStore(client, replace(settings, max_queue=1))
    small.accept(submission(), None)
    keys = client.dbsize()
    with pytest.raises(QueueFullError):
        small.accept(submission(TEXT + " More."), None)
    assert client.dbsize() == keys


def test_another_tenant_and_an_unknown_id_are_both_unknown(store: Store) -> None:
    accepted = store.articles.accept(submission(), None)
    for identifier, tenant in ((accepted.id, "other"), (identifiers.new("art"), "default")):
        with pytest.raises(ArticleUnknownError):
            store.articles.read(identifier, tenant)
        with pytest.raises(ArticleUnknownError):
            store.articles.text(identifier, tenant)
        with pytest.raises(ArticleUnknownError):
            store.articles.delete(identifier, tenant)
        with pytest.raises(ArticleUnknownError):
            store.articles.cancel(identifier, tenant)


def test_a_deleted_article_is_gone_with_its_text_and_its_cached_analysis(
    store: Store, client: redis.Redis
) -> None:
    accepted = store.articles.accept(submission(), None)
    store.articles.commit(claimed(store, accepted.id), ANALYSIS)
    store.articles.delete(accepted.id, "default")
    with pytest.raises(ArticleGoneError):
        store.articles.read(accepted.id, "default")
    with pytest.raises(ArticleUnknownError):
        store.articles.read(accepted.id, "other")
    assert not store.articles.accept(submission(), "f1").cached
    assert client.keys("ng:analysis:*") == []


def test_an_expired_article_is_gone_not_unknown(settings: Settings, client: redis.Redis) -> None:
    brief = ArticleStore(client, replace(settings, article_ttl_seconds=1))
    accepted = brief.accept(submission(), None)
    claim = brief.claim(accepted.id, "f1")
    assert isinstance(claim, Claim)
    brief.commit(claim, ANALYSIS)
    time.sleep(1.1)
    with pytest.raises(ArticleGoneError):
        brief.read(accepted.id, "default")


def test_a_canceled_article_is_never_analysed_and_a_finished_one_is_not_canceled(store: Store) -> None:
    waiting, busy = (store.articles.accept(submission(TEXT + tail), None).id for tail in (" a", " b"))
    claim = claimed(store, busy)
    for identifier in (waiting, busy):
        store.articles.cancel(identifier, "default")
        store.articles.cancel(identifier, "default")
    assert store.articles.claim(waiting, "f1") == "finished"
    assert store.articles.commit(claim, ANALYSIS) == 0
    done = store.articles.accept(submission(), None).id
    store.articles.commit(claimed(store, done), ANALYSIS)
    with pytest.raises(ArticleFinishedError):
        store.articles.cancel(done, "default")


def test_waiting_ends_with_the_article_not_with_a_poll(store: Store) -> None:
    accepted = store.articles.accept(submission(), None)
    claim = claimed(store, accepted.id)
    threading.Timer(0.3, store.articles.commit, (claim, ANALYSIS)).start()
    began = time.monotonic()
    assert store.articles.wait(accepted.id, "default", 10).article().status is Status.COMPLETED
    assert time.monotonic() - began < 5
    other = store.articles.accept(submission(TEXT + " More."), None)
    assert store.articles.wait(other.id, "default", 0.1).article().status is Status.QUEUED
