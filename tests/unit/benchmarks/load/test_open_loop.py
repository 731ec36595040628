"""The load generator counts what it sends and tells times as they were."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.load.open_loop import ResponseTimes, TimedResponse, run_open_loop


@given(st.lists(st.floats(0, 100), min_size=1), st.floats(0, 1))
def test_a_quantile_is_one_of_the_times_and_as_many_lie_below(seconds: list[float], share: float) -> None:
    found = ResponseTimes(seconds=seconds).quantile(share)
    assert found in seconds
    assert sum(one <= found for one in seconds) >= share * len(seconds)


def test_no_times_have_no_quantile() -> None:
    assert ResponseTimes().quantile(0.99) == 0


def test_every_request_is_made_once_and_counted_by_its_status() -> None:
    asked: list[int] = []

    def request(number: int) -> TimedResponse:
        asked.append(number)
        return TimedResponse(503 if number % 4 == 0 else 202, 0.0)

    times = run_open_loop(200, 0.2, request)
    assert sorted(asked) == list(range(40))
    assert dict(times.statuses) == {503: 10, 202: 30}


def test_a_time_includes_the_wait_behind_slow_requests() -> None:
    def request(_: int) -> TimedResponse:
        time.sleep(0.2)
        return TimedResponse(200, 0.0)

    times = run_open_loop(640, 0.1, request)
    assert times.quantile(1.0) > 0.3
