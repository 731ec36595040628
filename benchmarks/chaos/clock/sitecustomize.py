"""Shift of a process's wall clock by the number of seconds in a file, while the file may change.

The monotonic clock is left alone: no operating system lets it jump.
"""

import os
import time
from pathlib import Path

_FILE = Path(os.environ["CLOCK_OFFSET_FILE"])
_nanoseconds = time.time_ns


def _wrong_nanoseconds() -> int:
    return _nanoseconds() + int(_FILE.read_text() or 0) * 1_000_000_000


def _wrong_seconds() -> float:
    return _wrong_nanoseconds() / 1e9


time.time_ns = _wrong_nanoseconds
time.time = _wrong_seconds
