"""Tokens of one sentence: numbers, words and signs, with their offsets in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from operator import itemgetter
from typing import Final, Literal, NamedTuple

from nutgraf.nlp.figures import digit_groups
from nutgraf.nlp.lang.schema.figures import DigitNotation, FigureRules

Kind = Literal["number", "word", "sign", "none"]

# Soft hyphen, zero-width space, joiners, byte order mark: they break a line or a ligature, never a word.
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


class Token(NamedTuple):
    """A token with its offsets in the text; ``low`` is the lower-case form that rules compare.

    ``text`` is the token as the language writes it: without invisible characters, and with the language's
    sign between groups of digits.
    """

    text: str
    low: str
    start: int
    end: int
    kind: Kind


_LOW: Final = itemgetter(1)

NOTHING: Final = Token("", "", -1, -1, "none")
"""The token outside a sentence."""


def tokenize(text: str, start: int, end: int, rules: FigureRules) -> Sequence[Token]:
    """Return the tokens of a part of a text, in order.

    Args:
        text: the whole text.
        start: code point where the part starts.
        end: code point behind it.
        rules: how the language writes figures.
    """
    pattern = _token_pattern(_separators(rules.numbers.digits))
    if not text.isascii() and _INVISIBLE.search(text, start, end):
        tokens = _among_invisible(text, start, end, pattern)
    else:
        tokens = _tokens(pattern.finditer(text, start, end))
    if digit_groups.PAIR.search(text, start, end):
        tokens = _grouped(text, tokens, rules)
    return _without_possessives(tokens, rules)


def without_invisible(written: str) -> str:
    """Return a text without characters that are not seen, such as soft hyphens."""
    return written if written.isascii() else _INVISIBLE.sub("", written)


@cache
def _token_pattern(separators: str) -> re.Pattern[str]:
    """Return the pattern of digits with separators within, words with inner apostrophes, or one sign.

    Each alternative consumes what it scanned, so the whole is linear.
    """
    inner = f"(?:[{re.escape(separators)}][0-9]+)*" if separators else ""
    return re.compile(rf"(?P<number>[0-9]+{inner})|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<sign>\S)")


def _separators(digits: DigitNotation) -> str:
    return digits.decimal + digits.grouping


def _tokens(matches: Iterable[re.Match[str]]) -> list[Token]:
    return [
        Token(
            (written := match[0]),
            written.lower().replace("’", "'"),
            match.start(),
            match.end(),
            match.lastgroup,  # type: ignore[arg-type]  # the group names are the kinds
        )
        for match in matches
    ]


def _among_invisible(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[Token]:
    """Read the tokens as a reader sees them; their offsets stay those of the text."""
    seen = [place for place in range(start, end) if not _INVISIBLE.match(text, place)]
    tokens = _tokens(pattern.finditer("".join(text[place] for place in seen)))
    return [token._replace(start=seen[token.start], end=seen[token.end - 1] + 1) for token in tokens]


def _grouped(text: str, tokens: list[Token], rules: FigureRules) -> list[Token]:
    """Join digits that spaces group into one token: "12 500"."""
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        token, after = tokens[index], digit_groups.groups_end(text, tokens, index, rules)
        if after > index + 1:
            parts = (each.text for each in tokens[index:after])
            written = rules.numbers.digits.grouping.join(parts)
            token = Token(written, written, token.start, tokens[after - 1].end, "number")
        joined.append(token)
        index = after
    return joined


def _without_possessives(tokens: list[Token], rules: FigureRules) -> list[Token]:
    """Split the ending off a name of a day, a month or a year: "Monday's" is "Monday" and "'s"."""
    possessives = rules.calendar.possessives
    if possessives.keys().isdisjoint(map(_LOW, tokens)):
        return tokens
    split: list[Token] = []
    for token in tokens:
        length = possessives.get(token.low)
        if length is None:
            split.append(token)
            continue
        middle = token.end - (len(token.text) - length)
        split.append(Token(token.text[:length], token.low[:length], token.start, middle, "word"))
        split.append(Token(token.text[length:], token.low[length:], middle, token.end, "word"))
    return split
