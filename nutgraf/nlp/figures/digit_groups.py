"""Thousands that spaces group: "12 500", "1 200 000", with a space, a no-break space or a thin one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.lang.international.currencies import CODES
from nutgraf.nlp.lang.schema.figures import FigureRules

if TYPE_CHECKING:
    from nutgraf.nlp.figures.tokenizer import Token

_SPACES: Final = " \u00a0\u2007\u2009\u202f"
PAIR: Final = re.compile(rf"[0-9][{_SPACES}][0-9]{{3}}(?![0-9])")
"""Digits before a group of three; a text without them groups none by spaces."""

_SIGNS_OF_A_CODE: Final = frozenset("+-/:#@_")
_FIRST: Final = 3
_GROUP: Final = 3
_MOST_GROUPS: Final = 5


def groups_end(text: str, tokens: Sequence[Token], index: int, rules: FigureRules) -> int:
    """Return the index behind the groups that start at a token; the next index where it starts none.

    Args:
        text: the whole text.
        tokens: of the sentence.
        index: of the first group.
        rules: how the language writes figures.
    """
    first = tokens[index]
    if first.kind != "number" or len(first.text) > _FIRST or not _is_whole(first.text):
        return index + 1
    after = index + 1
    while after < len(tokens) and _follows(text, tokens, after, rules):
        after += 1
        if after > index + _MOST_GROUPS:
            return index + 1
        if not tokens[after - 1].text.isdecimal():
            break  # its decimals end the number
    if after == index + 1 or _is_code(tokens, index, after, rules):
        return index + 1
    plain = after == index + 2 and text[first.end] == " "
    return index + 1 if plain and _is_named(tokens, index, rules) else after


def _is_whole(written: str) -> bool:
    return written.isdecimal() and not written.startswith("0")


def _follows(text: str, tokens: Sequence[Token], index: int, rules: FigureRules) -> bool:
    """Return whether a token is a group of three digits one space behind the one before."""
    token, previous = tokens[index], tokens[index - 1]
    if token.kind != "number" or token.start != previous.end + 1 or text[previous.end] not in _SPACES:
        return False
    whole, _, fraction = token.text.partition(rules.numbers.digits.decimal)
    return len(whole) == _GROUP and whole.isdecimal() and (not fraction or fraction.isdecimal())


def _is_code(tokens: Sequence[Token], first: int, after: int, rules: FigureRules) -> bool:
    """Return whether more digits or a joining sign beside the groups make them a telephone number."""
    if after < len(tokens) and tokens[after].kind == "number":
        return True
    if not first:
        return False
    before = tokens[first - 1]
    if before.kind == "number" or before.end != tokens[first].start:
        return before.kind == "number"
    if before.text in HYPHENS and first > 1 and tokens[first - 2].kind == "number":
        return len(tokens[first - 2].text) != _GROUP  # "10 000-12 000"
    if before.kind == "word":
        return before.text not in CODES and before.text not in rules.currencies.abbreviations
    return before.text in _SIGNS_OF_A_CODE


def _is_named(tokens: Sequence[Token], index: int, rules: FigureRules) -> bool:
    """Return whether a word makes the first digits a number of their own: "March 12 500", "Bus 37 200"."""
    if not index or tokens[index - 1].kind != "word":
        return False
    low = tokens[index - 1].low
    if tokens[index - 1].text in CODES or tokens[index - 1].text in rules.currencies.abbreviations:
        return False
    if low in rules.calendar.months or low in rules.labels.labels or low in rules.ages.before:
        return True
    return index > 1 and tokens[index - 1].text[0].isupper() and low not in rules.nouns.stops
