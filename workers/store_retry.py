"""Finishing what is as good as done, even when Redis is away for a moment."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from nutgraf.store import StoreUnavailableError

PATIENCE_SECONDS = 30.0
T = TypeVar("T")


def retry_until_store_answers(step: Callable[[], T]) -> T:
    """Take a step until the store answers: the work before it is done and would be done again.

    Raises:
        StoreUnavailableError: the store stays away.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return step()
        except StoreUnavailableError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.5)
