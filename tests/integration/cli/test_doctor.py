"""What the doctor says of a good set-up and of bad ones."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import redis

from nutgraf.cli import doctor, local_stack
from nutgraf.cli.doctor import Finding, examine
from nutgraf.cli.main import main
from nutgraf.cli.operator_commands import redis_place
from nutgraf.nlp.pipeline import Pipeline
from nutgraf.settings import Settings
from nutgraf.store import Store
from tests.conftest import submission
from tests.support.stub_analyser import CAPABILITIES


@pytest.fixture
def healthy(settings: Settings, store: Store, client: redis.Redis) -> Iterator[Settings]:
    """A set-up with nothing wrong; Redis' own settings are put back after the test."""
    store.workers.heartbeat("here:1", Pipeline.describe(None), 60, first=True)
    store.deliveries.heartbeat("here:2", 4, 60)
    client.config_set("maxmemory", str(2**31))
    yield replace(settings, auth="on")
    for name, value in (("maxmemory", "0"), ("maxmemory-policy", "noeviction"), ("appendonly", "yes")):
        client.config_set(name, value)


def complaints(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(check.verdict, check.subject) for check in found if check.verdict != "well"]


def test_a_good_set_up_is_well(healthy: Settings, store: Store) -> None:
    found = examine(healthy, store)
    assert complaints(found) == []
    assert {check.subject for check in found} == {
        "settings",
        "broker",
        "redis",
        "clock",
        "models",
        "workers",
        "senders",
    }


@pytest.mark.parametrize(
    ("option", "word"),
    [
        (("maxmemory-policy", "allkeys-lru"), "noeviction"),
        (("appendonly", "no"), "appendonly"),
        (("maxmemory", "900000"), "maxmemory is used"),
    ],
)
def test_a_redis_that_would_lose_articles_is_wrong(
    healthy: Settings, store: Store, client: redis.Redis, option: tuple[str, str], word: str
) -> None:
    client.config_set(*option)
    wrong = [check.finding for check in examine(healthy, store) if check.verdict == "wrong"]
    assert len(wrong) == 1
    assert word in wrong[0]


@pytest.mark.parametrize(("limit", "word"), [("0", "not set"), ("100000000", "NUTGRAF_MAX_QUEUE")])
def test_memory_that_may_not_last_is_a_warning(
    healthy: Settings, store: Store, client: redis.Redis, limit: str, word: str
) -> None:
    client.config_set("maxmemory", limit)
    assert [word in check.finding for check in examine(healthy, store) if check.verdict == "warning"] == [
        True
    ]


def test_memory_that_is_reserved_for_what_waits_is_wrong(
    healthy: Settings, store: Store, client: redis.Redis
) -> None:
    client.config_set("maxmemory", "100mb")
    client.hset("ng:room", "reserved", 20_000_000)
    wrong = [check.finding for check in examine(healthy, store) if check.verdict == "wrong"]
    assert len(wrong) == 1
    assert "reserved for what waits" in wrong[0]


def test_a_redis_that_tells_nothing_about_itself_is_a_warning(healthy: Settings, client: redis.Redis) -> None:
    client.acl_setuser(
        "desk", enabled=True, passwords=["+pw"], keys=["*"], channels=["*"],
        categories=["+@all", "-@dangerous"],
    )  # fmt: skip
    quiet = replace(healthy, redis_url=healthy.redis_url.replace("://", "://desk:pw@"))
    found = examine(quiet, Store(quiet))
    client.acl_deluser("desk")
    assert complaints(found) == [("warning", "redis")]


def test_a_redis_that_is_away_is_said_once_and_ends_nothing(healthy: Settings) -> None:
    away = replace(healthy, redis_url="redis://127.0.0.1:1/0")
    found = examine(away, Store(away))
    assert complaints(found) == [("wrong", "broker"), ("wrong", "redis")]


def test_a_broker_that_is_away_is_wrong(healthy: Settings, store: Store) -> None:
    found = examine(replace(healthy, broker_url="amqp://guest:hidden@127.0.0.1:1//"), store)
    assert complaints(found) == [("wrong", "broker")]
    assert not any("hidden" in check.finding for check in found)


def test_workers_of_another_version_are_found_out(healthy: Settings, store: Store) -> None:
    store.workers.heartbeat("here:1", CAPABILITIES, 60, first=True)
    assert complaints(examine(healthy, store)) == [("wrong", "models")]


def test_a_folder_without_models_is_wrong(healthy: Settings, store: Store, tmp_path: Path) -> None:
    assert complaints(examine(replace(healthy, models_path=str(tmp_path)), store)) == [("wrong", "models")]


def test_a_clock_that_is_off_is_wrong(
    healthy: Settings, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert complaints(examine(healthy, store)) == [("wrong", "clock")]


def test_nobody_at_work_is_wrong_and_nobody_to_send_a_warning(
    healthy: Settings, store: Store, client: redis.Redis
) -> None:
    client.delete("ng:workers", "ng:senders")
    assert complaints(examine(healthy, store)) == [("wrong", "workers"), ("warning", "senders")]


def test_workers_that_can_not_load_their_models_are_named(
    healthy: Settings, store: Store, client: redis.Redis
) -> None:
    store.workers.report_unable("there:2", 60)
    assert complaints(examine(healthy, store)) == [("warning", "workers")]
    store.workers.report_unable("here:1", 60)
    (found,) = [check for check in examine(healthy, store) if check.subject == "workers"]
    assert found.verdict == "wrong"
    assert "can't load their models: 2" in found.finding
    store.workers.heartbeat("here:1", Pipeline.describe(None), 60)
    store.workers.remove("there:2")
    assert complaints(examine(healthy, store)) == []
    assert client.keys("ng:workers:unable") == []


def test_a_queue_that_nobody_works_off_is_a_warning(
    healthy: Settings, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "OLDEST_SECONDS", -1.0)
    store.articles.accept(submission(), None)
    assert complaints(examine(healthy, store)) == [("warning", "queue")]


def test_open_doors_are_warnings(healthy: Settings) -> None:
    doors = replace(healthy, auth="off", redis_url="redis://redis.invalid:1/0", broker_url=healthy.redis_url)
    assert complaints(examine(doors, Store(doors))) == [
        ("warning", "settings"),
        ("warning", "settings"),
        ("wrong", "redis"),
    ]


def test_the_command_says_every_fault_of_the_settings_at_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUTGRAF_PORT", "none")
    monkeypatch.setenv("NUTGRAF_LEASE", "3")
    assert main(["doctor"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said == ["NUTGRAF_LEASE is no setting", "NUTGRAF_PORT must be a whole number"]


def test_the_command_prints_a_line_each_and_fails_when_something_is_wrong(
    healthy: Settings,
    client: redis.Redis,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("NUTGRAF_REDIS_URL", healthy.redis_url)
    assert main(["doctor"]) == 0
    assert all(line.split()[0] == "well" for line in capsys.readouterr().out.splitlines())
    client.delete("ng:workers")
    assert main(["doctor"]) == 1
    assert "wrong    workers   No worker is alive" in capsys.readouterr().out


def test_the_command_says_which_redis_it_has_examined(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(local_stack, "FOLDER", tmp_path)
    monkeypatch.delenv("NUTGRAF_REDIS_URL", raising=False)
    assert redis_place() == "at the default address (no stack of `make run` is running here)"
    monkeypatch.setenv("NUTGRAF_REDIS_URL", "redis://:secret@127.0.0.1:1/0")
    assert redis_place() == "at NUTGRAF_REDIS_URL"


def test_a_redis_that_is_away_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NUTGRAF_REDIS_URL", "redis://:secret@127.0.0.1:1/0")
    assert main(["keys", "list"]) == 1
    assert capsys.readouterr().err == "Redis can't be reached at NUTGRAF_REDIS_URL.\n"
