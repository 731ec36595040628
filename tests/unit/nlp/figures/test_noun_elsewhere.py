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
