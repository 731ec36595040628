"""Words that somebody denies, reads out or wears are not put into their mouth."""

from __future__ import annotations

import pytest

from tests.unit.nlp.quotations.newsroom import said_by

WORDS = '"we will not pay for the harbour"'


@pytest.mark.parametrize(
    "text",
    [
        f"Torben Hale never said {WORDS}, Rosa Wellen insisted.",
        f"Torben Hale has never said that {WORDS}, according to Rosa Wellen.",
        f"Torben Hale didn't say {WORDS}, said Rosa Wellen.",
        f"Rosa Wellen refused to say {WORDS}.",
        f"Torben Hale denied that he had said {WORDS}.",
        f"Torben Hale denied having ever told reporters {WORDS}.",
        f"Rosa Wellen disputes saying {WORDS}.",
    ],
)
def test_denied_words_have_no_speaker(text: str) -> None:
    assert said_by(text) == [()]


@pytest.mark.parametrize(
    "text",
    [
        f"Torben Hale not only said {WORDS}, he repeated it twice.",
        f"Torben Hale, who denied the theft, told the court {WORDS}.",
        f"Torben Hale denied the theft, saying {WORDS}.",
        f"Torben Hale denied the theft and said {WORDS}.",
        'Torben Hale denied it: "I was never there at all."',
        'Torben Hale dismissed the report. "I never said that to anyone," he said.',
        f"Torben Hale did not come but said {WORDS}.",
    ],
)
def test_who_denies_something_else_speaks(text: str) -> None:
    assert said_by(text) == [("Torben Hale",)]


@pytest.mark.parametrize(
    "text",
    [
        f"Rosa Wellen attacked Torben Hale over his words {WORDS}.",
        f"Rosa Wellen criticised Torben Hale for the remark {WORDS}.",
        f"Rosa Wellen read out a letter from Torben Hale: {WORDS}.",
        f"Rosa Wellen read out Torben Hale's letter: {WORDS}.",
        f"Rosa Wellen wore a shirt with the words {WORDS}.",
        f"Rosa Wellen sang {WORDS} at the gate.",
        f"Rosa Wellen, whom police had told {WORDS}, ran off.",
    ],
)
def test_words_of_another_are_not_those_of_the_subject(text: str) -> None:
    assert said_by(text) == [()]


@pytest.mark.parametrize(
    "text",
    [
        f"Rosa Wellen greeted Torben Hale with the words {WORDS}.",
        f"Rosa Wellen defended her words {WORDS}.",
        f"Rosa Wellen replied to a letter from Torben Hale: {WORDS}.",
        f"Rosa Wellen said in a letter to Torben Hale: {WORDS}.",
        f"Rosa Wellen read a statement: {WORDS}.",
        f"Rosa Wellen, in a black shirt, said {WORDS}.",
        f"Rosa Wellen, who had told police {WORDS}, ran off.",
        f"Torben Hale, whom Rosa Wellen had told {WORDS}, ran off.",
        f"Rosa Wellen, whom police had freed, said {WORDS}.",
    ],
)
def test_own_words_stay_with_their_speaker(text: str) -> None:
    assert said_by(text) == [("Rosa Wellen",)]
