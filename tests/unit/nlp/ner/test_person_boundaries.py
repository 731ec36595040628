"""Nicknames and suffixes in persons' names."""

from __future__ import annotations

import pytest

from tests.support.marked_entities import names_of


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Ana|PERSON] “[Nita|PERSON]” [Torvald|PERSON] left.", "Ana “Nita” Torvald"),
        ("[Edvard|PERSON] (“[Ted|PERSON]”) [Marlund|PERSON] left.", "Edvard (“Ted”) Marlund"),
        ("[Maria|PERSON] ([Mia|PERSON]) [Olsund|PERSON] left.", "Maria (Mia) Olsund"),
        ("[Jonas|PERSON] “[Jim” Caldor|PERSON] left.", "Jonas “Jim” Caldor"),
        ('[Ida|PERSON] "The Hammer" [Holt|PERSON] left.', 'Ida "The Hammer" Holt'),
        ("[Dale Morvan|PERSON] Sr. left.", "Dale Morvan Sr."),
        ("[Dale Morvan|PERSON], Jr., left.", "Dale Morvan, Jr."),
        ("[Dale Morvan Jr|PERSON]. left.", "Dale Morvan Jr."),
        ("[Dale Morvan|PERSON] III left.", "Dale Morvan III"),
    ],
)
def test_a_name_is_whole_with_its_nickname_and_its_suffix(marked: str, name: str) -> None:
    assert names_of(marked) == {name: "PERSON"}


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[Ana Reyne|PERSON] ([Norvik|LOC]) left.", {"Ana Reyne", "Norvik"}),
        ("[Ana|PERSON] ([Oslo|LOC]) [Torvald|PERSON] left.", {"Ana", "Oslo", "Torvald"}),
        ("[Ana Reyne|PERSON] “was glad” [Olaf|PERSON] said.", {"Ana Reyne", "Olaf"}),
        ("[Dale Morvan|PERSON] Served.", {"Dale Morvan"}),
    ],
)
def test_what_only_looks_like_a_nickname_or_a_suffix_is_none(marked: str, names: set[str]) -> None:
    assert set(names_of(marked)) == names
