"""What tests share: a private Redis, and a store on it that is empty for every test."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
import redis

from dev.processes import free_port
from dev.redis_server import start_redis
from nutgraf.model import Document, Submission
from nutgraf.settings import Settings
from nutgraf.store import Store

# Every run of the tests tries the same examples, so that a failure speaks of the change at hand and not of
# chance; `make fuzz` looks for new ones. How long an example takes says nothing on a busy machine.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.register_profile("new", max_examples=2_000, deadline=None)
hypothesis.settings.load_profile("same")

TEXT = (
    "The council of Arlesund voted on Monday to rebuild the old harbour wall. "
    "Mayor Ines Calloway said the work would cost 4 million euros."
)


def pytest_configure() -> None:
    """Whoever ends the tests, or closes their terminal, has them clean up as Ctrl-C does."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    server = start_redis(Path(tmp_path_factory.mktemp("redis")), port)
    yield f"redis://127.0.0.1:{port}/0"
    server.stop()


@pytest.fixture
def client(redis_url: str) -> Iterator[redis.Redis]:
    client = redis.Redis.from_url(redis_url)
    client.flushall()
    yield client
    client.close()


@pytest.fixture
def settings(redis_url: str, client: redis.Redis) -> Settings:
    assert client.dbsize() == 0
    return Settings(
        redis_url=redis_url, auth="off", lease_seconds=0.5, resend_after_seconds=0.2, sweep_seconds=0.002,
        story_rest_factor=0, refusal_seconds=0,
    )  # fmt: skip


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    store = Store(settings)
    yield store
    store.close()


def submission(text: str = TEXT, tenant: str = "default", title: str = "Harbour wall") -> Submission:
    return Submission(tenant, Document(text, title))
