"""A number that a reprint states otherwise is shown, although the two reports are one source."""

from __future__ import annotations

import pytest

from nutgraf.model.story import StoryFigure
from nutgraf.nlp.multi_document.figures.agreement import compare_figures
from tests.support.reports import report_with_names
from tests.unit.nlp.multi_document.figures.test_agreement import IDF

BODY = "Holm Mills will close {} of its shops by May, the firm said. It hopes to save {} a year."


def compared(*texts: str, hours: float = 2.0) -> list[StoryFigure]:
    """Compare reports of which each is a reprint of the first."""
    reports = [report_with_names(place, text, hours=place * hours) for place, text in enumerate(texts)]
    return list(compare_figures(reports, lambda _: "art_0", IDF))


def test_an_altered_number_is_in_dispute() -> None:
    (figure,) = compared(BODY.format("45 shops", "€12 million"), BODY.format("45 shops", "€14 million"))
    assert (figure.state, figure.cause) == ("conflicting", "altered_reprint")
    assert [value.value for value in figure.values] == [12_000_000, 14_000_000]


def test_a_reprint_that_alters_nothing_is_no_figure() -> None:
    text = BODY.format("45 shops", "€12 million")
    assert compared(text, text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It hopes to save €12 million a year.", "A rival hopes to save €14 million each month."),
        ("It hopes to save €12 million a year.", "It hopes to save €12.4 million a year."),
        ("It hopes to save €12 million a year.", "It hopes to save about €13 million a year."),
    ],
)
def test_other_words_and_rounded_numbers_are_not_altered(one: str, other: str) -> None:
    assert compared(f"{one} It will shut.", f"{other} It will shut.") == []


def test_a_later_number_of_dead_in_a_reprint_brings_it_up_to_date() -> None:
    text = "In all, {} people were killed when the ferry Sula caught fire off Norvik on Monday."
    assert compared(text.format("nine"), text.format("11")) == []
    (figure,) = compared(text.format("11"), text.format("nine"))
    assert figure.cause == "altered_reprint"


def test_an_altered_number_is_in_dispute_beside_other_sources() -> None:
    texts = ["The car fell 120 metres down the steepest part of the track, the operator said.",
             "The car fell 210 metres down the steepest part of the track, the operator said.",
             "The car fell about 400 feet down the track."]  # fmt: skip
    reports = [report_with_names(place, text, hours=place) for place, text in enumerate(texts)]
    origin = {"art_0": "art_0", "art_1": "art_0", "art_2": "art_2"}.__getitem__
    (figure,) = compare_figures(reports, origin, IDF)
    assert (figure.cause, len(figure.values)) == ("altered_reprint", 3)
