"""Lookup of places that are known without reading the article, by name and by head word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from nutgraf.model import EntityType
from nutgraf.nlp.lang.schema.names import NameRules
from nutgraf.nlp.lang.schema.place_names import PlaceNames
from nutgraf.nlp.ner.places.place_table import KnownPlace, PlaceKind, PlaceTable, fold_place, place_table
from nutgraf.nlp.ner.surface_forms import REMEMBERED, visible, without_article

_SMALLEST_TOWN: Final = 5
"""Inhabitants, in thousands, of the smallest town whose name alone makes a place political."""


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """Names of places, casefolded and without a leading article."""

    countries: frozenset[str]
    regions: frozenset[str]
    cities: frozenset[str]


@lru_cache
def known_places(names: NameRules) -> KnownPlaces:
    """Return the names of places in a language, read from its files once in a process.

    Raises:
        OSError: a file cannot be read.
    """
    rules = names.places
    countries = _names_in(names, rules.country_files) | rules.countries
    cities = _names_in(names, rules.city_files)
    return KnownPlaces(countries - rules.regions, rules.regions, cities - rules.regions)


def _names_in(names: NameRules, files: Iterable[Path]) -> frozenset[str]:
    lines = (line for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return frozenset(_folded(names, line) for line in lines)


def is_state_abbreviation(names: NameRules, surface: str) -> bool:
    """Return whether a name abbreviates a state behind a city: "D.C.", "Calif.", "NY"."""
    abbreviations = names.places.state_abbreviations
    return surface in abbreviations or f"{surface}." in abbreviations


def is_known_place(names: NameRules, surface: str) -> EntityType | None:
    """Return GPE for the name of a known political place, LOC for that of a known region, else None."""
    folded, known = _folded(names, surface), known_places(names)
    if folded in known.regions:
        return EntityType.LOC
    return EntityType.GPE if folded in known.countries or folded in known.cities else None


def is_country(names: NameRules, surface: str) -> bool:
    """Return whether a name is that of a country or of a large part of one."""
    return _folded(names, surface) in known_places(names).countries


@lru_cache(maxsize=REMEMBERED)
def kind_of_place(names: NameRules, surface: str, *, article: bool = False) -> EntityType:
    """Return the type of a place: GPE, FAC or LOC; LOC where nothing says which.

    A country is known by its name. Then the head word decides, and last the table of towns.

    Args:
        names: the rules of the language.
        surface: the name.
        article: whether an article stands before it, which towns do not have.
    """
    if _folded(names, surface) in names.places.known_facilities:
        return EntityType.FAC
    before_comma = surface.rpartition(",")[0]
    return (
        is_known_place(names, surface)
        or (EntityType.GPE if not article and _is_region(names, surface) else None)
        or kind_by_words(names, surface)
        or (is_known_place(names, before_comma) if before_comma else None)
        or (EntityType.GPE if not article and _is_town(names, surface) else None)
        or EntityType.LOC
    )


def kind_by_words(names: NameRules, surface: str) -> EntityType | None:
    """Return the type that the first or the last word of a place's name gives it, if any does."""
    rules = names.places
    folded = visible(surface).casefold().replace(",", " ").replace("’", "'")
    words = folded.split()
    if len(words) < 2:  # noqa: PLR2004
        return None
    first, last = words[0], words[-1]
    if last in rules.facilities or first in rules.facility_openings:
        return EntityType.FAC
    if folded.startswith(rules.facility_phrases):
        return EntityType.FAC
    if folded.startswith(rules.political_phrases) or last in rules.political_heads:
        return EntityType.GPE
    if last in rules.natural_features or first in rules.natural_features:
        return EntityType.LOC
    return EntityType.FAC if last in rules.facility_heads else None


def is_unknown(names: NameRules, surface: str) -> bool:
    """Return whether neither a list nor a word of the name says what kind of place it is."""
    return is_known_place(names, surface) is None and kind_by_words(names, surface) is None


def is_state(names: NameRules, surface: str) -> bool:
    """Return whether a name is that of a country or of a first-level region."""
    return is_country(names, surface) or _is_region(names, surface)


def _is_region(names: NameRules, surface: str) -> bool:
    return any(place.kind is not PlaceKind.TOWN for place in political_places(names, surface))


def _is_town(names: NameRules, surface: str) -> bool:
    """Return whether a town of some size has a name; too many words are the name of some village."""
    return any(place.thousands >= _SMALLEST_TOWN for place in political_places(names, surface))


@lru_cache(maxsize=REMEMBERED)
def political_places(names: NameRules, surface: str) -> tuple[KnownPlace, ...]:
    """Return the places of the table that a name may mean; a country's other name means that country alone.

    A region is found with and without the word for what it is ("Jiangxi Province").
    """
    rules = names.places
    if rules.table is None:
        return ()
    folded, table = fold_place(visible(surface)), place_table(rules.table)
    code = rules.country_codes.get(folded)
    if folded in rules.directions:
        return ()
    if code is not None:
        return (table.by_country[code],) if code in table.by_country else ()
    found = table.find(folded)
    if folded in rules.exonyms:
        found += table.find(rules.exonyms[folded])
    return found or _by_bare_name(rules, table, folded)


def _by_bare_name(rules: PlaceNames, table: PlaceTable, folded: str) -> tuple[KnownPlace, ...]:
    """Return the countries and regions of a name without the word for what they are."""
    opening = next((phrase for phrase in rules.political_phrases if folded.startswith(phrase)), "")
    head, _, tail = folded.rpartition(" ")
    bare = folded.removeprefix(opening) if opening else head if tail in rules.political_heads else ""
    return tuple(place for place in table.find(bare) if place.kind is not PlaceKind.TOWN)


def is_facility(names: NameRules, surface: str) -> bool:
    """Return whether a name of several words ends in the word for a building or a work: "Aswan Dam"."""
    parts = visible(surface).casefold().split()
    return len(parts) > 1 and parts[-1] in names.places.facilities


@lru_cache(maxsize=REMEMBERED)
def _folded(names: NameRules, surface: str) -> str:
    return without_article(names, visible(surface).casefold())
