"""Children are ended in bounded time, and signals come between no start and the note of it."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from dev.processes import Process, shielded, start, stop_all
from tests.support.process_list import until

STUBBORN = """
import signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print("deaf", flush=True)
time.sleep(600)
"""


def stubborn(folder: Path, name: str) -> Process:
    process = start(name, [sys.executable, "-c", STUBBORN], folder / name)
    assert until(process.log.read_text)
    return process


def test_the_deaf_are_waited_for_together_and_then_killed(tmp_path: Path) -> None:
    deaf = [stubborn(tmp_path, name) for name in ("one", "two", "three")]
    began = time.monotonic()
    stop_all(deaf, 0.5)
    assert 0.5 <= time.monotonic() - began < 1.4
    assert [process.end() for process in deaf] == ["was ended by SIGKILL"] * 3


def test_a_process_tells_how_it_ended_and_can_be_started_again(tmp_path: Path) -> None:
    process = start(
        "short",
        [sys.executable, "-c", "import os; print(os.environ['WORD']); raise SystemExit(3)"],
        tmp_path / "log",
        {"WORD": "again"},
    )
    process.popen.wait(20)
    assert process.end() == "ended with status 3"
    second = process.start_again()
    second.popen.wait(20)
    assert second.last_words() == "again\nagain"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_held_back_while_something_starts_and_heard_afterwards(number: signal.Signals) -> None:
    heard: list[str] = []
    before = signal.signal(number, lambda *_: heard.append("signal"))
    try:
        with shielded():
            signal.raise_signal(number)
            heard.append("block")
        assert heard == ["block", "signal"]
        signal.raise_signal(number)
        assert heard == ["block", "signal", "signal"]
    finally:
        signal.signal(number, before)
