"""Ages without their unit: "aged 43", "Maria Lenz, 43, said", "Maria Lenz (43)"."""

from __future__ import annotations

from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures import bounds, known_places
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.figures.unit_match import UnitMatch

_OLDEST: Final = 120
_YOUNGEST_IN_BRACKETS: Final = 10
_GROWN: Final = 16
_MOST_NAMES: Final = 4
_MOST_BETWEEN: Final = 2
_LONGEST_DESCRIPTION: Final = 5


def parse_age(reader: TokenReader, number: Numeral, first: int) -> UnitMatch | None:
    """Return an age whose unit is not written, or None.

    Args:
        reader: the sentence.
        number: the number.
        first: index where the amount starts that the number ends.
    """
    if number.value > _OLDEST or number.scale != 1 or number.value != int(number.value):
        return None
    before, following = reader.low(number.first - 1), reader.low(number.after)
    age = UnitMatch(FigureKind.QUANTITY, "year", number.after, what="age")
    if _follows_age_word(reader, first) and following not in ("%", ":", "-"):
        return age
    if reader.at(number.first).kind != "number" or not reader.rules.ages.names_are_capitalised:
        return None
    bracketed = before == "(" and following == ")" and _bracketed(reader, number)
    closed = before == "," and (following in (",", ".", ")", ";", "(") or _goes_on(reader, number))
    if not (bracketed or closed) or reader.at(number.after + 1).kind == "number":
        return age if closed and _goes_on(reader, number) and _are_persons(reader, number.first - 2) else None
    end = number.first - 1
    alone = following == "," if closed else _tells_of_person(reader, number)
    return age if _is_person(reader, end, alone=alone) or _is_described(reader, end - 1) else None


def _tells_of_person(reader: TokenReader, number: Numeral) -> bool:
    """Return whether what follows brackets is done by a person: "Ravn (22) *died*", and no party's seats."""
    events, verb = reader.rules.events, reader.low(number.after + 1)
    suffered = (
        events.participles.get(verb) in events.people_events
        or verb in reader.rules.counts.passive_auxiliaries
    )
    return number.value >= _GROWN and (suffered or verb in reader.rules.ages.speaking)


def goes_on_list(reader: TokenReader, after: int, number: Numeral) -> bool:
    """Return whether a number goes on a list of ages that ends at ``after``: "aged 7, 9 and 12"."""
    between = range(after, number.first)
    joined = all(reader.low(index) == "," or _is_conjunction(reader, index) for index in between)
    if not 0 < len(between) <= _MOST_BETWEEN or not joined or number.value > _OLDEST or number.scale != 1:
        return False
    following = reader.at(number.after)
    return following.kind in ("none", "sign") or following.low in reader.rules.nouns.stops


def _is_conjunction(reader: TokenReader, index: int) -> bool:
    return reader.low(index) in reader.rules.calendar.list_conjunctions


def _follows_age_word(reader: TokenReader, first: int) -> bool:
    """Return whether "aged", "aged around" or "aged between" stands before an amount."""
    before = reader.rules.ages.before
    start = bounds.bound_before(reader, first)[1]
    start -= reader.low(start - 1) in reader.rules.bounds.range_openers
    return (
        reader.low(start - 1) in before
        or reader.phrase_before(start, reader.rules.ages.before_phrases) is not None
    )


def _goes_on(reader: TokenReader, number: Numeral) -> bool:
    """Return whether "and 26," follows: "the brothers, 24 and 26, left"."""
    second = reader.at(number.after + 1)
    closed = reader.low(number.after + 2) in (",", ".", ")", ";")
    return _is_conjunction(reader, number.after) and second.kind == "number" and closed


def _are_persons(reader: TokenReader, noun: int) -> bool:
    return reader.low(noun) in reader.rules.nouns.people


def _is_described(reader: TokenReader, noun: int) -> bool:
    """Return whether a noun for one person ends at an index: "the driver, 42,", "his wife (42)"."""
    low, words = reader.low(noun), reader.rules.ages
    if not (low in words.persons or low.endswith(words.person_suffixes)) or low in words.no_persons:
        return False
    opened = range(noun - 1, noun - 1 - _LONGEST_DESCRIPTION, -1)
    for index in opened:
        if reader.low(index) in reader.rules.phrases.articles:
            return True
        if reader.at(index).kind != "word" and reader.low(index) not in HYPHENS:
            return False
    return False


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
