"""Signs of life of a worker's parent process, from its start on and whether or not Redis can be reached."""

from __future__ import annotations

import threading
import time
from typing import Any

from celery.signals import worker_init

from nutgraf.json_logging import get_logger
from nutgraf.liveness import record_life

SIGN_SECONDS = 10.0
"""Pause between two signs of life."""

log = get_logger()


def give_life_signs(kind: str) -> None:
    """Let the parent process give signs of life as a kind of worker once it starts.

    A thread gives them, for the parent waits for a broker that is away. It holds no lock that a forked child
    could inherit. Children give none.
    """

    def start(**_: Any) -> None:
        threading.Thread(target=_give_signs, args=(kind,), name="life", daemon=True).start()

    worker_init.connect(start, weak=False)


def _give_signs(kind: str) -> None:
    while True:
        try:
            record_life(kind)
        except OSError as error:
            log.warning("sign of life not written", error=type(error).__name__)
            return
        time.sleep(SIGN_SECONDS)
