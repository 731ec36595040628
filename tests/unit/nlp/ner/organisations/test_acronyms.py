"""Acronyms with and without brackets."""

from __future__ import annotations

import pytest

from tests.support.marked_entities import names_of


@pytest.mark.parametrize(
    ("marked", "long_form"),
    [
        ("The [Norvik Transport Office|ORG] paid.\nOne [NTO|MISC] worker left.", "Norvik Transport Office"),
        ("The [Institute for Coastal Work|ORG] met.\n[ICW|PERSON] staff left.", "Institute for Coastal Work"),
        ("[Harbour Tool Works Ltd|ORG] grew.\n[HTW|ORG] paid.", "Harbour Tool Works Ltd"),
        ("The [Bureau of Inland Navigation|ORG] met.\n[BOIN|ORG] paid.", "Bureau of Inland Navigation"),
        (
            "The [Harbour Safety Secretariat|ORG] ([Sekavin|ORG]) paid.\n[Sekavin|PERSON] said so.",
            "Harbour Safety Secretariat",
        ),
        (
            "The [National Chamber of Ferries|ORG] ([Canafer|MISC]) paid.\n[Canafer|ORG] left.",
            "National Chamber of Ferries",
        ),
    ],
)
def test_an_acronym_belongs_to_its_long_form(marked: str, long_form: str) -> None:
    assert names_of(marked) == {long_form: "ORG"}


@pytest.mark.parametrize(
    ("marked", "apart"),
    [
        ("The [National Dock Union|ORG] met the [Norvik Drivers Union|ORG].\n[NDU|ORG] left.", "NDU"),
        ("[Harbour Works|ORG] grew.\n[HW|ORG] paid.", "HW"),
        ("The [Harbour Safety Board|ORG] ([Norvik|LOC]) paid.\n[Norvik|LOC] slept.", "Norvik"),
        ("The [Harbour Safety Board|ORG] ([Kestrel|ORG]) paid.", "Kestrel"),
        ("[Real Tarva|ORG] ([Spain|LOC]) won.\n[Spain|LOC] cheered.", "Spain"),
        (
            "The [Harbour Safety Board|ORG] ([Quill|PERSON]) paid.\n[Ada Quill|PERSON] met [Quill|PERSON].",
            "Ada Quill",
        ),
        ("[Anna Berit Carlsen|PERSON] left.\nThe [ABC|ORG] reported it.", "ABC"),
    ],
)
def test_what_only_looks_like_an_acronym_stays_another(marked: str, apart: str) -> None:
    assert apart in names_of(marked)
