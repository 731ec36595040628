"""Coming days in the present tense, and days that are over."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from nutgraf.model import Figure
from nutgraf.nlp import figures
from tests.support.docs import english

PUBLISHED = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)  # a Wednesday


def found_in(text: str) -> tuple[Figure, ...]:
    return figures.extract_figures(english(text, None, PUBLISHED))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The board meets again on Friday.", "2026-03-06"),
        ("Norholm travel to Isford on Saturday.", "2026-03-07"),
        ("The Quayside team travel to Isford for their second match on Tuesday.", "2026-03-10"),
        ("She returns to the stage on Thursday.", "2026-03-05"),
        ("The bridge closes on 20 April.", "2026-04-20"),
        ("The fair is on July 9.", "2026-07-09"),
        ("The hearing is on Monday.", "2026-03-09"),
        ("Schools reopen on Monday.", "2026-03-09"),
        ("The steamer leaves on Friday.", "2026-03-06"),
        ("The choir is travelling to Isford on Friday.", "2026-03-06"),
        ("Rovers face Isford in Saturday's final.", "2026-03-07"),
        ("The strike begins on 1 May.", "2026-05-01"),
    ],
)
def test_the_present_tense_tells_what_is_planned(text: str, day: str) -> None:
    assert day in [figure.value for figure in found_in(text)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ines Hale meets voters in Isford on Monday.", "2026-03-02"),
        ("Ines Hale arrives at court on Monday.", "2026-03-02"),
        ("Police are appealing for witnesses to the crash on Friday.", "2026-02-27"),
        ("His return on Friday was late.", "2026-02-27"),
        ("Police say the boy left home on Friday.", "2026-02-27"),
        ("He runs a shop that burned down on Monday.", "2026-03-02"),
        ("The clerk had not answered until Monday.", "2026-03-02"),
        ("They searched the woods until Monday.", "2026-03-02"),
        ("A ruling is due a fortnight after the vote on 3 March.", "2026-03-03"),
        ("He set himself a task on Friday.", "2026-02-27"),
    ],
)
def test_what_is_over_stays_in_the_past(text: str, day: str) -> None:
    assert [figure.value for figure in found_in(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "The trial was postponed until Friday.",
        "The road was closed until Friday.",
        "It is set to open on Friday.",
    ],
)
def test_what_was_put_off_is_to_come(text: str) -> None:
    assert [figure.value for figure in found_in(text)] == ["2026-03-06"]


@pytest.mark.parametrize(
    "text",
    [
        "A boy runs through a fountain on Sunday.",
        "Children run through a fountain on Sunday.",
        "Firefighters battle a blaze in Isford on Sunday.",
    ],
)
def test_a_caption_tells_of_a_day_that_is_over(text: str) -> None:
    assert [figure.value for figure in found_in(text)] == ["2026-03-01"]


def test_what_was_decided_may_be_to_come() -> None:
    (figure,) = found_in("They decided to hold the fair on March 9.")
    assert figure.value == "2026-03-09"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The trial of two brothers begins on September 14.", "2026-09-14"),
        ("The inquest into the wreck was short, and the hearing of claims opens on 9 June.", "2026-06-09"),
        ("The market for growers opens on May 16.", "2026-05-16"),
        ("The walkout by the bakers starts on Friday.", "2026-03-06"),
        ("The ban on nets ends on Thursday.", "2026-03-05"),
        ("The talks with the rebels resume on Monday.", "2026-03-09"),
        ("The exhibition of kites at the Isford halls closes on 12 April.", "2026-04-12"),
        ("Voters in Dravik elect a mayor on Sunday.", "2026-03-08"),
    ],
)
def test_a_phrase_may_stand_between_the_subject_and_its_verb(text: str, day: str) -> None:
    assert [figure.value for figure in found_in(text) if figure.kind == "date"] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The number of false starts on Friday was four.", "2026-02-27"),
        ("The mayor of the islands meets growers in Isford on Monday.", "2026-03-02"),
        ("The calls for a snap vote on Friday were loud.", "2026-02-27"),
    ],
)
def test_a_noun_behind_such_a_phrase_is_no_verb(text: str, day: str) -> None:
    assert [figure.value for figure in found_in(text) if figure.kind == "date"] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("An appeal must be lodged ten days after the ruling of 27 February.", "2026-02-27"),
        ("The council will honour the decision of 12 January.", "2026-01-12"),
        ("Work is due to begin after the annual meeting of 20 February.", "2026-02-20"),
        ("Prices will be set at the meeting of 20 April.", "2026-04-20"),
    ],
)
def test_a_ruling_with_a_date_is_over(text: str, day: str) -> None:
    assert [figure.value for figure in found_in(text) if figure.kind == "date"] == [day]
