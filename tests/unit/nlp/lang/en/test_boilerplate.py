from __future__ import annotations

import re

import pytest

from nutgraf.nlp.boilerplate.line_classifier import load_boilerplate_model
from nutgraf.nlp.lang.en import site_vocabulary
from nutgraf.nlp.lang.en.boilerplate import BOILERPLATE
from nutgraf.nlp.lang.en.calendar import MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS
from nutgraf.nlp.lang.en.datetime_patterns import MOMENTS
from nutgraf.nlp.lang.schema.boilerplate import LINE_REASONS

MOMENT = re.compile(MOMENTS, re.IGNORECASE | re.VERBOSE)


def test_english_has_patterns_for_every_reason() -> None:
    assert [reason for reason, _ in BOILERPLATE.line_patterns] == list(LINE_REASONS)


@pytest.mark.parametrize("words", [site_vocabulary.UNAMBIGUOUS, site_vocabulary.AMBIGUOUS])
def test_words_of_a_site_give_reasons_of_lines(words: dict[str, str]) -> None:
    assert words.keys() <= set(LINE_REASONS)


def test_no_plain_word_is_both_ambiguous_and_unambiguous() -> None:
    plain = [
        {word for source in words.values() for word in source.split("|") if word.isalpha()}
        for words in (site_vocabulary.UNAMBIGUOUS, site_vocabulary.AMBIGUOUS)
    ]
    assert all(plain)
    assert not plain[0] & plain[1]


def test_the_model_of_the_classifier_is_shipped() -> None:
    assert BOILERPLATE.model
    assert load_boilerplate_model(BOILERPLATE.model).words


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("form", ["{} 5", "{}. 5, 2024", "5 {} 2024", "5th of {}", "5-{}-24", "{} 2024"])
def test_every_month_makes_a_date(month: str, form: str) -> None:
    assert MOMENT.fullmatch(form.format(month.title()))


@pytest.mark.parametrize("day", [*WEEKDAYS, *WEEKDAY_ABBREVIATIONS])
def test_every_weekday_makes_a_date(day: str) -> None:
    assert MOMENT.fullmatch(day.title())
    assert MOMENT.match(f"{day}, 12 March 2024 at 14:05 GMT")[0].endswith("GMT")  # type: ignore[index]


@pytest.mark.parametrize(
    "time",
    ["14:05", "2:05 pm", "2 p.m. EST", "14.05 CET", "14h05", "5 hours ago", "an hour ago", "Yesterday"],
)
def test_times_are_dates_of_a_page(time: str) -> None:
    assert MOMENT.fullmatch(time)
