"""The receivers that the documentation shows verify what Nutgraf sends, also while a secret rotates."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import pytest

from dev.processes import free_port, start, wait_for
from dev.stack import ROOT
from nutgraf.model import DeliveryStatus
from nutgraf.webhook_targets import AllowedTargets
from tests.support.webhook_receivers import receiver
from tests.support.webhook_worker import WebhookWorkerHarness
from workers.webhooks.http_client import WebhookClient

RECEIVERS = ROOT / "examples" / "receivers"
NODE = RECEIVERS / "node"
Example = Callable[[str, int, Path], AbstractContextManager[Path]]


@contextmanager
def running(command: list[str], port: int, log: Path, settings: Mapping[str, str]) -> Iterator[Path]:
    process = start("receiver", command, log, {**os.environ, **settings})
    try:
        wait_for(process, port, 20)
        yield log
    finally:
        process.stop()


@contextmanager
def flask(secret: str, port: int, log: Path) -> Iterator[Path]:
    app = str(RECEIVERS / "flask_receiver.py")
    command = [sys.executable, "-m", "flask", "--app", app, "run", "--port", str(port)]
    with running(command, port, log, {"WEBHOOK_SECRET": secret}):
        yield log


@contextmanager
def node(secret: str, port: int, log: Path) -> Iterator[Path]:
    program = shutil.which("node")
    if program is None or not (NODE / "node_modules").is_dir():
        pytest.skip("needs node, and `npm ci` in examples/receivers/node")
    settings = {"WEBHOOK_SECRET": secret, "PORT": str(port)}
    with running([program, str(NODE / "receiver.js")], port, log, settings):
        yield log


@contextmanager
def shell(secret: str, port: int, log: Path) -> Iterator[Path]:
    """What socat would do: one process for each connection, which is its standard input and output."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl")

    def serve(connection: socket.socket) -> None:
        with log.open("ab") as errors, suppress(subprocess.TimeoutExpired):
            subprocess.run(
                [str(RECEIVERS / "receiver.sh")], stdin=connection.fileno(), stdout=connection.fileno(),
                stderr=errors, env={**os.environ, "WEBHOOK_SECRET": secret}, check=False, timeout=10,
            )  # fmt: skip

    with receiver(serve, port=port, reading=False):
        yield log


@pytest.mark.parametrize("example", [flask, node, shell], ids=lambda example: example.__name__)
def test_an_example_takes_what_was_signed_with_its_secret_and_nothing_else(
    sender: WebhookWorkerHarness, tmp_path: Path, example: Example
) -> None:
    port = free_port()
    endpoint, secret = sender.endpoint(f"http://127.0.0.1:{port}/hook", full=True)
    sender.client = WebhookClient(AllowedTargets.parse("127.0.0.1"), 10)
    with example(secret, port, tmp_path / "log") as log:
        article = sender.article()
        sender.work()
        sender.store.webhooks.rotate_secret(endpoint, "default", 3600)
        during = sender.ping(endpoint)
        sender.work()
        sender.store.webhooks.rotate_secret(endpoint, "default", 0)
        after = sender.ping(endpoint)
        sender.work()
        printed = log.read_text()
    (first,) = [each for each in sender.deliveries(endpoint) if each.subject == article]
    assert first.status is DeliveryStatus.DELIVERED, first.attempts
    assert sender.delivery(during).status is DeliveryStatus.DELIVERED
    assert [attempt.status_code for attempt in sender.delivery(after).attempts] == [400]
    assert "article.completed" in printed
    assert article in printed
