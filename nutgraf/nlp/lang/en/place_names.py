"""Names of places in English: countries, regions, and the head words of natural features and buildings.

Further names of countries, regions and towns come from GeoNames (CC BY 4.0); ``training.places.geonames``
writes their files.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from nutgraf.nlp.lang.en import compass, facility_names, place_codes
from nutgraf.nlp.lang.schema.place_names import PlaceNames
from nutgraf.nlp.word_lists import phrase_set, word_set

_FILES: Final = Path(__file__).parents[2] / "models/places"

_COUNTRIES: Final = phrase_set(
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
_REGIONS: Final = phrase_set(
    """
    Africa|Asia|Europe|America|Antarctica|Oceania|Australasia|Latin America|North America
    South America|Central America|Middle East|Far East|Near East|Eastern Europe|Western Europe
    Central Europe|Central Asia|South Asia|East Asia|Southeast Asia|North Africa|West Africa
    East Africa|Southern Africa|Sub-Saharan Africa|Horn of Africa|Sahel|Maghreb|Balkans|Caucasus
    Scandinavia|Baltic|Baltics|Caribbean|West|East|North|South|Global South|Gulf|Arctic|Antarctic
    Mediterranean|Atlantic|Pacific|Indian Ocean|Black Sea|Red Sea|Indo-Pacific|Earth|Mars|Moon|Levant
    West Bank|Amazon|Himalayas|Andes|Alps|Sahara|Siberia|Patagonia|Nile|Danube|Rhine|Thames|Volga
    Ganges|Mekong|Strait of Hormuz|West Coast|East Coast|Gulf Coast|Midwest|Everest|Kilimanjaro|Etna
    Vesuvius|Negev|Sinai|Virunga|Senkaku|Serengeti|Seine|Hudson|Tigris|Euphrates|Jordan River|Orinoco|Zambezi
    """
)
_NATURAL_FEATURES: Final = word_set(
    """
    river sea ocean lake mountain mountains mount valley desert strait peninsula island islands isle bay
    gulf coast forest delta basin canyon cape range hills volcano glacier plateau archipelago reef park
    region
    """
)
_POLITICAL_HEADS: Final = word_set(
    """
    province state governorate county oblast prefecture district voivodeship canton emirate raion krai
    municipality republic kingdom territory commune
    """
)
_POLITICAL_PHRASES: Final = tuple(
    f"{word} of "
    for word in (
        "republic", "kingdom", "state", "province", "county", "city", "commonwealth", "principality", "duchy",
        "people's republic", "islamic republic", "democratic republic", "federal republic",
    )
)  # fmt: skip
_POLITICAL_LEADS: Final = re.compile(
    r"\b(?:towns?|cit(?:y|ies)|villages?|hamlet|states?|provinces?|municipality|county|district|commune|borough"
    r"|capital|governorate|oblast|prefecture) of $"
)
_STATE_ABBREVIATIONS: Final = word_set(
    """
    D.C. DC N.Y. Calif. Fla. Mass. Conn. Ill. Mich. Wash. Ariz. Colo. Minn. Tenn. Tex. Va. Pa. Ga. Ore.
    Md. N.J. N.C. S.C. La. Ala. Ky. Okla. Wis. Nev. Mo. Ind. AZ CA CO FL GA IL MA MD MI MN NC NJ NV NY
    PA TX VA WA WI
    """
)

PLACES: Final = PlaceNames(
    country_files=(_FILES / "countries.txt",),
    city_files=(_FILES / "cities.txt",),
    countries=_COUNTRIES,
    regions=_REGIONS,
    natural_features=_NATURAL_FEATURES,
    facilities=facility_names.FACILITIES,
    facility_openings=facility_names.FACILITY_OPENINGS,
    facility_phrases=facility_names.FACILITY_PHRASES,
    facility_heads=facility_names.FACILITY_HEADS,
    known_facilities=facility_names.KNOWN_FACILITIES,
    political_heads=_POLITICAL_HEADS,
    political_phrases=_POLITICAL_PHRASES,
    political_leads=_POLITICAL_LEADS,
    table=_FILES / "places.npz",
    country_codes=place_codes.COUNTRY_CODES,
    exonyms=place_codes.EXONYMS,
    region_codes=place_codes.REGION_CODES,
    state_abbreviations=_STATE_ABBREVIATIONS,
    currency_nouns=word_set("dollar dollars pound pounds"),
    directions=compass.DIRECTIONS,
)
