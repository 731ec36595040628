"""Articles a second: the whole stack over HTTP, beside the bare pipeline in as many processes.

Both analyse the same texts, a line of each being its own, so that no cache answers. The stack has as many
worker children as the other side has processes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.articles import Article, examples
from benchmarks.cores import ALL, peak_memory
from benchmarks.faults import children
from deploy.stack import ROOT, Stack
from nutgraf.model import Document
from terminal.client import Client
from workers.pipeline import Pipeline

ROUNDS = 12
BATCH = 50
PATIENCE_SECONDS = 240.0


@dataclass(frozen=True, slots=True)
class Throughput:
    """Articles a second of both sides, the peak memory of a worker's child in MiB, and how many took part."""

    articles: int
    processes: int
    bare: float
    stack: float
    child_memory: float

    @property
    def ratio(self) -> float:
        """The stack's share of what the bare pipeline does."""
        return self.stack / self.bare


def measure(rounds: int = ROUNDS) -> Throughput:
    """Let both sides analyse the examples so many times."""
    processes = len(ALL)
    texts = edition(examples(), rounds * processes)
    bare = len(texts) / _bare(processes, rounds)
    with tempfile.TemporaryDirectory() as folder:
        seconds, memory = _stack(Path(folder), processes, texts)
    return Throughput(len(texts), processes, bare, len(texts) / seconds, memory)


def edition(articles: Sequence[Article], rounds: int, offset: int = 0) -> list[dict[str, Any]]:
    """Every article so many times, each time with a line of its own."""
    return [
        {"title": article.title, "text": f"{article.text}\n\nThis was edition {number} of the report."}
        for number in range(offset, offset + rounds)
        for article in articles
    ]


def _bare(processes: int, rounds: int) -> float:
    """Seconds until all processes are through, from when all of them are loaded."""
    command = [sys.executable, "-m", "benchmarks.throughput", str(rounds)]
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


def _stack(folder: Path, processes: int, texts: Sequence[dict[str, Any]]) -> tuple[float, float]:
    """Seconds from the first submission to the last article, and a child's peak memory."""
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
        for warm in edition(examples()[:1], 2 * processes, offset=-2 * processes):
            client.finished(client.submit(warm)["id"], PATIENCE_SECONDS)
        began = time.monotonic()
        ids = [
            item["article"]["id"]
            for start in range(0, len(texts), BATCH)
            for item in client.call(
                "POST", "/v1/articles/batch", {"articles": texts[start : start + BATCH]}
            )["items"]
        ]  # fmt: skip
        for identifier in ids:
            if client.finished(identifier, PATIENCE_SECONDS)["status"] != "completed":
                raise RuntimeError("an article was not completed")
        seconds = time.monotonic() - began
        return seconds, max(peak_memory(child) for child in children(worker.popen.pid))


def main() -> None:
    """Load, say so, wait for a line, analyse, say so."""
    rounds, offset = map(int, sys.argv[1:])
    pipeline = Pipeline.load()
    documents = [Document(each["text"], each["title"]) for each in edition(examples(), rounds, offset)]
    print(json.dumps({"loaded": os.getpid()}), flush=True)
    sys.stdin.readline()
    for document in documents:
        pipeline.analyse(document)
    print(json.dumps({"done": len(documents)}), flush=True)


if __name__ == "__main__":
    main()
