"""When a delivery is tried again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workers.webhooks.http_client import WebhookResponse
from workers.webhooks.retry_policy import JITTER, MAX_RETRY_AFTER, SCHEDULE, decide_retry

chances = st.floats(0, 1)
tries = st.integers(0, 30)
waits = st.none() | st.floats(0, 1e9)


def answer(status: int, retry_after: float | None = None) -> WebhookResponse:
    return WebhookResponse(status, retry_after, b"")


def test_the_schedule_is_the_published_one() -> None:
    minute, hour = 60, 3600
    assert (
        5, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour
    ) == SCHEDULE  # fmt: skip


@given(status=st.integers(200, 299), tried=tries, chance=chances, wait=waits)
def test_only_2xx_is_success(status: int, tried: int, chance: float, wait: float | None) -> None:
    assert decide_retry(answer(status, wait), tried, chance).outcome == "delivered"


@given(
    status=st.integers(100, 599).filter(lambda code: not 200 <= code < 300 and code != 410),
    tried=tries,
    chance=chances,
    wait=waits,
)
def test_everything_else_is_tried_until_the_schedule_ends(
    status: int, tried: int, chance: float, wait: float | None
) -> None:
    decision = decide_retry(answer(status, wait), tried, chance)
    assert decision.outcome == ("retry" if tried < len(SCHEDULE) else "failed")


@given(tried=tries, chance=chances)
def test_no_answer_at_all_is_a_failure_like_another(tried: int, chance: float) -> None:
    assert decide_retry(None, tried, chance) == decide_retry(answer(500), tried, chance)


@given(tried=st.integers(0, len(SCHEDULE) - 1), chance=chances)
def test_the_jitter_stays_within_a_tenth(tried: int, chance: float) -> None:
    delay = decide_retry(None, tried, chance).delay
    assert SCHEDULE[tried] * (1 - JITTER) <= delay <= SCHEDULE[tried] * (1 + JITTER)


def test_410_is_the_end_of_the_endpoint() -> None:
    assert decide_retry(answer(410), 0, 0.5).outcome == "gone"


@pytest.mark.parametrize("status", [429, 503])
@given(tried=st.integers(0, len(SCHEDULE) - 1), chance=chances, wait=st.floats(0, 1e9))
def test_a_wait_that_is_asked_for_is_the_least_one_and_at_most_a_day(
    status: int, tried: int, chance: float, wait: float
) -> None:
    decision = decide_retry(answer(status, wait), tried, chance)
    assert decision.pause == min(wait, MAX_RETRY_AFTER)
    assert decision.delay >= decision.pause
    assert decision.delay == max(decision.pause, decide_retry(None, tried, chance).delay)


@pytest.mark.parametrize("status", [500, 301, 404, 200])
def test_other_answers_do_not_ask_for_a_wait(status: int) -> None:
    assert decide_retry(answer(status, 3600), 0, 0.5).pause == 0
