"""A figure is called by the noun phrase that its clause measures, or plainly by its kind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nutgraf.model import Entity, EntityType, Mention
from nutgraf.model.story import StoryFigure
from nutgraf.nlp.lang.en import ENGLISH
from nutgraf.nlp.multi_document import Report
from nutgraf.nlp.multi_document.figures.agreement import compare_figures
from tests.unit.nlp.multi_document.figures.test_agreement import IDF, compared, report

Names = dict[str, EntityType]


def labelled(one: str, other: str) -> list[tuple[str, bool]]:
    return [(figure.what, figure.labelled) for figure in compared(one, other)]


def named(number: int, text: str, full: dict[str, str], kind: EntityType) -> Report:
    """A report in which names have been found, each form with the full name that it stands for."""
    made = report(number, text)
    entities = tuple(
        Entity(f"ent_{place}", name, kind, 0.5,
               (Mention("text", form, text.index(form), text.index(form) + len(form), 1.0),), ())
        for place, (form, name) in enumerate(full.items())
        if form in text
    )  # fmt: skip
    return replace(made, analysis=replace(made.analysis, entities=entities))


def with_names(one: str, other: str, full: dict[str, str], kind: EntityType) -> list[StoryFigure]:
    reports = [named(number, text, full, kind) for number, text in enumerate((one, other))]
    return list(compare_figures(reports, lambda article: article, IDF))


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("The dam cost €4 million to repair.", "The dam cost €4 million.", "cost of the dam"),
        ("The fine of £3.1 million was paid.", "A fine of £3.1 million followed.", "fine"),
        ("At a ticket price of $81, it sold out.", "The ticket price was $81.", "ticket price"),
        ("The firm raised its offer to $71.5 million.", "Its offer was $71.5 million.", "offer"),
        ("It cut the price of the kettle to $59.90.", "The price of the kettle was $59.90.",
         "price of the kettle"),
        ("Net profit fell to 312 million euros in the second quarter.",
         "In the second quarter net profit was 312 million euros.", "net profit, second quarter"),
        ("The average price rose to $3.21 a litre.", "The average price was $3.21 a litre.",
         "average price per litre"),
        ("Bonds of Holm Mills fell 1.5 percent to $65.09.", "Bonds of Holm Mills fell to $65.09.",
         "price of the bonds of Holm Mills"),
        ("The council puts the damage at £45.2 million.", "The damage was put at £45.2 million.", "damage"),
        ("They won a contract worth £38.5 million.", "A contract worth £38.5 million was won.",
         "value of the contract"),
        ("A $28,156 minimum payment was due.", "The $28,156 minimum payment was late.", "minimum payment"),
    ],
)  # fmt: skip
def test_a_sum_is_called_by_what_costs_it_or_has_reached_it(one: str, other: str, what: str) -> None:
    assert (what, True) in labelled(one, other)


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("Turnout was 68.4 percent.", "Turnout rose to 68.4 percent.", "turnout"),
        ("They got 43.8 percent of the vote.", "It was 43.8 percent of the vote.", "share of the vote"),
        ("Revenue rose by 4.7 percent.", "Revenue rose 4.7 percent.", "rise in revenue"),
        ("Exports fell 12.5 percent.", "Exports fell by 12.5 percent.", "fall in exports"),
        ("The subsidy for windmills was cut by 12.5%.", "A subsidy for windmills was cut by 12.5%.",
         "cut in subsidy"),
        ("The mayor cut the grant by 18.5%.", "She cut the grant by 18.5%.", "cut in the grant"),
    ],
)  # fmt: skip
def test_a_share_is_called_by_what_it_is_of_or_what_changes(one: str, other: str, what: str) -> None:
    assert (what, True) in labelled(one, other)


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("The barrier is 1.71 metres high.", "A barrier 1.71 metres high stood there.",
         "height of the barrier"),
        ("The march was 5.25 kilometres long.", "The march, 5.25 kilometres long, ended.",
         "length of the march"),
        ("The van left a crater 5.25 metres wide.", "A crater 5.25 metres wide was left.",
         "width of the crater"),
        ("A bear that weighs 181 kilograms fled.", "The bear weighed 181 kilograms.", "weight of the bear"),
        ("The strike lasted 36 hours.", "The strike has lasted for 36 hours.", "duration of the strike"),
        ("Gusts of 168 km/h were measured.", "There were gusts of 168 km/h.", "gusts"),
        ("Some 142 millimetres of rain fell.", "In Holm 142 millimetres of rain came down.", "rain"),
        ("There are 17 days of mourning.", "It declared 17 days of mourning.", "duration of mourning"),
        ("Radar data put the tug's speed at 14 knots.", "Radar data puts the tug's speed at 14 knots.",
         "tug's speed"),
        ("The light had been out for 19 days.", "“The light had been out for 19 days,” she said.",
         "how long the light had been out"),
        ("Weight: 198 grams.", "The phone weighs 198 grams.", "weight of the phone"),
    ],
)  # fmt: skip
def test_a_measure_is_called_by_what_is_so_high_or_lasts_so_long(one: str, other: str, what: str) -> None:
    assert (what, True) in labelled(one, other)


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("In 2011 two keepers were hurt by a wolf.", "Two keepers were hurt by a wolf in 2011.",
         "when two keepers were hurt by a wolf"),
        ("Ana Holt founded the mill in 1962.", "The mill, founded in 1962, closed.",
         "when Ana Holt founded the mill"),
        ("It had not burned since 1904, when three men died.", "It burned before: in 1904 three men died.",
         "when three men died"),
        ("He said that the fault was logged on 12 February.", "The fault was logged on 12 February.",
         "when the fault was logged"),
    ],
)  # fmt: skip
def test_a_date_is_called_by_what_happened_then(one: str, other: str, what: str) -> None:
    assert (what, True) in labelled(one, other)


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        ("The goat was found in Isford, 20 miles from Norholm, after it strayed from the fair.",
         "The goat strayed from the fair in Norholm and turned up in Isford, 12 miles away.", "a distance"),
        ("The prize, drawn by a clerk, would be $341 million.",
         "Drawn by a clerk, the prize would, they say, be $316 million.", "an amount of money"),
        ("They got 7.25 percent in spring.", "In spring they got 7.25 percent.", "a share"),
        ("She waited 25 years to tell it.", "It took 25 years until she told it.", "a duration"),
        ("It was her first since 1908.", "Not since 1908 had she had one.", "a date"),
    ],
)  # fmt: skip
def test_a_figure_without_a_sound_phrase_is_called_plainly_by_its_kind(
    one: str, other: str, what: str
) -> None:
    assert labelled(one, other) == [(what, False)]


@pytest.mark.parametrize(
    ("one", "other", "what", "sound"),
    [
        ("Holm Foundry cut 640 jobs.", "640 jobs were cut.", "jobs cut", True),
        ("Three keepers were hurt.", "Three keepers were hurt at the zoo.", "keepers injured", True),
        ("A boy and 131 passengers were aboard.", "131 passengers were aboard.", "passengers aboard", True),
        ("They came 14 times to the mill.", "14 times they came to the mill.", "a number of times", False),
        ("It has 27 engines.", "The rocket has 27 engines.", "engines", True),
    ],
)  # fmt: skip
def test_counted_things_keep_their_noun_and_what_happened_to_them(
    one: str,
    other: str,
    what: str,
    sound: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    assert (what, sound) in labelled(one, other)


@pytest.mark.parametrize(
    ("one", "other", "what", "subject"),
    [
        ("Brandt, 47, was hurt.", "Ola Brandt (47) was hurt.", "age of Ola Brandt", "Ola Brandt"),
        ("The nurse, 47-year-old Ola Brandt, fell.", "Ola Brandt, a 47-year-old nurse, fell.",
         "age of Ola Brandt", "Ola Brandt"),
        ("Ola Brandt is 47 years old.", "Ola Brandt, aged 47, lives in Holm.",
         "age of Ola Brandt", "Ola Brandt"),
        ("A 47-year-old nurse fell.", "The nurse is 47 years old.", "age of the nurse", None),
        ("The ferry is 28 years old.", "The 28-year-old ferry sank.", "age of the ferry", None),
    ],
)  # fmt: skip
def test_an_age_is_that_of_its_person(one: str, other: str, what: str, subject: str | None) -> None:
    full = {"Ola Brandt": "Ola Brandt", "Brandt": "Ola Brandt"}
    (figure,) = with_names(one, other, full, EntityType.PERSON)
    assert (figure.what, figure.labelled, figure.subject) == (what, True, subject)


@pytest.mark.parametrize(
    ("one", "other", "subject"),
    [
        ("The Harbour Party won 43 seats.", "In Holm the Harbour Party won 43 seats.", "Harbour Party"),
        ("Harbour Party had 43.8 percent of the vote.", "The Harbour Party had 43.8 percent of the vote.",
         "Harbour Party"),
        ("The Harbour Party raised its offer to $71.5 million.",
         "The Harbour Party raised its offer on Monday to $71.5 million.", "Harbour Party"),
        ("Harbour Party's $71.5 million offer stands.", "Harbour Party’s $71.5 million offer was read.",
         "Harbour Party"),
        ("The Harbour Party apologised to 43 guests.", "The Harbour Party wrote to 43 guests.", None),
        ("Rui Melo lost to the Harbour Party by 43.8 percent of the vote.",
         "Rui Melo trailed the Harbour Party by 43.8 percent of the vote.", None),
        ("43 guests of the Harbour Party left.", "43 guests left the Harbour Party.", None),
    ],
)  # fmt: skip
def test_a_figure_belongs_to_the_subject_of_its_clause_alone(
    one: str, other: str, subject: str | None
) -> None:
    found = with_names(one, other, {"Harbour Party": "Harbour Party"}, EntityType.ORG)
    assert [figure.subject for figure in found] == [subject]


def test_half_a_name_is_no_name_of_a_figure() -> None:
    full = {"New Holm Bridge": "New Holm Bridge"}
    text = "The New Holm Bridge toll was $4.35."
    figures = with_names(text, text, {"Holm Bridge toll": "Holm Bridge toll"} | full, EntityType.FAC)
    assert [figure.what for figure in figures] in (
        ["price of the New Holm Bridge toll"],
        ["an amount of money"],
    )


@given(
    st.permutations(["the gate", "the old mill", "would cost", "says Ms Aldous", "for the village"]),
    st.sampled_from(["£4 million", "19 days", "62 mph", "18%", "$5.20 a share", "41 years"]),
)
def test_no_label_begins_or_ends_with_a_small_word_or_holds_a_number(parts: list[str], number: str) -> None:
    ends = ENGLISH.stories.labels.phrases.ends
    texts = (" ".join([*parts, number]) + ".", " ".join([*parts[:3], number, *parts[3:]]) + ".")
    for figure in compared(*texts):
        words = figure.what.casefold().split()
        assert not figure.labelled or words[-1] not in ends
        assert not any(character.isdigit() for character in figure.what)
