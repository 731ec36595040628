"""Counts that go on where a count before them left off."""

from __future__ import annotations

import pytest

from nutgraf.model import Figure
from nutgraf.nlp import figures
from tests.support.docs import english


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        (
            "The Lions won 84 seats, the Bears 12 and the Wolves 9.",
            [(84, "seats"), (12, "seats"), (9, "seats")],
        ),
        ("Hale scored 12 goals, Lenz 9 and Ravn 3.", [(12, "goals"), (9, "goals"), (3, "goals")]),
        ("Some 40 survivors came, and three were unhurt.", [(40, "survivors"), (3, "survivors")]),
        ("The toll rose from nine that evening.", [(9, "people")]),
        ("It sold 30 looms while its rival sold 25.", [(30, "looms"), (25, "looms")]),
    ],
)
def test_a_list_goes_on_with_its_noun(text: str, counts: list[tuple[int, str]]) -> None:
    assert [(figure.value, figure.unit) for figure in found_in(text)] == counts


@pytest.mark.parametrize(
    "text", ["The team won 84 medals, Channel 4 said.", "The team won 84 medals, and Flight 370 left."]
)
def test_a_name_with_a_number_goes_on_with_no_list(text: str) -> None:
    assert [figure.value for figure in found_in(text)] == [84]
