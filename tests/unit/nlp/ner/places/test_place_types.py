"""Types of places."""

from __future__ import annotations

import pytest

from tests.support.marked_entities import names_of


@pytest.mark.parametrize(
    "name",
    [
        "Norway", "Karnataka", "Jiangxi Province", "Davos", "Queretaro", "Ohio", "Scotland", "Tarva Province",
        "Arle County", "Republic of Tarva", "Rhode Island", "Western Cape", "Port Moresby", "Salt Lake City",
        "New York", "Seville", "Czech Republic", "Kyiv Oblast",
    ],
)  # fmt: skip
def test_states_regions_and_towns_are_political(name: str) -> None:
    assert names_of(f"Rain fell in [{name}|LOC].") == {name: "GPE"}


@pytest.mark.parametrize(
    "name",
    [
        "Tarva Airport", "Tarva Stadium", "Tarva Central Station", "Tarva Bridge", "Tarva Prison",
        "Tarva Zoo", "Tarva Opera House", "Tarva Hall", "Port of Tarva", "Terminal 4", "Highway 7",
        "Gare de Tarva", "Heathrow", "Old Bailey", "Tarva Lighthouse", "Tarva Racecourse", "Tarva Square",
        "Karsa airport", "Wembley", "St Tarva's Cathedral", "Tarva Garden",
    ],
)  # fmt: skip
def test_buildings_and_works_are_facilities(name: str) -> None:
    assert names_of(f"He waited at [{name}|LOC].") == {name: "FAC"}


@pytest.mark.parametrize(
    "name",
    [
        "Tarva River",
        "Lake Tarva",
        "Mount Tarva",
        "Tarva Valley",
        "Africa",
        "Sahel",
        "Everest",
        "West Coast",
        "Tarva",
    ],
)
def test_what_is_neither_is_a_place(name: str) -> None:
    assert names_of(f"Rain fell on [{name}|LOC].") == {name: "LOC"}


@pytest.mark.parametrize(
    ("marked", "kind"),
    [
        ("The village of [Tarva|LOC] burned.", "GPE"),
        ("It burned in [Tarva|LOC], Norway.", "GPE"),
        ("It burned in [Tarva|LOC], Karnataka, too.", "GPE"),
        ("It burned on [Lake Tarva|LOC], Norway.", "LOC"),
        ("It burned in [Tarva|LOC], Olaf said.", "LOC"),
        ("It burned in [Africa|LOC], Norway said.", "LOC"),
        ("The [Tarva|LOC] rose.", "LOC"),
    ],
)
def test_the_words_around_an_unknown_name_say_what_it_is(marked: str, kind: str) -> None:
    assert next(iter(names_of(marked).values())) == kind


def test_a_town_has_no_article() -> None:
    assert names_of("They crossed the [Davos|LOC].") == {"Davos": "LOC"}


@pytest.mark.parametrize("name", ["Ines Calloway", "Olaf Brandt"])
def test_who_holds_an_office_is_a_person(name: str) -> None:
    assert names_of(f"The mayor of Tarva, [{name}|LOC], left.") == {name: "PERSON"}


def test_a_region_behind_a_town_holds_no_office() -> None:
    assert names_of("The mayor of Tarva, [Charlotte Valley|LOC], left.") == {"Charlotte Valley": "LOC"}
