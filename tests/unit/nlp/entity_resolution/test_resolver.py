from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import Entity, EntityType
from nutgraf.nlp.entity_resolution.resolver import resolve_entities
from nutgraf.nlp.spans import TaggedSpan
from tests.support.docs import english
from tests.unit.nlp.ner.test_type_voting import article


def merged(marked: str) -> tuple[str, tuple[Entity, ...]]:
    text, mentions, sentences = article(marked)
    return text, resolve_entities(mentions, english(text, sentences), sentences[:1])


def named(marked: str) -> dict[str, set[tuple[str, str]]]:
    """Give each entity's name with its aliases."""
    return {entity.name: {(a.text, a.rule) for a in entity.aliases} for entity in merged(marked)[1]}


def surfaces(marked: str, name: str) -> list[str]:
    return next([m.text for m in entity.mentions] for entity in merged(marked)[1] if entity.name == name)


def test_a_person_is_one_entity_under_full_name_surname_and_title() -> None:
    marked = "[Grant Hollister|PERSON] flew.\nMr. [Hollister|PERSON] landed.\n[Hollister|PERSON] slept."
    assert named(marked) == {
        "Grant Hollister": {("Mr. Hollister", "title_surname"), ("Hollister", "surname")},
    }
    assert surfaces(marked, "Grant Hollister") == ["Grant Hollister", "Mr. Hollister", "Hollister"]


def test_a_surname_of_two_words_follows_its_full_name() -> None:
    marked = "[Carlo Monte Bianco|PERSON] spoke.\n[Monte Bianco|PERSON] left.\n[Bianco|PERSON] slept."
    assert named(marked) == {"Carlo Monte Bianco": {("Monte Bianco", "surname"), ("Bianco", "surname")}}


def test_a_surname_may_leave_out_its_arabic_article() -> None:
    marked = "[Karim al-Hadari|PERSON] spoke.\nMr [Hadari|PERSON] left.\n[al-Hadari|PERSON] slept."
    assert named(marked) == {
        "Karim al-Hadari": {("Mr Hadari", "title_surname"), ("al-Hadari", "surname")},
    }


def test_a_surname_without_an_article_goes_to_whoever_bears_it_so() -> None:
    marked = "[Omar Hadari|PERSON] sang.\n[Karim al-Hadari|PERSON] spoke.\n[Hadari|PERSON] bowed."
    assert surfaces(marked, "Omar Hadari") == ["Omar Hadari", "Hadari"]


def test_two_people_with_one_surname_stay_two_and_the_bare_one_goes_to_the_nearest_before() -> None:
    marked = (
        "[Berg|PERSON] is a town's name too.\n[Anna Berg|PERSON] sang.\n[Berg|PERSON] bowed.\n"
        "[Nils Berg|PERSON] played.\n[Berg|PERSON] smiled."
    )
    assert surfaces(marked, "Anna Berg") == ["Anna Berg", "Berg"]
    assert surfaces(marked, "Nils Berg") == ["Nils Berg", "Berg"]
    assert surfaces(marked, "Berg") == ["Berg"]


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        ("Rostem Karimov", "Rostam Karimov", "misspelling"),
        ("Yaroslav Kovalsky", "Yaroslav Kovalskyy", "misspelling"),
        ("Daniel Ortiz Ruiz", "Daniel Ruiz", "middle_name"),
        ("Miriam Stokes", "M. Stokes", "initial"),
    ],
)
def test_other_spellings_of_a_full_name_are_joined_with_the_rule_as_receipt(
    one: str, other: str, rule: str
) -> None:
    entities = merged(f"[{one}|PERSON] spoke.\n[{one}|PERSON] left.\n[{other}|PERSON] slept.")[1]
    assert [entity.name for entity in entities] == [one]
    assert {(a.text, a.rule) for a in entities[0].aliases} == {(other, rule)}


@pytest.mark.parametrize(
    ("one", "other"),
    [("Daniel Ruiz", "Daniela Ruiz"), ("Maria Ruiz", "Marta Ruiz"), ("Anna Berg", "Anna Borg")],
)
def test_names_that_are_merely_alike_stay_two_people(one: str, other: str) -> None:
    assert set(named(f"[{one}|PERSON] spoke.\n[{other}|PERSON] left.")) == {one, other}


def test_an_acronym_joins_its_long_form() -> None:
    marked = "The [National Dockers Union|ORG] ([NDU|ORG]) met.\n[NDU|ORG] leaders left."
    assert named(marked) == {"National Dockers Union": {("NDU", "acronym")}}


def test_case_variants_and_the_article_make_no_second_entity() -> None:
    marked = (
        "[NATO|ORG] met.\n[Nato|ORG] left.\n[NATO|ORG] slept.\n[the Netherlands|GPE] and [Netherlands|GPE]."
    )
    assert named(marked) == {"NATO": {("Nato", "case")}, "the Netherlands": {("Netherlands", "case")}}


def test_common_short_names_of_countries_and_unions_are_joined() -> None:
    found = named(
        "The [United States|GPE] and the [US|GPE] met the [EU|ORG].\nThe [European Union|ORG] left."
    )
    assert found == {"United States": {("US", "known_name")}, "European Union": {("EU", "known_name")}}


def test_a_people_and_its_plural_are_one() -> None:
    assert named("A [Dane|NORP] and two [Danes|NORP].") == {"Dane": {("Danes", "plural")}}


def test_a_company_with_and_without_its_legal_form_is_one() -> None:
    found = named("[Corwin Steel Ltd|ORG] closed.\n[Corwin Steel|ORG] reopened.")
    assert found == {"Corwin Steel": {("Corwin Steel Ltd", "legal_form")}}


def test_one_name_of_a_person_and_of_a_place_makes_two_entities() -> None:
    entities = merged("[Victoria|PERSON] lives in [Victoria|GPE].")[1]
    assert {entity.type for entity in entities} == {EntityType.PERSON, EntityType.GPE}


def test_ids_count_up_in_the_order_of_salience() -> None:
    entities = merged("[NATO|ORG] met.\n[Oslo|GPE] slept.\n[NATO|ORG] left.")[1]
    assert [entity.id for entity in entities] == ["ent_1", "ent_2"]
    assert [entity.name for entity in entities] == ["NATO", "Oslo"]
    assert entities[0].salience > entities[1].salience


def test_a_thing_in_the_title_is_more_salient() -> None:
    text, mentions, sentences = article("[Oslo|GPE] met.\n[Rome|GPE] slept.")
    in_title = [TaggedSpan("title", 0, 4, EntityType.GPE, 0.9), *mentions]
    plain = resolve_entities(mentions, english(text, sentences), ())
    titled = resolve_entities(in_title, english(text, sentences, title="Rome sleeps"), ())
    assert plain[0].name == "Oslo"
    assert titled[0].name == "Rome"
    assert titled[0].mentions[0].field == "title"


WORDS = st.sampled_from(
    [
        "[Anna Berg|PERSON] ",
        "[Berg|PERSON] ",
        "Mr ",
        "[Nils Berg|PERSON] ",
        "[NATO|ORG] ",
        "[Nato|ORG]",
        "\n",
        "😀",
        "é ",
    ]
)


@given(st.lists(WORDS, max_size=30))
def test_every_mention_is_its_own_slice_and_none_is_lost(parts: list[str]) -> None:
    text, mentions, sentences = article("".join(parts))
    entities = resolve_entities(mentions, english(text, sentences), sentences)
    found = [m for entity in entities for m in entity.mentions]
    assert all(text[m.start : m.end] == m.text for m in found)
    assert sorted(m.end for m in found) == sorted(m.end for m in mentions)
    assert all(0 <= entity.salience <= 1 for entity in entities)
    assert all(a.salience >= b.salience for a, b in itertools.pairwise(entities))
    ordered = sorted(found, key=lambda m: m.start)
    assert all(a.end <= b.start for a, b in itertools.pairwise(ordered))


@given(st.lists(WORDS, max_size=30))
def test_merging_is_deterministic(parts: list[str]) -> None:
    assert merged("".join(parts)) == merged("".join(parts))
