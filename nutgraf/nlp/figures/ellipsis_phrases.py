"""Counts whose noun is not written beside the number, because the text has just named it.

"130 of them", "two hundred of whom", "143 on board", "of the 143 on board, 130 were brought ashore".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from nutgraf.model import Figure
from nutgraf.nlp.figures import antecedents, bounds, counted_nouns, event_mentions, numerals
from nutgraf.nlp.figures.counted_nouns import PEOPLE, CountedNoun
from nutgraf.nlp.figures.counts import Count
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader

# "of the 143 injured passengers" before a comma.
_LONGEST_WHOLE: Final = 6


class Partitive(NamedTuple):
    """A pronoun that a number is taken of, ending before token ``after``; ``low`` is the pronoun."""

    low: str
    after: int


def partitive_at(reader: TokenReader, index: int) -> Partitive | None:
    """Return the pronoun of "of them", "or so of those" behind a number that ends before an index."""
    words = reader.rules.ellipsis
    bound = reader.phrase_at(index, reader.rules.bounds.after)
    start = bound[1] if bound else index
    if reader.low(start) not in words.partitives:
        return None
    pronoun = reader.low(start + 1)
    if pronoun in words.pronouns or pronoun in words.people_pronouns:
        return Partitive(pronoun, start + 2)
    if pronoun in words.demonstratives and not counted_nouns.counted_noun_at(reader, start, single=False):
        return Partitive(pronoun, start + 2)
    return None


def parse_elliptical_count(reader: TokenReader, numeral: Numeral, earlier: Sequence[Figure]) -> Count | None:
    """Return what a number counts that is followed by a pronoun or "on board", or None.

    Args:
        reader: the sentence.
        numeral: the number.
        earlier: the figures of the sentences before and of this one up to the number, in order.
    """
    partitive = partitive_at(reader, numeral.after)
    if partitive is not None:
        return _of_pronoun(reader, numeral, partitive, earlier)
    words = reader.rules.ellipsis
    aboard = reader.phrase_at(numeral.after, words.aboard)
    if aboard is None or not _may_be_aboard(reader, numeral, aboard[1], earlier):
        return None
    event = _event(reader, numeral, aboard[1])
    happened = event in reader.rules.events.people_events
    return _people(reader, aboard[1], f"{_noun(reader)} {event}" if happened else words.aboard_what)


def _may_be_aboard(reader: TokenReader, numeral: Numeral, after: int, earlier: Sequence[Figure]) -> bool:
    """Return False for "at 9 aboard a jet", "300 on board sensors" and "12 on board" of a cargo."""
    words, event = reader.rules.ellipsis, event_mentions.event_after(reader, after)
    start = _start(reader, numeral)
    if numeral.value != int(numeral.value) or reader.low(start - 1) in words.not_before_aboard:
        return False
    following = reader.at(after)
    if following.kind not in ("none", "sign") and following.low not in words.after_aboard and event is None:
        return False
    counted = antecedents.antecedent(earlier, float(numeral.value), reader.rules)
    return counted is None or counted.unit in reader.rules.nouns.people


def parse_fronted_count(reader: TokenReader, numeral: Numeral) -> Count | None:
    """Return the people that a number counts whose noun ends before a comma, or None.

    "Of the 143 on board, 130 *were* brought ashore."
    """
    words = reader.rules.ellipsis
    start = _start(reader, numeral)
    if reader.low(start - 1) != "," or not reader.phrase_at(numeral.after, words.auxiliaries):
        return None
    opened = range(max(0, start - 1 - _LONGEST_WHOLE), start - 2)
    if not any(reader.low(index) in words.partitives and _opens_clause(reader, index) for index in opened):
        return None
    named = reader.low(start - 2) in reader.rules.nouns.people or reader.phrase_before(
        start - 1, words.aboard
    )
    return _people(reader, numeral.after, _noun(reader)) if named else None


def _start(reader: TokenReader, numeral: Numeral) -> int:
    """Return the index where a number and the words of its bound start."""
    return bounds.bound_before(reader, numeral.first)[1]


def _opens_clause(reader: TokenReader, index: int) -> bool:
    return index == 0 or reader.at(index - 1).kind == "sign"


def _of_pronoun(
    reader: TokenReader, numeral: Numeral, partitive: Partitive, earlier: Sequence[Figure]
) -> Count:
    rules, after = reader.rules, partitive.after
    if reader.phrase_before(_start(reader, numeral), rules.ellipsis.complements):
        return _count(None, "", None, after)
    befell = _event_of_those(reader, partitive)
    whole = numerals.parse_number(reader, after) if _is_demonstrative(reader, partitive) else None
    event = befell or _event(reader, numeral, whole.after if whole else after)
    noun = _own_noun(reader, numeral, partitive, whole, earlier)
    if noun is not None:
        return _count(noun.unit, noun.phrase, event, after)
    after = whole.after if whole else after
    people = befell is not None or _are_people(reader, partitive, event)
    likely = people or event in rules.events.people_events
    if partitive.low in rules.ellipsis.relatives:
        earlier = [each for each in earlier if each.start >= reader.at(0).start]
        figure, persons = antecedents.antecedent(earlier, float(numeral.value), rules), True
    else:
        figure, persons = _referent(reader, numeral, earlier, people=people, likely=likely)
    if figure is not None and not antecedents.counts_others_too(reader.text, figure, rules):
        return _count(figure.unit, antecedents.counted_phrase(figure, rules), event, after)
    if persons or figure is not None:
        return _count(PEOPLE, _noun(reader), event, after)
    return _count(None, "", None if likely else event, after)


def _is_demonstrative(reader: TokenReader, partitive: Partitive) -> bool:
    return partitive.low in reader.rules.ellipsis.demonstratives


def _event_of_those(reader: TokenReader, partitive: Partitive) -> str | None:
    """Return what happened to the people of "four of those *murdered*"."""
    events = reader.rules.events
    event = events.participles.get(reader.low(partitive.after))
    return event if event in events.people_events and _is_demonstrative(reader, partitive) else None


def _referent(
    reader: TokenReader, numeral: Numeral, earlier: Sequence[Figure], *, people: bool, likely: bool
) -> tuple[Figure | None, bool]:
    """Return the count that a pronoun stands for, and whether it stands for people without one.

    Where two may fit, it stands for neither.

    Args:
        reader: the sentence.
        numeral: the number.
        earlier: the figures before it.
        people: whether the pronoun stands for people.
        likely: whether it rather stands for people.
    """
    rules, part = reader.rules, float(numeral.value)
    persons = antecedents.antecedent(earlier, part, rules, people=True)
    if people or (likely and persons is not None):
        return persons, True
    if reader.low(numeral.first - 1) in rules.ellipsis.determiners:
        return None, likely
    things = antecedents.antecedent(earlier, part, rules, people=False)
    if things is None:
        measured = persons is not None and antecedents.measured_since(persons, part, earlier)
        return (None if measured else persons), likely
    if likely:
        named = antecedents.people_named(reader, things.end, numeral.first)
        return (things if things.unit in rules.nouns.animals and not named else None), named
    torn = persons is not None or antecedents.may_be_others(reader, things, numeral.first, part, earlier)
    return (None if torn else things), False


def _own_noun(
    reader: TokenReader,
    numeral: Numeral,
    partitive: Partitive,
    whole: Numeral | None,
    earlier: Sequence[Figure],
) -> CountedNoun | None:
    """Return the noun of "two of those *80 people*" and of "*veterans*, two of whom", if no figure has it."""
    words = reader.rules.ellipsis
    if whole is not None:
        return counted_nouns.counted_noun_at(reader, whole.after, single=False)
    start = _start(reader, numeral)
    noun = reader.at(start - 2)
    if partitive.low not in words.relatives or reader.low(start - 1) != ",":
        return None
    if noun.low not in reader.rules.nouns.people or (earlier and earlier[-1].end == noun.end):
        return None
    return CountedNoun(noun.low, noun.text, start - 2, start - 1)


def _are_people(reader: TokenReader, partitive: Partitive, event: str | None) -> bool:
    """Return whether the sentence says that the pronoun stands for people."""
    rules, after = reader.rules, partitive.after
    words = rules.ellipsis
    if partitive.low in words.people_pronouns or event in rules.events.only_people_events:
        return True
    if _is_demonstrative(reader, partitive) and (
        reader.low(after) in words.people_relatives or reader.phrase_at(after, words.aboard)
    ):
        return True
    predicate = after + (reader.low(after) in words.copulas)
    noun = counted_nouns.counted_noun_at(reader, predicate, single=False)
    return noun is not None and noun.unit in rules.nouns.people


def _event(reader: TokenReader, numeral: Numeral, after: int) -> str | None:
    return event_mentions.event_after(reader, after) or event_mentions.event_before(reader, numeral.first)


def _noun(reader: TokenReader) -> str:
    return reader.rules.nouns.people_noun


def _people(reader: TokenReader, after: int, what: str) -> Count:
    return Count(PEOPLE, what, after, _noun(reader), after, elliptical=True)


def _count(unit: str | None, phrase: str, event: str | None, after: int) -> Count:
    what = f"{phrase} {event}".strip() if event and event not in phrase.lower() else phrase
    return Count(unit, what or None, after, phrase, after, elliptical=True)
