"""Every command that README.md and docs/start.md show is run, and answers as they show."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from dev.processes import Process, start
from dev.stack import ROOT, Stack

SHOWN_AT = "http://127.0.0.1:8000"
PAGES = ("README.md", "docs/start.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELSEWHERE = {
    "make run": "serves until Ctrl-C; the fixture starts the same processes on a free port",
    "make test": "would run this test again",
    "make receiver": "receives until Ctrl-C; the fixture starts the same program",
    "docker compose up": "needs Docker; `make e2e` runs the containers",
}
# What differs from one article, model or day to another is compared by its type alone.
VARYING = frozenset(("id", "entity_id", "confidence", "score", "salience", "rank_score"))


@dataclass(frozen=True)
class Command:
    """A command of a page, and the JSON that the page shows as its answer."""

    page: str
    line: str
    answer: Any = None


def commands(page: str) -> Iterator[Command]:
    """All commands in a page's blocks of shell, each as a whole, however many lines it has."""
    blocks = BLOCK.findall((ROOT / page).read_text())
    for (kind, body), (next_kind, next_body) in zip(blocks, [*blocks[1:], ("", "")], strict=True):
        if kind == "sh":
            lines = list(whole_commands(body))
            shown = json.loads(next_body) if next_kind == "json" else None
            yield from (Command(page, line) for line in lines[:-1])
            yield Command(page, lines[-1], shown)


def whole_commands(body: str) -> Iterator[str]:
    command = ""
    for line in body.splitlines():
        command += line + "\n"
        parsed = subprocess.run(["bash", "-n", "-c", command], capture_output=True, check=False)
        if parsed.returncode == 0 and not line.endswith("\\"):
            yield re.sub(r"\s+# .*", "", command).strip() if command.startswith("make") else command.strip()
            command = ""
    assert command == "", f"no whole command: {command}"


def agrees(shown: Any, given: Any, name: str = "") -> bool:
    """Whether an answer has all that a shortened one shows."""
    if isinstance(shown, dict):
        return isinstance(given, dict) and all(
            key in given and agrees(value, given[key], key) for key, value in shown.items()
        )
    if isinstance(shown, list):
        return isinstance(given, list) and all(any(agrees(one, other) for other in given) for one in shown)
    return type(shown) is type(given) if name in VARYING else bool(shown == given)


COMMANDS = [command for page in PAGES for command in commands(page)]
RUN_HERE = [command for command in COMMANDS if command.line not in ELSEWHERE]


@pytest.fixture(scope="module")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    """What ``make run`` starts."""
    folder = Path(tmp_path_factory.mktemp("commands"))
    with Stack(folder, knobs={"NUTGRAF_WEBHOOK_ALLOW": "127.0.0.0/8"}) as stack:
        stack.start_redis()
        stack.start_api()
        stack.start_worker()
        stack.start_sender()
        stack.wait_until_ready()
        yield stack


@pytest.fixture(scope="module")
def receiver(stack: Stack) -> Iterator[Process]:
    """What ``make receiver`` starts."""
    command = (sys.executable, "-m", "dev.receiver", "--url", stack.url)
    process = start(
        "receiver", command, stack.folder / "receiver.log", {**os.environ, "PYTHONPATH": str(ROOT)}
    )
    until_it_says(process, "webhook.ping")
    yield process
    process.stop()


def until_it_says(process: Process, words: str) -> str:
    for _ in range(300):
        if words in (said := process.log.read_text()):
            return said
        time.sleep(0.1)
    raise AssertionError(f"{process.name} never said {words}: {process.last_words()}")


def run(stack: Stack, command: Command) -> str:
    path = f"{ROOT / '.venv' / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-e", "-c", command.line.replace(SHOWN_AT, stack.url)],
        cwd=ROOT, env={**os.environ, "PATH": path, "NUTGRAF_API_URL": stack.url},
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("command", RUN_HERE, ids=lambda command: f"{command.page}: {command.line[:60]}")
def test_a_command_answers_as_its_page_shows(stack: Stack, receiver: Process, command: Command) -> None:
    assert receiver.running
    answer = run(stack, command)
    assert answer.strip(), "it says nothing"
    if command.line.startswith("curl"):
        assert not json.loads(answer).get("type", "").startswith("/problems/"), answer
    if command.answer is not None:
        assert agrees(command.answer, json.loads(answer)), answer


def test_the_receiver_prints_the_events_that_the_start_shows(stack: Stack, receiver: Process) -> None:
    (sent,) = [each for each in RUN_HERE if each.page == "docs/start.md" and "cms-4712" in each.line]
    identifier = json.loads(run(stack, sent))["id"]
    said = until_it_says(receiver, identifier)
    assert re.search(r"^\S+Z  webhook\.ping +dlv_\w{26}$", said, re.MULTILINE)
    assert re.search(r"^\S+Z  article\.completed +dlv_\w{26}$", said, re.MULTILINE)
    assert '"external_id": "cms-4712"' in said


def test_what_is_run_elsewhere_is_shown_and_every_page_shows_something_that_is_run_here() -> None:
    assert set(ELSEWHERE) - {"docker compose up"} <= {command.line for command in COMMANDS}
    assert {command.page for command in RUN_HERE} == set(PAGES)
