"""Phrases are found by their first or last token, the longest first."""

from __future__ import annotations

from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.lang import DEFAULT_LANGUAGE
from nutgraf.nlp.lang.schema.phrases import PhraseTable, phrase_table

TABLE = phrase_table({1: "at|no more", 2: "at the most|\n  at most"})


def reader(text: str) -> TokenReader:
    return TokenReader(text, 0, len(text), DEFAULT_LANGUAGE)


def test_the_longest_phrase_at_a_token_wins() -> None:
    assert reader("At the most ten").phrase_at(0, TABLE) == (2, 3)
    assert reader("At the door").phrase_at(0, TABLE) == (1, 1)
    assert reader("At").phrase_at(0, TABLE) == (1, 1)


def test_the_longest_phrase_before_a_token_wins() -> None:
    assert reader("It is at the most ten").phrase_before(5, TABLE) == (2, 2)
    assert reader("No more ten").phrase_before(2, TABLE) == (1, 0)


def test_an_empty_table_finds_nothing_anywhere() -> None:
    empty: PhraseTable[int] = PhraseTable()
    assert reader("at").phrase_at(0, empty) is None
    assert reader("").phrase_before(0, empty) is None


def test_phrases_of_one_token_are_known_apart() -> None:
    assert TABLE.single_words == {"at"}
