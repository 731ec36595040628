"""The main job over every kind of Redis and broker that a URL can name."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from benchmarks.chaos.scenarios import KNOBS
from dev.processes import Process, free_port, start, wait_for
from dev.redis_server import executable, start_redis
from dev.stack import Stack
from nutgraf.cli.http_client import Client
from tests.conftest import TEXT

# Debian's command on the PATH changes to a user of its own; the program behind it does not.
RABBITMQ = Path("/usr/lib/rabbitmq/bin")
needs_rabbitmq = pytest.mark.skipif(
    not (RABBITMQ / "rabbitmq-server").exists(), reason="rabbitmq-server is not installed"
)
needs_sentinel = pytest.mark.skipif(
    shutil.which("redis-sentinel") is None, reason="redis-sentinel is not installed"
)
needs_tls = pytest.mark.skipif(
    shutil.which("redis-server") is None or shutil.which("openssl") is None,
    reason="no redis-server with TLS, or no openssl, is installed",
)


def main_job(folder: Path, redis_url: str, **knobs: str) -> None:
    """Accept twenty articles and see them completed."""
    with Stack(
        folder, redis_url=redis_url, worker_app="tests.support.stub_worker", knobs={**KNOBS, **knobs}
    ) as stack:
        stack.start_api()
        stack.start_worker()
        stack.wait_until_ready()
        client = Client(stack.url)
        ids = [client.submit({"text": f"{TEXT} Number {number}."})["id"] for number in range(20)]
        assert {client.finished(identifier, 30)["status"] for identifier in ids} == {"completed"}


@contextmanager
def running(process: Process) -> Iterator[Process]:
    try:
        yield process
    finally:
        process.stop()


def test_a_redis_that_asks_for_a_user_and_a_password(tmp_path: Path) -> None:
    port = free_port()
    acl = ("--user", "nutgraf", "on", ">se/cret%1", "~*", "&*", "+@all", "--user", "default", "off")
    with running(start_redis(tmp_path / "redis", port, *acl)):
        main_job(tmp_path, f"redis://nutgraf:se%2Fcret%251@127.0.0.1:{port}/3")


def test_a_redis_on_a_unix_socket(tmp_path: Path) -> None:
    path = Path("/tmp") / f"nutgraf-{os.getpid()}.sock"
    with running(start_redis(tmp_path / "redis", free_port(), "--unixsocket", str(path))):
        main_job(tmp_path, f"unix://{path}?db=2")


@needs_tls
def test_a_redis_behind_tls(tmp_path: Path) -> None:
    certificate, key, port = tmp_path / "cert.pem", tmp_path / "key.pem", free_port()
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate,
         "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    command: list[str | Path] = [
        shutil.which("redis-server") or "", "--port", "0", "--tls-port", str(port), "--bind", "127.0.0.1",
        "--tls-cert-file", certificate, "--tls-key-file", key, "--tls-ca-cert-file", certificate,
        "--tls-auth-clients", "no", "--dir", tmp_path,
    ]  # fmt: skip
    server = start("Redis", command, tmp_path / "redis.log")
    with running(server):
        wait_for(server, port, 20)
        main_job(tmp_path, f"rediss://127.0.0.1:{port}/0?ssl_ca_certs={certificate}")


@needs_sentinel
def test_a_redis_that_sentinels_know(tmp_path: Path) -> None:
    port, sentinel_port = free_port(), free_port()
    (tmp_path / "sentinel.conf").write_text(
        f"port {sentinel_port}\nbind 127.0.0.1\ndir {tmp_path}\nsentinel monitor news 127.0.0.1 {port} 1\n"
    )
    with ExitStack() as stack:
        stack.enter_context(running(start_redis(tmp_path / "redis", port)))
        sentinel = start(
            "Sentinel", ["redis-sentinel", tmp_path / "sentinel.conf"], tmp_path / "sentinel.log"
        )
        stack.enter_context(running(sentinel))
        wait_for(sentinel, sentinel_port, 20)
        main_job(tmp_path, f"sentinel://127.0.0.1:{sentinel_port}/0?master=news")


@needs_rabbitmq
def test_rabbitmq_with_quorum_queues_carries_the_nudges(tmp_path: Path) -> None:
    port, redis_port, distribution, mapper = (free_port() for _ in range(4))
    environment = rabbitmq_environment(tmp_path, port, distribution, mapper)
    with ExitStack() as stack:
        server = start("RabbitMQ", [RABBITMQ / "rabbitmq-server"], tmp_path / "rabbitmq.log", environment)
        stack.callback(stop_mapper, mapper)
        stack.enter_context(running(server))
        stack.enter_context(running(start_redis(tmp_path / "redis", redis_port)))
        wait_for(server, port, 90)
        broker = f"amqp://guest:guest@127.0.0.1:{port}//"
        main_job(tmp_path, f"redis://127.0.0.1:{redis_port}/0", NUTGRAF_BROKER_URL=broker)
        assert "quorum" in queue_kinds(environment)


def rabbitmq_environment(folder: Path, port: int, distribution: int, mapper: int) -> Mapping[str, str]:
    """A private RabbitMQ of the caller's own user."""
    return {
        **os.environ,
        "HOME": str(folder),
        "RABBITMQ_NODENAME": f"nutgraf{port}@localhost",
        "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODE_PORT": str(port),
        "RABBITMQ_DIST_PORT": str(distribution),
        "ERL_EPMD_PORT": str(mapper),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
        "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"),
        "RABBITMQ_LOG_BASE": str(folder / "log"),
        "RABBITMQ_PID_FILE": str(folder / "pid"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"),
    }


def queue_kinds(environment: Mapping[str, str]) -> str:
    listed = subprocess.run(
        [RABBITMQ / "rabbitmqctl", "list_queues", "name", "type", "--quiet"],
        env=dict(environment), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return next(line for line in listed.stdout.splitlines() if line.startswith("nutgraf.articles"))


def stop_mapper(port: int) -> None:
    """Erlang's port mapper outlives its node."""
    subprocess.run(["epmd", "-port", str(port), "-kill"], capture_output=True, check=False)


def test_the_embedded_redis_is_enough() -> None:
    assert Path(executable()).exists()
