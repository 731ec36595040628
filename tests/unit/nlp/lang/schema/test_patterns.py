from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.lang.schema.patterns import NEVER, alternation, whole_words

PHRASES = st.lists(st.from_regex(r"[a-z.']{1,8}( [a-z.']{1,8})?", fullmatch=True), max_size=8)


@given(PHRASES)
def test_every_word_and_phrase_is_matched_whole_and_nothing_else(words: list[str]) -> None:
    for flags in (re.IGNORECASE, re.IGNORECASE | re.VERBOSE):
        pattern = re.compile(alternation(words), flags)
        for word in words:
            longest = max((other for other in words if word.startswith(other)), key=len)
            assert [match.group() for match in [pattern.match(word)] if match] == [longest]
        assert pattern.fullmatch("z" * 18) is None


def test_any_whitespace_stands_for_the_space_of_a_phrase() -> None:
    assert whole_words(["according to"]).search("This, According\tto him")


def test_part_of_a_word_is_not_found() -> None:
    assert whole_words(["said"]).search("saids") is None


def test_no_words_match_nothing() -> None:
    assert alternation(()) == NEVER.pattern
    assert NEVER.search("") is None
    assert whole_words(()).search("a b") is None
