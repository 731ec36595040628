"""Ages without their unit: "aged 43", "Maria Lenz, 43, said", "Maria Lenz (43)"."""

from __future__ import annotations

from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures import known_places
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.figures.unit_match import UnitMatch

_OLDEST: Final = 120
_YOUNGEST_IN_BRACKETS: Final = 10
_MOST_NAMES: Final = 4


def parse_age(reader: TokenReader, number: Numeral) -> UnitMatch | None:
    """Return an age whose unit is not written, or None."""
    if number.value > _OLDEST or number.scale != 1 or number.value != int(number.value):
        return None
    before, following = reader.low(number.first - 1), reader.low(number.after)
    age = UnitMatch(FigureKind.QUANTITY, "year", number.after, what="age")
    if before in reader.rules.ages.before and following not in ("%", ":", "-"):
        return age
    if reader.at(number.first).kind != "number" or not reader.rules.ages.names_are_capitalised:
        return None
    bracketed = before == "(" and following == ")" and _bracketed(reader, number)
    closed = before == "," and following in (",", ".", ")", ";", "(")
    if not (bracketed or closed) or reader.at(number.after + 1).kind == "number":
        return None
    return age if _is_person(reader, number.first - 1, alone=closed and following == ",") else None


def _bracketed(reader: TokenReader, number: Numeral) -> bool:
    """Return False for "Section (2)" and "Council (12) Urban Councils (14)": headings are counted."""
    return number.value >= _YOUNGEST_IN_BRACKETS and not _is_capitalised(reader, number.after + 1)


def _is_person(reader: TokenReader, end: int, *, alone: bool) -> bool:
    """Return whether what ends before an index reads as a person's name.

    Args:
        reader: the sentence.
        end: the index.
        alone: whether a name of one word is enough.
    """
    words, numbers = reader.rules.ages, reader.rules.numbers
    starts = _names(reader, end)
    if not starts or reader.rules.calendar.is_date_name(reader.low(end - 1)):
        return False
    if reader.low(starts[-1]) in words.locative or reader.low(starts[-1] - 1) in words.locative:
        return False
    if any(reader.low(at) in words.articles or numbers.is_number_word(reader.low(at)) for at in starts):
        return False
    if _opens_sentence(reader, starts[-1]):
        starts.pop()
    if not starts or known_places.is_known_place(reader, starts[-1], end):
        return False
    return len(starts) > 1 or (alone and _is_single_name(reader, starts[0]))


def _opens_sentence(reader: TokenReader, index: int) -> bool:
    """Return whether a word has its capital from its place: "But" in "But Jack, 16, stayed"."""
    low, rules = reader.low(index), reader.rules
    stop = low in rules.nouns.stops and low not in rules.ages.also_names
    return stop and reader.at(index - 1).kind in ("none", "sign")


def _is_single_name(reader: TokenReader, index: int) -> bool:
    token, words = reader.at(index), reader.rules.ages
    return not (
        token.text.isupper()
        or token.low in reader.rules.nouns.stops
        or token.low in words.openers
        or words.is_no_name(token.low)
        or reader.low(index - 1) in words.from_somewhere
    )


def _names(reader: TokenReader, end: int) -> list[int]:
    """Return where each of the capitalised words that end before an index starts, the last word first.

    Words joined by a hyphen are one ("Reed-Hale"); particles and the points of initials are stepped over.
    """
    starts: list[int] = []
    index = end - 1
    while len(starts) < _MOST_NAMES:
        while starts and _is_between_names(reader, index):
            index -= 1
        if not _is_capitalised(reader, index):
            break
        while _is_hyphenated(reader, index):
            index -= 2
        starts.append(index)
        index -= 1
    return starts


def _is_between_names(reader: TokenReader, index: int) -> bool:
    """Return whether a token is the particle of "Maria de la Cruz", or the point of "Bruce M. Hale"."""
    token = reader.at(index)
    initial = reader.at(index - 1).text
    return (token.low in reader.rules.ages.particles and token.text.islower()) or (
        token.low == "." and len(initial) == 1 and initial.isupper()
    )


def _is_hyphenated(reader: TokenReader, index: int) -> bool:
    glued = reader.glued(index) and reader.glued(index - 1)
    return glued and reader.low(index - 1) in HYPHENS and reader.at(index - 2).kind == "word"


def _is_capitalised(reader: TokenReader, index: int) -> bool:
    token = reader.at(index)
    return token.kind == "word" and token.text[0].isupper()
