"""Names in a language that nobody speaks: its words have their effect, and English words have none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nutgraf.model import EntityType
from nutgraf.nlp.encoder.span_trimming import trim_span
from nutgraf.nlp.entity_resolution.resolver import resolve_entities
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.lang.schema.names import Demonyms, NameRules
from nutgraf.nlp.lang.schema.organisation_names import OrganisationNames
from nutgraf.nlp.lang.schema.person_names import Honorifics, PersonNames
from nutgraf.nlp.lang.schema.place_names import PlaceNames
from nutgraf.nlp.lang.schema.possessives import Possessives
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.ner.demonyms import is_demonym
from nutgraf.nlp.ner.honorifics import is_address, is_title, without_titles
from nutgraf.nlp.ner.surface_forms import normalize_surface
from nutgraf.nlp.ner.type_voting import resolve_types
from tests.support.docs import english
from tests.unit.nlp.ner.test_type_voting import LOC, MISC, NORP, ORG, PERSON, article

NAMES = NameRules(
    names_are_capitalised=True,
    definite_articles=("ka ",),
    articles=("ka ", "o'"),
    possessives=Possessives(endings=("'qua",), bare_ending="qua"),
    honorifics=Honorifics(addresses=frozenset({"zor"}), titles=frozenset({"zor", "vunder"})),
    persons=PersonNames(suffixes=frozenset({"yun"})),
    organisations=OrganisationNames(
        suffixes=frozenset({"gremium"}), legal_forms=frozenset({"krt"}), blocs=frozenset({"OKA"})
    ),
    places=PlaceNames(
        countries=frozenset({"velland"}),
        facilities=frozenset({"havn"}),
        natural_features=frozenset({"flod"}),
        directions=frozenset({"norr"}),
    ),
    demonyms=Demonyms(words=frozenset({"quellic"}), prefixes=frozenset({"norr"}), plural_endings=("ar",)),
    occasions=frozenset({"traktat"}),
    synonyms={"velland": ("vl",)},
)
INVENTED = replace(ENGLISH, code="xx", name="Invented", names=NAMES)


def settled(marked: str) -> list[tuple[str, EntityType]]:
    text, mentions, sentences = article(marked)
    doc = replace(english(text, sentences), language_code="xx", language=INVENTED)
    return [(doc.surface(mention), mention.type) for mention in resolve_types(mentions, doc)]


def merged(marked: str) -> list[str]:
    """Give the names of the entities."""
    text, mentions, sentences = article(marked)
    doc = replace(english(text, sentences), language_code="xx", language=INVENTED)
    return [entity.name for entity in resolve_entities(resolve_types(mentions, doc), doc, sentences)]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Vunder Ilva Tarn|PERSON] fi.", [("Ilva Tarn", PERSON)]),
        ("Du quellic Norr Quellic ir.", [("Norr Quellic", NORP)]),
        ("[Tarn Gremium|LOC|0.5] fi.", [("Tarn Gremium", ORG)]),
        ("Ir ka [Velland-OKA|LOC] fi.", [("Velland", EntityType.GPE), ("OKA", ORG)]),
        ("[Tarn Havn|ORG|0.5] fi.", [("Tarn Havn", EntityType.FAC)]),
        ("[Norr|LOC] o [Tarn flod|LOC] fi.", [("Norr", LOC), ("Tarn", LOC)]),
        ("Ir ka [Tarn|PERSON] fi.", [("Tarn", ORG)]),
        ("[Vellandqua|LOC] fi.", [("Velland", EntityType.GPE)]),
        ("[Tarn Traktat|ORG] fi.", []),
    ],
)
def test_the_words_of_the_language_settle_boundaries_and_types(
    marked: str, expected: list[tuple[str, EntityType]]
) -> None:
    assert settled(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("[Mr Ilva Tarn|PERSON] fi.", [("Mr Ilva Tarn", PERSON)]),
        ("Du French ir, ka Senate ir.", []),
        ("[Tarn Ministry|LOC] fi.", [("Tarn Ministry", LOC)]),
        ("[Tarn Airport|LOC] fi.", [("Tarn Airport", LOC)]),
        ("[France|PERSON] fi.", [("France", PERSON)]),
        ("Ir the [Tarn|PERSON] fi.", [("Tarn", PERSON)]),
        ("[US-Russia|LOC] fi.", [("US-Russia", LOC)]),
        ("[NATOs|ORG] fi.", [("NATOs", ORG)]),
        ("[Bergen Accords|ORG] fi.", [("Bergen Accords", ORG)]),
        ("[NGO|ORG] fi.", [("NGO", ORG)]),
    ],
)
def test_english_words_do_nothing(marked: str, expected: list[tuple[str, EntityType]]) -> None:
    assert settled(marked) == expected


def test_names_are_compared_without_the_article_of_the_language() -> None:
    assert normalize_surface(NAMES, "Ka Tarn") == normalize_surface(NAMES, "Tarn")
    assert normalize_surface(NAMES, "The Tarn") != normalize_surface(NAMES, "Tarn")
    assert merged("[Ka Tarn|ORG] fi.\n[Tarn|ORG] ir.") == ["Ka Tarn"]


def test_names_are_joined_by_the_rules_of_the_language() -> None:
    assert merged("[Tarn|ORG] fi.\n[Tarn Krt|ORG] ir.") == ["Tarn"]
    assert merged("[Velland|LOC] fi.\nZu [VL|LOC] ir.")[0] == "Velland"
    assert merged("[Ilva Rok Tarn|PERSON] fi.\n[Ilva Rok Tarn Yun|PERSON] ir.") == ["Ilva Rok Tarn"]
    assert len(merged("[Tarn|ORG] fi.\n[Tarn Ltd|ORG] ir.")) == 2


def test_an_address_of_the_language_widens_a_surname() -> None:
    text, mentions, sentences = article("[Ilva Tarn|PERSON] fi.\nZor [Tarn|PERSON] ir, Mr [Tarn|PERSON] ir.")
    doc = replace(english(text, sentences), language=INVENTED)
    (person,) = resolve_entities(mentions, doc, sentences)
    assert [mention.text for mention in person.mentions] == ["Ilva Tarn", "Zor Tarn", "Tarn"]


def test_a_name_without_a_capital_is_dropped_only_where_names_have_one() -> None:
    text, mentions, sentences = article("Ir [tarn|ORG] fi.")
    doc = english(text, sentences)
    uncased = replace(INVENTED, names=replace(NAMES, names_are_capitalised=False))
    assert resolve_types(mentions, replace(doc, language=INVENTED)) == ()
    assert len(resolve_types(mentions, replace(doc, language=uncased))) == 1


def test_a_possessive_ending_is_trimmed_only_where_the_language_has_it() -> None:
    endings = NAMES.possessives.endings
    assert trim_span("Tarn'qua", 0, 8, endings) == (0, 4)
    assert trim_span("Tarn's", 0, 6, endings) == (0, 6)


def test_places_come_from_the_files_of_the_language(tmp_path: Path) -> None:
    (tmp_path / "countries.txt").write_text("Ka Storrland\nVik\n", encoding="utf-8")
    (tmp_path / "cities.txt").write_text("Ålsby\n", encoding="utf-8")
    names = replace(
        NAMES,
        places=PlaceNames(
            country_files=(tmp_path / "countries.txt",),
            city_files=(tmp_path / "cities.txt",),
            regions=frozenset({"vik"}),
        ),
    )
    assert gazetteer.is_country(names, "storrland")
    assert gazetteer.is_known_place(names, "ka Ålsby") is EntityType.GPE
    assert gazetteer.is_known_place(names, "Vik") is LOC
    assert not gazetteer.is_country(names, "Vik")
    assert gazetteer.is_known_place(names, "France") is None


def test_the_rules_of_an_unknown_language_know_no_name() -> None:
    empty = NameRules()
    for word in ("Mr", "French", "France", "Ministry", "the Hague", "D.C."):
        assert not is_title(empty, word)
        assert not is_address(empty, word)
        assert not is_demonym(empty, word)
        assert not gazetteer.is_country(empty, word)
        assert not gazetteer.is_facility(empty, word)
        assert not gazetteer.is_state_abbreviation(empty, word)
        assert gazetteer.kind_of_place(empty, word) is LOC
        assert normalize_surface(empty, word).replace(".", "") == word.casefold().replace(".", "")
    assert without_titles(empty, "Mr Tarn", 0, 7) == 0
    assert MISC not in {kind for _, kind in settled("[Tarn|MISC] fi.")}
