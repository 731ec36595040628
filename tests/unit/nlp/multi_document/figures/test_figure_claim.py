"""Counts that change while an event goes on are superseded by later ones, if they can become so."""

from __future__ import annotations

import pytest

from nutgraf.model.story import FigureState
from tests.unit.nlp.multi_document.figures.test_agreement import states

SUPERSEDED = [
    ("The storm left 12,000 homes without power.", "By night 31,000 homes were without power."),
    ("Some 31,000 households had no electricity.", "Some 9,000 households had no electricity."),
    ("The airport cancelled 40 flights.", "The airport cancelled 95 flights."),
    ("The letter was signed by 60 botanists.", "The letter was signed by 180 botanists."),
    ("The petition has 4,000 signatures.", "The petition has 15,000 signatures."),
    ("A group of 30 tenants sued the landlord.", "A group of 75 tenants sued the landlord."),
    ("The flaw affected 12,000 printers.", "The flaw affected 30,000 printers."),
    ("Police arrested three people.", "Police arrested seven people."),
    ("Doctors counted 14 confirmed cases of the fever.", "Doctors counted 33 confirmed cases of the fever."),
    ("The club sold 2,000 scarves with his name.", "The club sold 7,000 scarves with his name."),
    ("The helpline received 300 calls.", "The helpline received 900 calls."),
    ("The fire burned 400 hectares of heath.", "The fire burned 1,100 hectares of heath."),
    ("Neighbours donated £4,000 for the bakery.", "Neighbours donated £11,000 for the bakery."),
    ("Helpers collected 900 kilograms of litter.", "Helpers collected 2,300 kilograms of litter."),
    ("The dispute holds up 14 barges at the lock.", "The dispute holds up 19 barges at the lock."),
    ("Clinics administered 500 doses of the serum.", "Clinics administered 2,000 doses of the serum."),
]


@pytest.mark.parametrize(("early", "late"), SUPERSEDED)
def test_a_developing_count_is_superseded_by_a_later_one(early: str, late: str) -> None:
    assert states(early, late, hours=(0, 8)) == [FigureState.SUPERSEDED]


@pytest.mark.parametrize(("early", "late"), SUPERSEDED)
def test_two_developing_counts_of_one_moment_are_in_conflict(early: str, late: str) -> None:
    assert states(early, late, hours=(0, 0)) == [FigureState.CONFLICTING]


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("The airport cancelled 95 flights.", "The airport cancelled 70 flights."),
        ("The petition has 15,000 signatures.", "The petition has 14,000 signatures."),
        ("The flaw affected 30,000 printers.", "The flaw affected 22,000 printers."),
        ("The fire burned 1,100 hectares of heath.", "The fire burned 900 hectares of heath."),
    ],
)
def test_what_can_only_grow_is_in_conflict_when_it_falls(early: str, late: str) -> None:
    assert states(early, late, hours=(0, 8)) == [FigureState.CONFLICTING]


def test_a_time_does_not_develop() -> None:
    texts = (
        "The barge lay at anchor outside the lock for 11 hours.",
        "The barge lay at anchor for 14 hours.",
    )
    assert states(*texts, hours=(0, 8)) == [FigureState.CONFLICTING]
