"""The running stack: real gunicorn, Celery and Redis processes on loopback."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.ordeals import rig
from deploy.stack import Stack


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(tmp_path_factory.mktemp("stack"))


@pytest.fixture(scope="module")
def standins(folder: Path) -> Iterator[Stack]:
    """Two API processes and two workers whose analyser is the stand-in."""
    with rig(folder, NUTGRAF_ANALYSIS_SOFT_SECONDS="2", NUTGRAF_ANALYSIS_HARD_SECONDS="4") as stack:
        yield stack


@pytest.fixture(scope="session")
def product(folder: Path) -> Iterator[Stack]:
    """The product as it is: one API, one worker with the real models."""
    with Stack(folder / "product") as stack:
        stack.start_redis()
        stack.start_api()
        stack.start_worker()
        stack.wait_until_ready()
        yield stack
