"""The Redis that is started where none is given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from dev.processes import StartError, free_port
from dev.redis_server import start_redis
from dev.stack import ROOT, Stack
from tests.support.process_list import processes_of

# Starts a server and ends without a word to it, as a killed process would, with its watchdog.
STARTER = """
import os, sys
from pathlib import Path
from dev.redis_server import start_redis
from dev.watchdog import _watchdog
server = start_redis(Path(sys.argv[1]), int(sys.argv[2]))
_watchdog().kill()
os._exit(1)
"""


def test_two_servers_never_write_one_file(tmp_path: Path) -> None:
    first = start_redis(tmp_path, free_port())
    with pytest.raises(StartError, match="started twice"):
        start_redis(tmp_path, free_port())
    first.stop()
    start_redis(tmp_path, free_port()).stop()


def test_a_server_that_outlived_its_starter_keeps_its_folder(tmp_path: Path) -> None:
    port = free_port()
    subprocess.run(
        [sys.executable, "-c", STARTER, str(tmp_path), str(port)], cwd=ROOT, check=False, timeout=60
    )
    with redis.Redis(port=port) as orphan:
        assert orphan.ping()
        with pytest.raises(StartError, match="has not ended"):
            start_redis(tmp_path, free_port())
        orphan.shutdown(nosave=True)


def test_a_private_server_answers_nobody_without_its_password(tmp_path: Path) -> None:
    with Stack(tmp_path) as stack:
        url = stack.start_redis()
        with redis.Redis.from_url(url) as told:
            assert told.ping()
            port = told.connection_pool.connection_kwargs["port"]
            password = told.connection_pool.connection_kwargs["password"]
        for guess in (None, "", "guess"):
            client = redis.Redis(port=port, password=guess, retry=Retry(NoBackoff(), 0))
            with client as stranger, pytest.raises(redis.AuthenticationError):
                stranger.ping()
        listed = subprocess.run(["ps", "axww", "-o", "command"], capture_output=True, text=True, check=True)
        assert password not in listed.stdout
        assert not any(password in command for command in processes_of(tmp_path).values())
        assert password not in (tmp_path / "redis" / "redis.log").read_text()
        configuration = tmp_path / "redis" / "redis.conf"
        assert configuration.stat().st_mode & 0o777 == 0o600


def test_every_start_makes_up_another_password(tmp_path: Path) -> None:
    urls = set()
    for _ in range(2):
        with Stack(tmp_path) as stack:
            urls.add(stack.start_redis().split("@")[0])
    assert len(urls) == 2
