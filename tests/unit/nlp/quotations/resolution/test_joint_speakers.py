"""Several people who speak together, behind a pronoun, a number or the conjunction of their names."""

from __future__ import annotations

import pytest

from tests.unit.nlp.quotations.newsroom import said_by

WORDS = "“The harbour will be built again,”"
BOTH = ("Ines Calloway", "Torben Hale")


@pytest.mark.parametrize(
    "text",
    [
        f"Ines Calloway and Torben Hale walked through Norvik. {WORDS} they said in a joint statement.",
        f"Ines Calloway of Nordair and Torben Hale of Sulabank signed. {WORDS} they wrote together.",
        f"The mayor, Ines Calloway, and Nordair's director, Torben Hale, came. {WORDS} they said together.",
        f"Norvik's mayor, Ines Calloway, and the director, Torben Hale, came. {WORDS} they said.",
        f"The lawyers, Ines Calloway and Torben Hale, had asked for more. {WORDS} they wrote.",
        f"The boy's parents, Ines Calloway and Torben Hale, wait. {WORDS} they say of Nordair.",
        f"On Monday, Ines Calloway and Torben Hale met. It rained. {WORDS} they said.",
        f"“It is dear,” said Ines Calloway. She and Torben Hale, who leads the team, met. {WORDS} they said.",
        f"“It is dear,” said Ines Calloway. She and the mayor, Torben Hale, met. {WORDS} the two said.",
        f"“It is,” said Ines Calloway. She and Torben Hale, head of Nordair, sat. {WORDS} the two wrote.",
        f"Ines Calloway met Torben Hale in Norvik. {WORDS} the two said in a statement.",
        f"Ines Calloway met Torben Hale in Norvik. {WORDS} they said jointly.",
        f"Ines Calloway and Torben Hale met the miners. {WORDS} they said in a joint statement.",
        f"Ines Calloway and Torben Hale ran. {WORDS} the two men said.",
        f"Ines Calloway and Torben Hale ran. {WORDS} the two leaders said.",
        f"Both Ines Calloway and Torben Hale ran. {WORDS} they wrote.",
        f"Opposition leaders Ines Calloway and Torben Hale refused. {WORDS} they said in a joint letter.",
        f"Ines Calloway and Torben Hale came home. {WORDS} said the two.",
        f"Ines Calloway and Torben Hale left.\n\n{WORDS} they said.",
    ],
)
def test_who_act_together_speak_together(text: str) -> None:
    assert said_by(text)[-1] == BOTH


@pytest.mark.parametrize(
    "text",
    [
        f"Ines Calloway and Torben Hale met the miners. {WORDS} they said.",
        f"Ines Calloway and Torben Hale met the families. {WORDS} they said.",
        f"Ines Calloway met Torben Hale in Norvik. {WORDS} they said.",
        f"Ines Calloway met Torben Hale in Norvik. {WORDS} the three said.",
        f"Ines Calloway met two miners. {WORDS} the two said.",
        f"Ines Calloway and two miners came. {WORDS} they said.",
        f"Ines Calloway and Torben Hale came. Karl Denning left. {WORDS} the two said.",
        f"Ines Calloway and Torben Hale came. The miners cheered. {WORDS} they said.",
        f"Ines Calloway, Karl Denning and Torben Hale came. {WORDS} the two said.",
        f"Ines Calloway's wife and Torben Hale came. {WORDS} they said.",
        f"She and Torben Hale came. {WORDS} they said.",
        f"“Ines Calloway and Torben Hale lied. It is dear,” said a miner. {WORDS} they said.",
        f"It rained. {WORDS} they said.",
        f"Ines Calloway and Torben Hale met two miners. {WORDS} the two miners said.",
        f"Police arrested leaders Ines Calloway and Torben Hale. {WORDS} they said.",
        f"The dog bit Ines Calloway and Torben Hale. {WORDS} they said.",
        f"Police arrested Ines Calloway and Torben Hale. {WORDS} they said.",
        f"Ines Calloway and Torben Hale fled, police in Norvik say. {WORDS} they said.",
        f"Ines Calloway and Torben Hale met. Police came. {WORDS} they said.",
        f"Ines Calloway met Torben Hale's lawyer. {WORDS} the two said.",
    ],
)
def test_whoever_else_may_be_meant_leaves_nobody(text: str) -> None:
    assert said_by(text)[-1] == ()


def test_a_pronoun_may_mean_three() -> None:
    text = f"Ines Calloway, Karl Denning and Torben Hale came. {WORDS} they said."
    assert said_by(text) == [("Ines Calloway", "Karl Denning", "Torben Hale")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"{WORDS} Calloway and Torben Hale write in a joint letter.", BOTH),
        (f"{WORDS} Calloway and Hale add.", BOTH),
        (
            f"{WORDS} union leader Ines Calloway and the head of the company, Torben Hale, said together.",
            BOTH,
        ),
        (f"{WORDS} the wife of the mayor and the head of the firm, Torben Hale, said.", ()),
        ("Hale did not write “a single word of it”.", ()),
        ("Please add “salt and a little pepper”, Hale.", ()),
        ("Calloway wants to write “a new song for Norvik”.", ()),
    ],
)
def test_a_plural_verb_has_several_speakers(text: str, speakers: tuple[str, ...]) -> None:
    assert said_by(text) == [speakers]
