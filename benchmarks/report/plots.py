"""Plots of the results page, as SVG; equal figures give equal files."""

from __future__ import annotations

from pathlib import Path

import matplotlib as mpl

mpl.use("svg")

from matplotlib import pyplot as plt

from benchmarks.report.results_page import Results

COLOUR = "#2b6cb0"
SIZE = (7, 3.2)


def draw(found: Results, folder: Path) -> None:
    """Write the plots of a run to a folder."""
    mpl.rcParams.update({"svg.hashsalt": "nutgraf", "font.size": 9, "figure.autolayout": True})
    folder.mkdir(exist_ok=True)
    _stages(found, folder / "stages.svg")
    _growth(found, folder / "growth.svg")
    _others(found, folder / "others.svg")


def _stages(found: Results, path: Path) -> None:
    figure, axes = plt.subplots(figsize=SIZE)
    names = list(found.stages)[::-1]
    bars = axes.barh(names, [found.stages[name] for name in names], color=COLOUR)
    axes.bar_label(bars, fmt="%.1f", padding=3)
    axes.set_xlabel("CPU ms for 700 words")
    _save(figure, path)


def _growth(found: Results, path: Path) -> None:
    figure, (time, memory) = plt.subplots(1, 2, figsize=SIZE)
    lengths = [cost.characters for cost in found.growth]
    time.loglog(lengths, [cost.milliseconds for cost in found.growth], "o-", color=COLOUR)
    time.set_ylabel("CPU ms")
    memory.semilogx(lengths, [cost.memory_peak for cost in found.growth], "o-", color=COLOUR)
    memory.set_ylim(bottom=0)
    memory.set_ylabel("MiB at most")
    for axes in (time, memory):
        axes.set_xlabel("characters")
        axes.grid(alpha=0.3)
    _save(figure, path)


def _others(found: Results, path: Path) -> None:
    figure, (names, summaries) = plt.subplots(1, 2, figsize=SIZE)
    for axes, points, label in (
        (names, [(each.milliseconds, (each.f1 or {}).get("three"), each.name) for each in found.taggers],
         "F1 of names"),
        (summaries, [(each.milliseconds, each.rouge and each.rouge[0], each.name)
                     for each in found.summarisers], "ROUGE-1 of three sentences"),
    ):  # fmt: skip
        for spent, score, name in points:
            axes.plot(spent, score or 0, "o", color=COLOUR)
            axes.annotate(name, (spent, score or 0), textcoords="offset points", xytext=(4, 4))
        axes.set_xscale("log")
        axes.margins(0.35, 0.2)
        axes.set_xlabel("CPU ms for 700 words")
        axes.set_ylabel(label)
    _save(figure, path)


def _save(figure: plt.Figure, path: Path) -> None:
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)
