"""Accept thousands of articles under fault injection and count what is lost (``make chaos``).

Everything runs on loopback, in bounded time. ``docs/measurements/chaos.md`` is rewritten.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.chaos.outcomes import ChaosOutcome
from benchmarks.chaos.scenarios import (
    LEASE_SECONDS,
    StorageGrowth,
    bombard,
    measure_growth,
    measure_poison,
    measure_recovery,
    run_without_faults,
)
from benchmarks.report.machine import describe_machine
from dev.stack import ROOT

PORTION = 20
"""Articles of one request under faults."""

ROUNDS = 6


def report(disturbed: ChaosOutcome, calm: ChaosOutcome, recovered: float, poisoned: tuple[str, int, float],
           rows: list[StorageGrowth]) -> str:  # fmt: skip
    """Render the page ``docs/measurements/chaos.md``."""
    kind, attempts, waited = poisoned
    lines = [
        "# Chaos",
        "",
        f"Written by `make chaos` on {datetime.now(UTC):%Y-%m-%d}; {describe_machine()}.",
        f"Two API processes, two workers of two children, a private Redis; leases of {LEASE_SECONDS:g} s.",
        "",
        "| | under faults | undisturbed |",
        "| --- | --- | --- |",
        f"| accepted | {disturbed.accepted} | {calm.accepted} |",
        f"| completed | {disturbed.completed} | {calm.completed} |",
        f"| still unfinished | {disturbed.unfinished} | {calm.unfinished} |",
        f"| lost | {len(disturbed.lost)} | {len(calm.lost)} |",
        f"| completion events per article | {_events(disturbed)} | {_events(calm)} |",
        f"| nudges sent again | {disturbed.sent_again} | {calm.sent_again} |",
        f"| leases that ran out | {disturbed.leases_lost} | {calm.leases_lost} |",
        f"| seconds | {disturbed.seconds:.0f} | {calm.seconds:.0f} |",
        f"| of them after the last acceptance | {disturbed.rest:.0f} | {calm.rest:.0f} |",
        "",
        "Faults: " + ", ".join(f"{name} {times}×" for name, times in sorted(disturbed.faults.items())) + ".",
        "",
        f"- A worker killed in the middle of an article: another completed it {recovered:.1f} s later,",
        f"  a lease of {LEASE_SECONDS:g} s and the article's own second among them.",
        f"- An article that kills its worker: `{kind}` after {attempts} attempts; the next: {waited:.1f} s.",
        "",
        "With every lifetime at 2 s, after each portion has expired. A tenant's list keeps an entry for",
        "a day longer than its article, because an article may have had to wait that long:",
        "",
        "| articles so far | keys | MiB in Redis | of them the tenant's list |",
        "| --- | --- | --- | --- |",
        *(
            f"| {row.articles} | {row.keys} | {row.used / 2**20:.1f} | {row.listed / 2**20:.1f} |"
            for row in rows
        ),
        "",
    ]
    return "\n".join(lines)


def _events(found: ChaosOutcome) -> str:
    return ", ".join(f"{times}: {articles}" for times, articles in sorted(found.events.items()))


def main() -> int:
    """Run all scenarios, write and print the page; return 1 if a guarantee was broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=30_000)
    parser.add_argument("--growth", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="nutgraf-chaos-"))
    disturbed = bombard(
        folder / "faults", options.articles, seed=options.seed, portion=PORTION, rounds=ROUNDS
    )
    calm = run_without_faults(folder / "calm", max(100, options.articles // 5))
    recovered = measure_recovery(folder / "recovery")
    poisoned = measure_poison(folder / "poison")
    rows = measure_growth(folder / "growth", options.growth, 4)
    page = report(disturbed, calm, recovered, poisoned, rows)
    (ROOT / "docs/measurements/chaos.md").write_text(page)
    print(page)
    kept = disturbed.completed == disturbed.accepted and calm.completed == calm.accepted
    once = set(disturbed.events) == set(calm.events) == {1}
    return 0 if kept and once and poisoned[0] == "worker_lost" and recovered <= LEASE_SECONDS + 1 + 2 else 1


if __name__ == "__main__":
    sys.exit(main())
