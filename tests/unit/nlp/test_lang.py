"""Every supported language has every area, and no language has to have any word."""

from __future__ import annotations

import pkgutil
from dataclasses import fields
from importlib import import_module

import pytest

from nutgraf.nlp import lang
from nutgraf.nlp.lang import DEFAULT_LANGUAGE, LANGUAGES, Language, get_language
from tests.support.tarvi import TARVI

SHARED_FOLDERS = {"international", "schema"}
"""Folders beside those of the languages."""

AREAS = [field.name for field in fields(Language) if field.name not in ("code", "name")]


def test_every_folder_of_a_language_is_registered_under_its_code() -> None:
    folders = {each.name for each in pkgutil.iter_modules(lang.__path__) if each.ispkg} - SHARED_FOLDERS
    assert folders == set(LANGUAGES)
    assert all(language.code == code for code, language in LANGUAGES.items())


def test_a_language_is_found_by_its_code_and_no_other_is() -> None:
    assert get_language("en") is LANGUAGES["en"]
    assert get_language("qtv") is None
    assert DEFAULT_LANGUAGE in LANGUAGES.values()


@pytest.mark.parametrize("area", AREAS)
def test_rules_without_a_word_are_those_of_an_unknown_language(area: str) -> None:
    rules = type(getattr(DEFAULT_LANGUAGE, area))
    assert rules() is not None


@pytest.mark.parametrize("language", [*LANGUAGES.values(), TARVI], ids=lambda language: language.code)
def test_a_language_has_rules_of_the_schema_in_every_area(language: Language) -> None:
    for area in AREAS:
        schema = import_module(f"nutgraf.nlp.lang.schema.{area}")
        rules = type(getattr(language, area))
        assert getattr(schema, rules.__name__) is rules
