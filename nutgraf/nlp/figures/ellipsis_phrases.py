"""Counts whose noun is not written beside the number, because the text has just named it.

"130 of them", "two hundred of whom", "143 on board", "of the 143 on board, 130 were brought ashore".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nutgraf.model import Figure
from nutgraf.nlp.figures import antecedents, bounds, counted_nouns, event_mentions, numerals
from nutgraf.nlp.figures.counted_nouns import PEOPLE, CountedNoun
from nutgraf.nlp.figures.counts import Count
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader


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
    if aboard is None:
        return None
    event = _event(reader, numeral, aboard[1])
    happened = event in reader.rules.events.people_events
    return _people(reader, aboard[1], f"{_noun(reader)} {event}" if happened else words.aboard_what)


def parse_fronted_count(reader: TokenReader, numeral: Numeral) -> Count | None:
    """Return the people that a number counts whose noun ends before a comma, or None.

    "Of the 143 on board, 130 *were* brought ashore."
    """
    words = reader.rules.ellipsis
    start = bounds.bound_before(reader, numeral.first)[1]
    if reader.low(start - 1) != "," or not reader.phrase_at(numeral.after, words.auxiliaries):
        return None
    named = reader.low(start - 2) in reader.rules.nouns.people or reader.phrase_before(
        start - 1, words.aboard
    )
    return _people(reader, numeral.after, _noun(reader)) if named else None


def _of_pronoun(
    reader: TokenReader, numeral: Numeral, partitive: Partitive, earlier: Sequence[Figure]
) -> Count:
    rules, after = reader.rules, partitive.after
    befell = _event_of_those(reader, partitive)
    event = befell or _event(reader, numeral, after)
    noun = _own_noun(reader, numeral, partitive, earlier)
    if noun is not None:
        return _count(noun.unit, noun.phrase, event, after)
    people = befell is not None or _are_people(reader, partitive, event)
    likely = people or event in rules.events.people_events
    if partitive.low in rules.ellipsis.relatives:
        earlier, people = [each for each in earlier if each.start >= reader.at(0).start], False
    figure = _antecedent(reader, numeral, earlier, people=people, likely=likely)
    if figure is not None and not antecedents.counts_others_too(reader.text, figure, rules):
        return _count(figure.unit, antecedents.counted_phrase(figure), event, after)
    likely = likely or figure is not None
    return _count(PEOPLE, _noun(reader), event, after) if likely else _count(None, "", event, after)


def _is_demonstrative(reader: TokenReader, partitive: Partitive) -> bool:
    return partitive.low in reader.rules.ellipsis.demonstratives


def _event_of_those(reader: TokenReader, partitive: Partitive) -> str | None:
    """Return what happened to the people of "four of those *murdered*"."""
    events = reader.rules.events
    event = events.participles.get(reader.low(partitive.after))
    return event if event in events.people_events and _is_demonstrative(reader, partitive) else None


def _antecedent(
    reader: TokenReader, numeral: Numeral, earlier: Sequence[Figure], *, people: bool, likely: bool
) -> Figure | None:
    """Return the count that a pronoun stands for, None where none fits or two may.

    Args:
        reader: the sentence.
        numeral: the number.
        earlier: the figures before it.
        people: whether the pronoun stands for people.
        likely: whether it rather stands for people.
    """
    rules, part = reader.rules, float(numeral.value)
    figure = antecedents.antecedent(earlier, part, rules, people=True) if likely else None
    if figure is not None or people or reader.low(numeral.first - 1) in rules.ellipsis.determiners:
        return figure
    figure = antecedents.antecedent(earlier, part, rules, people=False)
    if figure is None or figure.unit in rules.nouns.people or likely:
        return figure
    return None if antecedents.people_between(reader, figure.end, numeral.first) else figure


def _own_noun(
    reader: TokenReader, numeral: Numeral, partitive: Partitive, earlier: Sequence[Figure]
) -> CountedNoun | None:
    """Return the noun of "two of those *80 people*" and of "*veterans*, two of whom", if no figure has it."""
    words = reader.rules.ellipsis
    whole = numerals.parse_number(reader, partitive.after)
    if whole is not None and partitive.low in words.demonstratives:
        return counted_nouns.counted_noun_at(reader, whole.after, single=False)
    start = bounds.bound_before(reader, numeral.first)[1]
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
