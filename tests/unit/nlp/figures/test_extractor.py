"""Invented sentences, and the figures that a careful reader finds in them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp import figures
from tests.support.docs import english

PUBLISHED = datetime(2025, 12, 3, 9, 30, tzinfo=UTC)  # a Wednesday


def found_in(text: str, published_at: datetime | None = PUBLISHED) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text, None, published_at))


def only(text: str, kind: FigureKind) -> Figure:
    (figure,) = (figure for figure in found_in(text) if figure.kind == kind)
    return figure


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("The £76 million scheme came to light.", "£76 million", 76_000_000, "GBP"),
        ("It cost 76 million euros to build.", "76 million euros", 76_000_000, "EUR"),
        ("The firm is worth US$1.2bn today.", "US$1.2bn", 1_200_000_000, "USD"),
        ("A loan of A$4m was agreed.", "A$4m", 4_000_000, "AUD"),
        ("She paid €1,250.50 for the boat.", "€1,250.50", 1250.5, "EUR"),
        ("The budget is 1.2 trillion yen.", "1.2 trillion yen", 1_200_000_000_000, "JPY"),
        ("A stamp costs 50p now.", "50p", 0.5, "GBP"),
        ("Milk rose by 20 cents.", "20 cents", 0.2, "USD"),
        ("They offered Rs 5 crore to the town.", "Rs 5 crore", 50_000_000, "INR"),
        ("They offered Rs. 3 lakh each.", "Rs. 3 lakh", 300_000, "INR"),
        ("A grant of Rs 2 lakh crore was promised.", "Rs 2 lakh crore", 2_000_000_000_000, "INR"),
        ("The bond raised $300k in a day.", "$300k", 300_000, "USD"),
        ("A bounty of HK$2,500 was posted.", "HK$2,500", 2500, "HKD"),
        ("He lost half a million dollars.", "half a million dollars", 500_000, "USD"),
        ("It needs two and a half million Canadian dollars.", None, 2_500_000, "CAD"),
        ("The bank lent USD 40 million to the port.", "USD 40 million", 40_000_000, "USD"),
        ("The bank lent 40 million CHF to the port.", "40 million CHF", 40_000_000, "CHF"),
        ("Rents of 900 Swiss francs are common.", "900 Swiss francs", 900, "CHF"),
        ("The prize was 12,000 pesos.", "12,000 pesos", 12_000, None),
        ("The court fined her 200 pounds.", "200 pounds", 200, "GBP"),
        ("A R500m dam was opened.", "R500m", 500_000_000, "ZAR"),
        ("The deal of £420m ($500m) fell through.", "£420m ($500m)", 420_000_000, "GBP"),
        ("Billions of dollars were lost.", "Billions of dollars", 2_000_000_000, "USD"),
        ("A $1-million yacht sank.", "$1-million", 1_000_000, "USD"),
    ],
)
def test_money_has_an_exact_value_and_its_currency(
    text: str, written: str | None, value: float, unit: str | None
) -> None:
    figure = only(text, FigureKind.MONEY)
    assert (figure.value, figure.unit) == (value, unit)
    assert type(figure.value) is type(value)
    assert written is None or figure.text == written


def test_a_range_of_money_is_one_figure() -> None:
    (figure,) = found_in("Repairs will cost $3-4 million.")
    assert (figure.text, figure.value, figure.value_max) == ("$3-4 million", 3_000_000, 4_000_000)
    assert (figure.unit, figure.bound) == ("USD", Bound.AT_LEAST)


def test_a_sum_that_lost_its_sign_stays_a_count_without_a_unit() -> None:
    (figure,) = found_in("Police uncovered a 76 million embezzlement scheme.")
    assert (figure.kind, figure.unit, figure.value) == (FigureKind.COUNT, None, 76_000_000)
    assert figure.what == "embezzlement scheme"


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("Output fell to 19.3% in spring.", "19.3%", 19.3, "percent"),
        ("Some 7 per cent of voters stayed away.", "7 per cent", 7, "percent"),
        ("Prices rose three percent.", "three percent", 3, "percent"),
        ("Support is up two percentage points.", "two percentage points", 2, "percentage_points"),
        ("Rates were cut by 25 basis points.", "25 basis points", 25, "basis_points"),
        ("Half of the voters stayed at home.", "Half", 50, "percent"),
        ("Two-thirds of farmers agreed.", "Two-thirds", 66.67, "percent"),
        ("A quarter of the crop was lost.", "A quarter", 25, "percent"),
        ("One in five pupils walks to school.", "One in five", 20, "percent"),
        ("Nine out of 10 dentists were asked.", "Nine out of 10", 90, "percent"),
        ("The index moved -0.4% overnight.", "-0.4%", -0.4, "percent"),
    ],
)
def test_percentages_are_read_from_signs_words_and_shares(
    text: str, written: str, value: float, unit: str
) -> None:
    figure = only(text, FigureKind.PERCENT)
    assert (figure.text, figure.value, figure.unit) == (written, value, unit)


@pytest.mark.parametrize(
    ("text", "written", "value", "unit"),
    [
        ("They hold 701 sq km (270 sq miles) of marsh.", "701 sq km (270 sq miles)", 701, "km2"),
        ("The ship is 101 metres (330 feet) long.", "101 metres (330 feet)", 101, "m"),
        ("It was 25C in the shade.", "25C", 25, "C"),
        ("Nights fell to minus 5 degrees Celsius.", "minus 5 degrees Celsius", -5, "C"),
        ("It reached 31.5°C at noon.", "31.5°C", 31.5, "C"),
        ("The plant makes 300 MW.", "300 MW", 300, "MW"),
        ("Output is 1.2 million barrels per day.", "1.2 million barrels per day", 1_200_000, "bbl/day"),
        ("Winds of 90mph tore off roofs.", "90mph", 90, "mi/h"),
        ("A magnitude 6.1 quake struck.", "magnitude 6.1", 6.1, "magnitude"),
        ("A 6.1-magnitude quake struck.", "6.1-magnitude", 6.1, "magnitude"),
        ("The talks took three hours.", "three hours", 3, "hour"),
        ("A five-day strike began.", "five-day", 5, "day"),
        ("Police seized 30 pounds of cocaine.", "30 pounds", 30, "lb"),
        ("They cleared 40 hectares.", "40 hectares", 40, "ha"),
        ("He spent 4 ½ years there.", "4 ½ years", 4.5, "year"),
        ("A 43-year-old man was hurt.", "43-year-old", 43, "year"),
        ("The man, aged 43, was hurt.", "43", 43, "year"),
        ("Maria Lenz, 43, was hurt.", "43", 43, "year"),
        ("The tree is 300 years old.", "300 years", 300, "year"),
        ("A 3m wall fell.", "3m", 3, "m"),
    ],
)
def test_quantities_keep_their_first_unit_under_one_symbol(
    text: str, written: str, value: float, unit: str
) -> None:
    figure = only(text, FigureKind.QUANTITY)
    assert (figure.text, figure.value, figure.unit) == (written, value, unit)


def test_an_age_says_that_it_is_one() -> None:
    assert only("A 43-year-old man was hurt.", FigureKind.QUANTITY).what == "age"


@pytest.mark.parametrize(
    ("text", "value", "bound"),
    [
        ("At least $5m is missing.", 5_000_000, Bound.AT_LEAST),
        ("More than 7% left.", 7, Bound.AT_LEAST),
        ("No fewer than 30 homes burned.", 30, Bound.AT_LEAST),
        ("Upwards of 30 homes burned.", 30, Bound.AT_LEAST),
        ("They lost 30 homes or more.", 30, Bound.AT_LEAST),
        ("Up to 30 homes burned.", 30, Bound.AT_MOST),
        ("No more than 30 homes burned.", 30, Bound.AT_MOST),
        ("Fewer than 30 homes burned.", 30, Bound.AT_MOST),
        ("Around 30 homes burned.", 30, Bound.ABOUT),
        ("Nearly 30 homes burned.", 30, Bound.ABOUT),
        ("An estimated 30 homes burned.", 30, Bound.ABOUT),
        ("Some 30 homes burned.", 30, Bound.ABOUT),
        ("They lost 30 homes or so.", 30, Bound.ABOUT),
        ("At least another 30 homes burned.", 30, Bound.AT_LEAST),
        ("Exactly 30 homes burned.", 30, Bound.EXACT),
        ("The work took place over three years.", 3, Bound.EXACT),
        ("She wrote about two towns.", 2, Bound.EXACT),
    ],
)
def test_words_around_a_number_bound_it_and_stay_out_of_its_span(
    text: str, value: float, bound: Bound
) -> None:
    (figure,) = found_in(text)
    assert (figure.value, figure.bound) == (value, bound)
    assert figure.text[0] in "$0123456789t"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("It was sold for a reported $25 million.", None),
        ("Oil hit a record $71 a barrel.", "Oil"),
        ("They were paid double instead of the £3,640 that was owed.", None),
        ("He faces a fine of £3,640.", "fine"),
        ("She was fined £300.", "fine"),
        ("Half the country feels left out.", "country"),
        ("Half of voters feel left out.", "voters"),
        ("He owes 3% of sums they’ve lent.", "sums"),
        ("A £76 million road scheme began.", "road scheme"),
    ],
)
def test_what_a_figure_measures_is_a_noun_phrase_and_no_piece_of_one(text: str, what: str | None) -> None:
    (figure,) = (figure for figure in found_in(text) if figure.kind in (FigureKind.MONEY, FigureKind.PERCENT))
    assert figure.what == what
