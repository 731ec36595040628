"""Draw the dashboard's panels with real data, without Grafana (``make dashboard-picture``).

The product runs on loopback under a load of some minutes, in which a worker is killed. A Prometheus of this
machine scrapes it, and every panel is drawn from its own queries.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("agg")

from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from benchmarks.load.open_loop import HttpCaller, TimedResponse, run_open_loop
from benchmarks.load.synthetic_news import SyntheticNews
from deploy.observability.dashboard import dashboard
from dev.processes import Process, free_port, start, wait_for
from dev.stack import ROOT, Stack

PICTURE = ROOT / "docs" / "images" / "dashboard.png"
RATE_INTERVAL = "20s"
SCRAPE_SECONDS = 2
COLUMNS, INCHES = 24, 0.62
COLOURS = ("#2b6cb0", "#dd6b20", "#38a169", "#805ad5", "#d53f8c", "#718096")


@contextmanager
def watched(folder: Path) -> Iterator[tuple[Stack, str]]:
    """Yield a stack and the URL of a Prometheus that scrapes it."""
    stack, targets = Stack(folder), dict[str, int]()
    with stack:
        redis_url = stack.start_redis()
        for name, begin in (
            ("nutgraf-api", stack.start_api),
            ("nutgraf-worker", stack.start_worker),
            ("nutgraf-worker-2", lambda: stack.start_worker("worker-2")),
            ("nutgraf-webhooks", stack.start_sender),
        ):
            targets[name] = free_port()
            stack.knobs = {
                "NUTGRAF_METRICS_PORT": str(targets[name]),
                "NUTGRAF_WORKER_CHILDREN": "1",
                "NUTGRAF_WEBHOOK_ALLOW": "127.0.0.0/8",
            }
            begin()
        if exporter := shutil.which("prometheus-redis-exporter"):
            targets["redis"] = free_port()
            address = f"127.0.0.1:{targets['redis']}"
            # The URL has the password in it, and everybody may read command lines.
            environment = {**os.environ, "REDIS_ADDR": redis_url.rsplit("/", 1)[0]}
            command = (exporter, "-web.listen-address", address)
            stack.processes.append(start("exporter", command, folder / "exporter.log", environment))
        stack.wait_until_ready()
        receiver = (sys.executable, "-m", "dev.receiver", "--url", stack.url, "--port", str(free_port()))
        stack.processes.append(start("receiver", receiver, folder / "receiver.log"))
        stack.processes.append(_prometheus(folder, targets, port := free_port()))
        wait_for(stack.processes[-1], port, 30)
        yield stack, f"http://127.0.0.1:{port}"


def _prometheus(folder: Path, targets: dict[str, int], port: int) -> Process:
    """A Prometheus for the targets. JSON is YAML, too."""
    jobs = [
        {"job_name": name, "static_configs": [{"targets": [f"127.0.0.1:{target}"]}]}
        for name, target in targets.items()
    ]
    every = f"{SCRAPE_SECONDS}s"
    settings = folder / "prometheus.yml"
    settings.write_text(json.dumps({"global": {"scrape_interval": every}, "scrape_configs": jobs}))
    return start(
        "Prometheus",
        ("prometheus", f"--config.file={settings}", f"--storage.tsdb.path={folder / 'tsdb'}",
         f"--web.listen-address=127.0.0.1:{port}"),
        folder / "prometheus.log",
    )  # fmt: skip


def live(stack: Stack, seconds: float) -> None:
    """A newsroom's minutes: new articles, repeated ones, reads; half-way a worker is killed."""
    articles, caller, rng = SyntheticNews(), HttpCaller(stack.url), random.Random(5)
    ids: list[str] = []

    def request(number: int) -> TimedResponse:
        if number % 4:
            path = rng.choice(ids) if ids else "art_00000000000000000000000000"
            return caller.call("GET", f"/v1/articles/{path}")
        answer = caller.call("POST", "/v1/articles", articles(rng.randrange(max(1, number // 3 * 4))))
        if answer.body and "id" in answer.body:
            ids.append(answer.body["id"])
        return answer

    run_open_loop(4, seconds / 2, request)
    worker = next(process for process in stack.processes if process.name == "worker-2")
    worker.kill()
    stack.processes.remove(worker)
    run_open_loop(4, seconds / 2, request)


def series(prometheus: str, query: str, began: float, ended: float) -> list[dict[str, Any]]:
    """What a query gives over the time, as Prometheus answers it."""
    query = query.replace("$__rate_interval", RATE_INTERVAL)
    asked = urllib.parse.urlencode({"query": query, "start": began, "end": ended, "step": SCRAPE_SECONDS})
    with urllib.request.urlopen(f"{prometheus}/api/v1/query_range?{asked}", timeout=20) as answer:  # noqa: S310
        found: list[dict[str, Any]] = json.load(answer)["data"]["result"]
    return found


def draw(prometheus: str, began: float, ended: float, path: Path) -> None:
    """Draw every panel at its place on the dashboard."""
    panels = dashboard()["panels"]
    rows = max(panel["gridPos"]["y"] + panel["gridPos"]["h"] for panel in panels)
    figure = plt.figure(figsize=(COLUMNS * INCHES, rows * INCHES * 0.62))
    grid = figure.add_gridspec(
        rows, COLUMNS, wspace=9, hspace=12, left=0.03, right=0.99, top=0.98, bottom=0.02
    )
    for panel in panels:
        place = panel["gridPos"]
        axes = figure.add_subplot(
            grid[place["y"] : place["y"] + place["h"], place["x"] : place["x"] + place["w"]]
        )
        axes.set_title(panel["title"], fontsize=8, loc="left")
        lines = [
            (target["legendFormat"], each)
            for target in panel["targets"]
            for each in series(prometheus, target["expr"], began, ended)
        ]
        (_number if panel["type"] == "stat" else _lines)(
            axes, lines, panel["fieldConfig"]["defaults"]["unit"]
        )
    figure.savefig(path, dpi=90)


def _legend(template: str, labels: dict[str, str]) -> str:
    for name, value in labels.items():
        template = template.replace(f"{{{{{name}}}}}", value)
    return template


def _number(axes: Axes, lines: list[tuple[str, dict[str, Any]]], unit: str) -> None:
    axes.axis("off")
    said = [
        each["metric"].get("fingerprint", "")[:14] or f"{float(each['values'][-1][1]):g}" for _, each in lines
    ]
    text = ", ".join(said) + (f" {unit}" if unit == "s" else "")
    axes.text(0.5, 0.4, text, ha="center", va="center", fontsize=9 if len(text) > 8 else 16)  # noqa: PLR2004


def _lines(axes: Axes, lines: list[tuple[str, dict[str, Any]]], unit: str) -> None:
    axes.tick_params(labelsize=6)
    axes.set_ylabel(unit if unit != "short" else "", fontsize=6)
    for number, (legend, each) in enumerate(lines):
        times = [datetime.fromtimestamp(moment, UTC) for moment, _ in each["values"]]
        values = [float(value) for _, value in each["values"]]
        axes.plot(
            times, values, lw=1, color=COLOURS[number % len(COLOURS)], label=_legend(legend, each["metric"])
        )
    axes.set_ylim(bottom=0)
    if not lines:
        axes.text(0.5, 0.5, "none", ha="center", va="center", fontsize=7, transform=axes.transAxes)
        axes.set_xticks([])
        return
    axes.xaxis.set_major_formatter(mpl.dates.DateFormatter("%H:%M"))
    axes.xaxis.set_major_locator(mpl.dates.MinuteLocator())
    axes.legend(fontsize=5, loc="upper left", ncols=2, frameon=False)


def main() -> int:
    """Run the load and draw the dashboard; return 1 if Prometheus is not installed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=180)
    parser.add_argument("--out", type=Path, default=PICTURE)
    options = parser.parse_args()
    if shutil.which("prometheus") is None:
        print("Prometheus is not installed: apt-get install prometheus", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, watched(Path(folder)) as (stack, prometheus):
        began = time.time()
        live(stack, options.seconds)
        draw(prometheus, began, time.time(), options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
