"""The English words for quotations: their forms, and which lists are parts of which."""

from __future__ import annotations

from dataclasses import fields

import pytest

from nutgraf.nlp.lang.en.quotations import QUOTATIONS

VERBS, WORDS, NOUNS = QUOTATIONS.verbs, QUOTATIONS.words, QUOTATIONS.nouns
LISTS = {
    field.name: value
    for rules in (VERBS, WORDS, NOUNS)
    for field in fields(rules)
    if isinstance(value := getattr(rules, field.name), frozenset)
}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_words_in_lower_case(name: str) -> None:
    assert LISTS[name]
    assert [word for word in LISTS[name] if word != word.lower()] == []


def test_the_forms_of_a_verb_take_a_subject_or_continue_its_clause() -> None:
    assert VERBS.finite.isdisjoint(VERBS.participial)
    assert VERBS.forms == VERBS.finite | VERBS.participial | VERBS.manner | set(VERBS.phrasal)
    assert VERBS.manner.isdisjoint(VERBS.finite | VERBS.participial)
    assert VERBS.asking | VERBS.of_documents <= VERBS.finite | VERBS.participial
    assert VERBS.clause_final | VERBS.describing <= VERBS.finite
    assert VERBS.quoting <= VERBS.passing_on


def test_a_pronoun_of_one_person_may_be_a_subject() -> None:
    assert set(WORDS.person_pronouns) | WORDS.relative_pronouns <= WORDS.pronouns


def test_no_verb_is_a_function_word() -> None:
    others = WORDS.pronouns | WORDS.determiners | WORDS.prepositions | WORDS.between | WORDS.conjunctions
    assert VERBS.forms.isdisjoint(others)


def test_no_first_name_is_of_both_pronouns() -> None:
    assert NOUNS.given_names["he"].isdisjoint(NOUNS.given_names["she"])


def test_a_plural_has_its_singular_among_the_roles() -> None:
    assert set(NOUNS.plural_roles.values()) <= NOUNS.roles
    assert NOUNS.open_kinds <= set(NOUNS.kinds)
    assert NOUNS.groups <= set(NOUNS.counts)


def test_no_title_agrees_with_both_pronouns() -> None:
    assert WORDS.person_pronouns["he"].isdisjoint(WORDS.person_pronouns["she"])


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Maria de la Cruz said", "Maria de la Cruz"),
        ("Mr. Reed left", "Mr. Reed"),
        ("Jan van der Berg", "Jan van der Berg"),
        ("Omar al Hadari", "Omar al Hadari"),
    ],
)
def test_a_full_name_holds_particles_and_points(written: str, name: str) -> None:
    match = QUOTATIONS.name.match(written)
    assert match is not None
    assert match[0] == name
