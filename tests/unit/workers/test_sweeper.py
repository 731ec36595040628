"""A worker outlives an outage of Redis or of the broker."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from types import SimpleNamespace
from typing import Any, cast

import pytest

from nutgraf.queue import BrokerUnavailableError, Queue
from nutgraf.store import Store, StoreUnavailableError
from tests.support.stub_analyser import CAPABILITIES
from workers.sweeper import Sweeper, article_sweeper, delivery_sweeper

DUTIES = [duty.name for duty in fields(Sweeper)]
Create = Callable[[Store, Queue], Sweeper]


class Unavailable:
    """Raises an error whatever is called on it."""

    def __init__(self, error: type[Exception]) -> None:
        self._error = error

    def __getattr__(self, _: str) -> Callable[..., Any]:
        def call(*_arguments: Any, **_named: Any) -> Any:
            raise self._error

        return call


def articles(store: Store, queue: Queue) -> Sweeper:
    return article_sweeper(store, queue, CAPABILITIES, lambda: True)


def deliveries(store: Store, queue: Queue) -> Sweeper:
    return delivery_sweeper(store, queue, 4)


@pytest.mark.parametrize("duty", DUTIES)
@pytest.mark.parametrize("create", [articles, deliveries])
def test_no_duty_raises_while_redis_is_away(create: Create, duty: str) -> None:
    away = Unavailable(StoreUnavailableError)
    store = SimpleNamespace(workers=away, articles=away, stories=away, deliveries=away)
    sweeper = create(cast("Store", store), cast("Queue", Unavailable(AssertionError)))
    getattr(sweeper, duty)()


def test_a_sweep_ends_quietly_when_the_broker_is_away() -> None:
    due = SimpleNamespace(dispatch=lambda: ["dlv_1"], heartbeat=list, remove_sender=list)
    store = SimpleNamespace(deliveries=due)
    sweeper = deliveries(cast("Store", store), cast("Queue", Unavailable(BrokerUnavailableError)))
    sweeper.sweep()


def test_any_other_error_is_not_hidden() -> None:
    away = Unavailable(ZeroDivisionError)
    store = SimpleNamespace(workers=away, articles=away, stories=away, deliveries=away)
    with pytest.raises(ZeroDivisionError):
        articles(cast("Store", store), cast("Queue", away)).sweep()


def test_a_worker_is_announced_once_a_child_can_work_and_called_back_when_none_can() -> None:
    told: list[object] = []
    registry = SimpleNamespace(
        heartbeat=lambda *_, first: told.append(("works", first)),
        report_unable=lambda *_: told.append("unable"),
        remove=list,
    )
    states = iter([None, False, True, True, False, None, True])
    store = cast("Store", SimpleNamespace(workers=registry))
    queue = cast("Queue", Unavailable(AssertionError))
    sweeper = article_sweeper(store, queue, CAPABILITIES, lambda: next(states))
    sweeper.start()
    for _ in range(6):
        sweeper.heartbeat()
    assert told == ["unable", ("works", True), ("works", False), "unable", ("works", True)]
