"""Finding what was lost, and saying that this worker is alive."""

from __future__ import annotations

import os
import socket
from abc import ABC, abstractmethod
from collections.abc import Callable

from nutgraf.json_logging import get_logger
from nutgraf.metrics import metrics
from nutgraf.model import Capabilities
from nutgraf.queue import BrokerUnavailableError, Queue
from nutgraf.store import Store, StoreUnavailableError

HEARTBEAT_SECONDS = 10.0

log = get_logger()


class Sweeper(ABC):
    """What every worker does besides its work."""

    def __init__(self, store: Store, queue: Queue) -> None:
        self._store = store
        self._queue = queue
        self._name = f"{socket.gethostname()}:{os.getpid()}"

    def start(self) -> None:
        """Announce that a worker has started."""
        self._quietly(self._heartbeat_first)

    def heartbeat(self) -> None:
        """Say that the worker is still alive."""
        self._quietly(self._heartbeat)

    def sweep(self) -> None:
        """Send the nudges that are missing."""
        self._quietly(self._sweep)

    def stop(self) -> None:
        """Announce that the worker has stopped."""
        self._quietly(self._remove)

    def _heartbeat_first(self) -> None:
        self._heartbeat()

    @abstractmethod
    def _heartbeat(self) -> None: ...

    @abstractmethod
    def _sweep(self) -> None: ...

    @abstractmethod
    def _remove(self) -> None: ...

    @staticmethod
    def _quietly(step: Callable[[], None]) -> None:
        """A sweep that fails is done again in a moment; the worker must not end over it."""
        try:
            step()
        except (StoreUnavailableError, BrokerUnavailableError) as error:
            log.warning("sweep postponed", error=type(error).__name__)


class ArticleSweeper(Sweeper):
    """Sends nudges for articles again and those for stories, and announces what the pipeline can do."""

    def __init__(self, store: Store, queue: Queue, capabilities: Capabilities) -> None:
        super().__init__(store, queue)
        self._capabilities = capabilities

    def _heartbeat_first(self) -> None:
        self._store.workers.heartbeat(self._name, self._capabilities, HEARTBEAT_SECONDS, first=True)

    def _heartbeat(self) -> None:
        self._store.workers.heartbeat(self._name, self._capabilities, HEARTBEAT_SECONDS)

    def _sweep(self) -> None:
        found = self._store.articles.sweep()
        for nudge in found.send:
            self._queue.nudge(nudge)
        metrics().sweeps.labels("sent_again").inc(len(found.send))
        metrics().sweeps.labels("given_up").inc(found.failed)
        if found.send or found.failed:
            log.warning("sweep found lost articles", sent_again=len(found.send), failed=found.failed)
        for tenant in self._store.stories.tenants_with_pending():
            self._queue.nudge_clustering(tenant)
        for story in self._store.stories.due_stories():
            self._queue.nudge_publishing(story)

    def _remove(self) -> None:
        self._store.workers.remove(self._name)


class DeliverySweeper(Sweeper):
    """Sends nudges for deliveries that are due, and announces how many can be sent at once."""

    def __init__(self, store: Store, queue: Queue, slots: int) -> None:
        super().__init__(store, queue)
        self._slots = slots

    def _heartbeat(self) -> None:
        self._store.deliveries.heartbeat(self._name, self._slots, HEARTBEAT_SECONDS)

    def _sweep(self) -> None:
        for identifier in self._store.deliveries.dispatch():
            self._queue.nudge_delivery(identifier)

    def _remove(self) -> None:
        self._store.deliveries.remove_sender(self._name, self._slots)
