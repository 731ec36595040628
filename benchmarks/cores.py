"""Which cores a process and those that it starts may use, and what they have spent."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.chaos.faults import children

ALL = frozenset(os.sched_getaffinity(0))


def first() -> frozenset[int]:
    """The first core."""
    return frozenset({min(ALL)})


def others() -> frozenset[int]:
    """All but the first; where there is one alone, that one."""
    return ALL - first() or ALL


@contextmanager
def on_cores(cores: frozenset[int]) -> Iterator[None]:
    """Keep this process, and what it starts meanwhile, to some cores."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, cores)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def cpu_seconds(pid: int) -> float:
    """What a process and its living children have spent, in user and system mode."""
    ticks = sum(_ticks(each) for each in (pid, *children(pid)))
    return ticks / os.sysconf("SC_CLK_TCK")


def peak_memory(pid: int) -> float:
    """The most MiB that were resident at once in a process."""
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def memory_part(pid: int) -> float:
    """A process' MiB now (PSS): each page divided by how many processes hold it."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return int(rollup.partition("\nPss:")[2].split()[0]) / 1024


def _ticks(pid: int) -> int:
    # The name, in brackets, may hold spaces.
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return int(user) + int(system)
