"""Figures are one quantity only where their clauses say so: of one event, time, owner, person and part."""

from __future__ import annotations

import pytest

from nutgraf.model.story import StoryFigure
from nutgraf.nlp.multi_document.figures.agreement import compare_figures
from tests.support.reports import report_with_names
from tests.unit.nlp.multi_document.figures.test_agreement import IDF

LEAD = "The ferry Sula caught fire off Norvik."


def compared(one: str, other: str) -> list[StoryFigure]:
    """Compare two reports, the second an hour after the first."""
    reports = (report_with_names(0, one, hours=0), report_with_names(1, other, hours=1))
    return list(compare_figures(reports, lambda article: article, IDF))


def groups(one: str, other: str) -> list[tuple[str, list[float | int | str]]]:
    return [(figure.state.value, [value.value for value in figure.values]) for figure in compared(one, other)]


SUBSETS = [
    ("More than 50 people were taken to hospital after the crash.",
     "The clinic was treating 20 people, four of whom were seriously injured, after the crash."),
    ("The fire killed ten people.", "Four of those killed were tourists."),
    ("Ten of those killed were crew.", "Four of those killed were tourists."),
    ("The fire killed ten people.", "Ten people died, four of them children."),
    ("In all, 40 people were injured.", "Forty people were injured, 12 of them seriously."),
    ("In all, 40 people were injured.", "At one hospital 12 people were injured."),
    ("Some 30 people were hurt.", "Four people were seriously hurt and 26 others slightly."),
    ("The fire killed ten people.", "The fire killed ten people. Another three died in hospital."),
    ("The mill will shed 1,500 jobs.", "The mill will shed 1,500 jobs, 300 of them in Norvik."),
    ("There were 140 people aboard.", "There were 128 passengers and 12 crew aboard."),
]  # fmt: skip

OTHER_EVENTS = [
    ("The fire killed nine people.", "It was the worst fire since 2004, when seven people were killed."),
    ("The fire killed nine people.", "In a similar accident seven people were killed."),
    ("The fire killed nine people.", "Last year's blaze killed seven people."),
    ("The fire killed nine people.", "The 1959 fire killed seven people."),
    ("The fire killed nine people.", "A year earlier seven people were killed in the bay."),
    ("The fire killed nine people.", "Fires have killed 70 people in the past decade."),
    ("Police arrested 23 people.", "At the last march police arrested six people."),
]

OTHER_ASPECTS = [
    ("Nine people were trapped in the shaft.", "Six people were rescued from the shaft."),
    ("Nine people were critically hurt.", "Six people were slightly hurt."),
    ("Nine people were treated at the scene.", "Six people were in hospital."),
    ("Nine people were arrested.", "Six people were charged with arson."),
    ("Nine people were stranded on the ice.", "Six people were evacuated from the huts."),
    ("Nine people are missing.", "Six people are dead."),
    ("The flood destroyed 90 homes.", "The flood damaged 60 homes."),
]

AGES_AND_TIMES = [
    ("The driver, 42, was hurt.", "The mill had stood for 41 years."),
    ("Ola Brandt, 34, was hurt.", "Pia Holm, 36, was hurt."),
    ("A 34-year-old woman was hurt.", "A 36-year-old man was hurt."),
    ("The judge jailed Jon Varg for 12 years.", "The judge jailed Pia Holm for nine years."),
]

OTHER_MEASURES = [
    ("The firm released update 5.50 with features for its players.",
     "One or two cool little features are known."),
    ("Holm Mills posted a net profit of €12 million.", "Norvik Steel posted a net profit of €14 million."),
    ("Holm Mills posted a net profit of €12 million.",
     "A year earlier Holm Mills posted a net profit of €14 million."),
    ("Holm Mills posted a net profit of €12 million in the second quarter.",
     "Holm Mills posted a net profit of €14 million in the third quarter."),
    ("Holm Mills expects a net profit of €12 million.", "Holm Mills posted a net profit of €14 million."),
    ("Inflation rose 4 percent.", "Inflation was at 5 percent."),
    ("Inflation rose 4 percent.", "Inflation fell 5 percent."),
    ("A bed costs €40 a night.", "A bed costs €45 a week."),
    ("The Centre party won 84 seats.", "The Green party won 82 seats."),
    ("Current members of the board are four.", "The mast is 40 metres high and the moat 12 feet deep."),
    ("Shares of Holm Mills closed at $12.40.", "Shares of Holm Mills traded at $13.10."),
    ("In the poll 41 percent backed the mayor.", "In the poll 38 percent backed the mayor."),
    ("Bids were made by four current directors.", "Bids were made by six former directors."),
    ("The record took nine minutes and 46 seconds.", "The record took nine minutes and 52 seconds."),
    ("Thousands of people watched the fair.", "Thousands of people fled the flood."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other"), [*SUBSETS, *OTHER_EVENTS, *OTHER_ASPECTS, *AGES_AND_TIMES, *OTHER_MEASURES]
)
def test_two_quantities_are_never_put_together(one: str, other: str) -> None:
    for _, values in groups(f"{LEAD} {one}", f"{LEAD} {other}"):
        assert len(set(values)) == 1


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("The moat is 12 feet deep.", "The moat where he fell is 15 feet deep.", ("conflicting", [12, 15])),
        ("Net profit fell to €312 million.", "Net profit came in at €321 million.",
         ("conflicting", [312_000_000, 321_000_000])),
        ("Keepers fired two darts at the bear.", "Keepers fired three darts.", ("conflicting", [2, 3])),
        ("Turnout was 68.4 percent.", "Turnout: 64.8 percent.", ("conflicting", [68.4, 64.8])),
        ("The tram carried 42 people.", "The tram carried 38 people.", ("conflicting", [42, 38])),
        ("Gusts reached 120 km/h.", "Gusts reached 75 mph.", ("compatible", [120, 75])),
        ("The dam is 230 feet high.", "The dam is 229 feet high.", ("compatible", [230, 229])),
        ("Prices rose 4 percent.", "Prices rose 4.2 percent.", ("compatible", [4, 4.2])),
        ("The bridge cost €3 million to €4 million.", "The bridge cost €3.5 million.",
         ("compatible", [3_000_000, 3_500_000])),
        ("The fire killed nine people.", "The fire killed 11 people.", ("superseded", [9, 11])),
        ("Four people are missing.", "Two people are missing.", ("superseded", [4, 2])),
        ("Of the 143 aboard, 130 were rescued.", "Boatmen brought 130 of them ashore. They were rescued.",
         ("agreed", [130, 130])),
        ("Ola Brandt, 34, was hurt.", "The fire hurt Ola Brandt, 34, who cooks.", ("agreed", [34, 34])),
        ("A 4-year-old boy was hurt.", "The boy is 4 years old.", ("agreed", [4, 4])),
        ("A 4-year-old boy fell into the pit.", "The boy is 3 years old, police said, correcting the zoo.",
         ("conflicting", [4, 3])),
    ],
)  # fmt: skip
def test_one_quantity_is_put_together(one: str, other: str, wanted: tuple[str, list[float]]) -> None:
    assert wanted in groups(f"{LEAD} {one}", f"{LEAD} {other}")


@pytest.mark.parametrize(
    "other",
    ["The bridge toll rose to 15.", "The toll for the tunnel rose to 15.", "All but 15 people were killed."],
)
def test_a_toll_that_is_paid_and_an_exception_are_no_numbers_of_dead(other: str) -> None:
    assert groups(f"{LEAD} The fire killed nine people.", f"{LEAD} {other}") == []


def test_the_whole_of_which_some_are_hurt_is_no_number_of_hurt() -> None:
    found = groups(f"{LEAD} Twelve out of the 40 people were hurt.", f"{LEAD} In all, 40 people were hurt.")
    assert ("agreed", [40, 40]) not in found


def test_three_reports_are_one_group() -> None:
    texts = ["The moat is 12 feet deep.", "The moat is 15 feet deep.", "The moat is 12 feet deep, he said."]
    reports = [report_with_names(place, text, hours=place) for place, text in enumerate(texts)]
    (figure,) = compare_figures(reports, lambda article: article, IDF)
    assert (figure.state.value, len(figure.values)) == ("conflicting", 3)


def test_numbers_of_two_sources_in_one_sentence_are_rival_values_of_one_quantity() -> None:
    one = f"{LEAD} Police said 4,000 people marched, while the organisers said 12,000 people marched."
    other = f"{LEAD} On the march were 12,000 people, the organisers said."
    assert ("conflicting", [4000, 12000, 12000]) in groups(one, other)
