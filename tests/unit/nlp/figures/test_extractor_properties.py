"""Promises about every text: offsets, order, bounds of time, and survival of damaged text."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import FigureKind
from nutgraf.nlp import figures
from nutgraf.nlp.spans import SentenceSpan
from tests.support.docs import english

PUBLISHED = datetime(2025, 12, 3, tzinfo=UTC)
PIECES = [
    *(
        "£",
        "$",
        "€",
        "US$",
        "Rs",
        "76",
        "1.2",
        "12,500",
        "2025",
        "0",
        "1,",
        "19.3%",
        "million",
        "bn",
        "m",
        "k",
    ),
    *(
        "people",
        "killed",
        "injured",
        "around",
        "at least",
        "and",
        "to",
        "-",
        "–",
        "between",
        "of",
        "half",
        "a",
    ),
    *(
        "hundred",
        "twenty-one",
        "dozens",
        "one",
        "in",
        "five",
        "December",
        "Monday",
        "last",
        "year-old",
        "ago",
    ),
    *(
        "sq km",
        "(",
        ")",
        ".",
        ",",
        "°C",
        "per cent",
        "minus",
        "Article",
        "😀",
        "é",
        "\n",
        "'s",
        "½",
        "٣",
        "²",
    ),
    *("rose", "by", "Anna", "Reed-Hale", "de", "G.", "he’s", "was due", "but left", "homes", "Comet"),
]
TEXTS = st.one_of(
    st.text(max_size=120),
    st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
        lambda pieces: st.sampled_from(["", " "]).map(lambda glue: glue.join(pieces))
    ),
)


def split(text: str, size: int) -> tuple[SentenceSpan, ...]:
    return tuple(
        SentenceSpan(start, min(start + size, len(text)), number)
        for number, start in enumerate(range(0, len(text), size))
    )


@given(TEXTS, st.integers(1, 200), st.sampled_from([None, PUBLISHED, datetime(1, 1, 1, tzinfo=UTC)]))
def test_every_figure_is_its_slice_of_the_text_in_order_without_overlap(
    text: str, size: int, published_at: datetime | None
) -> None:
    found = figures.extract_figures(english(text, split(text, size), published_at))
    last = 0
    for figure in found:
        assert text[figure.start : figure.end] == figure.text
        assert last <= figure.start < figure.end
        last = figure.end


@given(TEXTS, st.integers(1, 60))
def test_figures_lie_inside_the_sentences_that_were_given(text: str, size: int) -> None:
    sentences = split(text, size)[::2]
    for figure in figures.extract_figures(english(text, sentences, PUBLISHED)):
        assert any(one.start <= figure.start and figure.end <= one.end for one in sentences)


@given(TEXTS)
def test_a_date_is_an_iso_8601_string_and_every_other_value_a_finite_number(text: str) -> None:
    for figure in figures.extract_figures(english(text, split(text, 500), PUBLISHED)):
        if figure.kind == FigureKind.DATE:
            assert isinstance(figure.value, str)
            for part in figure.value.split("/"):
                assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?|-W\d{2})?", part)
                if len(part) == len("2025-12-01"):
                    assert date.fromisoformat(part)
        else:
            assert isinstance(figure.value, (int, float))
            assert abs(figure.value) < 10**40


@given(st.integers(1, 999_999_999))
def test_a_whole_sum_keeps_its_value_however_it_is_grouped(value: int) -> None:
    for written in (f"£{value}", f"£{value:,}"):
        (figure,) = figures.extract_figures(english(written, split(written, 100)))
        assert figure.value == value
        assert isinstance(figure.value, int)


@pytest.mark.parametrize(
    "text",
    [
        "1," * 100_000,
        "$" * 200_000,
        "one hundred " * 16_000,
        "1" * 200_000,
        "at least " * 22_000,
        "million " * 25_000,
        "12-" * 66_000,
        "two-thirds of " * 14_000,
        "between 10 and " * 13_000,
        "(£1 " * 50_000,
        "people killed " * 14_000,
        "12 more " * 25_000,
        "3 May " * 33_000,
        "last Monday, " * 15_000,
        "half a " * 28_000,
        "Rs. " * 50_000,
        "A-" * 100_000 + "A, 5, ",
        "Anna de " * 20_000 + "Holt, 43, ",
        "killed 2 cows, another " * 8_000,
        "rose by 3 to 82 " * 12_000,
        "was due Monday but " * 10_000,
    ],
)
def test_a_hostile_sentence_of_200_000_characters_takes_seconds_at_most(text: str) -> None:
    started = process_time()
    found = figures.extract_figures(english(text, None, PUBLISHED))
    assert process_time() - started < 20
    assert all(text[figure.start : figure.end] == figure.text for figure in found)


def test_headings_are_read_too() -> None:
    text = "Nine killed in ferry fire"
    (figure,) = figures.extract_figures(english(text, (SentenceSpan(0, len(text), 0, heading=True),)))
    assert figure.value == 9


def test_nothing_outside_the_sentences_is_read() -> None:
    text = "Read 40 more stories. Nine people died."
    (figure,) = figures.extract_figures(english(text, (SentenceSpan(22, len(text), 0),)))
    assert figure.text == "Nine people"


def test_figures_are_sorted_though_the_sentences_are_not() -> None:
    text = "It cost £5. It rained 3 hours."
    found = figures.extract_figures(english(text, (SentenceSpan(12, 30, 0), SentenceSpan(0, 11, 0))))
    assert [figure.text for figure in found] == ["£5", "3 hours"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The minister pledged an extra 250 million for the Ukraines army.", [250_000_000]),
        ("Profits of£3m were hidden in theValley.", [3_000_000]),
        ("It cost ? 40 and $.", []),
        ("A toll of 1.2.3.4 was read out.", []),
        ("The sum of 1,2 was paid.", []),
    ],
)
def test_damaged_text_is_survived_without_guessing(text: str, values: list[int]) -> None:
    assert [figure.value for figure in figures.extract_figures(english(text, split(text, 500)))] == values
