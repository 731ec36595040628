"""A master, its replica and a Sentinel that lets the replica take over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import redis

from dev.processes import Process, free_port
from dev.redis_server import start_redis, start_sentinel

DOWN_MS = 1000
ELECTION_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class RedisGroup:
    """Running servers of a group with one Sentinel."""

    master: Process
    master_port: int
    replica_port: int
    sentinel_port: int
    password: str = ""
    sentinel_password: str = ""

    @property
    def url(self) -> str:
        """URL of the group for the settings, without credentials."""
        return f"sentinel://127.0.0.1:{self.sentinel_port}/0?master=news"

    def client(self, port: int) -> redis.Redis:
        """Return a client of one server."""
        return redis.Redis(port=port, password=self.password or None, socket_timeout=5)

    def sentinel(self) -> redis.Redis:
        """Return a client of the Sentinel."""
        return redis.Redis(port=self.sentinel_port, password=self.sentinel_password or None, socket_timeout=5)

    def wait_for_replica(self) -> None:
        """Wait until the replica has what the master has."""
        with self.client(self.replica_port) as replica:
            _wait(lambda: replica.info("replication").get("master_link_status") == "up")

    def wait_for_election(self) -> None:
        """Wait until the replica is the master."""
        with self.client(self.replica_port) as replica:
            _wait(lambda: replica.info("replication")["role"] == "master")

    def fail_over(self) -> None:
        """Have the Sentinel demote the living master, and wait until it is the replica."""
        with self.sentinel() as sentinel, self.client(self.master_port) as master:
            sentinel.execute_command("SENTINEL", "FAILOVER", "news")
            self.wait_for_election()
            _wait(lambda: master.info("replication")["role"] == "slave")


@contextmanager
def redis_group(
    folder: Path, *options: str, password: str = "", sentinel_password: str = ""
) -> Iterator[RedisGroup]:
    """Start a group with further options of both servers, whose password it has, and stop it."""
    ports = [free_port() for _ in range(3)]
    common = (*options, *(("--masterauth", password) if password else ()), "--repl-diskless-sync-delay", "0")
    with ExitStack() as stack:
        master = start_redis(folder / "first", ports[0], *common, password=password)
        stack.callback(master.kill)
        replica = start_redis(
            folder / "second", ports[1], *common, "--replicaof", "127.0.0.1", str(ports[0]), password=password
        )
        stack.callback(replica.kill)
        group = RedisGroup(master, ports[0], ports[1], ports[2], password, sentinel_password)
        group.wait_for_replica()
        watched = (
            f"sentinel monitor news 127.0.0.1 {ports[0]} 1",
            f"sentinel down-after-milliseconds news {DOWN_MS}",
            "sentinel failover-timeout news 5000",
            *((f'sentinel auth-pass news "{password}"',) if password else ()),
            *((f'requirepass "{sentinel_password}"',) if sentinel_password else ()),
        )
        stack.callback(start_sentinel(folder / "sentinel", ports[2], *watched).kill)
        with group.sentinel() as sentinel:
            _wait(lambda: len(sentinel.execute_command("SENTINEL", "REPLICAS", "news")) == 1)
        yield group


def _wait(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + ELECTION_SECONDS
    while not condition():
        assert time.monotonic() < deadline, "the group of servers did not get ready"
        time.sleep(0.05)
