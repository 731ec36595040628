"""Subjects in front of a reporting verb, with titles, appositions and other names around them."""

from __future__ import annotations

import pytest

from tests.unit.nlp.quotations.newsroom import said_by

HELD = "“the wall has to go now”"


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("Mayor of Norvik Ines Calloway said", "Ines Calloway"),
        ("The mayor of Norvik Ines Calloway said", "Ines Calloway"),
        ("Valland Secretary of State Torben Hale said", "Torben Hale"),
        ("Head of the agency Rosa Wellen told reporters", "Rosa Wellen"),
        ("President of Nordair Karl Denning later said", "Karl Denning"),
        ("Torben Hale, of the drivers’ union Nordair, said", "Torben Hale"),
        ("Torben Hale of Nordair said", "Torben Hale"),
        ("Torben Hale of the Nordair group in Valland said", "Torben Hale"),
        ("Rosa Wellen, head of the Health Ministry in Norvik, said", "Rosa Wellen"),
        ("Rosa Wellen, who met Torben Hale on Monday in Norvik, said", "Rosa Wellen"),
        ("Rosa Wellen (Norvik) said", "Rosa Wellen"),
        ("The mayor, Ines Calloway, said", "Ines Calloway"),
        ("A spokesman for Nordair, Karl Denning, said", "Karl Denning"),
        ("The head of the Finance Ministry, Karl Denning, attacked the plan and said", "Karl Denning"),
        ("Retired pilot and Nordair adviser Karl Denning warned of", "Karl Denning"),
        ("Norvik-based Nordair, which has twelve planes, said", "Nordair"),
        ("Previously the Health Ministry issued a warning, saying", "Health Ministry"),
        ("Asked by Torben Hale about the wall, Calloway said", "Ines Calloway"),
        ("Asked whether he would pay, Karl Denning said", "Karl Denning"),
        ("Speaking to Newswire, Ana Reyes said", "Ana Reyes"),
        ("The council backed the plan, with mayor Ines Calloway arguing", "Ines Calloway"),
        ("Calloway opened the bridge in Norvik, saying", "Ines Calloway"),
        ("A statement from Nordair said", "Nordair"),
        ("A letter by Karl Denning read", "Karl Denning"),
        ("Nordair's statement said", "Nordair"),
        ("The board heard of it from Torben Hale, who said", "Torben Hale"),
        ("An article, by Newswire columnist Ana Reyes, called it", "Ana Reyes"),
        ("Rosa Wellen, a researcher in rocks, rivers and roads at Norvik Zoo, said", "Rosa Wellen"),
        ("Rosa Wellen, founder and Norvik activist explains", "Rosa Wellen"),
        ("Rosa Wellen, Nordair, said", "Rosa Wellen"),
        ("A spokesman for Hale, Karl Denning, said", "Karl Denning"),
        ("They heard a man who Newswire's Ana Reyes called", "Ana Reyes"),
        ("The speaker of the house, Vallander Karl Denning, asked", "Karl Denning"),
        ("A year later, Calloway opened the bridge, saying", "Ines Calloway"),
        ("In a statement from the airport, Karl Denning said", "Karl Denning"),
    ],
)
def test_the_subject_is_found_behind_titles_and_in_front_of_appositions(lead: str, speaker: str) -> None:
    assert said_by(f"{lead} {HELD}.") == [(speaker,)]


@pytest.mark.parametrize(
    "lead",
    [
        "A friend of Ines Calloway said",
        "The wife of Torben Hale said",
        "Friends of mayor Ines Calloway said",
        "A spokesman for Nordair said",
        "A spokesman of Karl Denning said",
        "An adviser to the mayor of Norvik said",
        "The Calloway family said",
        "The sign above Norvik read",
        "The statement about Nordair said",
        "A leaflet handed to Karl Denning said",
        "Calloway was told by officials that witnesses said",
        "Nordair was described as",
        "One man who was leaving Norvik told Newswire",
        "A source inside Norvik said",
        "The Vallander said",
        "Chairman Karl Denning left. The chairman of Sulabank said",
        "Denning saw the players shouting and screaming:",
        "Reports on Calloway said",
    ],
)
def test_whoever_only_stands_near_the_verb_does_not_speak(lead: str) -> None:
    assert said_by(f"{lead} {HELD}.") == [()]


@pytest.mark.parametrize(
    ("lead", "speakers"),
    [
        ("Ines Calloway and Torben Hale said in a joint statement", ("Ines Calloway", "Torben Hale")),
        (
            "Ines Calloway, Karl Denning and Torben Hale said",
            ("Ines Calloway", "Karl Denning", "Torben Hale"),
        ),
        (
            "Ines Calloway, the mayor of Norvik, and Torben Hale, her deputy, wrote",
            ("Ines Calloway", "Torben Hale"),
        ),
        ("Karl Denning and his wife, Ana Reyes, said", ("Karl Denning", "Ana Reyes")),
        ("Nordair and Sulabank said", ("Nordair", "Sulabank")),
        ("Mayor Ines Calloway and engineer Ana Reyes later said", ("Ines Calloway", "Ana Reyes")),
        ("On Monday, Calloway and Hale said", ("Ines Calloway", "Torben Hale")),
        ("The storm broke the wall and Hale said", ("Torben Hale",)),
        ("Calloway left early, and Hale said", ("Torben Hale",)),
        ("Calloway blamed the storm and said", ("Ines Calloway",)),
        ("In Norvik, Hale said", ("Torben Hale",)),
        ("Mr Hale, who lives with his wife, Ana Reyes, 43, and Rosa Wellen, 13, said", ()),
        ("Vallander and foreign pop star Ana Reyes spoke up, saying", ("Ana Reyes",)),
        ("A friend and Torben Hale said", ()),
        ("The mayor and Torben Hale said", ()),
        ("Officials and Torben Hale said", ()),
        ("The mayor met Calloway and Hale said", ()),
    ],
)
def test_joint_speakers_are_all_named_and_never_one_of_them(lead: str, speakers: tuple[str, ...]) -> None:
    assert said_by(f"{lead} {HELD}.") == [speakers]
