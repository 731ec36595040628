"""Numbers of people are aligned by what happened to these people."""

from __future__ import annotations

import pytest

from nutgraf.model.story import StoryFigure
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.multi_document.figures.casualty_aspects import aspect_of
from tests.unit.nlp.multi_document.figures.test_agreement import compared


def texts_of(figure: StoryFigure) -> list[str]:
    return [value.text for value in figure.values]


@pytest.mark.parametrize(
    ("before", "after", "aspect"),
    [
        ("", " were charged with the killing of a grocer.", "charged"),
        ("", " watched the rescue of the miners.", None),
        ("", " found the bodies of the climbers.", None),
        ("", " stood trial over the fatal shooting of a postman.", None),
        ("The killing of ", " shook the village.", "dead"),
        ("", " died of cold.", "dead"),
        ("", " were injured, one of them badly.", "injured"),
    ],
)
def test_what_happened_to_somebody_else_is_not_said_of_the_people_counted(
    before: str, after: str, aspect: str | None
) -> None:
    assert aspect_of(None, before, after, ENGLISH.stories.casualties) == aspect


def test_those_charged_are_not_among_as_many_dead_of_their_sentence() -> None:
    one = "Three guards were charged in the killings of three men at the mill."
    found = compared(one, "Three men were killed at the mill by guards.")
    assert [(figure.what, texts_of(figure)) for figure in found] == [("men dead", ["three men", "Three men"])]


def test_those_charged_agree_with_those_charged() -> None:
    one = "Three guards were charged with killing three men."
    assert ["Three guards", "Three guards"] in [texts_of(figure) for figure in compared(one, one)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Around 100 people jumped off the pier.", "About 100 people were injured."),
        ("Around 100 people jumped off the pier to flee from the tram's path.",
         "A tram ran into a market stall at dawn, injuring around 100 people, a local paper reported."),
        ("Dozens of people queued at the bakery.", "Dozens of people were killed in the blast."),
    ],
)  # fmt: skip
def test_a_round_number_of_people_needs_words_in_common(one: str, other: str) -> None:
    assert compared(one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("Boatmen pulled 130 people from the water.", "Of those on the barge, 130 people were rescued.",
         "people rescued"),
        ("About 200 people crowded the burning hall.", "Some 200 people fled the burning hall.",
         "people displaced"),
    ],
)  # fmt: skip
def test_a_precise_number_of_people_or_one_in_like_words_is_one_number(
    one: str, other: str, what: str
) -> None:
    assert [(figure.what, len(figure.values)) for figure in compared(one, other)] == [(what, 2)]
