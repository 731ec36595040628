"""What a killed ``make run`` has left is told apart from all other processes before it is ended."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from dev import run, stop
from dev.processes import Process, StartError, start
from nutgraf.cli.local_stack import (
    RECORD,
    LocalStack,
    ProcessIdentity,
    recorded_stack,
    started_at,
    started_by_ps,
)

DEAD = ProcessIdentity("make run", 1, "long ago")


@pytest.fixture
def bystander(tmp_path: Path) -> Iterator[Process]:
    process = start("bystander", [sys.executable, "-c", "import time; time.sleep(600)"], tmp_path / "log")
    yield process
    process.kill()


def identity(process: Process) -> ProcessIdentity:
    started = started_at(process.popen.pid)
    assert started is not None
    return ProcessIdentity("worker", process.popen.pid, started)


def record(folder: Path, *processes: ProcessIdentity) -> None:
    stack = LocalStack(DEAD, processes, {"NUTGRAF_PORT": "8000"})
    (folder / RECORD).write_text(json.dumps(asdict(stack)))
    assert recorded_stack(folder) == stack


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_process_that_was_given_the_same_id_later_is_let_live(
    tmp_path: Path, bystander: Process, capsys: pytest.CaptureFixture[str]
) -> None:
    record(tmp_path, replace(identity(bystander), started="earlier"))
    run._end_leftovers(tmp_path)
    assert stop.main(tmp_path) == 0
    assert "Nothing" in capsys.readouterr().out
    assert bystander.running
    assert not (tmp_path / RECORD).exists()


def test_what_is_left_is_ended(tmp_path: Path, bystander: Process) -> None:
    record(tmp_path, identity(bystander))
    assert stop.main(tmp_path) == 0
    assert bystander.popen.wait(5) == -15


@pytest.mark.parametrize("answer", ["\n", "y\n", "Yes\n"])
def test_a_person_who_agrees_has_it_ended(
    tmp_path: Path, bystander: Process, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    record(tmp_path, identity(bystander))
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    monkeypatch.setattr("sys.stdout", shown := Terminal())
    run._end_leftovers(tmp_path)
    assert bystander.popen.wait(5) == -15
    assert f"worker (process {bystander.popen.pid})" in shown.getvalue()


def test_a_person_who_does_not_agree_has_nothing_ended_and_nothing_started(
    tmp_path: Path, bystander: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(tmp_path, identity(bystander))
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    monkeypatch.setattr("sys.stdout", Terminal())
    with pytest.raises(StartError, match="Nothing was started"):
        run._end_leftovers(tmp_path)
    assert bystander.running


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"starter": 1}', b"\xff", None])
def test_a_record_that_says_nothing_is_none(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / RECORD).write_bytes(content)
    assert recorded_stack(tmp_path) is None
    run._end_leftovers(tmp_path)
    assert stop.main(tmp_path) == 0


@pytest.mark.skipif(shutil.which("ps") is None, reason="ps is not installed")
@pytest.mark.parametrize("started", [started_at, started_by_ps])
def test_a_start_is_the_same_whenever_it_is_asked_for_and_none_after_the_end(
    started: Callable[[int], str | None], bystander: Process
) -> None:
    assert started(bystander.popen.pid) == started(bystander.popen.pid) is not None
    assert started(os.getppid()) != started(bystander.popen.pid)
    os.kill(bystander.popen.pid, 9)
    os.waitid(os.P_PID, bystander.popen.pid, os.WEXITED | os.WNOWAIT)
    assert started(bystander.popen.pid) is None, "a zombie has ended"
    bystander.popen.wait()
    assert started(bystander.popen.pid) is None


def test_only_a_process_of_that_start_is_alive() -> None:
    here = ProcessIdentity("test", os.getpid(), started_at(os.getpid()) or "")
    assert here.alive
    assert not replace(here, started=here.started + "0").alive
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert not replace(here, pid=ended.pid).alive
