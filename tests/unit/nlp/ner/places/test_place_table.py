"""The table of places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.lang.en.names import NAMES
from nutgraf.nlp.ner.places.place_table import PlaceKind, PlaceTable, fold_place, place_table

assert NAMES.places.table is not None
TABLE: PlaceTable = place_table(NAMES.places.table)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Norway", PlaceKind.COUNTRY, "NO"),
        ("Karnataka", PlaceKind.REGION, "IN"),
        ("Jiangxi", PlaceKind.REGION, "CN"),
        ("Davos", PlaceKind.TOWN, "CH"),
        ("Zürich", PlaceKind.REGION, "CH"),
        ("zurich", PlaceKind.REGION, "CH"),
    ],
)
def test_a_name_is_found_with_what_it_means(name: str, kind: PlaceKind, country: str) -> None:
    found = TABLE.find(fold_place(name))
    assert (found[0].kind, found[0].country) == (kind, country)


def test_the_largest_of_several_towns_comes_first() -> None:
    found = TABLE.find("london")
    assert found[0].country == "GB"
    assert found[0].capital
    assert len(found) > 3
    assert [place.thousands for place in found] == sorted((p.thousands for p in found), reverse=True)


def test_coordinates_are_degrees() -> None:
    (oslo, *_) = (place for place in TABLE.find("oslo") if place.kind is PlaceKind.TOWN)
    assert oslo.latitude == pytest.approx(59.91, abs=0.05)
    assert oslo.longitude == pytest.approx(10.75, abs=0.05)


def test_names_are_in_the_order_of_the_search() -> None:
    rows = [TABLE[row] for row in range(0, len(TABLE), 97)]
    assert rows == sorted(rows)
    assert TABLE[0]
    assert TABLE[len(TABLE) - 1]


@pytest.mark.parametrize("name", ["", "z", "zzzzzz", "blorvania", "London\n", "\x00"])
def test_an_unknown_name_means_nothing(name: str) -> None:
    assert TABLE.find(name) == ()


@given(st.integers(0, len(TABLE) - 1))
def test_every_name_of_the_table_is_found(row: int) -> None:
    assert TABLE.find(TABLE[row].decode())


@given(st.text(max_size=30))
def test_a_name_is_folded_once(name: str) -> None:
    assert fold_place(fold_place(name)) == fold_place(name)


def test_every_country_has_a_code() -> None:
    assert {"NO", "GB", "US", "IN"} <= TABLE.by_country.keys()
    assert all(len(code) == 2 for code in TABLE.by_country)
    assert {code for code in NAMES.places.country_codes.values() if code} <= TABLE.by_country.keys()
    assert all(TABLE.find(name) for name in NAMES.places.exonyms.values())
