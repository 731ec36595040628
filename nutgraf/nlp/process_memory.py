"""Memory that was needed for a moment, given back to the system."""

from __future__ import annotations

import ctypes
from typing import Final

LARGE: Final = 4 << 20
"""Bytes of a buffer that goes back to the system as soon as it is free."""

_MMAP_THRESHOLD: Final = -3
"""``M_MMAP_THRESHOLD`` of glibc's malloc.h."""


def trim_heap() -> None:
    """Return freed memory that the C library keeps for later; nothing happens where it knows no such call.

    Models are unpacked through buffers as large as themselves, and glibc holds on to much of what was freed:
    some 30 MB of each process that has loaded the pipeline.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def release_large_buffers() -> None:
    """Let the C library return large buffers at once, in this process and in those that it forks.

    glibc raises what counts as large with every large buffer that it frees, up to 32 MB: the tables of one
    story of fifty reports then stay for good.
    """
    tune = getattr(ctypes.CDLL(None), "mallopt", None)
    if tune is not None:
        tune(_MMAP_THRESHOLD, LARGE)
