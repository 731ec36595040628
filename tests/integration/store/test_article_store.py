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
    AcceptedArticle,
    ArticleFinishedError,
    ArticleGoneError,
    ArticleStore,
    ArticleUnknownError,
    Claim,
    ClaimRefused,
    QueueFullError,
    Store,
)
from tests.conftest import TEXT, submission
from tests.support.clock import pass_time_in_queue

ANALYSIS = b'{"summary":{}}'


def claimed(store: Store, accepted: AcceptedArticle | None = None) -> Claim:
    """The claim that a nudge leads to: that of an article, or one that has no name."""
    nudge = accepted.nudge if accepted else None
    claim = store.articles.claim("f1", nudge or "")
    assert isinstance(claim, Claim), claim
    return claim


def refused(store: Store) -> str:
    claim = store.articles.claim("f1")
    assert isinstance(claim, ClaimRefused), claim
    return claim.reason


def test_an_accepted_article_is_queued_and_keeps_what_was_submitted(store: Store) -> None:
    accepted = store.articles.accept(submission(), None)
    article = store.articles.read(accepted.id, "default")
    assert (article.status, article.title, article.queue_position) == (Status.QUEUED, "Harbour wall", 1)
    assert store.articles.text(accepted.id, "default") == ("Harbour wall", TEXT)


def test_a_claim_hands_over_the_document_and_a_commit_finishes_the_article(store: Store) -> None:
    accepted = store.articles.accept(submission(), None)
    claim = claimed(store, accepted)
    assert claim.document.text == TEXT
    assert store.articles.read(accepted.id, "default").status is Status.PROCESSING
    assert store.articles.commit(claim, ANALYSIS) == 1
    article = store.articles.read(accepted.id, "default")
    assert (article.status, article.analysis, article.cache) == (Status.COMPLETED, ANALYSIS, "miss")
    assert article.expires_at is not None
    assert article.completed_at is not None


def test_a_second_commit_with_the_same_token_changes_nothing(store: Store, client: redis.Redis) -> None:
    claim = claimed(store, store.articles.accept(submission(), None))
    assert store.articles.commit(claim, ANALYSIS) == 1
    assert store.articles.commit(claim, b"{}") == 0
    assert client.xlen("ng:events") == 1


def test_a_live_lease_keeps_others_away_and_a_lost_one_lets_them_in(store: Store) -> None:
    accepted = store.articles.accept(submission(), None)
    first = claimed(store, accepted)
    assert refused(store) == "none"
    time.sleep(0.6)
    assert len(store.articles.sweep().send) == 1
    second = claimed(store)
    assert (second.id, second.attempts) == (accepted.id, 2)
    assert store.articles.commit(first, b"{}") == 0
    assert not store.articles.renew(first)
    assert store.articles.commit(second, ANALYSIS) == 1


def test_a_renewed_lease_outlives_its_first_term(store: Store) -> None:
    claim = claimed(store, store.articles.accept(submission(), None))
    for _ in range(4):
        time.sleep(0.2)
        assert store.articles.renew(claim)
    assert store.articles.sweep().send == ()


def test_an_article_that_keeps_killing_its_workers_fails_as_worker_lost(store: Store) -> None:
    accepted = store.articles.accept(submission(), None)
    again = accepted
    for _ in range(3):
        claimed(store, again)
        time.sleep(0.6)
        (nudge,) = store.articles.sweep().send
        again = replace(accepted, nudge=nudge)
    assert refused(store) == "worker_lost"
    article = store.articles.read(accepted.id, "default")
    assert article.status is Status.FAILED
    assert article.error is not None
    assert (article.error.type, article.attempts) == ("worker_lost", 3)


def test_an_article_whose_lease_was_renewed_past_the_deadline_fails_as_analysis_timeout(
    settings: Settings, store: Store
) -> None:
    hasty = ArticleStore(store.articles._client, replace(settings, analysis_hard_seconds=0.3))
    accepted = hasty.accept(submission(), None)
    claim = hasty.claim("f1")
    assert isinstance(claim, Claim)
    time.sleep(0.2)
    assert hasty.renew(claim)
    time.sleep(0.6)
    assert hasty.sweep().failed == 1
    article = hasty.read(accepted.id, "default")
    assert article.error is not None
    assert article.error.type == "analysis_timeout"


def test_equal_documents_are_analysed_once_and_each_article_is_finished(store: Store) -> None:
    _, *others = [store.articles.accept(submission(), None).id for _ in range(5)]
    claim = claimed(store)
    assert [refused(store) for _ in others] == ["joined"] * 4
    assert store.articles.commit(claim, ANALYSIS) == 5
    for other in others:
        article = store.articles.read(other, "default")
        assert (article.status, article.cache, article.analysis) == (Status.COMPLETED, "hit", ANALYSIS)


def test_a_follower_goes_its_own_way_when_its_leader_fails(store: Store) -> None:
    _, follower = (store.articles.accept(submission(), None).id for _ in range(2))
    claim = claimed(store)
    assert refused(store) == "joined"
    assert store.articles.fail(claim, Failure("analysis_timeout", "Too slow."))
    assert len(store.articles.sweep().send) == 1
    own = claimed(store)
    assert (own.id, own.attempts) == (follower, 1)


def test_the_cache_answers_equal_documents_of_one_tenant_and_one_pipeline_only(store: Store) -> None:
    store.articles.commit(claimed(store, store.articles.accept(submission(), "f1")), ANALYSIS)
    assert store.articles.accept(submission(), "f1").cached
    assert not store.articles.accept(submission(), "f2").cached
    assert not store.articles.accept(submission(tenant="other"), "f1").cached
    assert not store.articles.accept(submission(title="Another title"), "f1").cached


def test_an_article_queued_before_the_analysis_was_cached_is_finished_by_its_claim(store: Store) -> None:
    _, second = (store.articles.accept(submission(), None).id for _ in range(2))
    store.articles.commit(claimed(store), ANALYSIS)
    assert refused(store) == "cached"
    assert store.articles.read(second, "default").status is Status.COMPLETED


def test_a_lost_nudge_is_sent_again_once_later_ones_were_claimed(store: Store) -> None:
    first, later = (store.articles.accept(submission(text), None) for text in (TEXT, TEXT + " Again."))
    # The first one's nudge is lost; the second one's leads to the first.
    assert claimed(store, later).id == first.id
    sent: list[str] = []
    for _ in range(4):
        sent.extend(store.articles.sweep().send)
        time.sleep(0.11)
    assert len(sent) == 1
    assert claimed(store, replace(later, nudge=sent[0])).id == later.id


def test_a_long_queue_is_not_sent_twice(settings: Settings, client: redis.Redis) -> None:
    store = Store(replace(settings, resend_after_seconds=30.0, lease_seconds=60.0))
    waiting = [store.articles.accept(submission(f"{TEXT} {number}"), None) for number in range(30)]
    for accepted in waiting[:8]:
        claimed(store, accepted)
        assert store.articles.sweep().send == ()
        pass_time_in_queue(client, 8)
        client.delete("ng:swept")
    # Without a claim for so long, nothing but the nudges can be lost.
    client.delete("ng:leased")
    pass_time_in_queue(client, 31)
    assert store.articles.sweep().send != ()
    store.close()


def test_nudges_are_sent_again_when_nothing_is_worked_on_and_nothing_claimed(store: Store) -> None:
    store.articles.accept(submission(), None)
    assert store.articles.sweep().send == ()
    time.sleep(0.25)
    assert len(store.articles.sweep().send) == 1
    assert store.articles.sweep().send == ()


def test_each_nudge_in_vain_waits_twice_as_long_as_the_last(store: Store) -> None:
    store.articles.accept(submission(), None)
    sent = []
    began = time.monotonic()
    while (before := time.monotonic()) - began < 2:
        if store.articles.sweep().send:
            sent.append((before, time.monotonic()))
        time.sleep(0.02)
    # After 0.2 s, then 0.4 s and 0.8 s later; each was sent somewhen between its two moments.
    first, second, third = sent
    assert second[1] - first[0] >= 0.4
    assert third[1] - second[0] >= 0.8


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
    store.articles.commit(claimed(store, accepted), ANALYSIS)
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
    claim = brief.claim("f1")
    assert isinstance(claim, Claim)
    brief.commit(claim, ANALYSIS)
    time.sleep(1.1)
    with pytest.raises(ArticleGoneError):
        brief.read(accepted.id, "default")


def test_a_canceled_article_is_never_analysed_and_a_finished_one_is_not_canceled(store: Store) -> None:
    busy, waiting = (store.articles.accept(submission(TEXT + tail), None).id for tail in (" a", " b"))
    claim = claimed(store)
    for identifier in (waiting, busy):
        store.articles.cancel(identifier, "default")
        store.articles.cancel(identifier, "default")
    assert refused(store) == "none"
    assert store.articles.commit(claim, ANALYSIS) == 0
    done = store.articles.accept(submission(), None).id
    store.articles.commit(claimed(store), ANALYSIS)
    with pytest.raises(ArticleFinishedError):
        store.articles.cancel(done, "default")


def test_waiting_ends_with_the_article_not_with_a_poll(store: Store) -> None:
    accepted = store.articles.accept(submission(), None)
    claim = claimed(store, accepted)
    threading.Timer(0.3, store.articles.commit, (claim, ANALYSIS)).start()
    began = time.monotonic()
    assert store.articles.wait(accepted.id, "default", 10).article().status is Status.COMPLETED
    assert time.monotonic() - began < 5
    other = store.articles.accept(submission(TEXT + " More."), None)
    assert store.articles.wait(other.id, "default", 0.1).article().status is Status.QUEUED
