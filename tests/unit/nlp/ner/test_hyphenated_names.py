"""Names with a hyphen, joined when the tagger cut them and left alone when they are two names."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import EntityType
from nutgraf.nlp.encoder.span_trimming import trim_span
from nutgraf.nlp.entity_resolution.resolver import resolve_entities
from nutgraf.nlp.ner.type_voting import resolve_types
from nutgraf.nlp.spans import TaggedSpan
from tests.support.docs import english
from tests.unit.nlp.ner.test_type_voting import FAC, GPE, NORP, ORG, PERSON, article, settled

LETTERS = st.text(alphabet="Abc -‐.\nD", max_size=60)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Craig Eccles|PERSON]-[Todd|PERSON] drove home.", [("Craig Eccles-Todd", PERSON)]),
        ("[Anne|PERSON]-[Lise Moreau|PERSON] drove home.", [("Anne-Lise Moreau", PERSON)]),
        ("Mr [Eccles|PERSON]-[Todd|PERSON] drove home.", [("Eccles-Todd", PERSON)]),
        ("Readers of the [Norfield Times|ORG]-News wrote.", [("Norfield Times-News", ORG)]),
        ("The [Norfield Times|ORG]-[News|ORG] wrote.", [("Norfield Times-News", ORG)]),
        (
            "Fog closed [Tarva|LOC]-[Fort Brisk International Airport|LOC].",
            [("Tarva-Fort Brisk International Airport", FAC)],
        ),
    ],
)
def test_the_halves_of_a_name_with_a_hyphen_are_one_name(
    marked: str, expected: list[tuple[str, EntityType]]
) -> None:
    assert settled(marked) == expected


def test_a_surname_of_two_halves_follows_its_full_name() -> None:
    found = settled("[Craig Eccles-Todd|PERSON] drove.\nPolice said [Eccles|PERSON]-[Todd|PERSON] drank.")
    assert found == [("Craig Eccles-Todd", PERSON), ("Eccles-Todd", PERSON)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Then [Reed|PERSON]-[Holt|PERSON] talks failed.", [("Reed", PERSON), ("Holt", PERSON)]),
        ("A [Tom Reed|PERSON]-[Anna Holt|PERSON] film.", [("Tom Reed", PERSON), ("Anna Holt", PERSON)]),
        ("An [NDU|ORG]-[VLP|ORG] pact was signed.", [("NDU", ORG), ("VLP", ORG)]),
        ("The [France|LOC]-[Norway|LOC] border opened.", [("France", GPE), ("Norway", GPE)]),
        ("A pro-[Holt|PERSON] march set off.", [("Holt", PERSON)]),
        ("A [Dockers Union|ORG]-NDU pact was signed.", [("Dockers Union", ORG)]),
        ("A [Dockers Union|ORG]-Norway pact was signed.", [("Dockers Union", ORG)]),
        ("A [Dockers Union|ORG]-French pact.", [("Dockers Union", ORG), ("French", NORP)]),
        ("An officer, [Pol Lt|PERSON]-General by rank.", [("Pol Lt", PERSON)]),
    ],
)
def test_two_names_with_a_hyphen_between_them_stay_two(
    marked: str, expected: list[tuple[str, EntityType]]
) -> None:
    assert settled(marked) == expected


def test_a_name_that_the_article_gives_alone_is_no_half() -> None:
    found = settled("[Anna Holt|PERSON] came.\nThen [Tom Reed|PERSON]-[Holt|PERSON] talks failed.")
    assert found[1:] == [("Tom Reed", PERSON), ("Holt", PERSON)]


def test_a_heading_in_which_every_word_has_a_capital_extends_no_name() -> None:
    marked = "[Dockers Union|ORG]-Backed Strike Ends\nThe [Dockers Union|ORG] said so."
    assert settled(marked, headings=(0,)) == [("Dockers Union", ORG)] * 2


def test_a_person_under_a_double_surname_is_one_entity() -> None:
    marked = (
        "[Craig Eccles|PERSON]-[Todd|PERSON] drove.\nPolice said that [Eccles-Todd|PERSON] drank.\n"
        "Mr [Eccles|PERSON]-[Todd|PERSON] denied it."
    )
    text, mentions, sentences = article(marked)
    doc = english(text, sentences)
    (person,) = resolve_entities(resolve_types(mentions, doc), doc, sentences)
    assert person.name == "Craig Eccles-Todd"
    assert {alias.text for alias in person.aliases} == {"Eccles-Todd", "Mr Eccles-Todd"}


def test_half_of_an_overlooked_name_is_not_added_for_itself() -> None:
    found = settled("[Rosa Quispe|PERSON] spoke.\nLater Quispe-Lindo left, and Quispe-led crowds too.")
    assert found == [("Rosa Quispe", PERSON), ("Quispe", PERSON)]


def test_two_overlooked_names_with_a_hyphen_are_added() -> None:
    found = settled("[Rosa Quispe|PERSON] met [Ivo Malling|PERSON].\nThe Quispe-Malling talks failed.")
    assert ("Quispe", PERSON) in found
    found = settled("[Rosa Quispe|PERSON] came.\nThe Quispe-Malling talks failed.")
    assert found == [("Rosa Quispe", PERSON), ("Quispe", PERSON)]


@given(
    LETTERS, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12), st.sampled_from("POL")), max_size=6)
)
def test_whatever_is_joined_lies_in_order_without_overlap(
    text: str, places: list[tuple[int, int, str]]
) -> None:
    kinds = {"P": PERSON, "O": ORG, "L": EntityType.LOC}
    mentions: list[TaggedSpan] = []
    for begin, length, kind in sorted(places):
        start, end = trim_span(text, begin, min(begin + length, len(text)))
        if start < end and (not mentions or start >= mentions[-1].end):
            mentions.append(TaggedSpan("text", start, end, kinds[kind], 0.9))
    _, _, sentences = article(text)
    found = resolve_types(mentions, english(text, sentences))
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
