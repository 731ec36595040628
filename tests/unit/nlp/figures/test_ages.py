"""Ages whose unit is not written: the number beside a person's name, and never beside a place's."""

from __future__ import annotations

import pytest

from nutgraf.nlp import figures
from tests.support.docs import english


def ages_in(text: str) -> list[int | float | str]:
    found = figures.extract_figures(english(text))
    assert all(text[figure.start : figure.end] == figure.text for figure in found)
    return [figure.value for figure in found if figure.what == "age"]


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Maria Lenz, 43, was hurt.", [43]),
        ("The man, aged 43, was hurt.", [43]),
        ("Her father Tom, 53, wept.", [53]),
        ("Holt, 62, denies it.", [62]),
        ("But Jack, 16, stayed at home.", [16]),
        ("And with her sons Otto, 12, and Emil, 9, she left.", [12, 9]),
        ("Anna Holt (43) was hurt.", [43]),
        ("Anna Holt (43), a baker, was hurt.", [43]),
        ("Tom Reed-Hale, 43, was held.", [43]),
        ("Jean-Paul Hale, 43, was held.", [43]),
        ("Anna Holt, 62 (pictured), was held.", [62]),
        ("Anna G. Holt, 51; and Tom Hale, 49.", [51, 49]),
        ("Maria de la Cruz, 43.", [43]),
        ("Will Hale, 46, was there.", [46]),
    ],
)
def test_a_number_beside_a_persons_name_is_an_age(text: str, ages: list[int]) -> None:
    assert ages_in(text) == ages


@pytest.mark.parametrize(
    "text",
    [
        "In Westport, 40, mostly women, marched.",
        "In New Westport, 40, mostly women, marched.",
        "From Westport, 40, mostly women, marched.",
        "Across London, 40, mostly women, marched.",
        "On Monday, 40, mostly women, marched.",
        "In March, 40, mostly women, marched.",
        "Meanwhile, 40, mostly women, marched.",
        "Unexpectedly, 40, mostly women, marched.",
        "At NATO, 40, mostly women, marched.",
        "Tom Hale, 43 of whose cows fell ill, wept.",
        "Harbour Council (12) Village Halls (6) were listed.",
        "It cites Harbour Section (2) of the act.",
        "Twenty Four (24) clerks were named.",
        "A song by Call The Harbour (13), he said.",
        "Tom Hale, 143, was a name in the book.",
        "Hale (43) scored.",
        "The Harbour, 12, is a magazine.",
    ],
)
def test_a_number_beside_anything_else_is_no_age(text: str) -> None:
    assert ages_in(text) == []


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("The driver, 42, from Isford was held.", [42]),
        ("His wife (42) and a retired teacher, 68, were hurt.", [42, 68]),
        ("The boys are ages 7 and 10.", [7, 10]),
        ("Three sons aged 7, 9 and 12 were hurt.", [7, 9, 12]),
        ("The brothers, 24 and 26, were held.", [24, 26]),
        ("On Tuesday night The 24-year-old goalkeeper left.", [24]),
        ("A man aged around 30 was seen.", [30]),
        ("He died at the age of 91.", [91]),
        ("One of them, Ravn (22), died.", []),
        ("One of them, Ravn (22) died.", [22]),
        ("In the letter, 42, a number was given.", []),
        ("Labour (40) and the Greens (22) won.", []),
        ("A boy aged 7 and 12 goats were found.", [7]),
    ],
)
def test_an_age_stands_beside_a_noun_or_in_a_list(text: str, ages: list[int]) -> None:
    assert ages_in(text) == ages
