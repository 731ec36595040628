"""A new version takes over a queue that the old one has left behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from benchmarks.chaos.scenarios import KNOBS
from dev.stack import Stack
from nutgraf.cli.http_client import Client
from tests.conftest import TEXT

KNOWN = [f"{TEXT} Report number {number}." for number in range(5)]
WAITING = [f"{TEXT} Later report number {number}." for number in range(20)]


@dataclass
class Upgrade:
    """What the old version finished, and what the new one made of everything that waited."""

    before: list[dict[str, Any]]
    waited: list[dict[str, Any]]
    repeated: list[dict[str, Any]]


@pytest.fixture(scope="module")
def upgrade(folder: Path) -> Iterator[Upgrade]:
    with Stack(folder / "upgrade", worker_app="tests.support.stub_worker", knobs=KNOBS) as stack:
        stack.start_redis()
        stack.start_api()
        old = stack.start_worker("worker-old")
        stack.wait_until_ready()
        client = Client(stack.url)
        before = [client.finished(client.submit({"text": text})["id"], 30) for text in KNOWN]
        old.stop()
        stack.processes.remove(old)
        waiting = [client.submit({"text": text})["id"] for text in WAITING]
        # Told from the old cache: the old version is still what the API knows of.
        assert client.submit({"text": KNOWN[0]})["analysis"]["cache"] == "hit"
        stack.worker_app = "tests.support.stub_worker_next_version"
        stack.start_worker("worker-new")
        waited = [client.finished(identifier, 60) for identifier in waiting]
        repeated = [client.finished(client.submit({"text": text})["id"], 30) for text in KNOWN]
        yield Upgrade(before, waited, repeated)


def test_nothing_that_waited_is_lost_and_the_new_version_finished_it(upgrade: Upgrade) -> None:
    assert {article["status"] for article in upgrade.waited} == {"completed"}
    assert {article["analysis"]["pipeline"]["fingerprint"] for article in upgrade.waited} == {"sha256:next"}
    assert {article["attempts"] for article in upgrade.waited} == {1}


def test_the_cache_misses_rather_than_serve_an_old_analysis(upgrade: Upgrade) -> None:
    assert {article["analysis"]["pipeline"]["fingerprint"] for article in upgrade.before} == {
        "sha256:standin"
    }
    assert {article["analysis"]["pipeline"]["fingerprint"] for article in upgrade.repeated} == {"sha256:next"}
    assert {article["analysis"]["cache"] for article in upgrade.repeated} == {"miss"}
