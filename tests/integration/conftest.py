"""The API on a real store, with a queue that records its nudges and a worker that runs on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
import redis
from flask import Flask
from flask.testing import FlaskClient

from nutgraf.queue import BrokerUnavailableError, NudgeKind, Queue, make_celery
from nutgraf.settings import Settings
from nutgraf.store import Store
from nutgraf.webhook_targets import AllowedTargets
from service.app import create_app
from tests.support.stub_analyser import CAPABILITIES, StubAnalyser
from tests.support.webhook_worker import WebhookWorkerHarness
from workers.analysis.analyse import analyse_next
from workers.webhooks.http_client import WebhookClient


class RecordingQueue(Queue):
    """Queue that records nudges for articles, and hands those for comparisons to ``compare``."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(make_celery(settings))
        self.nudged: list[str] = []
        self.broken = False
        self.compare: Callable[[str], None] | None = None

    def nudge(self, kind: NudgeKind, identifier: str) -> None:
        if kind is NudgeKind.COMPARISON and self.compare:
            self.compare(identifier)
        elif kind is not NudgeKind.ARTICLE:
            super().nudge(kind, identifier)
        elif self.broken:
            raise BrokerUnavailableError("broken on purpose")
        else:
            self.nudged.append(identifier)


@dataclass
class ApiHarness:
    """The API with its test client, store and queue."""

    app: Flask
    http: FlaskClient
    store: Store
    queue: RecordingQueue
    analyser: StubAnalyser = field(default_factory=StubAnalyser)

    def work(self) -> None:
        """Analyse the articles that were nudged, as a worker would."""
        while self.queue.nudged:
            analyse_next(self.queue.nudged.pop(0), self.store.articles, self.analyser, renew_seconds=0.2)


@pytest.fixture
def api(settings: Settings, store: Store) -> Iterator[ApiHarness]:
    queue = RecordingQueue(settings)
    app = create_app(settings, store, queue)
    store.workers.heartbeat("test:1", CAPABILITIES, 60, first=True)
    with app.test_client() as http:
        yield ApiHarness(app, http, store, queue)


@pytest.fixture
def sender(store: Store, client: redis.Redis) -> WebhookWorkerHarness:
    return WebhookWorkerHarness(store, client, WebhookClient(AllowedTargets.parse("127.0.0.0/8"), 0.5))
