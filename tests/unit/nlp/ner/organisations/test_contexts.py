"""Organisations that the tagger takes for something else."""

from __future__ import annotations

import pytest

from tests.support.marked_entities import forms_of, names_of


@pytest.mark.parametrize(
    "marked",
    [
        "Work with [Blue Quay|MISC] began.\n[Blue Quay|MISC] chief executive left.",
        "[BargePanorama|MISC] has learned this.\nPeople read [BargePanorama|MISC].",
        "A spokesman for [Blue Quay|MISC] spoke.\nThey know [Blue Quay|MISC].",
        "[Blue Quay|MISC]'s shares rose.\nThey sold [Blue Quay|MISC].",
        "[Tessaro|PERSON]'s chief executive left.\nThey sold [Tessaro|PERSON].",
        "Employees at [Tessaro|PERSON] left.\nThey sold [Tessaro|PERSON].",
    ],
)
def test_who_acts_as_an_organisation_is_one(marked: str) -> None:
    assert set(names_of(marked).values()) == {"ORG"}


@pytest.mark.parametrize(
    "marked",
    [
        "They won the [Harbour Cup|MISC].\nThe [Harbour Cup|MISC] said it all.",
        "[Blue Quay|MISC] said so.",
        "They saw “[Blue Quay|MISC] said a lot”.\nThe film “[Blue Quay|MISC]” won.",
        "They saw [Blue Quay|MISC].\nThey liked [Blue Quay|MISC].",
    ],
)
def test_what_does_not_act_or_is_named_once_is_left_out(marked: str) -> None:
    assert names_of(marked) == {}


def test_a_person_with_a_full_name_is_no_company() -> None:
    marked = "[Rosa Quispe|PERSON] left.\n[Quispe|PERSON]'s shares fell.\nShares of [Quispe|PERSON] fell."
    assert names_of(marked) == {"Rosa Quispe": "PERSON"}


def test_a_name_is_completed_by_the_words_that_it_has_elsewhere() -> None:
    marked = "[Blue Quay|MISC] said so.\nBlue [Quay|MISC|0.4] founders left."
    assert forms_of(marked, "Blue Quay") == ["Blue Quay", "Blue Quay"]
