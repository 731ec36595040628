"""On a process's path: its wall clock is off by as many seconds as a file says, and jumps when that changes.

No operating system lets the monotonic clock jump, so that one is left alone.
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
