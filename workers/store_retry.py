"""Retry of store writes while Redis is unavailable."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from nutgraf.store import StoreUnavailableError

RETRY_SECONDS = 30.0
PAUSE_SECONDS = 0.5
T = TypeVar("T")


def retry_until_store_answers(step: Callable[[], T]) -> T:
    """Retry a store write for up to 30 s while Redis is unavailable.

    The work before the write is done. Without the retry it would be repeated.

    Raises:
        StoreUnavailableError: Redis is still unavailable after 30 s.
    """
    deadline = time.monotonic() + RETRY_SECONDS
    while True:
        try:
            return step()
        except StoreUnavailableError:
            if time.monotonic() > deadline:
                raise
            time.sleep(PAUSE_SECONDS)
