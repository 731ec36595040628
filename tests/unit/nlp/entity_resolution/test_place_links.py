"""Links of places to GeoNames."""

from __future__ import annotations

import pytest

from tests.support.marked_entities import entities_of


def link_of(marked: str, name: str) -> tuple[str, str] | None:
    """Return the country and the id that a place is linked to."""
    entity = next(entity for entity in entities_of(marked) if entity.name == name)
    assert len(entity.links) <= 1
    return (entity.links[0].country, entity.links[0].id) if entity.links else None


@pytest.mark.parametrize(
    ("marked", "name", "link"),
    [
        ("[Norway|LOC] paid.", "Norway", ("NO", "3144096")),
        ("The [UK|LOC] paid.", "UK", ("GB", "2635167")),
        ("[Oslo|LOC] slept.", "Oslo", ("NO", "3143244")),
        ("[London|LOC] slept.", "London", ("GB", "2643743")),
        ("[London|LOC] slept. The [United States|LOC] paid.", "London", ("GB", "2643743")),
        ("[London|LOC], [Ontario|LOC], slept.", "London", ("CA", "6058560")),
        ("[Paris|LOC], [Texas|LOC], slept.", "Paris", ("US", "4717560")),
        ("[Springfield|LOC], Illinois, slept.", "Springfield", ("US", "4250542")),
        ("[Birmingham|LOC], Ala., slept.", "Birmingham", ("US", "4049979")),
        ("[Cambridge|LOC] slept. [Massachusetts|LOC] paid.", "Cambridge", ("US", "4931972")),
        ("[Cambridge|LOC] slept. [Britain|LOC] paid.", "Cambridge", ("GB", "2653941")),
        ("[Karnataka|LOC] voted.", "Karnataka", ("IN", "1267701")),
        ("Towns in [Karnataka|LOC], [Maharashtra|LOC] and [Kerala|LOC].", "Karnataka", ("IN", "1267701")),
        ("[Jiangxi Province|LOC] voted.", "Jiangxi Province", ("CN", "1806222")),
        ("[New York|LOC] slept.", "New York", ("US", "5128581")),
        ("[Kiev|LOC] slept.", "Kiev", ("UA", "703448")),
        ("[Seville|LOC] slept. [Spain|LOC] paid.", "Seville", ("ES", "2510911")),
        ("[Georgia|LOC] voted. [Russia|LOC] did not.", "Georgia", ("GE", "614540")),
        ("[Washington, D.C.|LOC] slept.", "Washington, D.C.", ("US", "4140963")),
        ("[Davos|LOC], Switzerland, slept.", "Davos", ("CH", "2661039")),
    ],
)
def test_a_place_that_is_meant_beyond_doubt_is_linked(marked: str, name: str, link: tuple[str, str]) -> None:
    assert link_of(marked, name) == link


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Springfield|LOC] slept.", "Springfield"),
        ("[Cambridge|LOC] slept.", "Cambridge"),
        ("[Cambridge|LOC] slept. [Britain|LOC] and the [United States|LOC] paid.", "Cambridge"),
        ("[London|LOC] slept. [Canada|LOC] paid.", "London"),
        ("[Georgia|LOC], [Ohio|LOC] and [Texas|LOC] voted.", "Georgia"),
        ("[Georgia|LOC] voted. The [United States|LOC] paid.", "Georgia"),
        ("[Washington|LOC] slept.", "Washington"),
        ("[Cordoba|LOC] slept. [Mexico|LOC] paid.", "Cordoba"),
        ("[Liberia|LOC] slept. [Costa Rica|LOC] paid.", "Liberia"),
        ("[Congo|LOC] voted.", "Congo"),
        ("[Paris|LOC], [Bavaria|LOC], slept.", "Paris"),
        ("[Tarva|LOC] slept.", "Tarva"),
        ("The village of [Tarva|LOC] slept. [Norway|LOC] paid.", "Tarva"),
        ("[Tarva Airport|LOC] slept. [Norway|LOC] paid.", "Tarva Airport"),
        ("[Africa|LOC] slept.", "Africa"),
        ("[Florence Hale|PERSON] slept.", "Florence Hale"),
    ],
)
def test_a_place_in_doubt_has_no_link(marked: str, name: str) -> None:
    assert link_of(marked, name) is None


def test_a_link_has_coordinates() -> None:
    (entity,) = entities_of("[Oslo|LOC] slept.")
    (link,) = entity.links
    assert link.scheme == "geonames"
    assert link.latitude == pytest.approx(59.91, abs=0.05)
    assert link.longitude == pytest.approx(10.75, abs=0.05)
