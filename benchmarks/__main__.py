"""Measure speed, size and throughput beside other libraries (``make bench``), in some minutes.

    python -m benchmarks [FOLDER]

The folder holds labelled articles, as for ``make evaluate``. Without it, the columns of quality stay empty.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from benchmarks.engine import clustering_cost, ner_baselines, pipeline_cost, summary_baselines
from benchmarks.engine.articles import articles_with_reference, examples
from benchmarks.load import http_latency, noisy_neighbour, tenant_fairness, throughput
from benchmarks.report import plots
from benchmarks.report.results_page import Results, render_page
from dev.stack import ROOT
from nutgraf import json_logging
from nutgraf.nlp.pipeline import Pipeline

PAGES = ROOT / "docs" / "measurements"


def main() -> None:
    """Measure, print the results page, and write it with its plots."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder of labelled articles, for the scores")
    parser.add_argument("--out", type=Path, default=PAGES, help="where results.md and plots/ go")
    options = parser.parse_args()
    json_logging.configure_logging("error")
    busy, began = os.getloadavg()[0], time.monotonic()

    def step(name: str) -> None:
        print(f"{time.monotonic() - began:4.0f} s  {name}", file=sys.stderr, flush=True)

    plain = examples()
    judged = articles_with_reference(options.data) if options.data else []
    step("the whole stack beside the bare pipeline")
    together = throughput.measure()
    step("answers beside a bare Flask app")
    answers = http_latency.measure({"title": plain[0].title, "text": plain[0].text})
    step("a tenant beside another's flood")
    flooded = noisy_neighbour.measure()
    step("a tenant beside another's backlog")
    waited = tenant_fairness.measure()
    step("growth with length")
    costs = pipeline_cost.length_costs()
    pipeline = Pipeline.load()
    step("stages")
    stages = pipeline_cost.stage_costs(pipeline, plain)
    step("names")
    tagged = ner_baselines.measure(pipeline, plain, options.data)
    step("summaries")
    summarised = summary_baselines.measure(plain, judged)
    step("stories")
    grouped = clustering_cost.measure()
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
    (options.out / "results.md").write_text(render_page(found), encoding="utf-8")
    plots.draw(found, options.out / "plots")
    print(render_page(found))


if __name__ == "__main__":
    main()
