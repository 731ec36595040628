"""A reader of one sentence's tokens that never falls off its ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from nutgraf.nlp.figures import tokenizer
from nutgraf.nlp.figures.tokenizer import NOTHING, Token
from nutgraf.nlp.lang.base import Language
from nutgraf.nlp.lang.schema.phrases import PhraseTable

T = TypeVar("T")


class TokenReader:
    """The tokens of one sentence; an index outside gives an empty token instead of an error.

    Attributes:
        text: the document's text.
        language: the language of the text.
        rules: how the language writes figures.
        tokens: the sentence's tokens, in order.
    """

    def __init__(self, text: str, start: int, end: int, language: Language) -> None:
        self.text = text
        self.language = language
        self.rules = language.figures
        self.tokens: Sequence[Token] = tokenizer.tokenize(text, start, end, self.rules)
        self._count = len(self.tokens)

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, index: int) -> Token:
        """Return the token at an index, or an empty one outside the sentence."""
        return self.tokens[index] if 0 <= index < self._count else NOTHING

    def low(self, index: int) -> str:
        """Return the lower-case form of a token, empty outside the sentence."""
        return self.tokens[index][1] if 0 <= index < self._count else ""

    def lows(self, index: int, count: int) -> tuple[str, ...]:
        """Return the lower-case forms of ``count`` tokens from an index on."""
        return tuple(map(self.low, range(index, index + count)))

    def glued(self, index: int) -> bool:
        """Return whether no space stands between a token and the one before it."""
        return 0 < index < self._count and self.tokens[index].start == self.tokens[index - 1].end

    def slice(self, first: int, after: int) -> str:
        """Return the text from the first token to the one before ``after``, without invisible characters."""
        return tokenizer.without_invisible(self.text[self.tokens[first].start : self.tokens[after - 1].end])

    def phrase_at(self, index: int, table: PhraseTable[T]) -> tuple[T, int] | None:
        """Return the value of the longest phrase that starts at a token, and the index behind it."""
        for phrase, value in table.by_first_word.get(self.low(index), ()):
            if self.lows(index, len(phrase)) == phrase:
                return value, index + len(phrase)
        return None

    def phrase_before(self, after: int, table: PhraseTable[T]) -> tuple[T, int] | None:
        """Return the value of the longest phrase that ends before a token, and the index of its start."""
        for phrase, value in table.by_last_word.get(self.low(after - 1), ()):
            if self.lows(after - len(phrase), len(phrase)) == phrase:
                return value, after - len(phrase)
        return None
