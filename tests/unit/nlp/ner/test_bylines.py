"""Names in bylines."""

from __future__ import annotations

import pytest

from tests.support.marked_entities import names_of

REST = "\nRain fell in [Norvik|LOC]."


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By [Rosa Quispe|ORG]", {"Rosa Quispe": "PERSON"}),
        ("By [Rosa Quispe|PERSON], [Norvik Courier|ORG]", {"Rosa Quispe": "PERSON"}),
        ("By [Harbour Desk Staff News|ORG]", {}),
        ("By [Kestrel|ORG]", {}),
        ("Written by [Ivo Karst|MISC]", {"Ivo Karst": "PERSON"}),
    ],
)
def test_a_byline_names_persons_and_no_organisation(byline: str, names: dict[str, str]) -> None:
    assert names_of(byline + REST) == {**names, "Norvik": "LOC"}


def test_a_sentence_that_begins_alike_is_no_byline() -> None:
    assert names_of("By [Norvik Courier|ORG] it was said.") == {"Norvik Courier": "ORG"}


def test_an_author_before_a_dateline_is_left_out() -> None:
    assert names_of("[Rosa Quispe OSLO|PERSON] Rain fell.") == {"OSLO": "GPE"}
