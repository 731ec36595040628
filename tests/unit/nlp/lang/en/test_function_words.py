from __future__ import annotations

import pytest

from nutgraf.nlp.lang.en import function_words, name_particles, pronouns, reporting_verbs

LISTS = {
    f"{module.__name__.rsplit('.', 1)[1]}.{name}": words
    for module in (function_words, name_particles, pronouns, reporting_verbs)
    for name, words in vars(module).items()
    if name.isupper() and isinstance(words, frozenset)
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_hold_single_lower_case_words(name: str) -> None:
    assert LISTS[name]
    assert all(word == word.lower() and word.isalpha() for word in LISTS[name])


def test_frequent_words_tell_nothing_of_a_subject_and_the_commonest_are_frequent() -> None:
    assert function_words.FREQUENT.issuperset(function_words.COMMONEST)
    assert function_words.UNSPECIFIC.issuperset(function_words.FREQUENT)


def test_persons_do_not_overlap() -> None:
    assert not pronouns.SPEAKERS & pronouns.THIRD_PERSON
    assert pronouns.FIRST_PERSON.issuperset(pronouns.FIRST_PERSON_PLURAL)
    assert pronouns.SPEAKERS <= pronouns.FIRST_PERSON | pronouns.SECOND_PERSON


def test_subsets_of_reporting_verbs_share_the_common_ones() -> None:
    subsets = (
        reporting_verbs.AFTER_EXCLAMATION,
        reporting_verbs.OF_REPORTS,
        reporting_verbs.OF_SPEAKERS,
        reporting_verbs.OF_STATEMENTS,
    )
    assert all(subset.issuperset(reporting_verbs.COMMON) for subset in subsets)
    assert reporting_verbs.FINITE.issuperset(reporting_verbs.COMMON)
