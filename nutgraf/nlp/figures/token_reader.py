"""Tokens of one sentence, and a reader that never falls off its ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Kind = Literal["number", "word", "sign", "none"]

# Digits with their separators, words with inner apostrophes, or one sign; each alternative consumes what it
# scanned, so the whole is linear.
_TOKEN = re.compile(r"(?P<number>[0-9]+(?:[.,][0-9]+)*)|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<sign>\S)")


class Token(NamedTuple):
    """A token with its offsets in the text; ``low`` is the lower-case form that rules compare."""

    text: str
    low: str
    start: int
    end: int
    kind: Kind


_NOTHING = Token("", "", -1, -1, "none")


class TokenReader:
    """The tokens of one sentence; an index outside gives an empty token instead of an error."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.tokens: Sequence[Token] = tuple(
            Token(
                match[0],
                match[0].lower().replace("’", "'"),
                match.start(),
                match.end(),
                match.lastgroup,  # type: ignore[arg-type]  # the group names are the kinds
            )
            for match in _TOKEN.finditer(text, start, end)
        )

    def __len__(self) -> int:
        return len(self.tokens)

    def at(self, index: int) -> Token:
        """The token at an index, or an empty one outside the sentence."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else _NOTHING

    def low(self, index: int) -> str:
        """The lower-case form of a token, empty outside the sentence."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def lows(self, index: int, count: int) -> tuple[str, ...]:
        """The lower-case forms of ``count`` tokens from an index on."""
        return tuple(self.low(position) for position in range(index, index + count))

    def glued(self, index: int) -> bool:
        """Whether no space stands between a token and the one before it."""
        return 0 < index < len(self.tokens) and self.tokens[index].start == self.tokens[index - 1].end

    def slice(self, first: int, after: int) -> str:
        """The text from the first token to the one before ``after``."""
        return self.text[self.tokens[first].start : self.tokens[after - 1].end]
