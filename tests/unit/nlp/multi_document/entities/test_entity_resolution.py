"""Names of several reports are merged with evidence, and two people stay two."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import (
    Alias,
    Analysis,
    DetectedLanguage,
    Entity,
    EntityType,
    Mention,
    PipelineVersion,
    Summary,
    TextFacts,
)
from nutgraf.model.story import StoryEntity
from nutgraf.nlp.multi_document import Report
from nutgraf.nlp.multi_document.entities import entity_resolution as merging
from nutgraf.nlp.multi_document.entities.entity_cluster import EntityCluster
from nutgraf.nlp.multi_document.entities.entity_resolution import merge_entities
from tests.support.docs import english

MOMENT = datetime(2026, 4, 2, 12, tzinfo=UTC)
PERSON, ORG = EntityType.PERSON, EntityType.ORG
ODA = ("Oda Brannstrup", PERSON)
Named = tuple[str, EntityType] | tuple[str, EntityType, str]


def report(number: int, names: list[Named]) -> Report:
    entities = tuple(
        Entity(
            f"ent_{place}", name, kind, 0.5, (Mention("text", name, 0, len(name), 1.0),),
            tuple(Alias(alias, "acronym") for alias in aliases),
        )
        for place, (name, kind, *aliases) in enumerate(names)
    )  # fmt: skip
    analysis = Analysis(
        PipelineVersion("0", "test"), DetectedLanguage("en", 1.0, supported=True),
        TextFacts("", 0, 1, 1, ()),
        Summary((), 3), entities, (), (), (),
    )  # fmt: skip
    doc = english("", (), MOMENT + timedelta(hours=number))
    return Report(f"art_{number}", f"Outlet {number}", doc, MOMENT, analysis)


def merged(*articles: list[Named]) -> dict[str, StoryEntity]:
    return {
        entity.name: entity
        for entity in merge_entities([report(n, names) for n, names in enumerate(articles)])
    }


@pytest.mark.parametrize(
    ("articles", "name", "rule", "form"),
    [
        ([[ODA], [ODA], [("Oda Brannstrop", PERSON)]], "Oda Brannstrup", "misspelling", "Oda Brannstrop"),
        ([[ODA], [("Brannstrup", PERSON)]], "Oda Brannstrup", "surname", "Brannstrup"),
        ([[ODA], [("O. Brannstrup", PERSON)]], "Oda Brannstrup", "middle_name", "O. Brannstrup"),
        ([[("Moor Union", ORG, "MU")], [("MU", ORG)]], "Moor Union", "alias", "MU"),
        ([[("Moor Union", ORG)], [("Moor Union", PERSON)]], "Moor Union", "same_name", "Moor Union"),
    ],
)
def test_one_entity_under_two_forms_is_merged_with_evidence(
    articles: list[list[Named]], name: str, rule: str, form: str
) -> None:
    found = merged(*articles)
    assert set(found) == {name}
    assert (rule, form) in {(receipt.rule, receipt.text) for receipt in found[name].evidence}
    assert len(found[name].sources) == len(articles)


@pytest.mark.parametrize(
    "articles",
    [
        [[("Oda Brannstrup", PERSON)], [("Nils Brannstrup", PERSON)]],
        [[("Oda Brannstrup", PERSON), ("Nils Brannstrup", PERSON)], [("Brannstrup", PERSON)]],
        [[("Daniel Osterholt", PERSON)], [("Daniela Osterholt", PERSON)]],
        [[("Moor Rescue Union", ORG)], [("Moor Rescue Office", ORG)]],
        [[("Washington", PERSON)], [("Washington", EntityType.GPE)]],
    ],
)
def test_two_are_never_made_one(articles: list[list[Named]]) -> None:
    named = {(name, kind) for names in articles for name, kind, *_ in names}
    assert len(merge_entities([report(n, names) for n, names in enumerate(articles)])) == len(named)


SPELLINGS = st.builds(
    "{}{}".format,
    st.sampled_from(["Oda ", "O. ", "Nils ", "Daniel ", "Daniela ", "Oda Maria ", "Moor ", ""]),
    st.sampled_from(["Brannstrup", "Brannstrop", "Branstrup", "Osterholt", "Osterhold", "Union", "MU"]),
)
NAMED = st.tuples(
    SPELLINGS, st.sampled_from([PERSON, PERSON, ORG, EntityType.GPE, EntityType.LOC]), SPELLINGS
)


@given(articles=st.lists(st.lists(NAMED, min_size=1, max_size=6), min_size=2, max_size=6))
def test_the_index_misses_no_pair_that_a_rule_matches(
    articles: list[list[Named]],
) -> None:
    reports = [report(number, named) for number, named in enumerate(articles)]
    everywhere = tuple(
        replace(rule, index_keys=lambda _: [0], lookup_keys=lambda _: [0]) for rule in merging._RULES
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "_RULES", everywhere)
        wanted = merge_entities(reports)
    assert merge_entities(reports) == wanted


def test_the_index_compares_no_names_that_have_nothing_in_common(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def watched(rule: merging._Rule) -> merging._Rule:
        def matches(one: EntityCluster, other: EntityCluster, surnames: merging.Surnames) -> bool:
            asked.append(rule.name)
            return rule.matches(one, other, surnames)

        return replace(rule, matches=matches)

    monkeypatch.setattr(merging, "_RULES", tuple(watched(rule) for rule in merging._RULES))
    names: list[Named] = [
        (f"{letter * 4} {other * 8}", PERSON) for letter in "bdfghklm" for other in "nprstvwx"
    ]
    found = merge_entities([report(number, names[number::4]) for number in range(4)])
    assert (len(found), asked) == (len(names), [])
