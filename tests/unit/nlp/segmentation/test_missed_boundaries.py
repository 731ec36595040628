"""A word that is an abbreviation too ends a sentence; an abbreviation before its name or number does not."""

from __future__ import annotations

import pytest

from nutgraf.nlp.segmentation.sentence_splitter import split_sentences
from nutgraf.nlp.spans import LabelledLine
from tests.support.docs import english

WORDS = "no ill art fig may miss ore op fed min sat sun med dec ref etc exec"
NAMES = "Brook Inc|Brook Corp|Ada Moss Jr|Paul Reed Sr|Tarnhill, Fla|Wexbury, Calif|Ostby, Minn"


def split(text: str) -> list[str]:
    doc = english(text, lines=(LabelledLine(0, len(text), "body"),))
    return [text[span.start : span.end] for span in split_sentences(doc)]


@pytest.mark.parametrize("word", WORDS.split())
@pytest.mark.parametrize(
    "following", ["Turnout was high in all towns.", "The vote is on Friday.", "Ada Moss won."]
)
def test_a_word_that_is_an_abbreviation_too_ends_its_sentence(word: str, following: str) -> None:
    assert split(f"The chairman said it was {word}. {following}") == [
        f"The chairman said it was {word}.", following,
    ]  # fmt: skip


@pytest.mark.parametrize("name", NAMES.split("|"))
@pytest.mark.parametrize("following", ["Turnout was high in all towns.", "He did not reply.", "But it fell."])
def test_a_name_that_ends_in_an_abbreviation_ends_a_sentence(name: str, following: str) -> None:
    assert split(f"The prize went to {name}. {following}") == [f"The prize went to {name}.", following]


@pytest.mark.parametrize(
    "sentence",
    [
        "Brook Inc. Chief executive Ada Moss resigned.",
        "Brook Corp. President Paul Reed spoke.",
        "The firm, Brook Co. Ltd., closed.",
        "He met gen. Ada Moss at the gate.",
        "The pier is no. 5 on the list.",
        "It burned approx. 40 hectares of forest.",
        "The hall holds max. 900 people.",
        "She was est. 40 years old.",
        "Prices rose by avg. 4 percent.",
        "See fig. 3 for the plan.",
        "In St. Ives the bridge is shut.",
        "On Oct. 5 the talks failed.",
        "The show Jeopardy! Masters returned on Monday.",
        "The film Mamma Mia! Here We Go Again was shown.",
        "He bought shares of Yahoo! Japan in May.",
        "Miss. Moss came back to the ward.",
        "Brook Bros. Pictures shows the film in May.",
        "The musical Oklahoma! Revival opens in June.",
    ],
)
def test_a_sentence_goes_on_behind_an_abbreviation_or_a_name_with_a_mark(sentence: str) -> None:
    assert split(f"It was late. {sentence} Nobody spoke.") == ["It was late.", sentence, "Nobody spoke."]


@pytest.mark.parametrize(
    "wanted",
    [
        ["The pier is shut.", "(The mayor did not reply.)", "The vote is on Friday."],
        ["The pier is shut.", "(Was it safe?)", "(Nobody knows.)", "Divers will come."],
        ["(“It is over,” he said.)", "Ada Moss left."],
        ["The pier (it was shut.) is old.", "It fell."],
        ["We miss you, Maria!", "The crowd sang."],
        ["Vote for the Harbour Party!", "Moss promised a new pier."],
        ["He loved Banjo!", "Banjo is an app."],
        ["Help!", "The crew heard him."],
        ["They shouted for Ada!", "Then it was quiet."],
    ],
)
def test_brackets_and_exclamations_end_where_a_reader_ends_them(wanted: list[str]) -> None:
    assert split(" ".join(wanted)) == wanted
