"""Nothing outlives its starter."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dev.stack import ROOT
from tests.support.process_list import all_gone, marked, processes_of, until

# Starts a child that ignores requests, another from a thread that ends, and ends as it is asked to.
STARTER = """
import os, signal, sys, threading, time
from pathlib import Path
from dev.processes import start
STUBBORN = "import signal, subprocess, sys, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); " \\
    "subprocess.Popen(['sleep', '600']); time.sleep(600)"
def begin(name):
    start(name, [sys.executable, "-c", STUBBORN], Path(sys.argv[1]) / name)
begin("first")
thread = threading.Thread(target=begin, args=["second"])
thread.start()
thread.join()
print("started", flush=True)
{end}
"""
STUBBORN_AND_SLEEPERS = 4


@pytest.mark.parametrize("end", ["time.sleep(600)", "sys.exit()", "os._exit(1)", "raise ValueError"])
def test_children_end_with_their_starter_however_it_ends(tmp_path: Path, end: str) -> None:
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER.replace("{end}", end), str(tmp_path)],
        cwd=ROOT, env=marked(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    with starter:
        assert starter.stdout is not None
        assert starter.stdout.readline() == b"started\n"
        if "sleep" in end:
            assert until(lambda: len(processes_of(tmp_path)) == STUBBORN_AND_SLEEPERS + 2)
            starter.send_signal(signal.SIGKILL)
        starter.wait(20)
        assert all_gone(tmp_path)
