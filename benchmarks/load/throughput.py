"""Articles a second: the whole stack over HTTP, beside the bare pipeline in as many processes.

Both analyse the examples with their names and longer words spelt differently each time, so that no cache
answers and no two tell of one event. The stack looks for stories besides; what that costs when there are some
is seen when the examples that report one event are spelt alike in each round.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.chaos.faults import children
from benchmarks.cores import ALL, memory_part, peak_memory
from benchmarks.engine.articles import examples
from dev.stack import ROOT, Stack
from nutgraf.cli.http_client import Client
from nutgraf.model import Document
from nutgraf.nlp.pipeline import Pipeline

ROUNDS = 10
BATCH = 50
PATIENCE_SECONDS = 240.0
_TELLING_WORD = re.compile(r"[A-Z][a-z]{3,}|[A-Za-z]{5,}")


@dataclass(frozen=True, slots=True)
class Throughput:
    """Articles a second of both sides, and the memory of a worker's child.

    Attributes:
        articles: how many were analysed.
        processes: by how many processes.
        bare: articles a second of the pipeline alone.
        stack: of the whole stack.
        with_stories: of the whole stack, when five of every seven articles report one event.
        child_memory: MiB that were resident at the most, shared pages included.
        child_part: MiB at the end, each shared page divided among the processes that hold it.
    """

    articles: int
    processes: int
    bare: float
    stack: float
    with_stories: float
    child_memory: float
    child_part: float

    @property
    def ratio(self) -> float:
        """The stack's share of what the bare pipeline does."""
        return self.stack / self.bare


def measure(rounds: int = ROUNDS) -> Throughput:
    """Let both sides analyse the examples so many times."""
    processes = len(ALL)
    texts = edition(rounds * processes)
    related = edition(rounds, offset=1_000_000, alike=True)
    bare = len(texts) / _bare(processes, rounds)
    with tempfile.TemporaryDirectory() as folder:
        seconds, memory, part = _stack(Path(folder) / "alone", processes, texts)
        slower, *_ = _stack(Path(folder) / "stories", processes, related)
    return Throughput(len(texts), processes, bare, len(texts) / seconds, len(related) / slower, memory, part)


def edition(rounds: int, offset: int = 0, *, alike: bool = False) -> list[dict[str, Any]]:
    """Every example so many times, each time spelt differently; ``alike``: the same within a round."""
    articles = examples()
    return [
        {"title": respelt(article.title, number), "text": respelt(article.text, number)}
        for turn in range(offset, offset + rounds)
        for place, article in enumerate(articles)
        for number in (turn if alike else turn * len(articles) + place,)
    ]


def respelt(text: str, number: int) -> str:
    """A text whose names and longer words have other vowels and consonants; lengths and case stay."""
    chance = random.Random(number)
    table: dict[int, int] = {}
    for letters in ("aeiou", "bcdfghklmnprstvw"):
        shuffled = chance.sample(letters, len(letters))
        table |= str.maketrans(letters + letters.upper(), "".join(shuffled) + "".join(shuffled).upper())
    return _TELLING_WORD.sub(lambda word: word[0].translate(table), text)


def hand_in(client: Client, articles: Sequence[dict[str, Any]]) -> list[str]:
    """Submit articles in batches; gives their ids."""
    batches = (articles[start : start + BATCH] for start in range(0, len(articles), BATCH))
    return [
        item["article"]["id"]
        for batch in batches
        for item in client.call("POST", "/v1/articles/batch", {"articles": batch})["items"]
    ]


def _bare(processes: int, rounds: int) -> float:
    """Seconds until all processes are through, from when all of them are loaded."""
    command = [sys.executable, "-m", "benchmarks.load.throughput", str(rounds)]
    running = [
        subprocess.Popen([*command, str(place * rounds)], cwd=ROOT, stdin=-1, stdout=-1, text=True)  # noqa: S603
        for place in range(processes)
    ]
    for process in running:
        _line(process)
    began = time.monotonic()
    for process in running:
        print("go", file=process.stdin, flush=True)
    for process in running:
        _line(process)
    seconds = time.monotonic() - began
    for process in running:
        process.communicate(timeout=30)
    return seconds


def _line(process: subprocess.Popen[str]) -> str:
    line = process.stdout.readline() if process.stdout else ""
    if not line:
        raise ChildProcessError("the bare pipeline ended early")
    return line


def _stack(folder: Path, processes: int, texts: Sequence[dict[str, Any]]) -> tuple[float, float, float]:
    """Seconds from the first submission to the last article, a child's peak memory, and its part of all."""
    knobs = {
        "NUTGRAF_WORKER_CHILDREN": str(processes),
        "NUTGRAF_LOG_LEVEL": "warning",
    }
    with Stack(folder, knobs=knobs) as stack:
        stack.start_redis()
        stack.start_api()
        worker = stack.start_worker()
        stack.wait_until_ready()
        client = Client(stack.url)
        for warm in edition(1, offset=2_000_000):
            client.finished(client.submit(warm)["id"], PATIENCE_SECONDS)
        began = time.monotonic()
        ids = hand_in(client, texts)
        for identifier in ids:
            if client.finished(identifier, PATIENCE_SECONDS)["status"] != "completed":
                raise RuntimeError("an article was not completed")
        seconds = time.monotonic() - began
        held = children(worker.popen.pid)
        return seconds, max(map(peak_memory, held)), max(map(memory_part, held))


def main() -> None:
    """Load, say so, wait for a line, analyse, say so."""
    rounds, offset = map(int, sys.argv[1:])
    pipeline = Pipeline.load()
    documents = [Document(each["text"], each["title"]) for each in edition(rounds, offset)]
    print(json.dumps({"loaded": os.getpid()}), flush=True)
    sys.stdin.readline()
    for document in documents:
        pipeline.analyse(document)
    print(json.dumps({"done": len(documents)}), flush=True)


if __name__ == "__main__":
    main()
