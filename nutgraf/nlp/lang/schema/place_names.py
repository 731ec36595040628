"""Names of places."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nutgraf.nlp.lang.schema.patterns import NEVER


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
        facility_phrases: first words of a facility's name that need each other ("port of ").
        facility_heads: further last words of a building's name, which end names of organisations as well
            ("hall", "centre"); they count only where the name is taken for a place's.
        known_facilities: names of buildings that have no such word ("heathrow").
        political_heads: last words of the name of a state or a part of one ("province").
        political_phrases: first words of such a name ("republic of ").
        political_leads: pattern of what stands right before the name of a town or a state, up to its end
            ("the town of ").
        table: the table of the world's political places (``nutgraf.nlp.ner.places.place_table``).
        country_codes: ISO 3166-1 codes of countries by the names that the table lacks ("uk": "GB"), which are
            folded as the table's; an empty code stands for a name that two countries have.
        exonyms: names of towns in the language with the name that the table has, both folded ("seville":
            "sevilla").
        region_codes: codes of first-level regions by their abbreviation behind a town, casefolded,
            without its last full stop ("calif": "US.CA").
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
    facility_phrases: tuple[str, ...] = ()
    facility_heads: frozenset[str] = frozenset()
    known_facilities: frozenset[str] = frozenset()
    political_heads: frozenset[str] = frozenset()
    political_phrases: tuple[str, ...] = ()
    political_leads: re.Pattern[str] = NEVER
    table: Path | None = None
    country_codes: Mapping[str, str] = field(default_factory=dict)
    exonyms: Mapping[str, str] = field(default_factory=dict)
    region_codes: Mapping[str, str] = field(default_factory=dict)
    state_abbreviations: frozenset[str] = frozenset()
    currency_nouns: frozenset[str] = frozenset()
    directions: frozenset[str] = frozenset()
