"""Webhooks of the running product: what is written is delivered, whoever is killed meanwhile."""

from __future__ import annotations

from pathlib import Path

from benchmarks.chaos.webhooks import survive


def test_killed_senders_lose_no_delivery_and_repeat_one_only_under_its_own_id(tmp_path: Path) -> None:
    outcome = survive(tmp_path, articles=30, endpoints=3, pause=0.1, most_kills=2)
    assert (outcome.expected, outcome.delivered, outcome.lost) == (90, 90, 0)
    assert outcome.altered == 0
    assert 1 <= outcome.kills <= 2
