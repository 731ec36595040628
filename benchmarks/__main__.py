"""``make bench``: everything that is claimed of speed and size, measured in one run of some minutes.

    python -m benchmarks [FOLDER]

The folder may hold labelled articles, as for ``make evaluate``; nothing of them is kept.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from benchmarks import answering, engine, flood, plots, stories, summarisers, taggers, throughput, turns
from benchmarks.articles import examples, referenced
from benchmarks.page import Results, page
from nutgraf import logs
from workers.pipeline import Pipeline

HERE = Path(__file__).parent


def main() -> None:
    """Measure, print the page, and keep it with its plots."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder of labelled articles, for the scores")
    parser.add_argument("--out", type=Path, default=HERE, help="where RESULTS.md and plots/ go")
    options = parser.parse_args()
    logs.configure("error")
    busy, began = os.getloadavg()[0], time.monotonic()

    def step(name: str) -> None:
        print(f"{time.monotonic() - began:4.0f} s  {name}", file=sys.stderr, flush=True)

    plain = examples()
    judged = referenced(options.data) if options.data else []
    step("the whole stack beside the bare pipeline")
    together = throughput.measure()
    step("answers beside a bare Flask app")
    answers = answering.measure({"title": plain[0].title, "text": plain[0].text})
    step("a tenant beside another's flood")
    flooded = flood.measure()
    step("a tenant beside another's backlog")
    waited = turns.measure()
    step("growth with length")
    costs = engine.growth()
    pipeline = Pipeline.load()
    step("stages")
    stages = engine.stages(pipeline, plain)
    step("names")
    tagged = taggers.measure(pipeline, plain, options.data)
    step("summaries")
    summarised = summarisers.measure(plain, judged)
    step("stories")
    grouped = stories.measure()
    found = Results(
        busy,
        stages,
        summarised,
        tagged,
        costs,
        together,
        answers,
        flooded,
        waited,
        grouped,
        judged=bool(judged),
    )
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "RESULTS.md").write_text(page(found), encoding="utf-8")
    plots.draw(found, options.out / "plots")
    print(page(found))


if __name__ == "__main__":
    main()
