"""Words that careless copying glued together."""

from __future__ import annotations

import pytest

from tests.support.marked_entities import names_of


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("In [OsloRussia|ORG]'s view.", {"Oslo": "GPE", "Russia": "GPE"}),
        ("The [FranceGermany|LOC] talks.", {"France": "GPE", "Germany": "GPE"}),
        ("Three [monthsFrom|MISC] now.\n[monthsFrom|ORG] then.", {}),
        ("The [officialsRussia|ORG] sent.", {"Russia": "GPE"}),
        ("[Rosa QuispeThe|PERSON] mayor spoke.", {"Rosa Quispe": "PERSON"}),
        ("[OsloThe|ORG] mayor spoke.", {"Oslo": "GPE"}),
        ("[Rosa Quispe|PERSON] met [QuispeRussia|PERSON].", {"Rosa Quispe": "PERSON", "QuispeRussia": "ORG"}),
    ],
)
def test_glued_words_invent_no_name(marked: str, names: dict[str, str]) -> None:
    assert names_of(marked) == names


@pytest.mark.parametrize("brand", ["PixelBarn", "WeTalk", "LinkedOut", "easyFerry", "iBoat", "SoLow"])
def test_a_brand_keeps_its_capital(brand: str) -> None:
    assert names_of(f"They sold [{brand}|ORG].") == {brand: "ORG"}


@pytest.mark.parametrize("name", ["Ian McRae", "Rosa DiMarco", "Lena MacKay"])
def test_a_surname_keeps_its_capital(name: str) -> None:
    assert names_of(f"[{name}|PERSON] left.") == {name: "PERSON"}
