"""Rendering of the results page ``docs/measurements/results.md``."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from benchmarks.report.machine import describe_machine

if TYPE_CHECKING:
    from benchmarks.engine.clustering_cost import ClusteringCost
    from benchmarks.engine.ner_baselines import TaggerResult
    from benchmarks.engine.pipeline_cost import TextCost
    from benchmarks.engine.summary_baselines import SummarizerResult
    from benchmarks.load.http_latency import EndpointLatency
    from benchmarks.load.noisy_neighbour import LatencySummary, NoisyNeighbour
    from benchmarks.load.tenant_fairness import TenantFairness, WaitSummary
    from benchmarks.load.throughput import Throughput


@dataclass(frozen=True, slots=True)
class Results:
    """Results of one run. ``busy``: load average before it; ``judged``: there were labelled articles."""

    busy: float
    stages: dict[str, float]
    summarisers: Sequence[SummarizerResult]
    taggers: Sequence[TaggerResult]
    growth: Sequence[TextCost]
    throughput: Throughput
    answering: Sequence[EndpointLatency]
    flood: NoisyNeighbour
    turns: TenantFairness
    grouping: Sequence[ClusteringCost]
    judged: bool


def growth_exponent(costs: Sequence[TextCost]) -> float:
    """Return the exponent of time against length, from 10,000 characters on; 1 is linear growth."""
    long = [cost for cost in costs if cost.characters >= 10_000]  # noqa: PLR2004 - below, overhead counts
    first, last = long[0], long[-1]
    return math.log(last.milliseconds / first.milliseconds) / math.log(last.characters / first.characters)


def render_page(found: Results) -> str:
    """Render the page."""
    parts = (_head(found), _engine(found), _growth(found), _names(found), _summaries(found), _stack(found),
             _answers(found), _flood(found.flood), _turns(found.turns), _grouping(found))  # fmt: skip
    return "\n\n".join(parts) + "\n"


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Render a table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def _head(found: Results) -> str:
    about = "" if found.judged else " No labelled articles were given, so nothing is said of quality."
    return (
        "# Measurements\n\n"
        f"Written by `make bench` on {datetime.now(UTC):%Y-%m-%d}; {describe_machine()}. "
        f"One thread a process. Other work kept {found.busy:.1f} cores busy when it began.{about}"
    )


def _engine(found: Results) -> str:
    total = sum(found.stages.values())
    rows = [(stage, f"{spent:.1f}", f"{spent / total:.0%}") for stage, spent in found.stages.items()]
    return (
        "## The pipeline, stage by stage\n\nCPU milliseconds for 700 words of the project's own examples.\n\n"
        + markdown_table(("stage", "ms", "share"), [*rows, ("**all**", f"**{total:.0f}**", "")])
        + "\n\n![stages](plots/stages.svg)"
    )


def _growth(found: Results) -> str:
    rows = [
        (f"{cost.characters:,}", f"{cost.milliseconds:.0f}", f"{cost.memory_before:.0f}",
         f"{cost.memory_peak:.0f}")
        for cost in found.growth
    ]  # fmt: skip
    return (
        "## Growth with length\n\nEach length in a process of its own; peak memory after loading, and after "
        f"the text. Time grows as length to the power of {growth_exponent(found.growth):.2f}.\n\n"
        + markdown_table(("characters", "CPU ms", "MiB loaded", "MiB at most"), rows)
        + "\n\n![growth](plots/growth.svg)"
    )


def _names(found: Results) -> str:
    kinds = ("PERSON", "LOC", "ORG", "three")
    rows = [
        (each.name, f"{each.milliseconds:.0f}",
         *(f"{each.f1[kind]:.1f}" if each.f1 else "–" for kind in kinds))
        for each in found.taggers
    ]  # fmt: skip
    return (
        "## Names\n\nStrict spans on labelled newswire, F1; GPE and FAC count as LOC. The milliseconds of "
        "Nutgraf are those of the whole analysis.\n\n"
        + markdown_table(("", "ms for 700 words", "PERSON", "LOC", "ORG", "all three"), rows)
    )


def _summaries(found: Results) -> str:
    rows = [
        (each.name, f"{each.milliseconds:.1f}", *(f"{score:.1f}" for score in each.rouge or ()))
        if each.rouge
        else (each.name, f"{each.milliseconds:.1f}", "–", "–", "–")
        for each in found.summarisers
    ]
    return (
        "## Summaries of three sentences\n\nAll choose from the same cleaned sentences; splitting is in "
        "everybody's time. Longer sentences help ROUGE: `make evaluate` compares at equal length.\n\n"
        + markdown_table(("", "ms for 700 words", "ROUGE-1", "ROUGE-2", "ROUGE-L"), rows)
        + "\n\n![others](plots/others.svg)"
    )


def _stack(found: Results) -> str:
    side = found.throughput
    return (
        "## The whole stack\n\n"
        f"{side.articles} articles over HTTP, {side.processes} worker children, against the bare pipeline in "
        f"{side.processes} processes.\n\n"
        + markdown_table(
            ("", "articles a second"),
            [("bare pipeline", f"{side.bare:.2f}"), ("stack", f"{side.stack:.2f}"),
             ("ratio", f"**{side.ratio:.2f}**"),
             ("stack, when five of seven articles report one event", f"{side.with_stories:.2f}")],
        )
        + f"\n\nPeak memory of a worker's child: {side.child_memory:.0f} MiB resident, "
        f"shared pages included; {side.child_part:.0f} MiB when these are divided among their holders."
    )  # fmt: skip


def _answers(found: Results) -> str:
    by_name = {each.name: each for each in found.answering}
    rows = []
    for each in found.answering:
        echo = by_name["echo of a submission" if "submission" in each.name else "echo of a word"]
        rows.append(
            (each.name, f"{each.alone.percentile(50):.2f}", f"{each.alone.percentile(99):.2f}",
             f"{each.together.throughput:.0f}", f"{each.together.throughput / echo.together.throughput:.2f}",
             f"{each.cpu:.0f}", f"{echo.cpu / each.cpu:.2f}")
        )  # fmt: skip
    heads = ("", "p50 ms", "p99 ms", "a second", "of the echo's", "CPU µs", "echo's CPU of it")
    return (
        "## Answers beside a bare Flask app\n\nThe same gunicorn settings, the servers on one core. Latency "
        "on one connection, throughput on sixteen; CPU of the servers' processes for an answer.\n\n"
        + markdown_table(heads, rows)
    )


def _flood(found: NoisyNeighbour) -> str:
    def row(name: str, kind: str, latency: LatencySummary) -> tuple[str, ...]:
        return name, kind, str(latency.requests), f"{latency.p50:.1f}", f"{latency.p99:.1f}"

    rows = [row("alone", kind, latency) for kind, latency in found.alone.items()]
    rows += [row("beside the flood", kind, latency) for kind, latency in found.flooded.items()]
    return (
        "## A tenant beside another's flood\n\nOne tenant floods the API beyond its quota; another works "
        f"steadily. The flood sent {found.sent / found.seconds:.0f} requests a second, of which "
        f"{found.refused / found.sent:.0%} were refused. Who makes the flood shares the machine.\n\n"
        + markdown_table(("", "request", "how many", "p50 ms", "p99 ms"), rows)
    )


def _turns(found: TenantFairness) -> str:
    def row(name: str, waited: WaitSummary) -> tuple[str, ...]:
        return name, str(waited.articles), f"{waited.median:.2f}", f"{waited.most:.2f}"

    return (
        "## A tenant beside another's backlog\n\nSeconds from a submission to its analysis. One tenant hands "
        f"in one article at a time, alone and while {found.backlog} articles of another wait, the last of "
        f"them for {found.last:.1f} s.\n\n"
        + markdown_table(
            ("", "articles", "median s", "most s"),
            (row("alone", found.alone), row("beside the backlog", found.beside)),
        )
    )


def _grouping(found: Results) -> str:
    rows = [
        (f"{cost.articles:,}", f"{cost.worker_ms:.1f}", f"{cost.redis_ms:.1f}", f"{cost.median_ms:.1f}",
         f"{cost.megabytes:.0f}")
        for cost in found.grouping
    ]  # fmt: skip
    return (
        "## Finding an article's story\n\nOne more article, with so many invented ones in the window.\n\n"
        + markdown_table(("articles", "worker's CPU ms", "Redis' CPU ms", "median ms", "MiB in Redis"), rows)
    )
