"""What ends by itself is started again, unless it does so again and again."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis

from dev.processes import Process, StartError, start
from dev.stack import Stack
from dev.supervisor import MOST_ENDS, Supervisor


@pytest.fixture
def stack(tmp_path: Path) -> Iterator[Stack]:
    with Stack(tmp_path) as stack:
        yield stack


def crashing(stack: Stack) -> Process:
    command = [
        sys.executable,
        "-c",
        "import time; print('out of ideas'); time.sleep(0.05); raise SystemExit(3)",
    ]
    stack.processes.append(process := start("crasher", command, stack.folder / "crasher.log"))
    return process


def test_what_ends_again_and_again_ends_everything_with_its_last_words(
    stack: Stack, capsys: pytest.CaptureFixture[str]
) -> None:
    supervisor, restarts = Supervisor(stack), MOST_ENDS - 1
    crashing(stack)
    for _ in range(restarts):
        stack.processes[0].popen.wait(20)
        supervisor.check()
    lines = capsys.readouterr().out.splitlines()
    log = stack.folder / "crasher.log"
    assert lines == [f"crasher ended with status 3 and was started again (log: {log})."] * restarts
    stack.processes[0].popen.wait(20)
    with pytest.raises(StartError, match=r"crasher ended 5 times within 60 s: .*out of ideas"):
        supervisor.check()


def test_what_ends_now_and_then_is_started_again_for_ever(
    stack: Stack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dev.supervisor.WITHIN_SECONDS", 0.0)
    supervisor = Supervisor(stack)
    crashing(stack)
    for _ in range(2 * MOST_ENDS):
        stack.processes[0].popen.wait(20)
        supervisor.check()
    assert stack.processes[0].popen.wait(20) == 3


def test_redis_comes_back_with_its_data_at_its_address(
    stack: Stack, capsys: pytest.CaptureFixture[str]
) -> None:
    url = stack.start_redis()
    with redis.Redis.from_url(url) as client:
        client.set("accepted", "article")
        stack.processes[0].popen.kill()
        stack.processes[0].popen.wait(20)
        Supervisor(stack).check()
        assert "Redis was ended by SIGKILL and was started again" in capsys.readouterr().out
        assert client.get("accepted") == b"article"
    assert stack.redis_url == url
