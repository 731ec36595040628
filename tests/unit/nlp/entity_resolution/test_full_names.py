"""Full names of one person."""

from __future__ import annotations

import pytest

from nutgraf.nlp.entity_resolution.full_names import NAME_RULES, may_be_one
from nutgraf.nlp.entity_resolution.person_forms import person_form
from nutgraf.nlp.lang.en.names import NAMES


def rules_of(one: str, other: str) -> list[str]:
    forms = person_form(NAMES, one), person_form(NAMES, other)
    return [name for name, holds in NAME_RULES if holds(*forms)]


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Daniel Ortiz Ruiz", "Daniel Ruiz", "middle_name"),
        ("Ana “Nita” Torvald", "Nita Torvald", "nickname"),
        ("Miriam Stokes", "M. Stokes", "initial"),
        ("Mario Arbol Benavente", "Mario Arbol", "surname"),
        ("Rostem Karimov", "Rostam Karimov", "misspelling"),
    ],
)
def test_two_names_of_one_person_are_told_by_a_rule(one: str, other: str, rule: str) -> None:
    assert rules_of(one, other) == [rule]
    assert rules_of(other, one) == [rule]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Daniel Ruiz", "Daniela Ruiz"),
        ("Maria Stokes", "Marta Stokes"),
        ("Ana “Nita” Torvald", "Nita Reyne"),
        ("Mario Arbol Benavente", "Rosa Arbol"),
    ],
)
def test_names_of_two_persons_match_no_rule(one: str, other: str) -> None:
    assert rules_of(one, other) == []


def test_suffixes_that_differ_are_two_persons() -> None:
    junior, senior, bare = (person_form(NAMES, f"Dale Morvan{end}") for end in (" Jr.", ", Sr.", ""))
    assert not may_be_one(junior, senior)
    assert may_be_one(junior, bare)
    assert (junior.suffix, senior.suffix, bare.suffix) == ("jr", "sr", "")
    assert person_form(NAMES, "Charles III").words == ("charles", "iii")
