"""Links of places to GeoNames, where the article leaves no doubt which place it means.

A name that several places have needs the country or the region of one of them: behind a comma ("Cambridge,
Massachusetts") or elsewhere in the article. Without it, only a place that dwarfs its namesakes is linked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from nutgraf.model import EntityType, PlaceLink
from nutgraf.nlp.ner.gazetteer import is_state_abbreviation, political_places
from nutgraf.nlp.ner.name_rules import name_rules
from nutgraf.nlp.ner.places.place_table import KnownPlace, PlaceKind
from nutgraf.nlp.ner.surface_forms import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from nutgraf.nlp.doc import Doc
    from nutgraf.nlp.entity_resolution.other_names import MentionCluster
    from nutgraf.nlp.lang.schema.names import NameRules
    from nutgraf.nlp.spans import TaggedSpan

SCHEME: Final = "geonames"
_DWARFS: Final = 10
"""How many times as many inhabitants as its namesakes together a place has that needs no context."""

_FAR_RIVAL: Final = 50
"""How many times as many inhabitants a place has as a namesake in a country of the article at least."""

_NEAR_RIVAL: Final = 20
"""How many times as many inhabitants the largest namesake of a place in a named region has at most."""

_LISTED, _LARGE, _GREAT, _GREAT_REGION = 15, 500, 1000, 3000
"""Inhabitants, in thousands, of what is linked without its country: the only place of a name, a place with
smaller namesakes, a town where the article names other countries, and a region there."""

_NAMED_LIKE_COUNTRY: Final = 40
"""Inhabitants, in thousands, of a town in a country of the article that has another country's name."""

_QUALIFIER: Final = re.compile(r",[ \u00a0]((?:[A-Z][\w’'.-]*)(?:[ ][A-Z][\w’'.-]*){0,2})")
_REACH: Final = 40

Area = tuple[str, str]
"""A country's code and a region's code; the region is empty for a country."""


@dataclass(frozen=True, slots=True)
class _Areas:
    """Countries and regions that the article names, by their codes."""

    countries: frozenset[str]
    regions: frozenset[str]


def link_places(groups: Sequence[MentionCluster], doc: Doc) -> list[tuple[PlaceLink, ...]]:
    """Return the links of each group of mentions; most have none, none has two."""
    names = name_rules(doc)
    if names.places.table is None:
        return [()] * len(groups)
    meanings = [_meanings(names, group, doc) for group in groups]
    areas = _areas(meanings)
    links: list[tuple[PlaceLink, ...]] = []
    for group, places in zip(groups, meanings, strict=True):
        place = _meant(places, _qualifiers(names, group, places, doc), areas) if places else None
        links.append((_link(place),) if place and place.latitude is not None else ())
    return links


def _link(place: KnownPlace) -> PlaceLink:
    return PlaceLink(SCHEME, str(place.id), place.latitude or 0.0, place.longitude or 0.0, place.country)


def _meanings(names: NameRules, group: MentionCluster, doc: Doc) -> tuple[KnownPlace, ...]:
    """Return the places that a group's own names may mean, the first of them that is known."""
    if group.type is not EntityType.GPE:
        return ()
    members = (
        sorted(group.members, key=lambda member: member[1] != "") if group.members[1:] else group.members
    )
    for surface in dict.fromkeys(doc.surface(mention) for mention, _ in members):
        found = _named(names, surface)
        if found:
            return found
    return ()


@lru_cache(maxsize=REMEMBERED)
def _named(names: NameRules, surface: str) -> tuple[KnownPlace, ...]:
    """Return the places that a name means, with or without the region behind it."""
    return political_places(names, _without_region(names, surface)) or political_places(names, surface)


def _without_region(names: NameRules, surface: str) -> str:
    """Return a town's name without the region behind it ("Washington DC", "Cambridge, Mass.")."""
    town, comma, _ = surface.partition(",")
    head, space, last = surface.rpartition(" ")
    if comma or not space:
        return town
    return head if is_state_abbreviation(names, last) else surface


def _areas(meanings: Iterable[Sequence[KnownPlace]]) -> _Areas:
    """Return the countries and regions that an article names without a doubt."""
    countries, regions = set(), set()
    for places in meanings:
        if places and places[0].kind is PlaceKind.COUNTRY:
            countries.add(places[0].country)
        else:
            found = [place for place in places if place.kind is PlaceKind.REGION]
            if len(found) == 1 and _is_larger(found[0], [p for p in places if p.kind is PlaceKind.TOWN]):
                regions.add(found[0].region)
                countries.add(found[0].country)
    return _Areas(frozenset(countries), frozenset(regions))


def _is_larger(place: KnownPlace, others: Sequence[KnownPlace]) -> bool:
    return all(place.thousands >= other.thousands for other in others if other.region != place.region)


def _qualifiers(
    names: NameRules, group: MentionCluster, places: Sequence[KnownPlace], doc: Doc
) -> frozenset[Area]:
    """Return the countries and regions behind a comma behind the mentions of a name that needs one."""
    if len(places) == 1 and places[0].kind is PlaceKind.COUNTRY:
        return frozenset()
    return frozenset(area for mention, _ in group.members for area in _qualifier(names, mention, doc))


def _qualifier(names: NameRules, mention: TaggedSpan, doc: Doc) -> list[Area]:
    text, surface = doc.field_text(mention.field), doc.surface(mention)
    if not text.startswith(",", mention.end) and " " not in surface:
        return []
    own = surface.removeprefix(_without_region(names, surface)).strip(", ")
    match = _QUALIFIER.match(text, mention.end, mention.end + _REACH)
    words = own.split() if own else match[1].split(" ") if match else []
    for i in range(len(words), 0, -1):
        name = " ".join(words[:i]).rstrip(".")
        code = names.places.region_codes.get(name.casefold())
        if code:
            return [(code.partition(".")[0], code)]
        found = [place for place in political_places(names, name) if place.kind is not PlaceKind.TOWN]
        if found:
            return [(place.country, place.region) for place in found]
    return []


def _meant(places: Sequence[KnownPlace], qualifiers: frozenset[Area], areas: _Areas) -> KnownPlace | None:
    """Return the one of some namesakes that an article means, or None."""
    inside = [place for place in places if _lies_in(place, qualifiers)]
    if inside or (qualifiers and places[0].kind is PlaceKind.TOWN):
        return _main(inside)
    if places[0].kind is PlaceKind.COUNTRY:
        rivals = [place for place in places if _rivals(place, places[0])]
        return None if any(rival.country in areas.countries for rival in rivals) else places[0]
    largest, most = _main(places), max(place.thousands for place in places)
    towns = [place for place in places if place.kind is PlaceKind.TOWN and place.region in areas.regions]
    in_region = [town for town in towns if town.thousands * _NEAR_RIVAL >= most]
    if in_region and (largest is None or largest.region not in areas.regions):
        at_home = largest is not None and largest.country in areas.countries - {in_region[0].country}
        return None if at_home else _main(in_region)
    return _in_countries(places, largest, most, areas)


def _in_countries(
    places: Sequence[KnownPlace], largest: KnownPlace | None, most: int, areas: _Areas
) -> KnownPlace | None:
    """Return the place that the countries of an article leave, or that is so large that it needs none."""
    inside = [place for place in places if place.country in areas.countries]
    if largest and largest.country in areas.countries:
        return largest
    if largest and largest.thousands >= _needed(places, largest, areas):
        rival = any(place.thousands * _FAR_RIVAL >= largest.thousands for place in inside)
        return None if rival else largest
    found = _main(inside)
    return found if found and found.thousands * _DWARFS >= most else None


def _needed(places: Sequence[KnownPlace], largest: KnownPlace, areas: _Areas) -> int:
    """Return the inhabitants, in thousands, that the largest place of a name needs without its country."""
    if largest.capital:
        return _LISTED
    if areas.countries:
        return _GREAT_REGION if largest.kind is PlaceKind.REGION else _GREAT
    return _LISTED if len(places) == 1 else _LARGE


def _lies_in(place: KnownPlace, areas: frozenset[Area]) -> bool:
    if place.kind is PlaceKind.COUNTRY:
        return False
    return any(
        place.country == country and (not region or place.region == region) for country, region in areas
    )


def _rivals(place: KnownPlace, country: KnownPlace) -> bool:
    """Return whether a region is larger than the country of its name ("Georgia"), or a town of some size."""
    if place.country == country.country:
        return False
    if place.kind is PlaceKind.REGION:
        return place.thousands > country.thousands
    return place.kind is PlaceKind.TOWN and place.thousands >= _NAMED_LIKE_COUNTRY


def _main(places: Sequence[KnownPlace]) -> KnownPlace | None:
    """Return the place that dwarfs its namesakes; a town goes before the region that it is the seat of."""
    towns = [place for place in places if place.kind is PlaceKind.TOWN]
    others = [
        place
        for place in places
        if place.kind is not PlaceKind.TOWN and not any(_is_seat(town, place) for town in towns)
    ]
    found = sorted([*towns, *others], key=lambda place: -place.thousands)
    if not found:
        return None
    rest = sum(place.thousands for place in found[1:])
    return found[0] if len(found) == 1 or found[0].thousands >= _DWARFS * max(rest, 1) else None


def _is_seat(town: KnownPlace, region: KnownPlace) -> bool:
    """Return whether a region is called after a town: after its seat, or after a city that it surrounds."""
    same = town.region == region.region
    return same or (town.country == region.country and town.thousands >= region.thousands)
