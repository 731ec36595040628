"""``make run``: how it ends, what it starts again, and how a second terminal finds it."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dev import stop
from dev.processes import Process, free_port, start
from dev.stack import ROOT
from nutgraf.cli import local_stack
from nutgraf.cli.local_stack import LocalStack, recorded_stack
from nutgraf.cli.main import main
from tests.conftest import TEXT
from tests.support.process_list import all_gone, marked, processes_of, until

SERVING = "Ctrl-C stops everything"
ALL_STARTED = "loading the models"
CHILDREN = {"Redis", "API", "sender", "worker"}


@contextmanager
def running(folder: Path, words: str = ALL_STARTED) -> Iterator[Process]:
    """Start everything and wait for the words; whatever the test leaves is killed."""
    (folder / "run.log").unlink(missing_ok=True)
    environment = {**marked(folder), "PYTHONPATH": str(ROOT), "NUTGRAF_PORT": str(free_port())}
    command = (sys.executable, "-m", "tests.support.stub_run", str(folder))
    process = start("run", command, folder / "run.log", environment)
    try:
        assert until(lambda: words in said(process), 60), said(process)
        yield process
    finally:
        for pid in (process.popen.pid, *processes_of(folder)):
            if pid in processes_of(folder):
                os.kill(pid, signal.SIGKILL)
        process.kill()


def said(process: Process) -> str:
    return process.log.read_text()


def stack_of(process: Process) -> LocalStack:
    stack = recorded_stack(process.log.parent)
    assert stack is not None
    return stack


def pid_of(process: Process, name: str) -> int:
    (found,) = [each.pid for each in stack_of(process).processes if each.name == name]
    return found


@pytest.fixture(scope="module")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Process]:
    with running(Path(tmp_path_factory.mktemp("serving")), SERVING) as process:
        yield process


@pytest.fixture
def beside(serving: Process, monkeypatch: pytest.MonkeyPatch) -> Process:
    """A second terminal, whose environment says nothing of the stack."""
    monkeypatch.setattr(local_stack, "FOLDER", serving.log.parent)
    for name in [name for name in os.environ if name.startswith("NUTGRAF_")]:
        monkeypatch.delenv(name)
    return serving


@pytest.mark.usefixtures("beside")
def test_the_doctor_examines_the_stack_that_runs_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 1  # the stand-in's models are not the files that ship
    out = capsys.readouterr().out
    assert "the stack that `make run` serves here" in out
    assert [line.split()[1] for line in out.splitlines() if line.startswith("wrong")] == ["models"]


@pytest.mark.usefixtures("beside")
def test_health_and_keys_look_at_the_stack_that_runs_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["health"]) == 0
    assert main(["health", "--webhooks"]) == 0
    assert main(["keys", "create"]) == 0
    secret = capsys.readouterr().out.strip()
    assert main(["keys", "list"]) == 0
    assert secret[:11] in capsys.readouterr().out


@pytest.mark.usefixtures("beside")
def test_articles_are_submitted_to_the_port_of_the_stack_that_runs_here(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "one.txt").write_text(TEXT)
    assert main(["submit", "--wait", str(tmp_path / "one.txt")]) == 0
    assert "completed" in capsys.readouterr().out


def test_the_port_of_the_environment_is_where_articles_are_sent_and_events_received(
    serving: Process, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = stack_of(serving).settings["NUTGRAF_PORT"]
    monkeypatch.setattr(local_stack, "FOLDER", tmp_path)
    monkeypatch.delenv("NUTGRAF_API_URL", raising=False)
    monkeypatch.setenv("NUTGRAF_PORT", port)
    receiver = start(
        "receiver",
        (sys.executable, "-m", "dev.receiver"),
        tmp_path / "log",
        {**os.environ, "PYTHONPATH": str(ROOT)},
    )
    (tmp_path / "one.txt").write_text(f"{TEXT} It is received.")
    try:
        assert until(lambda: "webhook.ping" in said(receiver), 20), said(receiver)
        assert main(["submit", "--wait", "--json", str(tmp_path / "one.txt")]) == 0
        assert until(lambda: "article.completed" in said(receiver), 20), said(receiver)
    finally:
        receiver.stop()


def test_nobody_is_shown_the_password_of_redis(serving: Process) -> None:
    folder = serving.log.parent
    password = stack_of(serving).settings["NUTGRAF_REDIS_URL"].split("@")[0].rpartition(":")[2]
    assert len(password) > 20
    assert not any(password in command for command in processes_of(folder).values())
    assert not any(password in log.read_text() for log in folder.rglob("*.log"))
    assert re.search(r"^Redis   redis://127\.0\.0\.1:\d+/0 \(private", said(serving), re.MULTILINE)
    holders = {
        path.name for path in folder.rglob("*") if path.is_file() and password.encode() in path.read_bytes()
    }
    assert holders == {"redis.conf", "stack.json"}
    assert {oct((folder / name).stat().st_mode)[-3:] for name in ("redis/redis.conf", "stack.json")} == {
        "600"
    }
    assert oct((folder / "redis").stat().st_mode)[-3:] == "700"


@pytest.mark.parametrize("name", ["worker", "sender", "API", "Redis"])
def test_what_dies_is_started_again_and_a_line_says_so(
    beside: Process, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    settings, dead = stack_of(beside).settings, pid_of(beside, name)
    (tmp_path / "one.txt").write_text(f"{TEXT} Then the {name} died.")
    assert main(["submit", str(tmp_path / "one.txt")]) == 0
    identifier = re.search(r"art_\w+", capsys.readouterr().out)
    os.kill(dead, signal.SIGKILL)
    assert until(lambda: f"{name} was ended by SIGKILL and was started again" in said(beside), 20)
    assert until(lambda: pid_of(beside, name) != dead)
    assert identifier is not None
    assert until(lambda: main(["show", identifier[0]]) == 0 and "completed" in capsys.readouterr().out, 30)
    assert stack_of(beside).settings == settings


def test_a_second_start_says_that_the_first_serves(serving: Process) -> None:
    folder = serving.log.parent
    second = start(
        "second", serving.command, folder.with_name(f"{folder.name}-second.log"), serving.environment
    )
    assert second.popen.wait(20) == 1
    assert f"serves from here already (process {serving.popen.pid}," in said(second)
    assert "`make stop`" in said(second)
    assert stack_of(serving).starter.alive


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (signal.SIGINT, "Redis   "),
        (signal.SIGINT, SERVING),
        (signal.SIGTERM, ALL_STARTED),
        (signal.SIGHUP, ALL_STARTED),
    ],
)
def test_a_signal_ends_everything(tmp_path: Path, number: signal.Signals, words: str) -> None:
    with running(tmp_path, words) as process:
        process.popen.send_signal(number)
        assert process.popen.wait(20) == 0
        assert all_gone(tmp_path, 1)
        assert said(process).endswith("\nStopped.\n")
        assert recorded_stack(tmp_path) is None


def test_a_second_signal_ends_what_hangs_and_a_third_changes_nothing(tmp_path: Path) -> None:
    with running(tmp_path) as process:
        for name in CHILDREN:
            os.kill(pid_of(process, name), signal.SIGSTOP)
        process.popen.send_signal(signal.SIGINT)
        assert until(lambda: "Stopping" in said(process))
        time.sleep(0.2)
        assert process.running
        began = time.monotonic()
        process.popen.send_signal(signal.SIGINT)
        process.popen.send_signal(signal.SIGTERM)
        assert process.popen.wait(10) == 0
        assert time.monotonic() - began < 5
        assert all_gone(tmp_path, 1)


def test_nothing_outlives_a_start_that_is_killed_and_the_next_is_not_misled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with running(tmp_path) as process:
        process.popen.kill()
        assert all_gone(tmp_path)
        monkeypatch.setattr(local_stack, "FOLDER", tmp_path)
        monkeypatch.delenv("NUTGRAF_REDIS_URL", raising=False)
        assert stack_of(process).starter.alive is False
        main(["keys", "list"])
        assert "of the stack" not in capsys.readouterr().err
    with running(tmp_path) as process:
        process.popen.terminate()
        assert process.popen.wait(20) == 0


def test_what_is_left_is_named_with_its_ids_and_ended_by_make_stop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running(tmp_path) as process:
        left = {each.name: each.pid for each in stack_of(process).processes}
        kill_with_watchdog(process)
        assert set(left) == CHILDREN
        second = start("second", process.command, tmp_path / "second.log", process.environment)
        assert second.popen.wait(20) == 1
        assert all(f"{name} (process {pid})" in said(second) for name, pid in left.items())
        assert "`make stop`" in said(second)
        assert stop.main(tmp_path) == 0
        assert all(
            f"{name} (process {pid})" in capsys.readouterr().out for name, pid in list(left.items())[:1]
        )
        assert all_gone(tmp_path)
        assert stop.main(tmp_path) == 0
        assert "Nothing" in capsys.readouterr().out


def test_make_stop_ends_a_stack_that_serves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with running(tmp_path) as process:
        assert stop.main(tmp_path) == 0
        assert f"make run (process {process.popen.pid})" in capsys.readouterr().out
        assert process.popen.wait(5) == 0
        assert processes_of(tmp_path) == {}


def kill_with_watchdog(process: Process) -> None:
    """Kill the starter and who would clean up after it, as an unsparing person or kernel may."""
    watchdogs = [
        pid for pid, command in processes_of(process.log.parent).items() if "dev.watchdog" in command
    ]
    for pid in (*watchdogs, process.popen.pid):
        os.kill(pid, signal.SIGKILL)
    process.popen.wait()
