"""Entities of a text whose names are marked as the tagger marks them."""

from __future__ import annotations

from nutgraf.model import Entity
from nutgraf.nlp.entity_resolution.resolver import resolve_entities
from nutgraf.nlp.ner.type_voting import resolve_types
from tests.support.docs import english
from tests.unit.nlp.ner.test_type_voting import article


def entities_of(marked: str) -> tuple[Entity, ...]:
    """Resolve the types and the entities of a text with ``[name|TYPE]`` marks; a line is a sentence."""
    text, mentions, sentences = article(marked)
    doc = english(text, sentences)
    return resolve_entities(resolve_types(mentions, doc), doc, ())


def names_of(marked: str) -> dict[str, str]:
    """Return the type of each entity by its name."""
    return {entity.name: str(entity.type) for entity in entities_of(marked)}


def forms_of(marked: str, name: str) -> list[str]:
    """Return the mentions of the entity of a name, in order."""
    entity = next(entity for entity in entities_of(marked) if entity.name == name)
    return [mention.text for mention in entity.mentions]
