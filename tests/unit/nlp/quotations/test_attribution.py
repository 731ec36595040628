"""Quotations whose speaker stands further away, or is not the first one who is named."""

from __future__ import annotations

import pytest

from nutgraf.model import EntityType
from tests.unit.nlp.quotations import test_extractor
from tests.unit.nlp.quotations.test_extractor import told


@pytest.fixture(autouse=True)
def _agency(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(test_extractor.CAST, "Newswire", EntityType.ORG)


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ('Maria Lenz said: "It could be a good week" but warned of "all the noise".', "Maria Lenz", "warned"),
        ('Maria Lenz called it "a mess" and later said the board "had no idea".', "Maria Lenz", "said"),
        ('Reed spoke. He called the deal "a mess" and said the board "had no idea".', "Tom Reed", "said"),
        ('Maria Lenz called the deal "a mess", adding that it "had no friends".', "Maria Lenz", "adding"),
        (
            'Maria Lenz called it "a mess" and said that Reed had praised "a good thing".',
            "Tom Reed",
            "praised",
        ),
        ('Maria Lenz called it "a mess" and the roof was described as "a great risk".', None, "described"),
    ],
)
def test_a_second_verb_has_the_subject_of_the_first(text: str, speaker: str | None, cue: str) -> None:
    assert told(text)[-1][1:] == (speaker, cue)


def test_a_second_verb_of_nobody_stays_without_a_speaker() -> None:
    found = told('A wall read "no more of this" and warned of "worse to come soon".')
    assert [speaker for _, speaker, _ in found] == [None, None]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ('"It was pure chaos" in the heart of the city, Maria Lenz said.', "Maria Lenz", "said"),
        ('"It was pure chaos" in the heart of the city, the mayor, Maria Lenz, said.', "Maria Lenz", "said"),
        ('"It was pure chaos" in the heart of the city, Lenz told reporters.', "Maria Lenz", "told"),
        ('"It was pure chaos" in the heart of the city, said Maria Lenz.', "Maria Lenz", "said"),
        ('The plan is "a recipe for chaos" in Valland, Maria Lenz said on Monday.', "Maria Lenz", "said"),
        ('Reed called it "pure chaos in there" at first, Maria Lenz said.', "Tom Reed", "called"),
        ('"It was pure chaos" in the heart of the city that Maria Lenz loves.', None, None),
        ('"It was pure chaos." In the heart of the city all was calm, Maria Lenz said.', None, None),
        ('"It was pure chaos" in the city, told to Maria Lenz as a child.', None, None),
    ],
)
def test_the_end_of_the_sentence_may_say_who_spoke(text: str, speaker: str | None, cue: str | None) -> None:
    assert told(text) == [(told(text)[0][0], speaker, cue)]


def test_the_end_of_the_sentence_makes_no_quotation_of_a_title() -> None:
    assert told('The film "Big Night Out" drew crowds in Valland, Maria Lenz said.') == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"Turnout was good," Newswire quoted Maria Lenz as saying.', "Maria Lenz"),
        ('"Turnout was good," Maria Lenz was quoted as saying by Newswire.', "Maria Lenz"),
        ('"Turnout was good," Newswire quoted him as saying.', None),
        ('Newswire quoted Maria Lenz as saying: "Turnout was good."', "Maria Lenz"),
        ('Maria Lenz was quoted by Newswire as saying: "Turnout was good."', "Maria Lenz"),
        ('Newswire quoted her as saying: "Turnout was good."', None),
        ('Newswire quoted Maria Lenz in characterizing it as "a good turnout".', "Maria Lenz"),
        ('Tom Reed quoted a small verse, "Rain comes to us all".', "Tom Reed"),
        ('Tom Reed quoted "a very old song" at length.', "Tom Reed"),
        ('Tom Reed resigned, citing "a lack of good will".', "Tom Reed"),
    ],
)
def test_who_quotes_is_not_who_speaks(text: str, speaker: str | None) -> None:
    assert [found[1] for found in told(text)] == [speaker]


def test_a_person_between_two_quotations_takes_the_second_from_the_first_ones_speaker() -> None:
    assert told('Tom Reed called it "a farce" and Maria Lenz "a triumph for all".') == [
        ("a farce", "Tom Reed", "called"),
        ("a triumph for all", None, None),
    ]


def test_a_person_who_is_only_spoken_of_between_two_quotations_changes_nothing() -> None:
    found = told('Tom Reed said "it is good" that Lenz came "so very often".')
    assert [speaker for _, speaker, _ in found] == ["Tom Reed", "Tom Reed"]


def test_what_is_said_of_two_people_has_one_speaker() -> None:
    found = told('Tom Reed called Petrov "a farce" and Maria Lenz "a triumph for all".')
    assert [speaker for _, speaker, _ in found] == ["Tom Reed", "Tom Reed"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('The vote was hailed by Tom Reed as "a great day for us all".', "Tom Reed"),
        ('The vote, hailed by the mayor, Tom Reed, as "a great day for us all", was close.', "Tom Reed"),
        ('The vote was hailed by friends of Tom Reed as "a great day for us all".', None),
        ('The vote was hailed as "a great day for us all".', None),
    ],
)
def test_whoever_a_passive_verb_names_is_the_speaker(text: str, speaker: str | None) -> None:
    assert [found[1] for found in told(text)] == [speaker]
