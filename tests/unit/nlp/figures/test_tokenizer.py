"""Characters that nobody sees, and possessive names of days."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nutgraf.model import Figure
from nutgraf.nlp import figures
from tests.support.docs import english

PUBLISHED = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)  # a Wednesday


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text, None, PUBLISHED))


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b", "\u2060", "\ufeff"])
def test_invisible_characters_change_no_figure(mark: str) -> None:
    text = f"The port will pay 6 mil{mark}lion eu{mark}ros and 1{mark}4 Nor{mark}se crews were sent."
    money, crews = found_in(text)
    assert (money.value, money.unit) == (6_000_000, "EUR")
    assert (crews.value, crews.unit, crews.what) == (14, "crews", "Norse crews sent")
    assert all(text[figure.start : figure.end] == figure.text for figure in (money, crews))


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("At Monday's hearing the judge spoke.", "Monday", "2026-03-02"),
        ("The mayor missed Sunday’s parade.", "Sunday", "2026-03-01"),
        ("It was worse than last year's flood.", "last year", "2025"),
        ("In yesterday's edition it said so.", "yesterday", "2026-03-03"),
        ("It was in today's report.", "today", "2026-03-04"),
    ],
)
def test_a_possessive_day_is_a_date(text: str, written: str, value: str) -> None:
    (figure,) = found_in(text)
    assert (figure.text, figure.value) == (written, value)


def test_the_times_that_are_called_todays_are_no_date() -> None:
    assert not found_in("It is rare in today's world.")
