"""Settings, store and queue of the app, for the code that handles its requests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import current_app

from nutgraf.queue import Queue
from nutgraf.settings import Settings
from nutgraf.store import Store
from service.bulkhead import Bulkhead

EXTENSION = "nutgraf"
"""Key of the app's ``Dependencies`` in ``app.extensions``."""


@dataclass(frozen=True, slots=True)
class Dependencies:
    """Collaborators of the app.

    Attributes:
        waiting_slots: limits the threads that wait for an analysis or a comparison.
        refusal_slots: limits the threads that delay a 401 or a 429.
    """

    settings: Settings
    store: Store
    queue: Queue
    waiting_slots: Bulkhead
    refusal_slots: Bulkhead

    @classmethod
    def of(cls, settings: Settings, store: Store, queue: Queue) -> Dependencies:
        """Create the collaborators; half of the threads may wait, and a quarter may delay a refusal."""
        return cls(settings, store, queue, Bulkhead(settings.threads // 2), Bulkhead(settings.threads // 4))


def dependencies() -> Dependencies:
    """Return the collaborators of the app that handles the current request."""
    return cast("Dependencies", current_app.extensions[EXTENSION])
