"""A title of the other gender, or an office that the full name lacks, keeps a bare surname to itself."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from nutgraf.model import EntityType, Mention
from nutgraf.nlp.multi_document import Report
from nutgraf.nlp.multi_document.entities.entity_resolution import merge_entities
from tests.support.docs import english
from tests.unit.nlp.multi_document.entities.test_entity_resolution import MOMENT, report


def naming(number: int, text: str, *names: str) -> Report:
    """A report with a text, in which each name is a person."""
    bare = report(number, [(name, EntityType.PERSON) for name in names])
    entities = tuple(
        replace(
            entity,
            mentions=tuple(
                Mention("text", match[0], match.start(), match.end(), 1.0)
                for match in re.finditer(entity.name, text)
            ),
        )
        for entity in bare.analysis.entities
    )
    doc = english(text, published_at=MOMENT)
    return replace(bare, doc=doc, analysis=replace(bare.analysis, entities=entities))


@pytest.mark.parametrize(
    ("surname", "full"),
    [
        ("Mayor Osterholt opened the bridge.", "Laura Osterholt opened the bridge."),
        ("Mr. Osterholt opened the bridge.", "Laura Osterholt opened the bridge."),
        ("Mr Osterholt opened the bridge.", "Mrs Robin Osterholt opened the bridge."),
        ("Then Mrs Osterholt opened the bridge.", "David Osterholt opened the bridge."),
    ],
)
def test_titles_that_do_not_fit_keep_two_apart(surname: str, full: str) -> None:
    name = " ".join(full.removesuffix(" opened the bridge.").split()[-2:])
    found = merge_entities([naming(0, surname, "Osterholt"), naming(1, full, name)])
    assert {entity.name for entity in found} == {"Osterholt", name}


@pytest.mark.parametrize(
    ("surname", "full"),
    [
        ("Mayor Osterholt opened the bridge.", "The mayor, Laura Osterholt, opened the bridge."),
        ("Mayor Osterholt opened the bridge.", "Mayor Laura Osterholt opened the bridge."),
        ("Mrs Osterholt opened the bridge.", "Laura Osterholt opened the bridge."),
        ("Dr Osterholt opened the bridge.", "Laura Osterholt opened the bridge."),
        ("Later Osterholt opened the bridge.", "Laura Osterholt opened the bridge."),
    ],
)
def test_titles_that_fit_join_a_surname(surname: str, full: str) -> None:
    found = merge_entities([naming(0, surname, "Osterholt"), naming(1, full, "Laura Osterholt")])
    assert [entity.name for entity in found] == ["Laura Osterholt"]
