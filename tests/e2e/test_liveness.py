"""A worker that never reaches Redis lives, and is not ready."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dev.stack import ROOT, worker_command


@pytest.mark.parametrize(
    ("app", "arguments"), [("tests.support.stub_worker", []), ("workers.webhook_main", ["--webhooks"])]
)
def test_a_worker_without_redis_lives_and_is_not_ready(
    tmp_path: Path, app: str, arguments: list[str]
) -> None:
    environment = {
        **os.environ,
        "NUTGRAF_REDIS_URL": "redis://127.0.0.1:1/0",
        "TMPDIR": str(tmp_path),
        "PYTHONPATH": str(ROOT),
    }

    def health(*more: str) -> int:
        command = [sys.executable, "-m", "nutgraf.cli", "health", *arguments, *more]
        return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=False).returncode

    assert health("--live") == 1
    command = [sys.executable, *worker_command(app)]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.DEVNULL) as worker:
        try:
            deadline = time.monotonic() + 60
            while health("--live") and time.monotonic() < deadline:
                assert worker.poll() is None
                time.sleep(0.2)
            assert health("--live") == 0
            assert health() == 1
        finally:
            worker.terminate()
            worker.wait(30)
