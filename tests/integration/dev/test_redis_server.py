"""The Redis that is started where none is given."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import redis

from dev.processes import StartError, free_port
from dev.redis_server import start_redis
from dev.stack import ROOT

# Starts a server, tells its port and ends without a word to it, as a killed process would.
STARTER = """
import os, sys
from pathlib import Path
from dev.redis_server import start_redis
server = start_redis(Path(sys.argv[1]), int(sys.argv[2]))
os.write(1, str(server.popen.pid).encode())
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
