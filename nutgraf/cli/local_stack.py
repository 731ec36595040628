"""The stack that ``make run`` serves from this repository: its processes, and the settings they were given.

``make run`` keeps the record; the command line reads it, so that it examines that stack and no other.
"""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nutgraf.codec import decode

FOLDER = Path(__file__).resolve().parents[2] / ".run"
RECORD = "stack.json"


@dataclass(frozen=True, slots=True)
class ProcessIdentity:
    """A process by its id and its start, which tells it apart from a later one that was given the same id."""

    name: str
    pid: int
    started: str

    @property
    def alive(self) -> bool:
        """Whether this very process runs."""
        return started_at(self.pid) == self.started

    def __str__(self) -> str:
        return f"{self.name} (process {self.pid})"


@dataclass(frozen=True, slots=True)
class LocalStack:
    """Who started a stack, its processes in the order of their start, and their NUTGRAF_ settings."""

    starter: ProcessIdentity
    processes: tuple[ProcessIdentity, ...]
    settings: dict[str, str]


def recorded_stack(folder: Path) -> LocalStack | None:
    """Return the stack that the folder's record names, running or not; None without a readable record."""
    try:
        return decode(LocalStack, (folder / RECORD).read_bytes())
    except (OSError, ValueError, KeyError, TypeError):
        return None


def running_settings() -> dict[str, str]:
    """Return the NUTGRAF_ settings of the stack that runs; none where only a dead one has left a record."""
    stack = recorded_stack(FOLDER)
    return stack.settings if stack is not None and stack.starter.alive else {}


def started_at(pid: int) -> str | None:
    """Return when a process started, in the system's own notation; None if it has ended."""
    if Path("/proc/self/stat").exists():
        return _started_by_proc(pid)
    return started_by_ps(pid)


def _started_by_proc(pid: int) -> str | None:
    """Read Linux' count of clock ticks from the boot to the process' start."""
    try:
        # The process' name, in brackets, may contain anything; the third field follows it.
        fields = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")[2].split()
    except (OSError, ValueError):
        return None
    return None if fields[0] in "ZX" else f"{_boot()}+{fields[19]}"


@cache
def _boot() -> str:
    """Return what tells this boot of the machine apart from all others."""
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()


def started_by_ps(pid: int) -> str | None:
    """Ask ``ps``, which knows the start to the second."""
    done = subprocess.run(  # noqa: S603 - a number is its only variable part
        ["ps", "-o", "stat=", "-o", "lstart=", "-p", str(pid)],  # noqa: S607 - the system's own, wherever it lies
        env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    state, _, started = done.stdout.strip().partition(" ")
    return None if state[:1] in ("", "Z") else started.strip()
