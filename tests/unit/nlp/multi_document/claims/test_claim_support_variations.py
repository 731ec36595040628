"""Which article is listed for a statement: variations of what another report says of the same event."""

from __future__ import annotations

import pytest

from nutgraf.model.story import SupportDegree
from tests.support.invented_story import claims_of, report

FIRST = (
    "A fire destroyed the Halvorsen sawmill in Tarnbrook on Tuesday. The mill stood by the river Osk. "
    "Smoke drifted over the school, and pupils were sent home. {} "
    "Neighbours brought tea to the crews. The road to Osby was closed until noon."
)
SECOND = (
    "The sawmill of the Halvorsen family burned down in Tarnbrook on Tuesday. Crews from three villages "
    "came. {} The river was low after a dry winter. A bakery gave away its bread. "
    "Trains to Osby ran late in the evening."
)

FULL, PARTLY = SupportDegree.FULL, SupportDegree.PARTLY

SAID_IN_FULL = [
    ("The mayor of Tarnbrook opened the sports hall to the families.",
     "The mayor of Tarnbrook opened the sports hall to the families."),
    ("The mayor of Tarnbrook opened the sports hall to the families.",
     "Families slept there after the mayor of Tarnbrook opened the sports hall to the families."),
    ("A drying kiln had overheated, the fire brigade said.", "A drying kiln had overheated."),
    ("A drying kiln had overheated.", "The fire brigade said that a drying kiln had overheated."),
    ("Two sheds collapsed during the night.", "During the night two sheds collapsed."),
    ("The guard, Ola Brandt, rang the alarm bell.", "Ola Brandt, the guard, rang the alarm bell."),
    ("The insurers sent an inspector from Norvik.", "An inspector from Norvik was sent by the insurers."),
    ("Police arrested a former foreman of the mill.", "Police detained a former foreman of the mill."),
    ("The company dismissed its foreman in January.", "In January the firm sacked its foreman."),
    ("“We have lost everything,” said Marit Halvorsen.", "Marit Halvorsen said: “We have lost everything.”"),
]  # fmt: skip

SAID_IN_PART = [
    ("A drying kiln had overheated, and the sprinklers were switched off.", "A drying kiln had overheated."),
    ("Two sheds collapsed, which crushed a delivery van.", "Two sheds collapsed before midnight."),
    ("Police arrested a former foreman after they found petrol cans in his garage.",
     "Petrol cans were found in the garage of a former foreman."),
    ("Police arrested a former foreman after they found petrol cans in his garage.",
     "A former foreman was arrested by police."),
    ("The insurers sent an inspector, while the bank froze the accounts of the owners.",
     "The bank froze the accounts of the owners."),
    ("Marit Halvorsen wept as she read out the names of the workers.",
     "Marit Halvorsen read out the names of the workers in the yard."),
    ("Twelve families left their homes because burning shingles flew across the street.",
     "Burning shingles flew across the street."),
    ("The guard rang the alarm bell and then drove the forklifts out of the shed.",
     "The guard drove the forklifts out of the shed."),
    ("Some 40 workers lost their jobs, and the union demanded a meeting with the owners.",
     "The union demanded a meeting with the owners."),
    ("The mill was insured for €3 million, Marit Halvorsen said.",
     "Its insurance of €3 million will not pay for a new mill."),
    ("Twelve firefighters were hurt by splinters.", "Twelve firefighters were hurt, one of them badly."),
]  # fmt: skip

DENIED = [
    ("Two workers were injured in the boiler room.", "No workers were injured in the boiler room."),
    ("Nobody was injured in the boiler room.", "Workers were injured in the boiler room."),
    ("The owners had paid for the sprinklers.", "The owners had never paid for the sprinklers."),
    ("The foreman started the fire, police believe.", "The foreman denied that he started the fire."),
    ("The guard locked the eastern gate.", "The guard did not lock the eastern gate."),
    ("All workers in the boiler room escaped unhurt.", "Workers in the boiler room were hurt."),
    ("The alarm bell rang in the yard.", "The alarm bell failed to ring in the yard."),
]

OTHER_NUMBER = [
    ("The mill had employed 40 people for years.", "The mill had employed 65 people for years."),
    ("Fourteen sheds burned in the yard.", "Nineteen sheds burned in the yard."),
    ("The mill was insured for €3 million.", "The mill was insured for €5 million."),
    ("The flames were 30 metres high.", "The flames were 55 metres high."),
    ("The owner's dog is 11 years old.", "The owner's dog is 4 years old."),
    ("The kiln reached 240 degrees.", "The kiln reached 410 degrees."),
]  # fmt: skip

OTHER_PERSON = [
    ("Ola Brandt rang the alarm bell.", "Finn Calloway rang the alarm bell."),
    ("Ines Sandvik owns the land beside the mill.", "Torben Hale owns the land beside the mill."),
    ("The court questioned Ola Brandt about the keys.", "The court questioned Torben Hale about the keys."),
    ("Police arrested Finn Calloway at the harbour.", "Police arrested Torben Hale at the harbour."),
    ("Marit Halvorsen thanked the crews in the yard.", "Sigrid Lindqvist thanked the crews in the yard."),
]

OTHER_DAY = [
    ("The insurers visited the yard on Monday.", "The insurers visited the yard on Wednesday."),
    ("The boiler was inspected on 12 February.", "The boiler was inspected on 20 January."),
    ("A shed burned there on 3 March.", "A shed burned there in 1987."),
    ("The foreman left the company in 2019.", "The foreman left the company in 2024."),
]

OTHER_WAY_ROUND = [
    ("Ola Brandt accused Finn Calloway of theft.", "Finn Calloway accused Ola Brandt of theft."),
    ("Ines Sandvik sued Torben Hale over the keys.", "Torben Hale sued Ines Sandvik over the keys."),
]

NOT_DONE_YET = [
    ("The owners sold the timber yard.", "The owners may sell the timber yard."),
    ("The owners will sell the timber yard.", "The owners sold the timber yard."),
    ("The bank froze the accounts of the owners.", "The bank could freeze the accounts of the owners."),
    ("The family plans to rebuild the drying kiln.", "The family rebuilt the drying kiln."),
]

BACKGROUND_ALONE = [
    ("Firefighters pumped water from the river Osk.", "The river Osk is rich in trout."),
    ("The Halvorsen family bought the sawmill from a bank.", "The Halvorsen family comes from Norvik."),
    ("Police searched the sawmill for petrol cans.", "The sawmill was painted red."),
    ("Marit Halvorsen, the owner, cried in the yard.", "Marit Halvorsen, the owner, lives in Osby."),
    ("Mayor Ines Sandvik visited the crews.", "Mayor Ines Sandvik was elected last spring."),
    ("The school reopens after the holiday.", "A bus stops in front of the school."),
    ("Ola Brandt, a guard, had slept in the office.", "Ola Brandt, a guard, grew up in Osby."),
]


def degree(said: str, other: str) -> SupportDegree | None:
    """How much of a sentence of the first report the second one is listed for."""
    claims = claims_of([report("first", FIRST.format(said)), report("second", SECOND.format(other), hour=10)])
    (row,) = [row for row, sentence in enumerate(claims.sentences) if sentence.text == said][:1]
    listed = {support.article_id: support for support in claims.support(row)}
    found = listed.get("second")
    assert found is None or found.text in SECOND.format(other)
    return None if found is None else found.degree


@pytest.mark.parametrize(("said", "other"), SAID_IN_FULL)
def test_an_article_that_says_all_of_a_statement_is_listed_in_full(said: str, other: str) -> None:
    assert degree(said, other) is FULL


@pytest.mark.parametrize(("said", "other"), SAID_IN_PART)
def test_an_article_that_says_one_whole_fact_is_listed_for_a_part(said: str, other: str) -> None:
    assert degree(said, other) is PARTLY


@pytest.mark.parametrize(
    ("said", "other"),
    [*DENIED, *OTHER_NUMBER, *OTHER_PERSON, *OTHER_DAY, *OTHER_WAY_ROUND, *NOT_DONE_YET, *BACKGROUND_ALONE],
)
def test_an_article_that_says_something_else_is_not_listed(said: str, other: str) -> None:
    assert degree(said, other) is None
