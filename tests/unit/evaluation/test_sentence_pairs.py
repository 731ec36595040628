"""Pairs of sentences are judged by the degree of support and by the states of figures."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from evaluation.sentence_pairs import (
    APART,
    SentencePair,
    is_no_further_than,
    read_pairs,
    shows_right_state,
)
from nutgraf.model.story import FigureState, SupportDegree

FIRST, SECOND = "A ferry sank.", "No ferry sank."


def comparison(
    claim: str = FIRST, degree: SupportDegree | None = None, states: dict[str, FigureState] | None = None
) -> Any:
    support = [SimpleNamespace(degree=SupportDegree.FULL)]
    if degree is not None:
        support.append(SimpleNamespace(degree=degree))
    values = {"both": ("0", "1"), "one": ("0", "0")}
    return SimpleNamespace(
        coverage=[SimpleNamespace(claim=claim, said_by=support)],
        figures=[
            SimpleNamespace(state=state, values=[SimpleNamespace(article_id=id_) for id_ in values[articles]])
            for articles, state in (states or {}).items()
        ],
    )


@pytest.mark.parametrize(
    ("most", "degree", "holds"),
    [
        ("none", None, True),
        ("none", SupportDegree.PARTLY, False),
        ("partly", SupportDegree.PARTLY, True),
        ("partly", SupportDegree.FULL, False),
    ],
)
@pytest.mark.parametrize("claim", [FIRST, SECOND])
def test_a_statement_may_be_listed_so_far_and_no_further(
    claim: str, most: str, degree: SupportDegree | None, *, holds: bool
) -> None:
    pair = SentencePair("denied", (FIRST, SECOND), 0, frozenset({most}))
    assert is_no_further_than(pair, comparison(claim, degree)) is holds


@pytest.mark.parametrize(
    ("right", "states", "holds"),
    [
        (APART, {}, True),
        (APART, {"one": FigureState.CONFLICTING}, True),
        (APART, {"both": FigureState.CONFLICTING}, False),
        ("superseded", {"both": FigureState.SUPERSEDED}, True),
        ("superseded", {"both": FigureState.CONFLICTING}, False),
        ("superseded", {}, False),
    ],
)
def test_figures_of_both_reports_show_the_right_state(
    right: str, states: dict[str, FigureState], *, holds: bool
) -> None:
    pair = SentencePair("rising", (FIRST, SECOND), 24, frozenset({right}))
    assert shows_right_state(pair, comparison(states=states)) is holds


def test_every_committed_pair_names_a_degree_or_a_state() -> None:
    statements, figures = read_pairs()
    assert {most for pair in statements for most in pair.right} == {"none", "partly"}
    assert {state for pair in figures for state in pair.right} <= {APART, *FigureState}
    assert all(0 <= pair.hours <= 24 for pair in figures)
