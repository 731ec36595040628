"""A worker none of whose children can load its models is not ready, and is once they can."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from dev.stack import Stack
from nutgraf.cli.main import main


def readiness(stack: Stack) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"{stack.url}/readyz", timeout=5) as answer:
            return answer.status, ""
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())["detail"]


def wait_until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_worker_that_can_not_load_its_models_is_not_ready(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    models = folder / "models"
    monkeypatch.setenv("MODELS_OF_THE_TEST", str(models))
    with Stack(folder / "unable", worker_app="tests.support.stub_worker_without_models") as stack:
        monkeypatch.setenv("NUTGRAF_REDIS_URL", stack.start_redis())
        stack.start_api()
        wait_until(lambda: _answers(stack))
        assert readiness(stack) == (503, "Articles are accepted, but nobody analyses them. Nobody is there.")
        stack.start_worker()
        wait_until(lambda: "load the models" in readiness(stack)[1])
        capsys.readouterr()
        assert main(["health"]) == 1
        assert "can load the models" in capsys.readouterr().err
        main(["doctor"])
        assert "can't load their models: 1" in capsys.readouterr().out
        models.touch()
        wait_until(lambda: readiness(stack)[0] == 200)
        assert main(["health"]) == 0


def _answers(stack: Stack) -> bool:
    try:
        readiness(stack)
    except OSError:
        return False
    return True
