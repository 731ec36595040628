from __future__ import annotations

import pytest

from nutgraf.nlp.encoder.wordpiece_tokenizer import CAPS, DIGIT, INITIAL, LOWER, MIXED, TITLE, case_class


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("port", LOWER),
        ("Oslo", TITLE),
        ("NATO", CAPS),
        ("A", INITIAL),
        ("McRae", MIXED),
        ("G7", DIGIT),
        ("—", LOWER),
    ],
)
def test_a_word_is_sorted_by_its_case(word: str, expected: int) -> None:
    assert case_class(word) == expected
