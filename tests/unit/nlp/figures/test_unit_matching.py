"""Units that a number shares with the figure before it."""

from __future__ import annotations

import pytest

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp import figures
from tests.support.docs import english


def shares_in(text: str) -> list[float | int | str]:
    found: tuple[Figure, ...] = figures.extract_figures(english(text))
    return [figure.value for figure in found if figure.kind is FigureKind.PERCENT]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Support stood at 44 percent, against 37 a year before.", [44, 37]),
        ("Turnout was 61%, up from 58 in the spring.", [61, 58]),
        ("Unemployment was 4.4 per cent, compared with 3.7 in the north.", [4.4, 3.7]),
        ("Support stood at 44 percent, against 37 members.", [44]),
        ("Profit rose 44 percent, against Route 37.", [44]),
        ("Profit rose 44 percent, compared with 2019.", [44]),
        ("It sold 44 percent of the looms, and the rest stood in Hall 3 against 12.", [44]),
    ],
)
def test_a_number_that_a_percentage_is_compared_with_is_one(
    text: str, shares: list[float | int | str]
) -> None:
    assert shares_in(text) == shares
