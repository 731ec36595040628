"""Nouns that stand for a speaker: roles, kinds of organisations, and several people together."""

from __future__ import annotations

import pytest

from tests.unit.nlp.quotations.newsroom import said_by

QUOTED = "“The pilot turned back at once,”"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"Nordair has 12 planes. {QUOTED} the airline said.", ("Nordair",)),
        (f"The airline Nordair and Sulabank signed. {QUOTED} the airline said.", ("Nordair",)),
        (f"Nordair, a low-cost airline, left Sulabank. {QUOTED} said the airline.", ("Nordair",)),
        (f"Nordair is an airline. Sulabank is not. {QUOTED} the airline added.", ("Nordair",)),
        (f"Nordair left. Norvik Zoo did not. {QUOTED} the zoo said.", ("Norvik Zoo",)),
        (f"The Health Ministry called Nordair. {QUOTED} the ministry said.", ("Health Ministry",)),
        (f"The Health Ministry called Nordair. {QUOTED} the company said.", ("Nordair",)),
        (f"Norvik-based Nordair sued Sulabank. {QUOTED} the Norvik-based firm said.", ("Nordair",)),
        (f"Nordair sued Sulabank. {QUOTED} the company said.", ()),
        (f"Nordair sued Sulabank. {QUOTED} the airline said.", ()),
        (f"The Health Ministry met the Finance Ministry. {QUOTED} the ministry said.", ()),
        (f"The Health Ministry met. {QUOTED} the university said.", ()),
        (f"Nordair left. {QUOTED} an airline said.", ()),
        (f"Nordair left. {QUOTED} the rival airline said.", ()),
        (f"Nordair told Newswire so. {QUOTED} a company said.", ()),
        (f"{QUOTED} the airline said. Nordair has 12 planes.", ()),
        (f"The Drivers' Guild met. Sulabank did not. {QUOTED} the workers' union said.", ()),
        (f"Nordair left. {QUOTED} the pilots' union said.", ()),
        (f"Nordair, the pilots' union, left Sulabank. {QUOTED} the pilots' union said.", ("Nordair",)),
        (f"Nordair left. {QUOTED} the rival company said.", ()),
        (f"Velda grew, said Ines Calloway of Nordair. {QUOTED} the company said.", ()),
        (f"Nordair grew. It grows, said Hale of Sulabank. {QUOTED} the company said.", ("Nordair",)),
    ],
)
def test_a_kind_is_the_organisation_that_can_be_meant(text: str, speakers: tuple[str, ...]) -> None:
    assert said_by(text) == [speakers]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"Health Minister Ines Calloway came. {QUOTED} the minister said.", ("Ines Calloway",)),
        (
            f"Ines Calloway, a spokeswoman for Nordair, came. {QUOTED} the spokeswoman said.",
            ("Ines Calloway",),
        ),
        (f"Mayor of Norvik Ines Calloway came with Hale. {QUOTED} the mayor said.", ("Ines Calloway",)),
        (f"Calloway met the coach, Torben Hale. {QUOTED} said the coach.", ("Torben Hale",)),
        (f"Foreign Minister Torben Hale came. {QUOTED} the foreign minister said.", ("Torben Hale",)),
        (f"The two ministers, Calloway and Hale, came. {QUOTED} the minister said.", ()),
        (f"Foreign Minister Torben Hale came. {QUOTED} the prime minister said.", ()),
        (f"Prime Minister Torben Hale came. {QUOTED} the minister said.", ()),
        (f"Assistant coach Torben Hale came. {QUOTED} the coach said.", ()),
        (f"Coach Torben Hale met coach Karl Denning. {QUOTED} the coach said.", ()),
        (f"Comedian Ana Reyes came. {QUOTED} the 87-year-old comedian said.", ()),
        (f"Lawyer Karl Denning came. {QUOTED} Calloway's lawyer said.", ()),
        (f"Torben Hale came. {QUOTED} the minister said.", ()),
        (f"Through a spokesman, Torben Hale denied it. {QUOTED} the spokesman said.", ()),
        (
            f"Rosa Wellen, the spokeswoman for President Torben Hale, came. {QUOTED} the spokeswoman said.",
            ("Rosa Wellen",),
        ),
        (f"{QUOTED} the minister said. Health Minister Ines Calloway left.", ()),
    ],
)
def test_a_role_is_whoever_was_introduced_by_it(text: str, speakers: tuple[str, ...]) -> None:
    assert said_by(text) == [speakers]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            f"Minister Ines Calloway met minister Torben Hale. {QUOTED} the two ministers said.",
            ("Ines Calloway", "Torben Hale"),
        ),
        (f"Ana Reyes and Karl Denning wed. {QUOTED} the couple said.", ("Ana Reyes", "Karl Denning")),
        (f"Ana Reyes and Karl Denning signed. {QUOTED} the pair wrote.", ("Ana Reyes", "Karl Denning")),
        (f"Minister Ines Calloway came. {QUOTED} the two ministers said.", ()),
        (f"Minister Ines Calloway met minister Torben Hale. {QUOTED} the ministers said.", ()),
        (f"Ana Reyes wed. {QUOTED} the couple said.", ()),
        (f"Ana Reyes, Rosa Wellen and Karl Denning came. {QUOTED} the pair said.", ()),
    ],
)
def test_a_plural_is_as_many_people_as_it_counts(text: str, speakers: tuple[str, ...]) -> None:
    assert said_by(text) == [speakers]
