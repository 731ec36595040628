"""Periodic duties of a worker's parent process: heartbeats, and nudges that are due or were lost."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from nutgraf.json_logging import get_logger
from nutgraf.metrics import metrics
from nutgraf.model import Capabilities
from nutgraf.queue import BrokerUnavailableError, NudgeKind, Queue
from nutgraf.store import Store, StoreUnavailableError

HEARTBEAT_SECONDS = 10.0
"""How long a worker counts as alive after a heartbeat."""

log = get_logger()


@dataclass(frozen=True, slots=True)
class Sweeper:
    """Duties of a worker as functions; none of them raises if Redis or the broker is unavailable.

    Attributes:
        start: registers the worker.
        heartbeat: renews its registration.
        sweep: sends the nudges that are due or were lost.
        stop: removes its registration.
    """

    start: Callable[[], None]
    heartbeat: Callable[[], None]
    sweep: Callable[[], None]
    stop: Callable[[], None]


def article_sweeper(
    store: Store, queue: Queue, capabilities: Capabilities, able: Callable[[], bool | None]
) -> Sweeper:
    """Create the sweeper of an analysis worker; its heartbeats announce the pipeline's capabilities.

    Args:
        store: registers the worker.
        queue: takes the nudges.
        capabilities: of the worker's pipeline.
        able: whether a child of the worker can analyse; None while that is not known.
    """
    name = _worker_name()
    heartbeat = _postponed_on_failure(_announcement(store, name, capabilities, able))
    return Sweeper(
        start=heartbeat,
        heartbeat=heartbeat,
        sweep=_postponed_on_failure(partial(_sweep_articles, store, queue)),
        stop=_postponed_on_failure(partial(store.workers.remove, name)),
    )


def delivery_sweeper(store: Store, queue: Queue, slots: int) -> Sweeper:
    """Create the sweeper of a webhook worker; its heartbeats announce its number of slots."""
    name = _worker_name()
    heartbeat = _postponed_on_failure(partial(store.deliveries.heartbeat, name, slots, HEARTBEAT_SECONDS))
    return Sweeper(
        start=heartbeat,
        heartbeat=heartbeat,
        sweep=_postponed_on_failure(partial(_sweep_deliveries, store, queue)),
        stop=_postponed_on_failure(partial(store.deliveries.remove_sender, name, slots)),
    )


def _announcement(
    store: Store, name: str, capabilities: Capabilities, able: Callable[[], bool | None]
) -> Callable[[], None]:
    """Return the step that registers a worker as one that works, or as one that can't."""
    announced = False

    def announce() -> None:
        nonlocal announced
        state = able()
        if state:
            store.workers.heartbeat(name, capabilities, HEARTBEAT_SECONDS, first=not announced)
            announced = True
        elif state is False:
            store.workers.report_unable(name, HEARTBEAT_SECONDS)
            announced = False

    return announce


def _worker_name() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


def _postponed_on_failure(step: Callable[[], None]) -> Callable[[], None]:
    """Wrap a step so that it logs an unavailable store or broker: the next call repeats it."""

    def run() -> None:
        try:
            step()
        except (StoreUnavailableError, BrokerUnavailableError) as error:
            log.warning("sweep postponed", error=type(error).__name__)

    return run


def _sweep_articles(store: Store, queue: Queue) -> None:
    """Send nudges again for lost articles, and nudges for clustering and for stories that are due."""
    result = store.articles.sweep()
    for nudge in result.send:
        queue.nudge(NudgeKind.ARTICLE, nudge)
    metrics().sweeps.labels("sent_again").inc(len(result.send))
    metrics().sweeps.labels("given_up").inc(result.failed)
    if result.send or result.failed:
        log.warning("sweep found lost articles", sent_again=len(result.send), failed=result.failed)
    for tenant in store.stories.tenants_with_pending():
        queue.nudge(NudgeKind.CLUSTERING, tenant)
    for story in store.stories.due_stories():
        queue.nudge(NudgeKind.PUBLISHING, story)


def _sweep_deliveries(store: Store, queue: Queue) -> None:
    """Send nudges for deliveries that are due."""
    for identifier in store.deliveries.dispatch():
        queue.nudge(NudgeKind.DELIVERY, identifier)
