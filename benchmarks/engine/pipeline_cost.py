"""Measure the pipeline alone: CPU time by stage, growth with text length, and memory.

    python -m benchmarks.engine.pipeline_cost CHARACTERS

prints the cost of a text of that length as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from time import process_time

from benchmarks.cores import peak_memory
from benchmarks.engine.articles import UNIT_WORDS, Article, examples
from dev.stack import ROOT
from nutgraf.model import Document
from nutgraf.nlp.pipeline import Pipeline

LENGTHS = (1_000, 3_000, 10_000, 30_000, 100_000, 200_000)


@dataclass(frozen=True, slots=True)
class TextCost:
    """Cost of one text: CPU milliseconds, and peak memory in MiB before and after."""

    characters: int
    milliseconds: float
    memory_before: float
    memory_peak: float


def stage_costs(pipeline: Pipeline, articles: Sequence[Article]) -> dict[str, float]:
    """Return the CPU milliseconds of each stage for 700 words."""
    pipeline.analyse(articles[0].document)
    spent: dict[str, float] = defaultdict(float)
    last = [0.0]

    def lap(stage: str) -> None:
        now = process_time()
        spent[stage] += now - last[0]
        last[0] = now

    for article in articles:
        last[0] = process_time()
        pipeline.analyse(article.document, lap)
    words = sum(article.words for article in articles)
    return {stage: seconds * 1000 / words * UNIT_WORDS for stage, seconds in spent.items()}


def length_costs() -> list[TextCost]:
    """Measure texts of growing length, each in a process of its own."""
    costs = []
    for length in LENGTHS:
        done = subprocess.run(  # noqa: S603 - this module
            [sys.executable, "-m", "benchmarks.engine.pipeline_cost", str(length)],
            check=True, capture_output=True, cwd=ROOT, timeout=300,
        )  # fmt: skip
        costs.append(TextCost(**json.loads(done.stdout)))
    return costs


def text_of(characters: int) -> str:
    """Return a text of a given length, made of the examples in turn; no two rounds are equal."""
    texts = [article.text for article in examples()]
    parts: list[str] = []
    length = 0
    while length < characters:
        part = f"{texts[len(parts) % len(texts)]}\n\nThat was report number {len(parts)}."
        parts.append(part)
        length += len(part) + 2
    return "\n\n".join(parts)[:characters]


def main() -> None:
    """Print the cost of a text of a given length."""
    text = text_of(int(sys.argv[1]))
    pipeline = Pipeline.load()
    before, began = peak_memory(os.getpid()), process_time()
    pipeline.analyse(Document(text))
    spent = process_time() - began
    peak = peak_memory(os.getpid())
    print(json.dumps({"characters": len(text), "milliseconds": spent * 1000, "memory_before": before,
                      "memory_peak": peak}))  # fmt: skip


if __name__ == "__main__":
    main()
