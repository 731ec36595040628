"""Marks that hold others, and marks that open again at each sentence."""

from __future__ import annotations

from itertools import pairwise

import pytest

from nutgraf.nlp.lang import LANGUAGES
from nutgraf.nlp.quotations.quotation_marks import Block, quoted_stretches

RULES = LANGUAGES["en"].quotations


def quoted(text: str) -> list[str]:
    found = quoted_stretches(text, [Block(0, len(text), 0)], RULES)
    assert all(one.end <= other.start for one, other in pairwise(found))
    return [text[stretch.start : stretch.end] for stretch in found]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("'The board said \"no\" to us,' said Lena Brandt.", ['The board said "no" to us,']),
        (
            "Lena said: ‘We asked for “more time”, and they laughed.’",
            ["We asked for “more time”, and they laughed."],
        ),
        ("‘It is a “mess”, a “shame”, all of it,’ she said.", ["It is a “mess”, a “shame”, all of it,"]),
        ("He saw 'The Wall' and said \"never again\" to it.", ["The Wall", "never again"]),
        ("The workers' union said \"no\" to the drivers' plan.", ["no"]),
        ("It was the '90s \"hit\" that the boys' choir sang.", ["hit"]),
        ("“He called it ‘a mess’ to my face,” she said.", ["He called it ‘a mess’ to my face,"]),
        ("'Go,' she said. \"Stay,\" he said. 'No,' she said.", ["Go,", "Stay,", "No,"]),
    ],
)
def test_single_marks_around_double_ones_are_the_quotation(text: str, wanted: list[str]) -> None:
    assert quoted(text) == wanted


@pytest.mark.parametrize(("opening", "closing"), [("'", "'"), ("‘", "’"), ('"', '"'), ("“", "”")])
def test_marks_that_open_again_at_each_sentence_give_a_quotation_each(opening: str, closing: str) -> None:
    said = ["We waited for an hour.", "Nobody came to help us!", "So we walked home in the rain."]
    text = "Lena Brandt said: " + " ".join(opening + part for part in said) + closing + " She left."
    assert quoted(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "She said: “We went home. Then the “old house” burned. Nobody came.",
        'A screen of 5" or 7" costs more. The “new one” is 9" wide.',
        "Rock 'n' roll is here. 'Tis the season. O' Brien sang 'til late.",
    ],
)
def test_marks_that_never_close_quote_nothing_more(text: str) -> None:
    assert all("went home" not in one and "costs" not in one and "season" not in one for one in quoted(text))
