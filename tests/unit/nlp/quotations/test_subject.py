"""A surname that two people of one clause bear is nobody's in particular."""

from __future__ import annotations

import pytest

from nutgraf.model import Entity, EntityType, Mention
from nutgraf.nlp import quotations
from tests.support.docs import english
from tests.unit.nlp.quotations.test_extractor import split


def speaker_ids(text: str, bearer: str, *others: str) -> list[tuple[str, str | None]]:
    """Who speaks, with the last mention of the surname taken for one bearer's."""
    last = text.rindex("Wellen")
    entities = []
    for name in (bearer, *others):
        start = text.index(name)
        mentions = [Mention("text", name, start, start + len(name), 0.9)]
        if name == bearer:
            mentions.append(Mention("text", "Wellen", last, last + 6, 0.9))
        entities.append(Entity(f"ent_{name}", name, EntityType.PERSON, 0.1, tuple(mentions), ()))
    found = quotations.extract_quotations(english(text, split(text)), entities)
    return [(speaker.name, speaker.entity_id) for quote in found for speaker in quote.speakers]


@pytest.mark.parametrize(
    ("opening", "surname"),
    [
        ("Tom Wellen met his brother Karl Wellen in Norvik.", "Wellen"),
        ("Tom Wellen met his brother Karl Wellen in Norvik.", "Mr Wellen"),
        ("Karl Wellen and Tom Wellen came late.", "Wellen"),
    ],
)
def test_a_surname_of_two_in_one_clause_is_no_person(opening: str, surname: str) -> None:
    text = f'{opening} "It was a fine day," {surname} said.'
    assert speaker_ids(text, "Karl Wellen", "Tom Wellen") == [("Wellen", None)]


@pytest.mark.parametrize(
    ("opening", "surname"),
    [
        ("Tom Wellen left. Then Karl Wellen came in.", "Wellen"),
        ("Laura Wellen met her brother Karl Wellen in Norvik.", "Mr Wellen"),
    ],
)
def test_a_surname_that_the_text_tells_apart_is_its_bearer(opening: str, surname: str) -> None:
    other = "Laura Wellen" if "Laura" in opening else "Tom Wellen"
    text = f'{opening} "It was a fine day," {surname} said.'
    assert speaker_ids(text, "Karl Wellen", other) == [("Karl Wellen", "ent_Karl Wellen")]
