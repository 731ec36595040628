"""CPU affinity, CPU time and memory of processes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.chaos.faults import children

ALL_CORES = frozenset(os.sched_getaffinity(0))


def first_core() -> frozenset[int]:
    """Return the first core."""
    return frozenset({min(ALL_CORES)})


def other_cores() -> frozenset[int]:
    """Return all cores but the first; on a machine of one core, that one."""
    return ALL_CORES - first_core() or ALL_CORES


@contextmanager
def pinned_to(cores: frozenset[int]) -> Iterator[None]:
    """Pin this process, and those that it starts meanwhile, to some cores."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def cpu_seconds(pid: int) -> float:
    """Return the CPU seconds of a process and its living children, in user and system mode."""
    ticks = sum(_ticks(each) for each in (pid, *children(pid)))
    return ticks / os.sysconf("SC_CLK_TCK")


def peak_memory(pid: int) -> float:
    """Return the peak resident memory of a process in MiB."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def proportional_memory(pid: int) -> float:
    """Return the proportional set size of a process in MiB: shared pages are divided among their holders."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(rollup.partition("\nPss:")[2].split()[0]) / 1024


def _ticks(pid: int) -> int:
    # The name, in brackets, may hold spaces.
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return int(user) + int(system)
