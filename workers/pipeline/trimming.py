"""Memory that loading took for a moment, given back to the system."""

from __future__ import annotations

import ctypes


def give_back_memory() -> None:
    """Return freed memory that the C library keeps for later; nothing happens where it knows no such call.

    Models are unpacked through buffers as large as themselves, and glibc holds on to much of what was freed:
    some 30 MB of each process that has loaded the pipeline.
    """
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
