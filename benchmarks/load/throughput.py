"""Measure articles a second of the whole stack over HTTP, beside the bare pipeline in as many processes.

Both analyse the examples with names and longer words respelled each time, so that the cache has no answer and
no two articles report one event. The stack clusters articles too. A second run, in which the examples of one
event are respelled alike, shows the cost of clustering where there are stories.
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
from benchmarks.cores import ALL_CORES, peak_memory, proportional_memory
from benchmarks.engine.articles import examples
from dev.stack import ROOT, Stack
from nutgraf.cli.http_client import Client
from nutgraf.model import Document
from nutgraf.nlp.pipeline import Pipeline

ROUNDS = 10
BATCH = 50
PATIENCE_SECONDS = 240.0
_CONTENT_WORD = re.compile(r"[A-Z][a-z]{3,}|[A-Za-z]{5,}")


@dataclass(frozen=True, slots=True)
class Throughput:
    """Articles a second of both sides, and the memory of a worker's child.

    Attributes:
        articles: number of articles.
        processes: number of processes.
        bare: articles a second of the pipeline alone.
        stack: articles a second of the whole stack.
        with_stories: the same, where five of seven articles report one event.
        child_memory: peak resident memory in MiB, shared pages included.
        child_part: proportional set size at the end, in MiB.
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
        """Throughput of the stack as a share of the bare pipeline's."""
        return self.stack / self.bare


def measure(rounds: int = ROUNDS) -> Throughput:
    """Measure both sides on ``rounds`` respelled editions of the examples a process."""
    processes = len(ALL_CORES)
    texts = respelled_examples(rounds * processes)
    related = respelled_examples(rounds, offset=1_000_000, alike=True)
    bare = len(texts) / _bare(processes, rounds)
    with tempfile.TemporaryDirectory() as folder:
        seconds, memory, part = _stack(Path(folder) / "alone", processes, texts)
        slower, *_ = _stack(Path(folder) / "stories", processes, related)
    return Throughput(len(texts), processes, bare, len(texts) / seconds, len(related) / slower, memory, part)


def respelled_examples(rounds: int, offset: int = 0, *, alike: bool = False) -> list[dict[str, Any]]:
    """Return every example ``rounds`` times, each respelled; ``alike``: all of a round in the same way."""
    articles = examples()
    return [
        {"title": respell(article.title, number), "text": respell(article.text, number)}
        for turn in range(offset, offset + rounds)
        for place, article in enumerate(articles)
        for number in (turn if alike else turn * len(articles) + place,)
    ]


def respell(text: str, number: int) -> str:
    """Permute the vowels and the consonants of names and longer words; lengths and case stay."""
    rng = random.Random(number)
    table: dict[int, int] = {}
    for letters in ("aeiou", "bcdfghklmnprstvw"):
        shuffled = rng.sample(letters, len(letters))
        table |= str.maketrans(letters + letters.upper(), "".join(shuffled) + "".join(shuffled).upper())
    return _CONTENT_WORD.sub(lambda word: word[0].translate(table), text)


def submit_all(client: Client, articles: Sequence[dict[str, Any]]) -> list[str]:
    """Submit articles in batches and return their ids."""
    batches = (articles[start : start + BATCH] for start in range(0, len(articles), BATCH))
    return [
        item["article"]["id"]
        for batch in batches
        for item in client.call("POST", "/v1/articles/batch", {"articles": batch})["items"]
    ]


def _bare(processes: int, rounds: int) -> float:
    """Return the seconds that the processes take once all of them have loaded."""
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
    """Return the seconds for all articles, and a child's peak memory and proportional set size in MiB."""
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
        for warm in respelled_examples(1, offset=2_000_000):
            client.finished(client.submit(warm)["id"], PATIENCE_SECONDS)
        began = time.monotonic()
        ids = submit_all(client, texts)
        for identifier in ids:
            if client.finished(identifier, PATIENCE_SECONDS)["status"] != "completed":
                raise RuntimeError("an article was not completed")
        seconds = time.monotonic() - began
        held = children(worker.popen.pid)
        return seconds, max(map(peak_memory, held)), max(map(proportional_memory, held))


def main() -> None:
    """Load the pipeline, wait for a line on standard input, and analyse."""
    rounds, offset = map(int, sys.argv[1:])
    pipeline = Pipeline.load()
    documents = [Document(each["text"], each["title"]) for each in respelled_examples(rounds, offset)]
    print(json.dumps({"loaded": os.getpid()}), flush=True)
    sys.stdin.readline()
    for document in documents:
        pipeline.analyse(document)
    print(json.dumps({"done": len(documents)}), flush=True)


if __name__ == "__main__":
    main()
