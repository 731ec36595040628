"""Organisations under the first words of their names."""

from __future__ import annotations

import pytest

from nutgraf.nlp.ner.organisations.opening_words import longest_forms
from tests.support.marked_entities import forms_of, names_of


@pytest.mark.parametrize(
    ("marked", "long_form", "forms"),
    [
        ("[Orba Ferry Line|ORG] closed.\n[Orba|PERSON] said so.", "Orba Ferry Line", 2),
        (
            "[Orba Ferry Line|ORG] closed.\n[Orba|PERSON] said so.\nShares in [Orba|LOC|0.6] fell.",
            "Orba Ferry Line",
            3,
        ),
        ("[Halvard Foods Ltd.|ORG] recalled soup.\n[Halvard|ORG] was sorry.", "Halvard Foods Ltd.", 2),
        ("[Kelso Marine Systems Inc|ORG] sank.\n[Kelso Marine|ORG] paid.", "Kelso Marine Systems Inc", 2),
        (
            "[Torrin & Daughters Ltd|ORG] closed.\n[Torrin|PERSON] opened in 1950.",
            "Torrin & Daughters Ltd",
            2,
        ),
        ("[Vestra Rovers|ORG] won.\n[Vestra|ORG] had led.", "Vestra Rovers", 2),
        ("[Chicago City|ORG] won.\n[Chicago|ORG] had led.", "Chicago City", 2),
        ("The [Ilmar Group|ORG] grew.\n[Ilmar|MISC] hired.", "Ilmar", 2),
        (
            "[Boreal Motors|ORG] paid.\n[Boreal|PERSON] left.\nFans of [Boreal|PERSON] wept.",
            "Boreal Motors",
            3,
        ),
    ],
)
def test_the_first_word_of_a_company_stands_for_it(marked: str, long_form: str, forms: int) -> None:
    assert names_of(marked) == {long_form: "ORG"}
    assert len(forms_of(marked, long_form)) == forms


@pytest.mark.parametrize(
    ("marked", "apart"),
    [
        ("[Norvik Police|ORG] came.\nPeople in [Norvik|LOC] slept.", "Norvik"),
        ("[Norvik University|ORG] closed.\n[Norvik|LOC] is a town.", "Norvik"),
        ("[Norvik Council|ORG] met.\n[Norvik|ORG|0.5] was asleep.", "Norvik"),
        ("[Chicago Gulls|ORG] lost.\nRain fell in [Chicago|LOC].", "Chicago"),
        ("[Chicago City|ORG] won.\n[Chicago|ORG] slept.\nRain fell in [Chicago|LOC].", "Chicago"),
        ("[Chicago City|ORG] beat [Chicago Rovers|ORG].\n[Chicago|ORG] slept.", "Chicago"),
        ("[Halden Motors|ORG] paid.\n[Rolf Halden|PERSON] left.\n[Halden|PERSON] wept.", "Rolf Halden"),
        ("[Halden Motors|ORG] paid.\nMr [Halden|PERSON] left.", "Mr Halden"),
        ("[National Steel Corp|ORG] paid.\n[National|ORG] left.", "National"),
        ("[Bank of Norland|ORG] paid.\n[Bank|ORG] left.", "Bank"),
        ("[Orba Ferry Line|ORG] closed.\n[Orba Steel|ORG] grew.\n[Orba|PERSON] said so.", "Orba"),
        ("[Orba|PERSON] sang.\n[Orba Ferry Line|ORG] closed.", "Orba"),
        ("[Costa Rica Airways|ORG] flew.\n[Costa|PERSON] did not.", "Costa"),
        ("[French Motors|ORG] paid.\nThe [French|NORP] left.", "French"),
    ],
)
def test_what_only_looks_like_the_first_word_stays_another(marked: str, apart: str) -> None:
    assert apart in names_of(marked)


def test_a_place_that_gave_a_company_its_name_stays_a_place() -> None:
    marked = "[Norvik Shipping|ORG] closed.\nIt rained in [Norvik|LOC].\nPeople left [Norvik|LOC]."
    assert names_of(marked) == {"Norvik": "LOC", "Norvik Shipping": "ORG"}


def test_short_names_are_followed_to_the_longest() -> None:
    assert longest_forms({"a": "a b", "a b": "a b c"}) == {"a": "a b c", "a b": "a b c"}
