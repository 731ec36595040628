from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nutgraf.nlp.multi_document.clustering.idf import content_words


@given(st.text())
def test_words_are_folded_and_never_empty(text: str) -> None:
    assert all(len(word) > 1 and word == word.casefold() for word in content_words(text) if word.isascii())
