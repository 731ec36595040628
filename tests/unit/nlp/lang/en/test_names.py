"""The English words for names: no list contradicts another, and each has the form that is compared."""

from __future__ import annotations

import pytest

from nutgraf.nlp.lang.en import honorifics, known_names
from nutgraf.nlp.lang.en.names import NAMES
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.surface_forms import normalize_surface

HONORIFICS, PLACES, ORGANISATIONS = NAMES.honorifics, NAMES.places, NAMES.organisations
FOLDED = {
    "addresses": HONORIFICS.addresses,
    "titles": HONORIFICS.titles,
    "modifiers": HONORIFICS.modifiers,
    "origins": HONORIFICS.origins,
    "organisations": ORGANISATIONS.suffixes | ORGANISATIONS.generic_names | ORGANISATIONS.legal_forms,
    "linking words": ORGANISATIONS.linking_words,
    "places": PLACES.countries | PLACES.regions | PLACES.natural_features | PLACES.facilities,
    "directions": PLACES.directions,
    "demonyms": NAMES.demonyms.words | NAMES.demonyms.phrases | NAMES.demonyms.prefixes,
    "occasions": NAMES.occasions,
    "suffixes": NAMES.persons.suffixes,
}


@pytest.mark.parametrize("name", FOLDED)
def test_words_that_are_compared_folded_are_written_folded(name: str) -> None:
    assert [word for word in FOLDED[name] if word != word.casefold() or word != word.strip(" ,")] == []


def test_every_address_is_a_title() -> None:
    assert HONORIFICS.addresses <= HONORIFICS.titles
    assert HONORIFICS.titles >= honorifics.MASCULINE | honorifics.FEMININE
    assert honorifics.MASCULINE.isdisjoint(honorifics.FEMININE)


def test_every_noun_for_an_origin_is_a_demonym() -> None:
    assert HONORIFICS.origins <= NAMES.demonyms.words


def test_no_word_is_the_end_of_an_organisation_and_of_another_thing() -> None:
    assert ORGANISATIONS.suffixes.isdisjoint(PLACES.facilities | PLACES.natural_features)
    assert ORGANISATIONS.suffixes.isdisjoint(NAMES.occasions)
    assert PLACES.facilities.isdisjoint(PLACES.natural_features | NAMES.occasions)


def test_no_place_is_a_demonym() -> None:
    known = gazetteer.known_places(NAMES)
    # "Baltic" is both: "the Baltic" is a sea, "Baltic states" are not.
    assert NAMES.demonyms.words & (known.countries | known.regions) == {"baltic"}
    assert known.regions.isdisjoint(known.countries | known.cities)


def test_synonyms_are_normalized_and_lead_to_one_name_each() -> None:
    for full_name, synonyms in known_names.SYNONYMS.items():
        assert all(normalize_surface(NAMES, name) == name for name in (full_name, *synonyms))
        assert full_name not in synonyms
