"""Counts whose noun is that of another number or of a group."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp import figures
from tests.support.docs import english

PUBLISHED = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)  # a Wednesday


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text, None, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The party won 61 seats in the senate and its rival got 58.", [(61, "seats"), (58, "seats")]),
        ("Of the 38 votes this week, Ms Hale missed 19.", [(38, "votes"), (19, "votes")]),
        ("Three out of the 207 pupils failed.", [(3, "pupils"), (207, "pupils")]),
        ("Six of the top 10 songs are hers.", [(6, "songs")]),
        ("Two of its five barges sank.", [(2, "barges"), (5, "barges")]),
        ("It sold 300 looms, up from 250 a year earlier.", [(300, "looms"), (250, "looms")]),
        ("It built 300 looms, compared with 250 in May.", [(300, "looms"), (250, "looms")]),
        ("It issued 1,418 and 475 permits.", [(1418, "permits"), (475, "permits")]),
        ("It runs 11 red and 81 blue buses.", [(11, "buses"), (81, "buses")]),
        ("Some 12 barges sank in May and 10 in June.", [(12, "barges"), (10, "barges")]),
        ("She scored 51 goals, 17 more than her rival.", [(51, "goals"), (17, "goals")]),
        ("The jail holds 80 thieves and has room for around 20 more.", [(80, "thieves"), (20, "thieves")]),
        ("Police held 18 people, of whom 14 were freed.", [(18, "people"), (14, "people")]),
        ("Three people were hurt -- two in critical condition.", [(3, "people"), (2, "people")]),
        ("Four pilots came and the four were fed.", [(4, "pilots"), (4, "people")]),
    ],
)
def test_a_number_counts_what_another_one_does(text: str, counts: list[tuple[int, str]]) -> None:
    found = [figure for figure in found_in(text) if figure.kind is FigureKind.COUNT]
    assert [(figure.value, figure.unit) for figure in found] == counts


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The mill has a workforce of 190.", "workforce"),
        ("A crew of 12 was rescued.", "crew rescued"),
        ("The shop keeps a staff of about 40.", "staff"),
        ("A 190-strong workforce walked out.", "workforce"),
        ("Hundreds gathered on the quay.", "people gathered"),
        ("Millions more watched it.", "people watched"),
    ],
)
def test_a_group_counts_people(text: str, what: str) -> None:
    (figure,) = found_in(text)
    assert (figure.unit, figure.what) == ("people", what)


def test_a_group_of_things_counts_its_noun() -> None:
    (figure,) = found_in("A crew of 12 sailors came.")
    assert (figure.unit, figure.what) == ("sailors", "sailors")


def test_all_but_some_are_not_those_to_whom_it_happened() -> None:
    (figure,) = found_in("All but 12 passengers survived.")
    assert (figure.value, figure.what) == (12, "passengers")
    assert not found_in("All but 12 were saved.")


def test_a_round_share_stays_a_share() -> None:
    (figure,) = found_in("Nine out of 10 vets agree.")
    assert (figure.value, figure.unit) == (90, "percent")


def test_the_other_side_of_a_vote_counts_votes_too() -> None:
    passed, against = found_in("The bill passed by 218 votes to 212.")
    assert (against.value, against.unit) == (212, passed.unit)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The number of cases fell from 640 to 410 in a month.", [(640, "cases"), (410, "cases")]),
        ("The number of pupils rose from 300 to 410.", [(300, "pupils"), (410, "pupils")]),
        ("The number of new ferries has risen to 41 since the flood.", [(41, "ferries")]),
        ("The total number of bakers had fallen to about 90.", [(90, "bakers")]),
        ("Membership fell from 640 to 410.", [(640, "people"), (410, "people")]),
        ("Its workforce dropped to 41.", [(41, "people")]),
    ],
)
def test_a_number_counts_what_rose_or_fell_to_it(text: str, counts: list[tuple[int, str]]) -> None:
    assert [(figure.value, figure.unit) for figure in found_in(text)] == counts


@pytest.mark.parametrize(
    "text",
    [
        "The team fell to 12 in the table.",
        "The number of calls rose to 3.5 in a week.",
        "The price of ferries rose to 41.",
        "The number on the door fell to 12.",
    ],
)
def test_a_number_counts_nothing_without_such_a_subject(text: str) -> None:
    assert found_in(text) == ()


def test_a_change_of_years_counts_nothing() -> None:
    kinds = {figure.kind for figure in found_in("The number of boats fell from 2019 to 2021.")}
    assert kinds == {FigureKind.DATE}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Of the 75 sailors, 62 came from Dravik.", [(75, "sailors"), (62, "sailors")]),
        ("Of the 40 looms, about 12 burned.", [(40, "looms"), (12, "looms")]),
        ("Of the 75 sailors, 62 guns came.", [(75, "sailors"), (62, "guns")]),
    ],
)
def test_a_part_of_a_whole_in_front_may_be_a_subject(text: str, counts: list[tuple[int, str]]) -> None:
    assert [(figure.value, figure.unit) for figure in found_in(text)] == counts


@pytest.mark.parametrize(
    ("text", "value", "span"),
    [
        ("88 of the injured were flown out.", 88, "88 of the injured"),
        ("Twelve of the wounded died.", 12, "Twelve of the wounded"),
        ("The firm named 9 of the dead.", 9, "9 of the dead"),
    ],
)
def test_adjectives_for_people_are_counted(text: str, value: int, span: str) -> None:
    assert [(each.value, each.unit, each.text) for each in found_in(text)] == [(value, "people", span)]


def test_such_an_adjective_before_a_noun_is_no_group() -> None:
    assert [each.unit for each in found_in("Six of the missing barges were found.")] == ["barges"]
