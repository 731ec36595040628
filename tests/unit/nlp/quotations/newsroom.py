"""Invented people and organisations for the tests of speakers, and who says the quotations of a text."""

from __future__ import annotations

import re

from nutgraf.model import Entity, EntityType, Mention
from nutgraf.nlp import quotations
from tests.support.docs import english
from tests.unit.nlp.quotations.test_extractor import split

PEOPLE = (
    "Ines Calloway",
    "Torben Hale",
    "Rosa Wellen",
    "Karl Denning",
    "Ana Reyes",
    "Jonas Starck",
    "Olaf Brandt",
    "Haramba",
)
OTHERS = {
    "Nordair": EntityType.ORG,
    "Sulabank": EntityType.ORG,
    "Drivers' Guild": EntityType.ORG,
    "Norvik Zoo": EntityType.ORG,
    "Health Ministry": EntityType.ORG,
    "Finance Ministry": EntityType.ORG,
    "Newswire": EntityType.ORG,
    "Norvik": EntityType.GPE,
    "Valland": EntityType.GPE,
    "Vallander": EntityType.NORP,
}


def people_and_organisations(text: str) -> list[Entity]:
    """Everyone of the newsroom whom a text names; people by their full name or their surname."""
    forms = {name: rf"\b(?:{name}|{name.split()[-1]})\b" for name in PEOPLE}
    forms |= {name: rf"\b{name}\b(?! Zoo)" for name in OTHERS}
    found = []
    for name, form in forms.items():
        mentions = tuple(
            Mention("text", match[0], match.start(), match.end(), 0.9) for match in re.finditer(form, text)
        )
        if mentions:
            kind = OTHERS.get(name, EntityType.PERSON)
            found.append(Entity(f"ent_{name}", name, kind, 0.1, mentions, ()))
    return found


def said_by(text: str) -> list[tuple[str, ...]]:
    """The names of who say each quotation of a text."""
    found = quotations.extract_quotations(english(text, split(text)), people_and_organisations(text))
    for quote in found:
        assert quote.speaker == (quote.speakers[0] if len(quote.speakers) == 1 else None)
    return [tuple(speaker.name for speaker in quote.speakers) for quote in found]
