"""Dates, absolute and counted from the day of publication."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp import figures
from tests.support.docs import english

PUBLISHED = datetime(2025, 12, 3, 9, 30, tzinfo=UTC)  # a Wednesday


def dates_in(text: str, published_at: datetime | None = PUBLISHED) -> list[Figure]:
    found = figures.extract_figures(english(text, None, published_at))
    return [figure for figure in found if figure.kind == FigureKind.DATE]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("It opened on 1 December 2025.", "1 December 2025", "2025-12-01"),
        ("It opened on 1st December 2025.", "1st December 2025", "2025-12-01"),
        ("It opened on the 3rd of December 2025.", "3rd of December 2025", "2025-12-03"),
        ("It opened on December 1, 2025, at noon.", "December 1, 2025", "2025-12-01"),
        ("It opened on Dec. 3, 2025.", "Dec. 3, 2025", "2025-12-03"),
        ("It opened on 2025-12-01 at noon.", "2025-12-01", "2025-12-01"),
        ("It opened on 31/12/2024.", "31/12/2024", "2024-12-31"),
        ("It opened on 12/31/2024.", "12/31/2024", "2024-12-31"),
        ("It opened in November 2025.", "November 2025", "2025-11"),
        ("It opened in 2019.", "2019", "2019"),
        ("The war of 2014-18 is over.", "2014-18", "2014/2018"),
        ("The fair runs 1-3 May 2025.", "1-3 May 2025", "2025-05-01/2025-05-03"),
        ("On Monday, 1 December 2025, it rained.", "Monday, 1 December 2025", "2025-12-01"),
        ("The 2022 election was close.", "2022", "2022"),
        ("The 2022 cuts were deep.", "2022", "2022"),
    ],
)
def test_full_dates_need_no_day_of_publication(text: str, written: str, value: str) -> None:
    (figure,) = dates_in(text, None)
    assert (figure.text, figure.value, figure.unit) == (written, value, "date")


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("They met on Monday.", "Monday", "2025-12-01"),
        ("They met on Wednesday.", "Wednesday", "2025-12-03"),
        ("They met on Thursday.", "Thursday", "2025-11-27"),
        ("They will meet on Friday.", "Friday", "2025-12-05"),
        ("On Friday, they will meet.", "Friday", "2025-12-05"),
        ("The trial is due on Monday.", "Monday", "2025-12-08"),
        ("He said on Monday that he will resign.", "Monday", "2025-12-01"),
        ("The flight was scheduled to leave on Sunday, but left late.", "Sunday", "2025-11-30"),
        ("The ship had been due on Sunday when it broke down.", "Sunday", "2025-11-30"),
        ("The flight was scheduled to leave on Sunday.", "Sunday", "2025-12-07"),
        ("The flight is scheduled for Sunday, but left late before.", "Sunday", "2025-12-07"),
        ("The hearing was due on Sunday, officials said.", "Sunday", "2025-12-07"),
        ("The vote was set for Sunday but was postponed.", "Sunday", "2025-12-07"),
        ("They met last Tuesday.", "last Tuesday", "2025-12-02"),
        ("They met last Wednesday.", "last Wednesday", "2025-11-26"),
        ("They meet next Wednesday.", "next Wednesday", "2025-12-10"),
        ("They met yesterday.", "yesterday", "2025-12-02"),
        ("They meet tomorrow.", "tomorrow", "2025-12-04"),
        ("They met three days ago.", "three days ago", "2025-11-30"),
        ("They met two weeks ago.", "two weeks ago", "2025-W47"),
        ("They met six months ago.", "six months ago", "2025-06"),
        ("They met 10 years ago.", "10 years ago", "2015"),
        ("It rained last week.", "last week", "2025-W48"),
        ("It rained last month.", "last month", "2025-11"),
        ("It rained last year.", "last year", "2024"),
        ("It rained in November.", "November", "2025-11"),
        ("It rained in March.", "March", "2025-03"),
        ("It will open in March.", "March", "2026-03"),
        ("It will be opened in March.", "March", "2026-03"),
        ("It is to be opened on Friday.", "Friday", "2025-12-05"),
        ("It rained last March.", "last March", "2025-03"),
        ("It rained in November last year.", "November last year", "2024-11"),
        ("It rained in November of last year.", "November of last year", "2024-11"),
        ("It opened on 1 December.", "1 December", "2025-12-01"),
        ("It will open on 20 December.", "20 December", "2025-12-20"),
        ("It will open on March 3.", "March 3", "2026-03-03"),
        ("It opened on December 20.", "December 20", "2024-12-20"),
        (
            "Cars will be kept off the narrow streets on both sides of the old harbour wall from 1 May.",
            "1 May",
            "2026-05-01",
        ),
        (
            "It will stay as it is, said the mayor, who had a new wall built at the old harbour on 1 May.",
            "1 May",
            "2025-05-01",
        ),
    ],
)
def test_relative_dates_are_counted_from_the_day_of_publication(text: str, written: str, value: str) -> None:
    (figure,) = dates_in(text)
    assert (figure.text, figure.value) == (written, value)


@pytest.mark.parametrize(
    "text",
    ["They met on Monday.", "They met yesterday.", "It opened on 1 December.", "It rained three days ago."],
)
def test_relative_dates_are_left_out_without_a_day_of_publication(text: str) -> None:
    assert dates_in(text, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "They may march again.",
        "Theresa May left.",
        "Sales rose on Black Friday.",
        "The Sunday Times wrote about it.",
        "They march on Mondays.",
        "More than 2000 people came.",
        "A herd of 2000 cows came.",
        "Music of the 1960s was played.",
        "It happened on 04/05/2024.",
        "It happened on 31 February 2024.",
        "The Tomorrow Group was sold.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert dates_in(text) == []


def test_a_date_with_a_word_of_doubt_is_about() -> None:
    (figure,) = dates_in("The house was built around 1850.")
    assert (figure.value, figure.bound) == ("1850", Bound.ABOUT)


def test_two_dates_of_one_sentence_are_two_figures() -> None:
    first, second = dates_in("It opened on 3 May 2019 and closed on 7 June 2021.")
    assert (first.value, second.value) == ("2019-05-03", "2021-06-07")


def test_dates_at_the_ends_of_the_calendar_are_left_out() -> None:
    assert dates_in("It began 9000 years ago.") == []
    assert dates_in("They met yesterday.", datetime(1, 1, 1, tzinfo=UTC)) == []
