"""The main job over every kind of Redis and broker that a URL can name."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from benchmarks.chaos.scenarios import KNOBS
from dev.processes import Process, free_port, start, wait_for
from dev.redis_server import executable, start_redis
from dev.stack import Stack
from nutgraf.cli.http_client import Client
from tests.conftest import TEXT
from tests.support.redis_group import redis_group

# Debian's command on the PATH changes to a user of its own; the program behind it does not.
RABBITMQ = Path("/usr/lib/rabbitmq/bin")
needs_rabbitmq = pytest.mark.skipif(
    not (RABBITMQ / "rabbitmq-server").exists(), reason="rabbitmq-server is not installed"
)
ODD = "p@ss:w/rd#1;%2F+ü"
needs_tls = pytest.mark.skipif(
    shutil.which("redis-server") is None or shutil.which("openssl") is None,
    reason="no redis-server with TLS, or no openssl, is installed",
)


def self_signed(folder: Path) -> tuple[Path, Path]:
    """Make a certificate for loopback and its key."""
    certificate, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate,
         "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
        check=True, capture_output=True,
    )  # fmt: skip
    return certificate, key


@contextmanager
def running_with_tls(folder: Path, certificate: Path, key: Path, *options: str | Path) -> Iterator[int]:
    """Run a server, or with a first option that is a file a Sentinel, that speaks TLS alone."""
    port = free_port()
    command: list[str | Path] = [
        shutil.which("redis-server") or "", *options, "--port", "0", "--tls-port", str(port), "--bind",
        "127.0.0.1", "--tls-cert-file", certificate, "--tls-key-file", key, "--tls-ca-cert-file", certificate,
        "--tls-auth-clients", "no", "--tls-replication", "yes", "--dir", folder,
    ]  # fmt: skip
    server = start("Redis", command, folder / f"redis-{port}.log")
    with running(server):
        wait_for(server, port, 20)
        yield port


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


@pytest.mark.parametrize("user", ["", "nutgraf"])
@pytest.mark.parametrize("in_file", [False, True])
def test_a_redis_on_a_unix_socket_that_asks_for_a_password(
    tmp_path: Path, user: str, *, in_file: bool
) -> None:
    path = Path("/tmp") / f"nutgraf-{os.getpid()}.sock"
    (tmp_path / "password").write_text(ODD)
    acl = ("--user", "nutgraf", "on", f">{ODD}", "~*", "&*", "+@all") if user else ()
    server = start_redis(tmp_path / "redis", free_port(), "--unixsocket", str(path), *acl, password=ODD)
    with running(server):
        if in_file:
            knobs = {"NUTGRAF_REDIS_PASSWORD_FILE": str(tmp_path / "password")}
            main_job(tmp_path, f"unix://{user and f'{user}@'}{path}?db=2", **knobs)
        else:
            main_job(tmp_path, f"unix://{user}:{quote(ODD, safe='')}@{path}?db=2")


@needs_tls
def test_a_redis_behind_tls(tmp_path: Path) -> None:
    certificate, key = self_signed(tmp_path)
    with running_with_tls(tmp_path, certificate, key) as port:
        main_job(tmp_path, f"rediss://127.0.0.1:{port}/0?ssl_ca_certs={certificate}")


def test_a_redis_that_sentinels_know(tmp_path: Path) -> None:
    with redis_group(tmp_path / "redis") as group:
        main_job(tmp_path, group.url)


def test_sentinels_and_a_redis_that_ask_for_passwords_of_any_characters(tmp_path: Path) -> None:
    (tmp_path / "of-sentinels").write_text("s:e/nt#inel\n")
    with redis_group(tmp_path / "redis", password=ODD, sentinel_password="s:e/nt#inel") as group:
        url = group.url.replace("://", f"://:{quote(ODD, safe='')}@")
        main_job(tmp_path, url, NUTGRAF_SENTINEL_PASSWORD_FILE=str(tmp_path / "of-sentinels"))
        logs = "".join(log.read_text() for log in tmp_path.glob("*.log"))
        assert "w/rd" not in logs
        assert "nt#inel" not in logs


def test_the_password_of_a_redis_that_sentinels_know_comes_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "password").write_text(f"{ODD}\n")
    with redis_group(tmp_path / "redis", password=ODD) as group:
        main_job(tmp_path, group.url, NUTGRAF_REDIS_PASSWORD_FILE=str(tmp_path / "password"))


@needs_tls
def test_sentinels_that_speak_tls(tmp_path: Path) -> None:
    certificate, key = self_signed(tmp_path)
    with running_with_tls(tmp_path, certificate, key) as port:
        (tmp_path / "sentinel.conf").write_text(f"sentinel monitor news 127.0.0.1 {port} 1\n")
        with running_with_tls(tmp_path, certificate, key, tmp_path / "sentinel.conf", "--sentinel") as asked:
            url = f"sentinel://127.0.0.1:{asked}/0?master=news&ssl_ca_certs={certificate}"
            main_job(tmp_path, url, NUTGRAF_SENTINEL_TLS="on")


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
