"""A value that is none, or that of another side or thing, is told apart from the actual one."""

from __future__ import annotations

import pytest

from tests.unit.nlp.multi_document.figures.test_agreement import states


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (
            "Varta's net profit fell to 312 million euros.",
            "Varta missed the net profit of 340 million euros that analysts had expected.",
            [],
        ),
        (
            "Varta's net profit fell to 312 million euros.",
            "Varta's net profit dropped to 340 million euros.",
            ["conflicting"],
        ),
        (
            "The judge gave Paolo Ricci eight years in prison.",
            "Prosecutors want 12 years in prison for Paolo Ricci.",
            [],
        ),
        (
            "The judge gave Paolo Ricci eight years in prison.",
            "The judge gave Paolo Ricci six years in prison.",
            ["conflicting"],
        ),
        (
            "Paolo Ricci was sentenced to eight years in prison.",
            "Paolo Ricci faced up to 15 years in prison.",
            [],
        ),
        (
            "Orlen will pay 64 million pounds for the brewery.",
            "Orlen has offered 60 million pounds for the brewery.",
            [],
        ),
        (
            "Orlen has offered 64 million pounds for the brewery.",
            "Orlen offered 60 million pounds for the brewery.",
            ["conflicting"],
        ),
        ("Police arrested 40 people at the march.", "Police denied that they had arrested 40 people.", []),
        ("Police arrested 40 people at the march.", "Police had arrested 40 people.", ["agreed"]),
        (
            "Police arrested 40 people.",
            "The mayor denied any fault, and police arrested 40 people.",
            ["agreed"],
        ),
        (
            "A sensor near the face showed 4.1 percent of methane.",
            "A sensor showed 4.7 percent of methane.",
            ["conflicting"],
        ),
    ],
)
def test_a_value_that_is_not_the_actual_one_is_another_quantity(
    one: str, other: str, found: list[str]
) -> None:
    assert states(one, other) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The first bus carried 44 passengers.", "The second bus carried 39 passengers.", []),
        ("The first bus carried 44 passengers.", "The first bus carried 39 passengers.", ["conflicting"]),
        ("The gunman in Denver fired 12 shots.", "Police in Denver fired 30 shots.", []),
        ("The gunman in Denver fired 12 shots.", "Police said the gunman fired 14 shots.", ["conflicting"]),
        ("In the battle 12 Russian soldiers died.", "In the battle 40 Ukrainian soldiers died.", []),
        (
            "In the battle 12 Russian soldiers died.",
            "In the battle 14 Russian soldiers died.",
            ["conflicting"],
        ),
        ("Ana Diaz was fined 500 euros by the court.", "Her brother was fined 800 euros by the court.", []),
        (
            "Ana Diaz was fined 500 euros by the court.",
            "Diaz was fined 800 euros by the court.",
            ["conflicting"],
        ),
        ("Baltex made a profit of 20 million euros.", "Baltex made a loss of 20 million euros.", []),
        ("Baltex made a profit of 312 million euros.", "Baltex made a loss of 312 million euros.", []),
        ("Baltex made a loss of 312 million euros.", "Baltex lost 312 million euros.", ["agreed"]),
    ],
)
def test_values_of_two_sides_are_two_quantities(one: str, other: str, found: list[str]) -> None:
    assert states(one, other) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The wing of the plane was 34 metres long.", "The plane was 38 metres long.", []),
        ("The plane was 34 metres long.", "The plane in Turin was 38 metres long.", ["conflicting"]),
        ("The tower was 44 metres high.", "The mason fell from a height of 12 metres off the tower.", []),
        ("The tower was 44 metres high.", "The tower was 54 metres high.", ["conflicting"]),
    ],
)
def test_a_part_is_not_measured_like_the_whole(one: str, other: str, found: list[str]) -> None:
    assert states(one, other) == found


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("The blast killed four people in Zidlo.", "The blast killed six people in Modrice.", []),
        ("The blast killed four people in Zidlo.", "The blast killed six people in Zidlo.", ["superseded"]),
        ("Two bridges in Slubice were closed.", "Three bridges in Slubice were closed.", ["superseded"]),
        ("Two bridges in Slubice were painted.", "Three bridges in Slubice were painted.", ["conflicting"]),
    ],
)
def test_a_later_number_replaces_that_of_one_place(one: str, other: str, found: list[str]) -> None:
    assert states(one, other, hours=[0, 24]) == found
