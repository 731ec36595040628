"""Figures are judged by the quantities that their values are marked with."""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.claims.figures import judge_figures
from evaluation.claims.judgement import Rate, rate_of
from nutgraf.model.story import FigureCause, FigureState, StoryFigure
from tests.support.labelled_event import comparison, figure, tiny_event, value

DEAD = (value("a", "Nine people", 9), value("b", "Eleven", 11))
ABOARD = (value("a", "60", 60), value("b", "90", 90))
BOY = (value("a", "seven", 7), value("b", "six", 6))


def rates(figures: Sequence[StoryFigure], *measures: str) -> list[Rate]:
    judged = list(judge_figures(tiny_event(), comparison(figures=tuple(figures))))
    return [rate_of(judged, measure) for measure in measures]


def test_a_true_contradiction_counts_for_precision_and_recall() -> None:
    found = [figure(FigureState.CONFLICTING, *ABOARD)]
    assert rates(found, "conflicting: precision", "conflicting: recall") == [Rate(1, 1), Rate(1, 2)]


def test_a_superseded_number_is_no_contradiction() -> None:
    found = [figure(FigureState.CONFLICTING, *DEAD)]
    assert rates(found, "conflicting: precision", "conflicting: recall", "superseded: recall") == [
        Rate(0, 1), Rate(0, 2), Rate(0, 1),
    ]  # fmt: skip
    found = [figure(FigureState.SUPERSEDED, *DEAD)]
    assert rates(found, "superseded: precision", "superseded: recall") == [Rate(1, 1), Rate(1, 1)]


def test_two_equal_values_of_a_disputed_quantity_are_no_contradiction() -> None:
    twice = (value("a", "60", 60), value("a", "60", 60), value("b", "Eleven", 11))
    assert rates([figure(FigureState.CONFLICTING, *twice)], "conflicting: precision") == [Rate(0, 1)]


def test_a_correction_is_right_as_conflicting_and_as_superseded() -> None:
    for state in (FigureState.CONFLICTING, FigureState.SUPERSEDED):
        assert rates([figure(state, *BOY)], f"{state}: precision", "conflicting: recall") == [
            Rate(1, 1),
            Rate(1, 2),
        ]
    assert rates([figure(FigureState.AGREED, *BOY)], "conflicting: recall", "figures: state") == [
        Rate(0, 2), Rate(0, 1),
    ]  # fmt: skip


def test_values_of_two_quantities_are_mixed_and_their_state_is_wrong() -> None:
    mixed = figure(FigureState.CONFLICTING, ABOARD[0], DEAD[1])
    assert rates([mixed], "figures: unmixed", "figures: state") == [Rate(0, 1), Rate(0, 1)]
    whole = figure(FigureState.AGREED, value("a", "four", 4), value("b", "four", 4))
    assert rates([whole], "figures: unmixed", "figures: state") == [Rate(1, 1), Rate(1, 1)]


def test_a_figure_without_a_mark_is_not_judged() -> None:
    dates = figure(FigureState.AGREED, value("a", "ferry", 0), value("b", "ferry", 0))
    assert rates([dates], "figures: judged", "figures: unmixed") == [Rate(0, 1), Rate(0, 0)]


def test_the_cause_and_the_subject_are_judged() -> None:
    right = figure(FigureState.CONFLICTING, *ABOARD, cause=FigureCause.ALTERED_REPRINT)
    silent = figure(FigureState.CONFLICTING, *ABOARD)
    wrong = figure(FigureState.SUPERSEDED, *DEAD, cause=FigureCause.CORRECTION)
    assert rates([right, silent, wrong], "figures: cause") == [Rate(1, 3)]
    ages = [figure(FigureState.CONFLICTING, *BOY, subject=name) for name in ("Ola Brandt", "Ines Calloway")]
    assert rates(ages, "figures: subject") == [Rate(1, 2)]
