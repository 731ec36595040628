"""Pounds that are money, and pounds that are weight."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp import figures
from tests.support.docs import english

PUBLISHED = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)  # a Wednesday


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text, None, PUBLISHED))


@pytest.mark.parametrize(
    "text",
    [
        "The burglar took several thousand pounds from the safe.",
        "She won six thousand pounds in the raffle.",
        "The club lost thirty thousand pounds to a fraud.",
        "The vandals did 400 pounds of damage.",
        "A 90-pound fine was issued.",
        "The scam cost him 700 pounds.",
        "They stole 300 pounds in cash.",
        "He left 20 pounds sterling.",
    ],
)
def test_pounds_that_are_paid_are_money(text: str) -> None:
    (figure,) = found_in(text)
    assert (figure.kind, figure.unit) == (FigureKind.MONEY, "GBP")


@pytest.mark.parametrize(
    "text",
    [
        "The bull weighs two thousand pounds.",
        "She lost 20 pounds on the diet.",
        "They found 300 pounds of copper.",
        "A 500-pound bomb was found.",
        "The fish was 12 pounds heavier.",
        "The crate held thirty thousand pounds of rice.",
    ],
)
def test_pounds_that_weigh_are_weight(text: str) -> None:
    (figure,) = found_in(text)
    assert (figure.kind, figure.unit) == (FigureKind.QUANTITY, "lb")
