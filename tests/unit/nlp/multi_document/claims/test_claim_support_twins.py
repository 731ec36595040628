"""Which article is listed for a statement: twins in nearly the same words that say something else."""

from __future__ import annotations

import pytest

from nutgraf.model.story import SupportDegree
from tests.unit.nlp.multi_document.claims.test_claim_support_variations import degree

OTHER_WAY_ROUND = [
    ("Ola Brandt attacked Finn Calloway in Norvik.", "Finn Calloway attacked Ola Brandt in Norvik."),
    ("Ola Brandt was attacked by Finn Calloway in Norvik.", "Ola Brandt attacked Finn Calloway in Norvik."),
    ("Ola Brandt attacked Finn Calloway.", "Ola Brandt was brutally attacked by Finn Calloway."),
    ("Ines Sandvik replaces Sigrid Lindqvist as head of Norlund.",
     "Sigrid Lindqvist replaces Ines Sandvik as head of Norlund."),
]  # fmt: skip

SAME_WAY_ROUND = [
    ("Ola Brandt was attacked by Finn Calloway in Norvik.", "Finn Calloway attacked Ola Brandt in Norvik."),
    ("Finn Calloway attacked Ola Brandt.", "Ola Brandt was brutally attacked by Finn Calloway."),
    ("Ines Sandvik replaces Sigrid Lindqvist as head of Norlund.",
     "Sigrid Lindqvist was replaced by Ines Sandvik as head of Norlund."),
]  # fmt: skip

RELATIVES = [
    ("The widow of Torben Hale slipped on the ice.", "Torben Hale slipped on the ice."),
    ("Torben Hale slipped on the ice beside the mill.",
     "The widow of Torben Hale slipped on the ice beside the mill."),
    ("A lawyer for Marit Halvorsen confessed to the theft.", "Marit Halvorsen confessed to the theft."),
    ("Marit Halvorsen's nephew confessed to the theft.", "Marit Halvorsen confessed to the theft."),
    ("The brother of Mayor Sandvik wept in the yard.", "Mayor Sandvik wept in the yard."),
    ("The driver of the van fled into the forest.", "The owner of the van fled into the forest."),
    ("The baker's son rang the alarm bell.", "The guard's son rang the alarm bell."),
]  # fmt: skip

SAME_RELATIVES = [
    ("The widow of Torben Hale slipped on the ice.", "Torben Hale's widow slipped on the ice."),
    ("The driver of the van fled into the forest.", "Into the forest fled the driver of the van."),
    ("Marit Halvorsen's nephew confessed to the theft.",
     "The nephew of Marit Halvorsen confessed to the theft."),
    ("Torben Hale's brother Ola Brandt rang the alarm bell.", "Ola Brandt rang the alarm bell."),
    ("Ola Brandt rang the alarm bell.", "Torben Hale's brother Ola Brandt rang the alarm bell."),
    ("Marit Halvorsen wept in the yard.", "In the yard Marit Halvorsen wept."),
]  # fmt: skip

DOUBTED = [
    ("The boiler room is stable.", "The boiler room is far from stable."),
    ("Pupils will be moved to the sports hall.", "Pupils fear they would be moved to the sports hall."),
    ("The foreman emptied the safe in the office.",
     "“Has the foreman emptied the safe in the office?” the baker asked."),
    ("The foreman emptied the safe in the office.",
     "Police asked whether the foreman emptied the safe in the office."),
    ("The family insured the kiln after the audit.", "The family insured the kiln before the audit."),
    ("All windows in the chapel are broken.", "Some windows in the chapel are broken."),
    ("The foreman forged the invoices of the bank.",
     "It is a hoax that the foreman forged the invoices of the bank."),
    ("The crews rescued the horses in the stable.", "The crews tried to rescue the horses in the stable."),
    ("The bakery closed its shop in Norvik.", "The bakery agreed to close its shop in Norvik."),
    ("The foreman took money from the bank.", "Neighbours allege the foreman took money from the bank."),
    ("The river beside the school was calm.", "The river beside the school was wild."),
    ("Both guards slept in the office.", "One of the guards slept in the office."),
]  # fmt: skip

NOT_DOUBTED = [
    ("Pupils will be moved to the sports hall.", "Pupils would be moved to the sports hall."),
    ("The foreman emptied the safe in the office.",
     "“Who was there? The foreman emptied the safe in the office,” the baker said."),
    ("The family insured the kiln after the audit.", "After the audit the family insured the kiln."),
    ("The river beside the school was calm.", "Calm was the river beside the school."),
    ("The crews tried to rescue the horses.", "All night the crews tried to rescue the horses."),
    ("The bakery agreed to close its shop.", "The bakery agreed on Monday to close its shop."),
    ("All windows in the chapel are broken.", "Every window in the chapel is broken."),
]  # fmt: skip

WITHOUT_MAIN_CLAUSE = [
    ("The driver of the van that rolled into a ditch near Norvik was asleep.",
     "A van rolled into a ditch near Norvik at noon."),
    ("The woman who saved the cats in the stable is a nurse.", "A woman saved the cats in the stable."),
    ("The baker called the audit of the sheds in Norvik a scandal.",
     "The nurse called the audit of the sheds in Norvik a relief."),
    ("We saw a flash like lightning and then there was ash everywhere.",
     "“We saw a flash like lightning,” she said."),
]  # fmt: skip


@pytest.mark.parametrize(("said", "other"), [*OTHER_WAY_ROUND, *RELATIVES, *DOUBTED])
def test_an_article_that_says_something_else_in_the_same_words_is_not_listed(said: str, other: str) -> None:
    assert degree(said, other) is None


@pytest.mark.parametrize(("said", "other"), [*SAME_WAY_ROUND, *SAME_RELATIVES, *NOT_DOUBTED])
def test_an_article_that_says_the_same_in_another_order_is_listed(said: str, other: str) -> None:
    assert degree(said, other) is not None


@pytest.mark.parametrize(("said", "other"), WITHOUT_MAIN_CLAUSE)
def test_an_article_without_the_main_clause_is_not_listed_in_full(said: str, other: str) -> None:
    assert degree(said, other) is not SupportDegree.FULL
