"""The product over a Sentinel: its master dies or is demoted, and everything goes on without a restart."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http import HTTPStatus
from pathlib import Path
from typing import Any, Self

from benchmarks.chaos.scenarios import KNOBS
from dev.processes import free_port
from dev.stack import Stack
from nutgraf.cli.http_client import Client
from nutgraf.queue import NudgeKind, Queue, make_celery
from nutgraf.settings import Settings
from nutgraf.store import Store
from tests.conftest import TEXT, submission
from tests.support.redis_group import RedisGroup, redis_group

RECOVERY_SECONDS = 5.0
THREADS = 8


@contextmanager
def served(folder: Path, group: RedisGroup, **knobs: str) -> Iterator[Stack]:
    """Yield an API and a worker over the group."""
    settings = {**KNOBS, "NUTGRAF_PROCESSES": "1", **knobs}
    with Stack(folder, redis_url=group.url, worker_app="tests.support.stub_worker", knobs=settings) as stack:
        stack.start_api()
        stack.start_worker()
        stack.start_sender()
        stack.wait_until_ready()
        yield stack


class Callers:
    """Threads that submit and read without a pause, each over a connection of its own."""

    def __init__(self, stack: Stack) -> None:
        self.statuses: list[tuple[float, str, int]] = []
        self.accepted: list[str] = []
        self._stack = stack
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._call, args=(number,)) for number in range(THREADS)]

    def __enter__(self) -> Self:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def refused_after(self, moment: float) -> list[tuple[str, int]]:
        """Return the requests that ended in a server error after a moment."""
        return [(method, status) for when, method, status in self.statuses if when > moment and status >= 500]

    def _call(self, number: int) -> None:
        count = 0
        with closing(http.client.HTTPConnection("127.0.0.1", self._stack.port, timeout=30)) as connection:
            while not self._over.wait(0.02):
                count += 1
                with suppress(OSError, http.client.HTTPException):
                    self._submit_and_read(connection, f"{TEXT} Caller {number} sends {count}.")

    def _submit_and_read(self, connection: http.client.HTTPConnection, text: str) -> None:
        headers = {"Content-Type": "application/json"}
        status, found = self._ask(connection, "POST", "/v1/articles", json.dumps({"text": text}), headers)
        if status == HTTPStatus.ACCEPTED:
            self.accepted.append(found["id"])
            self._ask(connection, "GET", f"/v1/articles/{found['id']}")

    def _ask(self, connection: http.client.HTTPConnection, method: str, *request: Any) -> tuple[int, Any]:
        connection.request(method, *request)
        answer = connection.getresponse()
        body = json.loads(answer.read())
        self.statuses.append((time.monotonic(), method, answer.status))
        return answer.status, body


def unfinished(group: RedisGroup) -> int:
    with group.client(group.replica_port) as client:
        return int(client.zcard("ng:queued")) + int(client.zcard("ng:leased"))


def assert_idle(group: RedisGroup) -> None:
    deadline = time.monotonic() + 30
    while unfinished(group):
        assert time.monotonic() < deadline, "accepted articles were not finished"
        time.sleep(0.1)


def test_every_thread_goes_on_after_the_master_has_died(tmp_path: Path) -> None:
    with redis_group(tmp_path / "redis") as group, served(tmp_path, group) as stack:
        with Callers(stack) as callers:
            time.sleep(1)
            group.master.kill()
            group.wait_for_election()
            recovered = time.monotonic() + RECOVERY_SECONDS
            time.sleep(RECOVERY_SECONDS + 3)
        refused = callers.refused_after(recovered)
        assert refused == []
        late = [status for when, method, status in callers.statuses if when > recovered and method == "POST"]
        assert len(late) > THREADS
        assert_idle(group)
        assert all(process.running for process in stack.processes)
        assert Client(stack.url).finished(callers.accepted[-1], 30)["status"] == "completed"


def test_a_sentinel_that_died_with_the_master_delays_nobody(tmp_path: Path) -> None:
    with redis_group(tmp_path / "redis") as group:
        settings = Settings(redis_url=group.url.replace("://", f"://127.0.0.1:{free_port()},"), auth="off")
        store, queue = Store(settings), Queue(make_celery(settings))
        began = time.monotonic()
        nudge = store.articles.accept(submission(), None).nudge
        queue.nudge(NudgeKind.ARTICLE, nudge or "")
        assert time.monotonic() - began < 2
        store.close()


def test_every_process_goes_on_after_the_master_was_demoted(tmp_path: Path) -> None:
    with redis_group(tmp_path / "redis") as group, served(tmp_path, group) as stack:
        with Callers(stack) as callers:
            time.sleep(1)
            group.fail_over()
            recovered = time.monotonic() + RECOVERY_SECONDS
            time.sleep(RECOVERY_SECONDS + 3)
        assert callers.refused_after(recovered) == []
        assert_idle(group)
        assert all(process.running for process in stack.processes)
        assert "Unrecoverable" not in "".join(log.read_text() for log in tmp_path.glob("*.log"))


def test_a_caller_who_waits_while_redis_restarts_is_told_that_the_article_is_accepted(tmp_path: Path) -> None:
    with Stack(tmp_path, worker_app="tests.support.stub_worker", knobs=KNOBS) as stack:
        stack.start_redis()
        stack.start_api()
        worker = stack.start_worker()
        stack.wait_until_ready()
        worker.stop()
        stack.processes.remove(worker)
        server = next(process for process in stack.processes if process.name == "Redis")
        restart = threading.Timer(1, stack.restart, (server,))
        restart.start()
        found = Client(stack.url).call("POST", "/v1/articles", {"text": TEXT}, Prefer="wait=10")
        restart.join()
        assert found["status"] == "queued"
        stack.start_worker()
        assert Client(stack.url).finished(found["id"], 60)["status"] == "completed"
