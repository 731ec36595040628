"""Judgements of a story's figures against the quantities that its reports state."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from evaluation.claims.judgement import Judgement
from evaluation.claims.names import same_name
from evaluation.labelled_events import GoldQuantity, LabelledEvent
from nutgraf.model.story import FigureState, FigureValue, StoryComparison, StoryFigure

DISPUTES = (FigureState.CONFLICTING, FigureState.SUPERSEDED)


def judge_figures(event: LabelledEvent, comparison: StoryComparison) -> Iterator[Judgement]:
    """Judge which values are put together, what is said of them, and which disputes are seen."""
    for state in DISPUTES:
        yield from _judge_disputes(event, comparison, state)
    for figure in comparison.figures:
        names = {quantity.name for _, quantity in quantities_of(event, figure)}
        yield Judgement("figures: judged", bool(names), describe(figure))
        if names:
            yield Judgement("figures: unmixed", len(names) == 1, f"{describe(figure)} = {sorted(names)}")
            states = {state for name in names for state in event.quantities[name].right_states}
            right = len(names) == 1 and figure.state in states
            yield Judgement("figures: state", right, f"{describe(figure)} should be {sorted(states)}")
        if len(names) == 1:
            yield from _judge_remarks(event.quantities[names.pop()], figure)


def _judge_remarks(quantity: GoldQuantity, figure: StoryFigure) -> Iterator[Judgement]:
    """Judge the subject and the cause of a figure of one quantity, where they are given or should be."""
    about = f"{describe(figure)} should have the subject {quantity.subject} and the cause {quantity.cause}"
    if figure.subject is not None and quantity.subject is not None:
        yield Judgement("figures: subject", same_name(figure.subject, quantity.subject), about)
    disputed = figure.state in DISPUTES and figure.state in quantity.right_states
    if figure.cause is not None or (disputed and quantity.cause is not None):
        yield Judgement("figures: cause", figure.cause is quantity.cause, about)


def quantities_of(event: LabelledEvent, figure: StoryFigure) -> list[tuple[FigureValue, GoldQuantity]]:
    """Return the values of a figure that overlap a marked number, with the quantity marked."""
    found = []
    for value in figure.values:
        mark = event.report(value.article_id).mark_at(value.start, value.end)
        if mark is not None:
            found.append((value, event.quantities[mark.quantity]))
    return found


def describe(figure: StoryFigure) -> str:
    """Return a figure's name, state and values in one line."""
    values = ", ".join(f"{value.article_id}: {value.text}" for value in figure.values)
    return f"{figure.what} {figure.state} ({values})"


def _judge_disputes(
    event: LabelledEvent, comparison: StoryComparison, state: FigureState
) -> Iterator[Judgement]:
    """Judge the figures that have a state, and the quantities that should have it."""
    claimed = [figure for figure in comparison.figures if figure.state is state]
    for figure in claimed:
        right = any(state in quantity.right_states for quantity in _disputed(event, figure))
        yield Judgement(f"{state}: precision", right, describe(figure))
    seen = {
        quantity.name
        for figure in comparison.figures
        for quantity in _disputed(event, figure)
        if figure.state in quantity.right_states
    }
    for name, quantity in event.quantities.items():
        if quantity.state is state:
            stated = ", ".join(f"{report.id}: {mark.text}" for report, mark in event.marks_of(name))
            yield Judgement(f"{state}: recall", name in seen, f"{name} ({stated})")


def _disputed(event: LabelledEvent, figure: StoryFigure) -> list[GoldQuantity]:
    """Return the quantities of which a figure has two values that differ."""
    return [
        quantity
        for (one, quantity), (other, same) in combinations(quantities_of(event, figure), 2)
        if quantity == same and (one.value, one.unit, one.bound) != (other.value, other.unit, other.bound)
    ]
