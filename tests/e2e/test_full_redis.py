"""Real processes over a Redis that is full, nearly full, or unfit."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import redis

from benchmarks.chaos.scenarios import KNOBS
from dev.processes import Process, free_port
from dev.redis_server import start_redis
from dev.stack import Stack
from nutgraf.cli.http_client import Client, ClientError
from nutgraf.settings import Settings
from nutgraf.store import Store
from tests.conftest import TEXT
from tests.support.stub_analyser import SLOW


@contextmanager
def server(folder: Path, *options: str) -> Iterator[int]:
    # The nodes of a cluster listen on a second port, which is higher by ten thousand.
    port = next(port for port in iter(free_port, 0) if port < 55_000)
    process = start_redis(folder / "redis", port, *options)
    try:
        yield port
    finally:
        process.stop()


@contextmanager
def stack_on(folder: Path, port: int, **knobs: str) -> Iterator[Stack]:
    url, settings = f"redis://127.0.0.1:{port}/0", {**KNOBS, "NUTGRAF_PROCESSES": "1", **knobs}
    with Stack(folder, redis_url=url, worker_app="tests.support.stub_worker", knobs=settings) as stack:
        yield stack


def until(condition: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_everything_goes_on_when_redis_is_full(tmp_path: Path) -> None:
    with server(tmp_path) as port, stack_on(tmp_path, port, NUTGRAF_AUTH="on") as stack:
        stack.start_api()
        stack.start_worker()
        stack.start_sender()
        stack.wait_until_ready()
        store = Store(Settings(redis_url=stack.redis_url or ""))
        secret, _ = store.keys.create("desk", ("submit", "read"))
        store.close()
        client, server_client = Client(stack.url, secret), redis.Redis(port=port)
        ids = [client.submit({"text": f"{SLOW} {TEXT} Number {number}."})["id"] for number in range(8)]
        server_client.config_set("maxmemory", "1")
        # Longer than a lost nudge is waited for.
        assert {client.finished(each, 60)["status"] for each in ids} == {"completed"}
        assert len(client.call("GET", "/v1/articles")["items"]) == len(ids)
        with pytest.raises(ClientError, match="Too much is waiting"):
            client.submit({"text": f"{TEXT} One more."})
        time.sleep(12)  # longer than a heartbeat lives
        assert client.call("GET", "/readyz")["status"] == "ok"
        client.call("DELETE", f"/v1/articles/{ids[0]}")
        server_client.config_set("maxmemory", "0")
        one_more = client.submit({"text": f"{TEXT} One more."})
        assert client.finished(one_more["id"], 30)["status"] == "completed"
        server_client.close()
        assert all(process.running for process in stack.processes)
        assert "Unrecoverable" not in "".join(log.read_text() for log in tmp_path.glob("*.log"))


def test_workers_live_on_when_redis_fills_while_nudges_wait(tmp_path: Path) -> None:
    with server(tmp_path) as port, stack_on(tmp_path, port) as stack:
        stack.start_api()
        stack.start_worker()
        stack.wait_until_ready()
        client, server_client = Client(stack.url), redis.Redis(port=port)
        for _ in range(3):
            ids = [client.submit({"text": f"{SLOW} {TEXT} {time.time()} {n}."})["id"] for n in range(6)]
            server_client.config_set("maxmemory", "1")
            time.sleep(2)
            server_client.client_kill_filter(_type="normal", skipme=True)
            time.sleep(3)
            server_client.config_set("maxmemory", "0")
            assert {client.finished(each, 60)["status"] for each in ids} == {"completed"}
            assert all(process.running for process in stack.processes)
        server_client.close()


def test_all_that_is_accepted_is_finished_though_the_queue_was_filled(tmp_path: Path) -> None:
    with server(tmp_path) as port, stack_on(tmp_path, port, NUTGRAF_MAX_QUEUE="150") as stack:
        stack.start_api()
        client, server_client = Client(stack.url), redis.Redis(port=port)
        until(lambda: answers(client))
        used = int(server_client.info("memory")["used_memory"])
        server_client.config_set("maxmemory", str(used + 150 * 14_000 + 200_000))
        ids: list[str] = []
        refused = ""
        while not refused:
            try:
                text = f"Report {len(ids)}. {TEXT} " * (10 + len(ids) % 20)
                ids.append(client.submit({"text": text})["id"])
            except ClientError as error:
                refused = str(error)
        assert "Too much is waiting" in refused
        assert 10 < len(ids) < 150
        stack.start_worker()
        assert {client.finished(each, 60)["status"] for each in ids} == {"completed"}
        server_client.close()


def answers(client: Client) -> bool:
    try:
        return bool(client.call("GET", "/livez"))
    except ClientError:
        return False


def ended(process: Process, seconds: float = 40) -> str:
    until(lambda: not process.running, seconds)
    return process.log.read_text()


@pytest.mark.parametrize(
    ("option", "word"),
    [
        (("--maxmemory-policy", "volatile-lru"), "maxmemory-policy is volatile-lru"),
        (("--maxmemory-policy", "allkeys-lru"), "Set it to noeviction"),
        (("--cluster-enabled", "yes"), "This is a Redis Cluster"),
    ],
)
def test_nothing_starts_on_a_redis_that_would_lose_articles(
    tmp_path: Path, option: tuple[str, str], word: str
) -> None:
    with server(tmp_path, *option) as port, stack_on(tmp_path, port) as stack:
        for process in (stack.start_api(), stack.start_worker(), stack.start_sender()):
            said = ended(process)
            assert "Nutgraf can't start:" in said
            assert word in said
            assert "Traceback" not in said
            assert process.popen.returncode != 0
