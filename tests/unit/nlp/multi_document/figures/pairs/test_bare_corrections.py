"""A number without a noun that corrects another one is of the quantity of that one."""

from __future__ import annotations

import pytest

from nutgraf.model.story import FigureCause, FigureState
from tests.unit.nlp.multi_document.figures.test_agreement import compared

WRONG = "The survey followed 381 nurses."


@pytest.mark.parametrize(
    ("wrong", "right", "value"),
    [
        (WRONG, "The institute corrected the number: there were 318, not 381 as first reported.", 318),
        (
            "Jon Brask, 61, was hurt.",
            "Police corrected the age: Jon Brask is 67, not 61 as they had said.",
            67,
        ),
        ("The raft had nine people aboard.", "Officials mistakenly counted: it was eight, not nine.", 8),
    ],
)
def test_a_bare_number_that_is_set_right_is_in_dispute_as_a_correction(
    wrong: str, right: str, value: float
) -> None:
    (figure,) = compared(wrong, right, hours=(0, 5))
    assert figure.state is FigureState.CONFLICTING
    assert figure.cause is FigureCause.CORRECTION
    assert figure.values[-1].value == value


@pytest.mark.parametrize(
    "later",
    [
        "There were 318, not 381.",
        "The institute corrected the number: there were 318, not 350 as first reported.",
        "The institute corrected the number: there were 5, not 381 as first reported.",
    ],
)
def test_other_bare_numbers_are_no_corrections(later: str) -> None:
    assert compared(WRONG, later, hours=(0, 5)) == []


def test_a_correction_has_its_words_at_its_place() -> None:
    later = "The institute corrected the number: there were 318, not 381 as first reported."
    (figure,) = compared(WRONG, later, hours=(0, 5))
    value = figure.values[-1]
    assert later[value.start : value.end] == value.text == "318"
