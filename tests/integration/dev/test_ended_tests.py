"""Tests that are ended in their midst leave no process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dev.stack import ROOT
from tests.support.process_list import all_gone, marked, processes_of, until

ENDLESS = """
import time
from pathlib import Path
from dev.stack import Stack

def test_endless(redis_url):
    folder = Path(__file__).parent
    with Stack(folder / "stack", worker_app="tests.support.stub_worker") as stack:
        stack.start_redis()
        stack.start_api()
        stack.start_worker()
        (folder / "ready").touch()
        time.sleep(600)
"""


@pytest.mark.parametrize(
    ("send", "number"),
    [
        (os.kill, signal.SIGTERM),
        (os.killpg, signal.SIGTERM),
        (os.kill, signal.SIGHUP),
        (os.kill, signal.SIGKILL),
    ],
    ids=["SIGTERM", "SIGTERM of the group", "SIGHUP", "SIGKILL"],
)
def test_tests_that_are_ended_leave_no_process(
    tmp_path: Path, send: Callable[[int, int], None], number: signal.Signals
) -> None:
    (tmp_path / "test_endless.py").write_text(ENDLESS)
    command: list[str | Path] = [
        sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.conftest",
        "-c", ROOT / "pyproject.toml", "--rootdir", tmp_path, "--basetemp", tmp_path / "base",
        tmp_path / "test_endless.py",
    ]  # fmt: skip
    with (tmp_path / "output").open("wb") as output:
        tests = subprocess.Popen(
            command, cwd=ROOT, env={**marked(tmp_path), "PYTHONPATH": str(ROOT)},
            stdout=output, stderr=output, start_new_session=True,
        )  # fmt: skip
    try:
        ready = until((tmp_path / "ready").exists, 60)
        assert ready, (tmp_path / "output").read_text()
        assert len(processes_of(tmp_path)) > 5
        send(tests.pid, number)
        assert tests.wait(30) != 0
        assert all_gone(tmp_path)
    finally:
        for pid in processes_of(tmp_path):
            os.kill(pid, signal.SIGKILL)
        tests.wait()
