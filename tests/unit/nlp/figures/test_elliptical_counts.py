"""Counts whose noun the text has named before: "25 of them", "two hundred of whom", "143 on board"."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp import figures
from nutgraf.nlp.figures.elliptical_counts import elliptical_counts
from nutgraf.nlp.segmented_doc import segmented_doc
from nutgraf.nlp.spans import SentenceSpan
from tests.support.docs import english


def counts_in(text: str) -> list[Figure]:
    """The counts of a text, its sentences split."""
    return [each for each in figures.extract_figures(segmented_doc(text)) if each.kind is FigureKind.COUNT]


def last_in(text: str) -> Figure:
    return counts_in(text)[-1]


@pytest.mark.parametrize(
    ("text", "span", "value", "bound"),
    [
        ("Twenty-five of them were children.", "Twenty-five of them", 25, Bound.EXACT),
        ("Twenty five of them were children.", "Twenty five of them", 25, Bound.EXACT),
        ("25 of them were children.", "25 of them", 25, Bound.EXACT),
        ("1,200 of them were children.", "1,200 of them", 1200, Bound.EXACT),
        ("No fewer than 40 of them escaped.", "40 of them", 40, Bound.AT_LEAST),
        ("Not less than 40 of them escaped.", "40 of them", 40, Bound.AT_LEAST),
        ("In excess of 40 of them escaped.", "40 of them", 40, Bound.AT_LEAST),
        ("At least a dozen of them escaped.", "a dozen of them", 12, Bound.AT_LEAST),
        ("More than two dozen of them escaped.", "two dozen of them", 24, Bound.AT_LEAST),
        ("Over 40 of them escaped.", "40 of them", 40, Bound.AT_LEAST),
        ("40 or more of them escaped.", "40 or more of them", 40, Bound.AT_LEAST),
        ("As many as 40 of those escaped.", "40 of those", 40, Bound.AT_MOST),
        ("Up to forty of them escaped.", "forty of them", 40, Bound.AT_MOST),
        ("No more than 40 of them escaped.", "40 of them", 40, Bound.AT_MOST),
        ("Fewer than 40 of us escaped.", "40 of us", 40, Bound.AT_MOST),
        ("Some 25 of them escaped.", "25 of them", 25, Bound.ABOUT),
        ("An estimated 25 of them escaped.", "25 of them", 25, Bound.ABOUT),
        ("About 25 of them escaped.", "25 of them", 25, Bound.ABOUT),
        ("25 or so of them escaped.", "25 or so of them", 25, Bound.ABOUT),
        ("Dozens of them escaped.", "Dozens of them", 24, Bound.AT_LEAST),
        ("Tens of thousands of them escaped.", "Tens of thousands of them", 20_000, Bound.AT_LEAST),
        ("Half a dozen of them escaped.", "Half a dozen of them", 6, Bound.EXACT),
        ("A hundred and ten of them escaped.", "A hundred and ten of them", 110, Bound.EXACT),
        ("1.5 million of them escaped.", "1.5 million of them", 1_500_000, Bound.EXACT),
        ("Some 3m of them escaped.", "3m of them", 3_000_000, Bound.ABOUT),
        ("All 9 of them escaped.", "9 of them", 9, Bound.EXACT),
        ("2000 of them escaped.", "2000 of them", 2000, Bound.EXACT),
        ("In Arlesund 25 of them escaped.", "25 of them", 25, Bound.EXACT),
    ],
)
def test_the_number_is_read_with_its_bound_and_spans_the_pronoun(
    text: str, span: str, value: int, bound: Bound
) -> None:
    (figure,) = counts_in(text)
    assert (figure.text, figure.value, figure.bound) == (span, value, bound)


@pytest.mark.parametrize(
    ("text", "unit", "what"),
    [
        ("The ferry carried 200 passengers. About 35 of them were hurt.", "passengers", "passengers injured"),
        ("The police found 40 red cars. At least 12 of them had been stolen.", "cars", "red cars stolen"),
        ("The farm had 300 cows. Wolves killed 25 of them in a week.", "cows", "cows killed"),
        ("Some 31 migrants were saved; 25 of them were taken away.", "migrants", "migrants taken"),
        ("There are 13 stops here, and five of them are closed.", "stops", "stops closed"),
        ("The fleet lost nine trawlers. It was late. Two of them sank.", "trawlers", "trawlers sunk"),
        ("Soldiers freed 82 of the girls, and 21 of them ran home.", "girls", "girls"),
        ("It carried 12 Danish soldiers, four of whom were killed.", "soldiers", "Danish soldiers killed"),
        ("We trained four apprentices, three of whom are still here.", "apprentices", "apprentices"),
        ("The plan angered residents, hundreds of whom came.", "residents", "residents"),
        ("Police shot at the veterans, two of whom died.", "veterans", "veterans killed"),
        ("There were 80 people. Two of those 30 voters were glad.", "voters", "voters"),
        ("It had 40 cars and vans. Some 30 of them were saved.", "cars", "cars saved"),
        ("It runs 14 shelters. Three of those were flooded.", "shelters", "shelters flooded"),
        ("The quake killed dozens of miners. Sixty of them were young.", "miners", "miners"),
    ],
)
def test_what_is_counted_is_what_the_nearest_count_counts(text: str, unit: str, what: str) -> None:
    figure = last_in(text)
    assert (figure.unit, figure.what) == (unit, what)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Fifty of them were arrested.", "people arrested"),
        ("Thirty of them died.", "people killed"),
        ("Twenty-five of them were young children.", "people"),
        ("Some 42 were killed, 12 of them civilians.", "people"),
        ("Four of us had been warned.", "people warned"),
        ("Two hundred of whom came home.", "people"),
        ("Six of those killed were armed.", "people killed"),
        ("The families of four of those murdered are here.", "people murdered"),
        ("Forty of those who came were glad.", "people"),
        ("Forty of those aboard were glad.", "people"),
        ("It had 143 passengers and crew. Some 130 of them were saved.", "people saved"),
        ("It had 131 passengers and 12 crew. Some 130 of them were saved.", "people saved"),
        ("They burned 20 houses. Eight of them were arrested.", "people arrested"),
        ("They burned 20 houses. Eight of them were women.", "people"),
        ("It lost 20 guns. Rebels ran off. Eight of them were captured.", "people captured"),
        ("Some 20 barns were burned. Farmers fled. Eight of them were injured.", "people injured"),
        ("Six of those nine were killed.", "people killed"),
    ],
)
def test_people_are_counted_where_the_words_can_mean_nobody_else(text: str, what: str) -> None:
    figure = last_in(text)
    assert (figure.unit, figure.what) == ("people", what)


@pytest.mark.parametrize(
    "text",
    [
        "About 1,500 of them had sailed from Arlesund.",
        "The firm has two mills. A thousand of them would be too many.",
        "It sent six pictures of the two of them at a party.",
        "The 90 crimes were reported. All suspects were known, and 15 of them had no address.",
        "There were 90 cows. It rained. It rained. Some 15 of them lay down.",
        "The town shut 14 pools. Students sang outside. Six of them were fined.",
        "The storm took 14 roofs. Six of them were killed.",
        "Guards took 14 knives from 50 boys. Six of them were blunt.",
        "Residents of 14 streets met. Six of them left.",
        "The 50 boys got 14 days each, six of them in a cell.",
    ],
)
def test_there_is_no_unit_where_the_text_does_not_say_who_or_what_is_counted(text: str) -> None:
    assert last_in(text).unit is None


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("One of them left early.", []),
        ("No one of them left early.", []),
        ("None of them left early.", []),
        ("Many of them left early.", []),
        ("Article 5 of them all is short.", []),
        ("It costs $25 of them.", []),
        ("Some 25 of those ships sank.", ["25 of those ships"]),
        ("They won 10 out of them all.", []),
    ],
)
def test_not_everything_before_a_pronoun_is_a_count(text: str, spans: list[str]) -> None:
    assert [figure.text for figure in counts_in(text)] == spans


@pytest.mark.parametrize(
    "text",
    [
        "There were 90 sailors. All but nine of them drowned.",
        "There were 90 sailors. Everyone except nine of them drowned.",
        "There were 90 sailors. None of the nine of them drowned.",
        "There were 90 sailors. Hardly nine of them drowned.",
    ],
)
def test_a_verb_says_nothing_of_those_whom_it_leaves_out(text: str) -> None:
    figure = last_in(text)
    assert (figure.value, figure.unit, figure.what) == (9, None, None)


def test_the_number_of_the_whole_is_no_part_of_what_is_counted() -> None:
    figure = last_in("Guards saw those six boys. Four of those six boys ran. Two of them were shot.")
    assert (figure.unit, figure.what) == ("boys", "boys shot")


def test_a_share_of_them_stays_a_share() -> None:
    found = figures.extract_figures(english("Half of them left, a third of them late, 25% of them ill."))
    assert [(each.kind, each.value) for each in found] == [
        (FigureKind.PERCENT, 50),
        (FigureKind.PERCENT, 33.33),
        (FigureKind.PERCENT, 25),
    ]


def test_between_two_numbers_of_them_lies_one_count() -> None:
    _, some = counts_in("The town has 700 buses. Between 20 and 30 of them break down.")
    assert (some.text, some.value, some.value_max) == ("20 and 30 of them", 20, 30)
    assert (some.bound, some.unit) == (Bound.AT_LEAST, "buses")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boat had 143 on board when it left.", [("143 on board", "people aboard")]),
        ("All 269 aboard were killed.", [("269 aboard", "people killed")]),
        (
            "Of the 143 on board, 130 were brought ashore.",
            [("143 on board", "people aboard"), ("130", "people")],
        ),
        (
            "Of the 143 on board, thirty of them died.",
            [("143 on board", "people aboard"), ("thirty of them", "people killed")],
        ),
        ("There were 88 aboard the ship.", [("88 aboard", "people aboard")]),
        ("The weapons left in 2001 aboard a freighter.", []),
        ("The queen came at 8.40 aboard the yacht.", []),
        ("The queen came at 8 aboard a yacht.", []),
        ("The office took 15 on board in May.", []),
        ("The phone has 200 on board lamps.", []),
        ("According to guards, 15 were empty.", []),
        ("Of the boxes, say guards, 15 were empty.", []),
        ("By 1985 of those jailed 15 had fled.", [("15", "people fled")]),
        ("The number of dead rose to 11 on Sunday.", [("11", "people killed")]),
        ("The death toll rose to 15 by noon.", [("15", "people killed")]),
    ],
)
def test_people_on_board_and_tolls_are_counts(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(figure.text, figure.what) for figure in counts_in(text)] == expected


def test_a_heading_is_read_alone() -> None:
    text = "The farm had 300 cows.\n25 of them"
    spans = (SentenceSpan(0, 22, 0), SentenceSpan(23, len(text), 1, heading=True))
    found = figures.extract_figures(english(text, spans))
    assert [(figure.text, figure.unit) for figure in found] == [("300 cows", "cows"), ("25 of them", None)]


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("Rescuers carried 52 of them to shore.", "52 of them", 52),
        ("The death toll rose to 15 by noon.", "15", 15),
        ("Of the 1,200 on board, most slept.", "1,200 on board", 1200),
        ("Of 90 passengers, twelve were treated at home.", "twelve", 12),
    ],
)
def test_a_comparison_that_knows_no_figures_finds_the_bare_counts(text: str, span: str, value: int) -> None:
    (found,) = elliptical_counts(english(text), SentenceSpan(0, len(text), 0), ())
    assert (found.text, found.value, text[found.start : found.end]) == (span, value, span)


def test_a_comparison_that_knows_the_figures_finds_no_count_twice() -> None:
    doc = segmented_doc("The ferry carried 200 passengers. Thirty of them died. The toll rose to 31.")
    known = figures.extract_figures(doc)
    assert [figure.text for figure in known] == ["200 passengers", "Thirty of them", "31"]
    assert [each for span in doc.sentences for each in elliptical_counts(doc, span, known)] == []


def test_a_comparison_counts_what_the_known_figures_count() -> None:
    doc = segmented_doc("The farm had 300 cows. Some 25 of them were sold.")
    known = figures.extract_figures(doc)[:1]
    (found,) = (each for span in doc.sentences for each in elliptical_counts(doc, span, known))
    assert (found.text, found.unit, found.what) == ("25 of them", "cows", "cows sold")


def test_no_count_is_read_in_an_unknown_language() -> None:
    text = "Rescuers carried 52 of them to shore."
    assert list(elliptical_counts(english(text, code="xx"), SentenceSpan(0, len(text), 0), ())) == []


@given(st.text(alphabet="12 ,of themtworse andtollb", max_size=80))
def test_a_count_is_always_the_text_at_its_span(text: str) -> None:
    found = elliptical_counts(english(text), SentenceSpan(0, len(text), 0), ())
    assert all(text[figure.start : figure.end] == figure.text for figure in found)


@given(
    st.lists(
        st.sampled_from(
            ["25 of them", "40 ships", "two of whom", ", ", "died. ", "those ", "aboard", "were "]
        ),
        max_size=12,
    )
)
def test_figures_never_overlap_and_a_comparison_adds_none(parts: list[str]) -> None:
    doc = english(" ".join(parts))
    found = figures.extract_figures(doc)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert [each for span in doc.sentences for each in elliptical_counts(doc, span, found)] == []


@pytest.mark.parametrize(
    "repeated",
    ["Some 40 ships sank, 25 of them here, two of those there, ", "with 15 of them unknown, ", "9 aboard, "],
)
def test_time_is_linear_in_the_length_of_a_sentence(repeated: str) -> None:
    def seconds(repeats: int) -> float:
        opening = "The 900 crimes were solved. All suspects were found, "
        spans = (SentenceSpan(0, 27, 0), SentenceSpan(28, len(opening) + len(repeated) * repeats, 0))
        doc = english(opening + repeated * repeats, spans)
        start = time.process_time()
        figures.extract_figures(doc)
        return time.process_time() - start

    seconds(50)
    assert seconds(3200) < 40 * max(seconds(200), 0.01)
