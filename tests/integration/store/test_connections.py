"""Connections that break, hang, or lead to a server that is no master any more."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from nutgraf.settings import Settings
from nutgraf.store import Store, StoreUnavailableError
from nutgraf.store.redis import connection
from tests.conftest import submission
from tests.support.redis_group import RedisGroup, redis_group


@pytest.fixture(scope="module")
def group(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisGroup]:
    with redis_group(Path(tmp_path_factory.mktemp("group"))) as group:
        yield group


def test_a_late_response_of_a_redis_that_sentinels_know_answers_no_other_call(
    group: RedisGroup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "ANSWER_SECONDS", 0.3)
    store = Store(Settings(redis_url=group.url, auth="off"))
    first = store.articles.accept(submission("The first report of the harbour wall."), None).id
    second = store.articles.accept(submission("The second report of the harbour wall."), None).id
    assert store.articles.read(first, "default").id == first
    pid = group.master.popen.pid
    os.kill(pid, signal.SIGSTOP)
    with pytest.raises(StoreUnavailableError):
        store.articles.read(first, "default")
    with pytest.raises(StoreUnavailableError):
        store.articles.text(first, "default")
    threading.Timer(0.1, os.kill, (pid, signal.SIGCONT)).start()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            article, (_, text) = (
                store.articles.read(second, "default"),
                store.articles.text(second, "default"),
            )
        except StoreUnavailableError:
            continue
        assert article.queue_position == 2
        assert text.startswith("The second")
        break
    else:
        raise AssertionError("Redis did not answer again")
    store.close()


def test_a_master_that_was_demoted_is_left_and_told_apart_by_every_kind_of_call(
    client: redis.Redis, settings: Settings
) -> None:
    store = Store(settings)
    store.articles.accept(submission(), None)
    secret, _ = store.keys.create("default", ("read",))
    store.gate.authorize(secret, "read", "read", 1)
    client.replicaof("127.0.0.1", 1)
    try:
        for _ in range(2):
            with pytest.raises(StoreUnavailableError):
                store.gate.authorize(secret, "read", "read", 1)
            with pytest.raises(StoreUnavailableError):
                store.articles.accept(submission("Another report of the harbour wall."), None)
    finally:
        client.replicaof("NO", "ONE")
    store.gate.authorize(secret, "read", "read", 1)
    assert store.articles.accept(submission("Another report of the harbour wall."), None).nudge
    store.close()
