"""Quotations whose speaker stands in the paragraph before."""

from __future__ import annotations

import pytest

from tests.unit.nlp.quotations.newsroom import said_by

BARE = "“I will not pay for this wall.”"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"Torben Hale said that the wall was too dear.\n\n{BARE}", ("Torben Hale",)),
        (f"Torben Hale walked out of the hall.\n\n{BARE}", ("Torben Hale",)),
        (f"Torben Hale spoke last:\n\n{BARE}", ("Torben Hale",)),
        (f"Calloway told Torben Hale to pay.\n\n{BARE}", ("Ines Calloway",)),
        ("Torben Hale walked out of the hall.\n\n“Nobody pays for this wall.”", ()),
        (f"Calloway watched as Torben Hale left.\n\n{BARE}", ()),
        (f"The council met on Monday.\n\n{BARE}", ()),
        (f"A witness said that Hale had left.\n\n{BARE}", ()),
        (f"Torben Hale left.\n\nThe hall was full.\n\n{BARE}", ()),
        (f"Torben Hale said so.\n\n{BARE} The hall was full.", ()),
        (f"Torben Hale said so.\n\n{BARE[:-2]}”", ()),
    ],
)
def test_a_paragraph_that_is_a_quotation_goes_with_the_one_before(
    text: str, speakers: tuple[str, ...]
) -> None:
    assert said_by(text) == [speakers]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"“It is too dear,” Torben Hale said.\n\n{BARE}", ("Torben Hale",)),
        (f"“Is it too dear?” Torben Hale asked.\n\n{BARE}", ()),
        (f"“It is too dear,” Hale said. Calloway left.\n\n{BARE}", ()),
        (f"“It is too dear,” a witness said.\n\n{BARE}", ()),
        (
            "“It is too dear,” Hale said.\n\nRosa Wellen said Denning was ill.\n\n“He has a cold.”",
            ("Rosa Wellen",),
        ),
        (
            f"“It is too dear,” Hale said.\n\n“The schools need money,” said Wellen.\n\n{BARE}",
            ("Rosa Wellen",),
        ),
    ],
)
def test_whoever_the_paragraph_before_quotes_goes_on(text: str, speakers: tuple[str, ...]) -> None:
    assert said_by(text)[-1] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (f"Torben Hale said that the wall was too dear. {BARE}", ("Torben Hale",)),
        (f"The wall is too dear, Torben Hale said on Monday. {BARE}", ("Torben Hale",)),
        (f"Torben Hale left, and Wellen recalls a long talk. {BARE}", ("Rosa Wellen",)),
        (f"Torben Hale was asked by Rosa Wellen about the wall. {BARE}", ()),
        (f"When Torben Hale said that the wall was dear the hall was full. {BARE}", ()),
        (f"Torben Hale said so. The hall was full. {BARE}", ()),
        (f"A witness said that Torben Hale was ill. {BARE}", ()),
        (f"Torben Hale left the hall. {BARE}", ()),
    ],
)
def test_a_sentence_that_is_a_quotation_goes_with_the_words_reported_before(
    text: str, speakers: tuple[str, ...]
) -> None:
    assert said_by(text) == [speakers]


def test_a_quotation_in_single_marks_runs_over_paragraphs() -> None:
    text = "Hale wrote: 'The wall is old.\n\n'It has to go.\n\n'We have to pay for it.'\n\nThe hall was full."
    assert said_by(text) == [("Torben Hale",)] * 2
    assert (
        said_by("'The wall is old,' Hale said.\n\n'It has to go.\n\n'We pay for it.'")
        == [("Torben Hale",)] * 3
    )
    assert said_by("'The wall is old.\n\nThe hall was full.") == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Hale said the “vague” rules led to “much of the mess in Norvik”.", ("Torben Hale",)),
        ("Hale said the “vague” rules led Denning to “much of the mess in Norvik”.", ()),
        ("Hale said the “vague” rules were in the end his first “answer to all the mess here”.", ()),
        ("Hale saw the “very vague” rules that led to “much of the mess in Norvik”.", ()),
    ],
)
def test_two_parts_behind_one_verb_have_one_speaker(text: str, speakers: tuple[str, ...]) -> None:
    assert said_by(text)[-1] == speakers


@pytest.mark.parametrize(("first", "last"), [("'", "'"), ("‘", "’"), ('"', '"'), ("“", "”")])
def test_a_mark_that_is_opened_again_goes_on(first: str, last: str) -> None:
    text = f"Hale said: {first}The wall is old. {first}It has to go. {first}We have to pay.{last} All left."
    assert said_by(text) == [("Torben Hale",)] * 3


def test_single_marks_that_nothing_closes_are_no_quotation() -> None:
    assert said_by("Hale said: 'The wall is old. 'It has to go, and the hall was full.") == []


def test_a_caption_lets_nobody_speak() -> None:
    assert said_by(f"Torben Hale walks out of the hall\n\n{BARE}") == [()]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“Did it hurt?” asked Rosa Wellen. “Not at all,” he answered.", ()),
        ("“Did it hurt?” Rosa Wellen asked Karl Denning. “Not at all,” he answered.", ("Karl Denning",)),
        ("“Who pays?” Karl Denning asked. “You do,” he shot back.", ()),
        ("“Who pays?” Karl Denning asked. “You do,” Calloway replied.", ("Ines Calloway",)),
        ("“Why would he?” Denning asked. “He has no reason to.”", ("Karl Denning",)),
    ],
)
def test_a_question_is_not_answered_by_who_asked_it(text: str, speakers: tuple[str, ...]) -> None:
    assert said_by(text)[-1] == speakers
