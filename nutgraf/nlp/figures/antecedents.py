"""What the pronoun of an elliptical count stands for: a count before it, or people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from nutgraf.model import Bound, Figure, FigureKind
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.lang.schema.figures import FigureRules

# By how much a whole may exceed the value that was written for it: "dozens" may be a hundred.
_ROOM: Final = {Bound.AT_LEAST: 5.0, Bound.ABOUT: 1.2}

_FARTHEST: Final = 40
# How many code points before a pronoun may name the people whom it stands for.
_REACH: Final = 400
_WINDOW: Final = 40
# The conjunction, a number and a noun.
_LONGEST_OTHERS: Final = 3
_WORD: Final = re.compile(r"\w+|[^\w\s]")
_LAST_WORDS: Final = re.compile(r"(\w+)\s+(\w+)\s+(?:\w+\s+)?\Z")


def antecedent(
    earlier: Sequence[Figure], part: float, rules: FigureRules, *, people: bool | None = None
) -> Figure | None:
    """Return the nearest count that a number may be a part of, or None.

    Args:
        earlier: the figures before the number, in order.
        part: the number.
        rules: of the language.
        people: whether it must count people or anything else; None if it may count both.
    """
    return next(
        (
            figure
            for figure in reversed(earlier)
            if figure.kind is FigureKind.COUNT
            and figure.unit is not None
            and (people is None or people == (figure.unit in rules.nouns.people))
            and _may_contain(figure, part)
        ),
        None,
    )


def _may_contain(figure: Figure, part: float) -> bool:
    whole = 0.0 if isinstance(figure.value, str) else float(figure.value)
    return whole * _ROOM.get(figure.bound, 1.0) >= part


def counted_phrase(figure: Figure, rules: FigureRules) -> str:
    """Return the counted noun of a figure with its adjectives, without its number and what happened to it."""
    unit, what = figure.unit or "", figure.what or ""
    place = what.lower().find(unit)
    phrase = what[: place + len(unit)] if unit and place >= 0 else unit
    numbered = any(word in rules.numbers.units or word.isdigit() for word in phrase.lower().split())
    return unit if numbered else phrase


def counts_others_too(text: str, figure: Figure, rules: FigureRules) -> bool:
    """Return whether a count of people goes on with others: "143 passengers *and crew*", "*and 12 crew*"."""
    following = _WORD.findall(text[figure.end : figure.end + _WINDOW].lower())
    if figure.unit not in rules.nouns.people or not following:
        return False
    return following[0] in rules.counts.conjunctions and any(
        word in rules.nouns.people for word in following[1:_LONGEST_OTHERS]
    )


def people_named(reader: TokenReader, offset: int, first: int) -> bool:
    """Return whether people are named between an offset of the text and a token, whatever they do."""
    end = reader.at(first).start
    words = _WORD.findall(reader.text[max(offset, end - _REACH) : end].lower())
    return any(word in reader.rules.nouns.people for word in words)


def measured_since(count: Figure, part: float, earlier: Sequence[Figure]) -> bool:
    """Return whether a quantity that may contain the number follows a count: "30 men got 12 years"."""
    return any(
        each.kind is FigureKind.QUANTITY and each.start > count.start and _may_contain(each, part)
        for each in earlier
    )


def may_be_others(
    reader: TokenReader, things: Figure, first: int, part: float, earlier: Sequence[Figure]
) -> bool:
    """Return whether a pronoun may stand for something else than the things that were counted last.

    That may be the people of "*residents* of 12 villages", people named since, or a quantity measured since.
    """
    people, partitives = reader.rules.nouns.people, reader.rules.ellipsis.partitives
    opening = _LAST_WORDS.search(reader.text, max(0, things.start - _WINDOW), things.start)
    if opening and opening[1].lower() in people and opening[2].lower() in partitives:
        return True
    return (
        measured_since(things, part, earlier)
        or people_named(reader, things.end, 0)
        or people_between(reader, things.end, first)
    )


def people_between(reader: TokenReader, offset: int, first: int) -> bool:
    """Return whether people whom nobody counts are named between an offset and a token, not far before it.

    People who do something are left out: "*officers* said 12 of them had burned" tells of other things.

    Args:
        reader: the sentence.
        offset: code point in the text; one before the sentence means its start.
        first: index of the token.
    """
    people = reader.rules.nouns.people
    for index in range(first - 1, max(-1, first - _FARTHEST), -1):
        token = reader.at(index)
        if token.start < offset:
            return False
        if token.low in people and not _acts(reader, index + 1):
            return True
    return False


def _acts(reader: TokenReader, index: int) -> bool:
    """Return whether a verb that is no auxiliary stands at a token."""
    word, rules = reader.low(index), reader.rules
    past = word in rules.tense.past or rules.tense.is_regular_past(word)
    return past and word not in rules.counts.auxiliaries
