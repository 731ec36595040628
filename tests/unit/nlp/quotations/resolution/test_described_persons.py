"""Descriptions of one person: a role, an age or a sex, for whoever has it or was just named."""

from __future__ import annotations

import pytest

from tests.unit.nlp.quotations.newsroom import said_by

WORDS = "“I talked to the bear, as I do each morning,”"
HALE = ("Torben Hale",)


@pytest.mark.parametrize(
    "text",
    [
        f"Torben Hale did not wait. {WORDS} said the keeper, 34, who lives in Norvik.",
        f"Torben Hale wept. {WORDS} said the 29-year-old, who fled from Norvik.",
        f"Torben Hale wept. {WORDS} the 29-year-old said.",
        f"Torben Hale closed the door. {WORDS} the guard said afterwards in the corridor.",
        f"When it rained, Torben Hale went home. {WORDS} the fisher says.",
        f"They sang, says Torben Hale, all they knew. {WORDS} says the young man from his bed.",
        f"Torben Hale switches off the light. {WORDS} says the man who led the work.",
        f"The driver Torben Hale, 29, fled. Karl Denning, 41, did not. {WORDS} the 29-year-old said.",
        f"29-year-old driver Torben Hale met Karl Denning. {WORDS} said the 29-year-old.",
        f"Torben Hale, a young man from Norvik, met Karl Denning. {WORDS} the young man said.",
    ],
)
def test_a_description_is_the_only_person_that_it_can_mean(text: str) -> None:
    assert said_by(text) == [HALE]


@pytest.mark.parametrize(
    "text",
    [
        f"Torben Hale fell. {WORDS} the doctor said.",
        f"Torben Hale left. {WORDS} the neighbour said.",
        f"Torben Hale was shot. {WORDS} the farmer said.",
        f"Torben Hale met Karl Denning. {WORDS} the farmer said.",
        f"Foreign Minister Torben Hale left. {WORDS} the guard said.",
        f"Rosa Wellen left. {WORDS} said the young man.",
        f"A farmer came. Torben Hale left. {WORDS} the farmer said.",
        f"Torben Hale left.\n\n{WORDS} the farmer said.",
        f"The dog of Torben Hale left. {WORDS} the farmer said.",
        f"Torben Hale left. {WORDS} a farmer said.",
        f"Karl Denning left. It rained. Torben Hale left. {WORDS} the farmer said.",
        f"Torben Hale hit a car. {WORDS} the cyclist said.",
        f"Torben Hale left. {WORDS} Rosa's farmer said.",
        "Torben Hale left. “I saw him go at once,” the farmer said.",
        "Torben Hale left. “The harbour will be built again,” the farmer said.",
        f"Torben Hale, 29, fled with Karl Denning, 29. {WORDS} the 29-year-old said.",
        f"Torben Hale, 41, fled. Rosa Wellen met Karl Denning. {WORDS} the 29-year-old said.",
    ],
)
def test_a_description_of_somebody_else_is_nobody(text: str) -> None:
    assert said_by(text) == [()]


def test_a_quotation_without_a_verb_goes_on_from_a_description() -> None:
    text = f"Torben Hale wept. {WORDS} said the fisher. “I still feel cold.”"
    assert said_by(text) == [HALE, HALE]
