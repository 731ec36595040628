"""What is known of places without reading the article: countries, larger cities, and telling head words.

Names come from GeoNames (CC BY 4.0); ``training.places.geonames`` wrote them down.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from nutgraf.model import EntityType
from nutgraf.nlp.word_lists import phrase_set, word_set

LISTS = Path(__file__).parents[1] / "models/places"

_ALSO_COUNTRIES = phrase_set(
    """
    US|USA|U.S|U.S.|U.S.A.|UK|U.K|U.K.|UAE|U.A.E.|DRC|Britain|Great Britain|England|Scotland|Wales
    Northern Ireland|Holland|Russia|Czechia|Czech Republic|Ivory Coast|Burma|Myanmar|East Timor
    Macedonia|North Macedonia|Palestine|Korea|Kosovo|South Korea|North Korea|Syria|Iran|Laos|Vietnam
    Brunei|Moldova|Tanzania|Bolivia|Venezuela|Taiwan|Vatican|Eswatini|Swaziland|Cape Verde
    Republic of Ireland|Democratic Republic of Congo|Democratic Republic of the Congo|Congo|Turkey
    Türkiye|Gambia|Bahamas|Netherlands|Philippines|Emirates|Soviet Union|USSR|United States of America
    America|Gaza|Crimea|Tibet|Catalonia|Kurdistan|Bavaria|Quebec|Ontario|Queensland|New South Wales
    Bosnia|Herzegovina|Trinidad|Tobago|Donbas
    """
)
_REGIONS = phrase_set(
    """
    Africa|Asia|Europe|America|Antarctica|Oceania|Australasia|Latin America|North America
    South America|Central America|Middle East|Far East|Near East|Eastern Europe|Western Europe
    Central Europe|Central Asia|South Asia|East Asia|Southeast Asia|North Africa|West Africa
    East Africa|Southern Africa|Sub-Saharan Africa|Horn of Africa|Sahel|Maghreb|Balkans|Caucasus
    Scandinavia|Baltic|Baltics|Caribbean|West|East|North|South|Global South|Gulf|Arctic|Antarctic
    Mediterranean|Atlantic|Pacific|Indian Ocean|Black Sea|Red Sea|Indo-Pacific|Earth|Mars|Moon|Levant
    West Bank|Amazon|Himalayas|Andes|Alps|Sahara|Siberia|Patagonia|Nile|Danube|Rhine|Thames|Volga
    Ganges|Mekong|Strait of Hormuz
    """
)
_NATURE = word_set(
    """
    river sea ocean lake mountain mountains mount valley desert strait peninsula island islands isle bay
    gulf coast forest delta basin canyon cape range hills volcano glacier plateau archipelago reef park
    region
    """
)
_FACILITIES = word_set(
    """
    airport stadium bridge tower station hospital dam palace cathedral mosque temple museum prison jail
    highway tunnel harbour harbor port pier arena castle monument mall square theatre theater clinic
    plaza hotel resort motorway expressway terminal shrine synagogue abbey racecourse crossing barracks
    airfield
    """
)
_STATES = word_set(
    """
    D.C. DC N.Y. Calif. Fla. Mass. Conn. Ill. Mich. Wash. Ariz. Colo. Minn. Tenn. Tex. Va. Pa. Ga. Ore.
    Md. N.J. N.C. S.C. La. Ala. Ky. Okla. Wis. Nev. Mo. Ind. AZ CA CO FL GA IL MA MD MI MN NC NJ NV NY
    PA TX VA WA WI
    """
)


@dataclass(frozen=True, slots=True)
class Places:
    """Names of places, casefolded and without a leading article."""

    countries: frozenset[str]
    regions: frozenset[str]
    cities: frozenset[str]


@lru_cache(maxsize=1)
def places() -> Places:
    """Give the names, read once in a process."""
    countries = _read("countries") | _ALSO_COUNTRIES
    return Places(countries - _REGIONS, _REGIONS, _read("cities") - _REGIONS)


def _read(name: str) -> frozenset[str]:
    lines = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(_folded(line) for line in lines)


def is_state_abbreviation(name: str) -> bool:
    """Whether a name is how American news abbreviates a state behind a city: "D.C.", "Calif.", "NY"."""
    return name in _STATES or f"{name}." in _STATES


def is_known_place(surface: str) -> EntityType | None:
    """Say whether a name is known as a political place (GPE) or a region (LOC), whatever the article says."""
    name = _folded(surface)
    if name in places().regions:
        return EntityType.LOC
    return EntityType.GPE if name in places().countries or name in places().cities else None


def is_country(surface: str) -> bool:
    """Whether a name is that of a country or a large part of one."""
    return _folded(surface) in places().countries


def kind_of_place(surface: str) -> EntityType:
    """Sort a place: a facility and a feature by its head word, a political place by its name, else LOC."""
    parts = surface.casefold().replace(",", " ").split()
    if len(parts) > 1 and (parts[-1] in _FACILITIES or parts[0] == "port"):
        return EntityType.FAC
    if len(parts) > 1 and (parts[-1] in _NATURE or parts[0] in _NATURE):
        return EntityType.LOC
    return is_known_place(surface) or is_known_place(surface.rpartition(",")[0] or surface) or EntityType.LOC


def is_facility(surface: str) -> bool:
    """Whether a name of several words ends in the word for a building or a work: "Aswan Dam"."""
    parts = surface.casefold().split()
    return len(parts) > 1 and parts[-1] in _FACILITIES


def _folded(name: str) -> str:
    folded = " ".join(name.split()).casefold()
    return folded.removeprefix("the ")
