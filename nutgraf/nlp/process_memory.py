"""Return freed memory from the C library to the operating system."""

from __future__ import annotations

import ctypes
from typing import Final

LARGE: Final = 4 << 20
"""Size in bytes from which a freed buffer goes back to the system at once."""

_MMAP_THRESHOLD: Final = -3
"""``M_MMAP_THRESHOLD`` of glibc's malloc.h."""


def trim_heap() -> None:
    """Return memory that the C library keeps for later; do nothing where it has no ``malloc_trim``.

    Models are unpacked through buffers as large as themselves. glibc keeps much of what was freed: about
    30 MB in each process that has loaded the pipeline.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def release_large_buffers() -> None:
    """Let the C library return large buffers at once, in this process and in those that it forks.

    glibc raises its threshold with every large buffer that is freed, up to 32 MB. The tables of one story
    of fifty reports would then stay allocated for good.
    """
    tune = getattr(ctypes.CDLL(None), "mallopt", None)
    if tune is not None:
        tune(_MMAP_THRESHOLD, LARGE)
