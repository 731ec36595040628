"""The evaluation judges a whole event, and prints its rates and its faults."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.claims.judgement import Judgement
from evaluation.story_claims import evaluate_story_claims, print_rates
from nutgraf.nlp.pipeline import Pipeline
from tests.support.labelled_event import EVENT


def test_an_event_is_judged_from_end_to_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ferry-fire.json").write_text(json.dumps(EVENT), "utf-8")
    evaluate_story_claims(tmp_path, Pipeline.load(), faults=True)
    printed = capsys.readouterr().out
    for measure in (
        "conflicting: recall",
        "said_by: recall of full",
        "speakers: found",
        "summary: pairs share",
    ):
        assert measure in printed
    assert "\n  ferry-fire: conflicts " in printed


def test_a_rate_is_printed_with_its_interval(capsys: pytest.CaptureFixture[str]) -> None:
    print_rates([[Judgement("x", right=True)], [Judgement("x", right=True), Judgement("y", right=False)]])
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert lines == ["x 2/2 100.0% [100.0, 100.0]", "y 0/1 0.0% [0.0, 0.0]"]
