"""The processes that a folder's programs have started, as Linux lists them."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

MARK = "NG_TEST_FOLDER"


def marked(folder: Path) -> dict[str, str]:
    """The environment for a program whose descendants are to be found."""
    return {**os.environ, MARK: str(folder)}


def processes_of(folder: Path) -> dict[int, str]:
    """Id and command line of each process that inherited the folder's mark, or that writes its output there.

    Redis writes over its environment, so the mark alone does not find it.
    """
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                marks = f"{MARK}={folder}\0".encode() in (entry / "environ").read_bytes()
                if marks or (entry / "fd" / "1").readlink().is_relative_to(folder):
                    command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                    found[int(entry.name)] = command
    return found


def until(true: Callable[[], object], seconds: float = 10) -> bool:
    """Whether something became true in time."""
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def all_gone(folder: Path, seconds: float = 10) -> bool:
    """Whether no process of the folder was left in the end."""
    return until(lambda: not processes_of(folder), seconds)
