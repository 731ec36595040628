"""What is counted, what happened to it, and which numbers count nothing."""

from __future__ import annotations

import pytest

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp import figures
from tests.support.docs import english


def counts_in(text: str) -> list[Figure]:
    found = figures.extract_figures(english(text))
    return [figure for figure in found if figure.kind == FigureKind.COUNT]


@pytest.mark.parametrize(
    ("text", "written", "value", "unit", "what"),
    [
        ("Four people were killed in the blast.", "Four people", 4, "people", "people killed"),
        ("The blast killed four people.", "four people", 4, "people", "people killed"),
        ("Four people died.", "Four people", 4, "people", "people killed"),
        ("A crash killed 10 U.S. tourists.", "10 U.S. tourists", 10, "tourists", "U.S. tourists killed"),
        ("They saw two 12-year-old boys.", "two", 2, "boys", "boys"),
        ("A fire left 12 people dead.", "12 people", 12, "people", "people killed"),
        ("At least 12 dead after ferry fire", "12", 12, "people", "people killed"),
        ("The storm caused 12 deaths.", "12 deaths", 12, "people", "people killed"),
        ("The storm claimed 12 lives.", "12 lives", 12, "people", "people killed"),
        ("The death toll has risen to 45.", "45", 45, "people", "people killed"),
        ("Some 30 others were wounded.", "30 others", 30, "people", "people injured"),
        ("Nineteen people, including the pilots, were injured.", None, 19, "people", "people injured"),
        ("The quake damaged 30 homes.", "30 homes", 30, "homes", "homes damaged"),
        ("Thirty homes were destroyed.", "Thirty homes", 30, "homes", "homes destroyed"),
        ("Two police officers were hurt.", "Two police officers", 2, "officers", "police officers injured"),
        ("One person was arrested.", "One person", 1, "people", "people arrested"),
        ("A 12-member panel will meet.", "12-member", 12, "members", "members"),
        ("Some 3m people lost power.", "3m people", 3_000_000, "people", "people"),
        ("Three of the town's bridges fell.", None, 3, "bridges", "town's bridges fallen"),
        ("Twenty-one MPs resigned.", "Twenty-one MPs", 21, "mps", "MPs resigned"),
        ("Hundreds of residents fled.", "Hundreds of residents", 200, "residents", "residents fled"),
        ("A dozen cows escaped.", "A dozen cows", 12, "cows", "cows escaped"),
        ("A hundred and ten soldiers came.", "A hundred and ten soldiers", 110, "soldiers", "soldiers"),
        ("Some 2,400 workers went home.", "2,400 workers", 2400, "workers", "workers"),
    ],
)
def test_a_count_says_what_was_counted_and_what_happened(
    text: str, written: str | None, value: int, unit: str, what: str
) -> None:
    (figure,) = counts_in(text)
    assert (figure.value, figure.unit, figure.what) == (value, unit, what)
    assert written is None or figure.text == written


def test_an_elliptic_count_of_casualties_is_of_people() -> None:
    killed, injured = counts_in("A missile strike killed four people and injured around 40.")
    assert (killed.unit, killed.what) == ("people", "people killed")
    assert (injured.text, injured.unit, injured.what) == ("40", "people", "people injured")
    assert injured.bound == Bound.ABOUT


def test_a_coordinated_count_carries_the_noun_over() -> None:
    _, damaged = counts_in("The flood destroyed 30 homes and damaged 20.")
    assert (damaged.unit, damaged.what) == ("homes", "homes damaged")


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        ("The attack killed two soldiers and 10 civilians.", ["soldiers killed", "civilians killed"]),
        (
            "The storm destroyed 30 homes, 12 shops and two schools.",
            ["homes destroyed", "shops destroyed", "schools destroyed"],
        ),
        (
            "It killed at least two soldiers and more than 10 civilians, police said.",
            ["soldiers killed", "civilians killed"],
        ),
        ("The fire killed four and injured 10 cows.", ["people killed", "cows injured"]),
        ("It killed two soldiers and 10 civilians were hurt.", ["soldiers killed", "civilians injured"]),
        ("It killed two soldiers and 10 civilians remain in hospital.", ["soldiers killed", "civilians"]),
        ("It killed two soldiers, while 10 civilians sang.", ["soldiers killed", "civilians"]),
        ("The army has 30 tanks and 12 guns.", ["tanks", "guns"]),
        ("Two soldiers were killed and 10 civilians ran.", ["soldiers killed", "civilians"]),
    ],
)
def test_what_a_verb_does_it_does_to_every_count_of_its_list(text: str, whats: list[str]) -> None:
    assert [figure.what for figure in counts_in(text)] == whats


@pytest.mark.parametrize(
    ("text", "whats"),
    [
        ("It expects 400 people to come and buy one this year.", ["people"]),
        ("They tested two groups, one exposed to smoke.", ["groups tested", "groups exposed"]),
        ("The blast killed one.", ["people killed"]),
    ],
)
def test_one_without_a_noun_takes_the_noun_before_only_where_it_is_described(
    text: str, whats: list[str]
) -> None:
    assert [figure.what for figure in counts_in(text)] == whats


@pytest.mark.parametrize(
    ("text", "written", "what"),
    [
        ("He started all 53 regular-season games he’s played.", "53 regular-season games", None),
        ("He started all 53 regular-season games he's played.", "53 regular-season games", None),
        ("They won 40 games they’ve lost before.", "40 games", "games won"),
    ],
)
def test_either_apostrophe_is_read_alike(text: str, written: str, what: str | None) -> None:
    (figure,) = counts_in(text)
    assert figure.text == written
    assert figure.what == (what or "regular-season games")


@pytest.mark.parametrize(
    ("text", "unit", "what"),
    [
        ("Four houses were destroyed.", "houses", "houses destroyed"),
        ("Police look into 12 attacks.", "attacks", "attacks"),
        ("Police look into 2000 attacks.", "attacks", "attacks"),
        ("Nine ships sank.", "ships", "ships sunk"),
        ("She has six lemon plants.", "plants", "lemon plants"),
    ],
)
def test_a_plural_that_is_a_verb_too_is_a_noun_behind_a_number(text: str, unit: str, what: str) -> None:
    (figure,) = counts_in(text)
    assert (figure.unit, figure.what) == (unit, what)


def test_a_headline_with_numbers_only_counts_people() -> None:
    dead, hurt = counts_in("Nine killed, dozens hurt as bus leaves road")
    assert (dead.value, dead.what) == (9, "people killed")
    assert (hurt.value, hurt.bound, hurt.what) == (24, Bound.AT_LEAST, "people injured")


@pytest.mark.parametrize("text", ["The bridge toll rose to 15.", "The toll of the road rose to 15."])
def test_a_toll_that_is_paid_counts_nobody(text: str) -> None:
    assert not counts_in(text)


def test_between_two_numbers_lies_one_count() -> None:
    (count,) = counts_in("Between 10 and 20 people were arrested.")
    assert (count.value, count.value_max, count.bound) == (10, 20, Bound.AT_LEAST)
    assert (count.text, count.what) == ("10 and 20 people", "people arrested")


def test_two_outlets_wordings_of_one_toll_compare() -> None:
    one = counts_in("Rescuers said the collapse killed at least seven people.")
    other = counts_in("The collapse left seven dead, rescuers said.")
    assert [figure.what for figure in one] == [figure.what for figure in other] == ["people killed"]


@pytest.mark.parametrize(
    "text",
    [
        "No one was hurt.",
        "They won two out of two.",
        "One of them left early.",
        "One could say that it was late.",
        "United won 2-1 away.",
        "They lost 6-4, 6-3 in the final.",
        "The race starts at 10:30.",
        "Doors open at 3pm.",
        "Doors open at 7.30 p.m. tonight.",
        "It cites Article 5 of the treaty.",
        "A Boeing 737 landed safely.",
        "Leaders of the G20 met.",
        "COVID-19 spread quickly.",
        "He lives at No. 10 with a cat.",
        "Flight 370 vanished.",
        "She came 21st in the race.",
        "Music of the 1990s was played.",
        "Call 020 7946 0958 for help.",
        "An F-16 crashed.",
        "See https://example.org/a/12345 for more.",
        "Winners of Category 3 were named.",
        "It works 24/7 without rest.",
        "The two-state solution is dead.",
        "The rate is low per 100,000 people.",
        "The Harbour 100 closes at a record high.",
        "They fought the 2003 cuts.",
    ],
)
def test_names_scores_times_and_codes_count_nothing(text: str) -> None:
    assert counts_in(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-one cows", 21),
        ("twenty one cows", 21),
        ("a hundred cows", 100),
        ("one hundred and one cows", 101),
        ("two thousand five hundred cows", 2500),
        ("two and a half million cows", 2_500_000),
        ("a quarter of a million cows", 250_000),
        ("three million two hundred thousand cows", 3_200_000),
        ("1.5 million cows", 1_500_000),
        ("12,500 cows", 12_500),
        ("1,20,000 cows", 120_000),
        ("tens of thousands of cows", 20_000),
        ("several hundred cows", 200),
        ("two dozen cows", 24),
        ("scores of cows", 40),
        ("2½ million cows", 2_500_000),
    ],
)
def test_numbers_are_read_in_words_and_digits(text: str, value: int) -> None:
    (figure,) = counts_in(f"They sold {text}.")
    assert (figure.value, figure.unit) == (value, "cows")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("The channel Valley 2 shows films all day.", None),
        ("The Comet 3 phones sold well.", None),
        ("In Dnipro 4 people were hurt.", "4 people"),
        ("It was quiet in Dnipro 4 schools said.", "4 schools"),
        ("In Arlesund 4 houses burned.", "4 houses"),
        ("It works on Comet 3 devices too.", None),
        ("It will come to Comet 3 owners soon.", None),
        ("FIRE KILLS AT LEAST 5 COWS", "5 COWS"),
        ("All three Harbour films were sold.", "three Harbour films"),
        ("At one point it rained.", None),
        ("It echoes the 2014, 2015 and 2017 protests.", None),
        ("On Monday 3 bridges were shut.", "3 bridges"),
    ],
)
def test_a_name_with_a_number_is_told_from_a_count(text: str, written: str | None) -> None:
    assert [figure.text for figure in counts_in(text)] == ([written] if written else [])
