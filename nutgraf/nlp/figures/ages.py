"""Ages without their unit: "aged 43", "Maria Lenz, 43, said", "Maria Lenz (43)"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures import date_resolution, numerals
from nutgraf.nlp.figures.counted_nouns import STOPS
from nutgraf.nlp.figures.numerals import HYPHENS, Numeral
from nutgraf.nlp.figures.unit_match import UnitMatch
from nutgraf.nlp.lang import DEFAULT_LANGUAGE
from nutgraf.nlp.ner import gazetteer
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

_OLDEST: Final = 120
_YOUNGEST_IN_BRACKETS: Final = 10
_MOST_NAMES: Final = 4
_CALENDAR: Final = frozenset({*date_resolution.MONTHS, *date_resolution.WEEKDAYS})
_PARTICLES: Final = word_set("de da del della di dos du la le van von der den ten bin ibn al el abu")
# What stands before a place, and seldom before a person.
_LOCATIVE: Final = word_set("in at near around across outside inside throughout within")
# What stands before a place as often as before a person: not enough where one name stands alone.
_FROM_SOMEWHERE: Final = word_set("of from to for on by between")
_ALSO_NAMES: Final = frozenset({"will", "may"})
_OPENERS: Final = word_set(
    """
    however meanwhile overall instead indeed therefore moreover furthermore nevertheless nonetheless
    thus hence elsewhere afterwards besides perhaps please yes well oh okay sadly
    """
)


def parse_age(reader: TokenReader, number: Numeral) -> UnitMatch | None:
    """An age whose unit is not written, or None."""
    if number.value > _OLDEST or number.scale != 1 or number.value != int(number.value):
        return None
    before, following = reader.low(number.first - 1), reader.low(number.after)
    found = UnitMatch(FigureKind.QUANTITY, "year", number.after, what="age")
    if before in ("aged", "age") and following not in ("%", ":", "-"):
        return found
    if reader.at(number.first).kind != "number":
        return None
    bracketed = before == "(" and following == ")" and _bracketed(reader, number)
    closed = before == "," and following in (",", ".", ")", ";", "(")
    if not (bracketed or closed) or reader.at(number.after + 1).kind == "number":
        return None
    return found if _person(reader, number.first - 1, alone=closed and following == ",") else None


def _bracketed(reader: TokenReader, number: Numeral) -> bool:
    """Not "Section (2)" or "Municipal Council (12) Urban Councils (14)", where headings are counted."""
    return number.value >= _YOUNGEST_IN_BRACKETS and not _capitalised(reader, number.after + 1)


def _person(reader: TokenReader, end: int, *, alone: bool) -> bool:
    """Whether what ends before an index reads as a person's name; ``alone`` lets one name be enough."""
    starts = _names(reader, end)
    if not starts or reader.at(end - 1).low in _CALENDAR:
        return False
    if reader.low(starts[-1]) in _LOCATIVE or reader.low(starts[-1] - 1) in _LOCATIVE:
        return False
    if any(reader.low(at) == "the" or numerals.is_number_word(reader.low(at)) for at in starts):
        return False
    if _opens_sentence(reader, starts[-1]):
        starts.pop()
    if (
        not starts
        or gazetteer.is_known_place(DEFAULT_LANGUAGE.names, reader.slice(starts[-1], end)) is not None
    ):
        return False
    return len(starts) > 1 or (alone and _single(reader, starts[0]))


def _opens_sentence(reader: TokenReader, index: int) -> bool:
    """Whether a word has its capital from its place: "But" in "But Jack, 16, stayed"."""
    token = reader.at(index)
    return (
        token.low in STOPS and token.low not in _ALSO_NAMES and reader.at(index - 1).kind in ("none", "sign")
    )


def _single(reader: TokenReader, index: int) -> bool:
    token = reader.at(index)
    return not (
        token.text.isupper()
        or token.low in STOPS
        or token.low in _OPENERS
        or token.low.endswith(("ly", "'s"))
        or reader.low(index - 1) in _FROM_SOMEWHERE
    )


def _names(reader: TokenReader, end: int) -> list[int]:
    """Where each of the capitalised words that end before an index starts, the last word first.

    Words joined by a hyphen are one ("Reed-Hale"); particles and the points of initials are stepped over.
    """
    starts: list[int] = []
    index = end - 1
    while len(starts) < _MOST_NAMES:
        while starts and _between_names(reader, index):
            index -= 1
        if not _capitalised(reader, index):
            break
        while _hyphenated(reader, index):
            index -= 2
        starts.append(index)
        index -= 1
    return starts


def _between_names(reader: TokenReader, index: int) -> bool:
    """Whether a token is the particle of "Maria de la Cruz", or the point of "Bruce M. Hale"."""
    token = reader.at(index)
    initial = reader.at(index - 1).text
    return (token.low in _PARTICLES and token.text.islower()) or (
        token.low == "." and len(initial) == 1 and initial.isupper()
    )


def _hyphenated(reader: TokenReader, index: int) -> bool:
    glued = reader.glued(index) and reader.glued(index - 1)
    return glued and reader.low(index - 1) in HYPHENS and reader.at(index - 2).kind == "word"


def _capitalised(reader: TokenReader, index: int) -> bool:
    token = reader.at(index)
    return token.kind == "word" and token.text[0].isupper()
