"""The label of a figure is a phrase of a report, cut at its clause and its small words."""

from __future__ import annotations

import pytest

from tests.unit.nlp.multi_document.figures.test_agreement import compared


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("Bonds of Holm Mills fell 1.5 percent to $65.09.", "Bonds of Holm Mills fell 4.3 percent to $63.20.",
         "Bonds of Holm Mills fell"),
        ("The subsidy for windmills was cut by 12.5% in 2021.", "Subsidies for windmills were cut in 2021.",
         "windmills was cut"),
        ("The blight drove 2.3 million vintners from their hills in 2009.",
         "Blight drove vintners, 2.3 million of them, from the hills in 2009.",
         "drove 2.3 million vintners from their hills"),
    ],
)  # fmt: skip
def test_a_share_or_half_a_number_is_no_part_of_what_a_figure_is_called(
    one: str, other: str, what: str
) -> None:
    assert what in [figure.what for figure in compared(one, other)]


def test_what_follows_another_number_is_no_part_of_what_a_figure_is_called() -> None:
    texts = (
        "The kiln has 5.1 tonnes of bricks laid in 27 rows.",
        "The kiln has 5.3 tonnes of bricks in rows.",
    )
    (figure,) = compared(*texts)
    assert "27" not in figure.what


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("The goat was found in Isford, 20 miles from Norholm, after it strayed from the fair.",
         "The goat strayed from the fair in Norholm and turned up in Isford, 12 miles away.", "distance"),
        ("The prize, drawn by a clerk, would be $341 million.",
         "Drawn by a clerk, the prize would, they say, be $316 million.", "money"),
    ],
)  # fmt: skip
def test_a_figure_without_words_of_its_own_is_called_what_its_unit_measures(
    one: str, other: str, what: str
) -> None:
    assert [figure.what for figure in compared(one, other)] == [what]


@pytest.mark.parametrize(
    ("lead", "what"),
    [
        ("Radar data put the tug's speed at", "tug's speed"),
        ("A radar reading puts its speed at", "speed"),
        ("Radar data put down to tampering gave a speed of", "data put down to tampering gave a speed"),
        ("The radar data gave the tug's speed as", "radar data gave the tug's speed"),
    ],
)
def test_who_puts_a_number_is_no_part_of_what_it_is_called(lead: str, what: str) -> None:
    texts = (f"{lead} 9 knots when it struck.", f"{lead} 14 knots when it struck.")
    assert [figure.what for figure in compared(*texts)] == [what]
