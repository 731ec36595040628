"""What a request may reach: the settings, the store and the queue, handed to the app when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import current_app

from nutgraf.queue import Queue
from nutgraf.settings import Settings
from nutgraf.store import Store
from service.bulkhead import Seats

EXTENSION = "nutgraf"


@dataclass(frozen=True, slots=True)
class Wiring:
    """The app's collaborators."""

    settings: Settings
    store: Store
    queue: Queue
    waiting: Seats
    refused: Seats

    @classmethod
    def of(cls, settings: Settings, store: Store, queue: Queue) -> Wiring:
        """The collaborators; of the threads, half may wait for analyses and a quarter with a refusal."""
        return cls(settings, store, queue, Seats(settings.threads // 2), Seats(settings.threads // 4))


def wiring() -> Wiring:
    """The collaborators of the app that handles this request."""
    return cast("Wiring", current_app.extensions[EXTENSION])
