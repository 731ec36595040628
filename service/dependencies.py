"""What a request may reach: the settings, the store and the queue, handed to the app when it is made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import current_app

from nutgraf.queue import Queue
from nutgraf.settings import Settings
from nutgraf.store import Store
from service.bulkhead import Bulkhead

EXTENSION = "nutgraf"


@dataclass(frozen=True, slots=True)
class Dependencies:
    """The app's collaborators."""

    settings: Settings
    store: Store
    queue: Queue
    waiting: Bulkhead
    refused: Bulkhead

    @classmethod
    def of(cls, settings: Settings, store: Store, queue: Queue) -> Dependencies:
        """The collaborators; of the threads, half may wait for analyses and a quarter with a refusal."""
        return cls(settings, store, queue, Bulkhead(settings.threads // 2), Bulkhead(settings.threads // 4))


def dependencies() -> Dependencies:
    """The collaborators of the app that handles this request."""
    return cast("Dependencies", current_app.extensions[EXTENSION])
