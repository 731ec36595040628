"""Names of places."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, eq=False, slots=True)
class PlaceNames:
    """Names of places and the words that they are made of, casefolded unless said otherwise.

    Attributes:
        country_files: files with one name of a country, or of a large part of one, a line; they are read when
            a name is first looked up.
        city_files: files with one name of a city a line.
        countries: further names of countries ("uk", "gaza").
        regions: names of regions, continents, seas and planets, which are LOC and no political place.
        natural_features: first or last words of a natural feature's name ("lake", "river").
        facilities: last words of a building's name ("airport", "dam").
        facility_openings: first words of a facility's name ("port" in "Port of Arle").
        state_abbreviations: abbreviations of a state behind a city's name, as written ("D.C.", "NY").
        currency_nouns: lower-case names of currencies that a country's name may stand before ("dollars").
        directions: points of the compass and their adjectives, lower case ("north", "southern"). They stand
            before a place's name and are no part of it.
    """

    country_files: tuple[Path, ...] = ()
    city_files: tuple[Path, ...] = ()
    countries: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    natural_features: frozenset[str] = frozenset()
    facilities: frozenset[str] = frozenset()
    facility_openings: frozenset[str] = frozenset()
    state_abbreviations: frozenset[str] = frozenset()
    currency_nouns: frozenset[str] = frozenset()
    directions: frozenset[str] = frozenset()
