"""Wordpiece tokenizer that keeps each piece's word and the letter case of that word.

The vocabulary of the encoder is uncased, but case marks names, so each piece carries the case class of its
word beside its id. Training and inference both use this tokenizer, so they cannot disagree.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

LOWER, TITLE, CAPS, INITIAL, MIXED, DIGIT = range(6)
CASE_CLASSES = 6


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one stretch of text, all arrays of equal length, one element a piece.

    Attributes:
        ids: vocabulary ids.
        cases: case class of the piece's word, 0 to 5.
        first: whether the piece opens a word; only such pieces carry a tag.
        starts: code point offset at which the piece's word starts.
        ends: code point offset behind the piece's word.
    """

    ids: NDArray[np.int64]
    cases: NDArray[np.int64]
    first: NDArray[np.bool_]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]


@lru_cache(maxsize=8192)
def case_class(word: str) -> int:
    """Classify the case of a word: lower, Title, CAPS, a single capital, miXed, or with a digit."""
    if any(character.isdigit() for character in word):
        return DIGIT
    if word == word.lower():
        return LOWER
    if len(word) == 1:
        return INITIAL
    if word.isupper():
        return CAPS
    return TITLE if word[0].isupper() and word[1:] == word[1:].lower() else MIXED


class WordpieceTokenizer:
    """The tokenizer of the encoder, without its special tokens."""

    def __init__(self, path: Path) -> None:
        """Read ``tokenizer.json``; raises ``OSError`` when it cannot be read."""
        self._tokenizer = Tokenizer.from_str(path.read_text(encoding="utf-8"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self.opening: int = self._special("[CLS]")
        self.closing: int = self._special("[SEP]")
        self.masked: int = self._special("[MASK]")

    def cut(self, text: str) -> Pieces:
        """Tokenize a stretch of text; offsets are code points from its beginning."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        words = np.array(encoding.word_ids, dtype=np.int64)
        spans = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
        first = np.diff(words, prepend=-1) != 0
        opens = np.flatnonzero(first)
        closes = np.append(opens[1:], len(words)) - 1 if len(opens) else opens
        starts = spans[opens, 0]
        ends = np.array([_past_marks(text, int(end)) for end in spans[closes, 1]], dtype=np.int64)
        cases = [case_class(text[start:end]) for start, end in zip(starts, ends, strict=True)]
        word = np.cumsum(first) - 1
        return Pieces(
            ids=np.array(encoding.ids, dtype=np.int64),
            cases=np.array(cases, dtype=np.int64)[word],
            first=first,
            starts=starts[word],
            ends=ends[word],
        )

    def _special(self, token: str) -> int:
        found = self._tokenizer.token_to_id(token)
        if found is None:
            raise ValueError(f"the tokenizer has no {token}")
        return int(found)


def _past_marks(text: str, end: int) -> int:
    """Take combining marks into the word: the tokenizer strips them, the reader sees them."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end
