"""Lookup of places that are known without reading the article, by name and by head word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from nutgraf.model import EntityType
from nutgraf.nlp.lang.schema.names import NameRules
from nutgraf.nlp.ner.surface_forms import visible, without_article


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


def kind_of_place(names: NameRules, surface: str) -> EntityType:
    """Return FAC or LOC for a place whose head word says so, else what the place is known for, else LOC."""
    rules = names.places
    parts = visible(surface).casefold().replace(",", " ").split()
    if len(parts) > 1 and (parts[-1] in rules.facilities or parts[0] in rules.facility_openings):
        return EntityType.FAC
    if len(parts) > 1 and (parts[-1] in rules.natural_features or parts[0] in rules.natural_features):
        return EntityType.LOC
    before_comma = surface.rpartition(",")[0]
    return (
        is_known_place(names, surface)
        or (is_known_place(names, before_comma) if before_comma else None)
        or EntityType.LOC
    )


def is_facility(names: NameRules, surface: str) -> bool:
    """Return whether a name of several words ends in the word for a building or a work: "Aswan Dam"."""
    parts = visible(surface).casefold().split()
    return len(parts) > 1 and parts[-1] in names.places.facilities


def _folded(names: NameRules, surface: str) -> str:
    return without_article(names, visible(surface).casefold())
