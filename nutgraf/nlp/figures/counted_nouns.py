"""The noun that a number counts, found by rules over the words after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.token_reader import TokenReader

PEOPLE: Final = "people"
"""The unit of people, whatever the language."""

_WINDOW: Final = 6
_SINGULAR_WINDOW: Final = 3
_MOST_LEADING: Final = 2
_LONGEST_NAME: Final = 4


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A counted noun: its plural, the words that describe it, and the index after it.

    ``apart`` says that something else stands between the number and the noun, so that they are no single
    span.
    """

    unit: str
    phrase: str
    head: int
    after: int
    apart: bool = False


def counted_noun_at(reader: TokenReader, index: int, *, single: bool) -> CountedNoun | None:
    """Return the noun counted by a number that ends before ``index``; ``single`` when the number is one."""
    bounded = reader.phrase_at(index, reader.rules.bounds.after)
    if bounded is not None and reader.at(bounded[1]).kind == "word":
        index = bounded[1]  # "20-odd boats"
    if reader.low(index) in HYPHENS and reader.glued(index) and reader.glued(index + 1):
        return _hyphenated(reader, index)
    rules = reader.rules.nouns
    named = _past_leading(reader, index)
    adjective = reader.phrase_at(named, rules.abbreviated_adjectives)
    first, apart = _past_age(reader, adjective[1] if adjective else named)
    head = _singular_head(reader, first) if single else _plural_head(reader, first)
    if head is None:
        return None
    phrase = " ".join(reader.slice(first if apart else named, head + 1).split())
    low = reader.low(head)
    unit = rules.unit_names.get(low, rules.plural_of(low) if single else low)
    return CountedNoun(unit, phrase.lower() if phrase.isupper() else phrase, head, head + 1, apart)


def _past_leading(reader: TokenReader, index: int) -> int:
    """Step over "more", "of" and "of the" between a number and its noun."""
    rules, first = reader.rules.nouns, index
    while first < index + _MOST_LEADING and reader.low(first) in rules.leading:
        first += 1
    return first + (first > index and reader.low(first) in rules.determiners)


def _past_age(reader: TokenReader, index: int) -> tuple[int, bool]:
    """Step over "12-year-old" between a number and its noun ("two 12-year-old boys")."""
    if reader.at(index).kind == "number":
        age = reader.phrase_at(index + 1, reader.rules.nouns.age_adjectives)
        if age is not None:
            return age[1], True
    return index, False


def _hyphenated(reader: TokenReader, index: int) -> CountedNoun | None:
    """Read "a 12-member panel": it counts members."""
    low, rules = reader.low(index + 1), reader.rules.nouns
    if low not in rules.hyphenated:
        return None
    unit = rules.unit_names.get(low, rules.plural_of(low))
    following = reader.low(index + 2)
    if unit == PEOPLE and following in reader.rules.counts.collectives:
        return CountedNoun(unit, following, index + 1, index + 2)  # "a 190-strong workforce"
    return CountedNoun(unit, unit, index + 1, index + 2)


def _singular_head(reader: TokenReader, first: int) -> int | None:
    rules = reader.rules.nouns
    for index in range(first, first + _SINGULAR_WINDOW):
        low = reader.low(index)
        if low in rules.singular:
            return index + 1 if reader.low(index + 1) in rules.singular else index
        if reader.at(index).kind != "word" or rules.ends_noun_phrase(low):
            return None
    return None


def _plural_head(reader: TokenReader, first: int) -> int | None:
    """Return the first plural noun within a few words, or the last of a run of them."""
    rules, events = reader.rules.nouns, reader.rules.events.participles
    for index in range(first, first + _WINDOW):
        token = reader.at(index)
        if token.kind != "word":
            if not (
                token.low in HYPHENS and index > first and reader.glued(index) and reader.glued(index + 1)
            ):
                return None
        elif (
            rules.ends_noun_phrase(token.low)
            or token.low in rules.finite_verbs
            or (token.low in events and not _is_noun_or_modifier(reader, index))
        ):
            return None
        elif rules.is_plural(token.low) or rules.is_plural_acronym(token.text):
            named = _past_name(reader, index)
            return named if named is not None else index + _is_attributive(reader, index)
    return None


def _past_name(reader: TokenReader, index: int) -> int | None:
    """Return the plural behind a name that begins with a plural: "eight Champions League *games*"."""
    rules, position = reader.rules.nouns, index + 1
    if not reader.at(index).text[0].isupper() or not _is_name(reader, position):
        return None
    while position < index + _LONGEST_NAME and _is_name(reader, position):
        if rules.is_plural(reader.low(position)):
            return None
        position += 1
    return position if rules.is_plural(reader.low(position)) and reader.at(position).text.islower() else None


def _is_name(reader: TokenReader, index: int) -> bool:
    token = reader.at(index)
    return token.kind == "word" and token.text[0].isupper() and not token.text.isupper()


def _is_attributive(reader: TokenReader, index: int) -> bool:
    """Return whether a plural only describes the next one: "police officers", "Rovers fans"."""
    rules, token, following = reader.rules.nouns, reader.at(index), reader.at(index + 1)
    name = token.text[0].isupper() and following.text.islower()
    return (
        (name or token.low in rules.attributive)
        and rules.is_plural(following.low)
        and following.low not in reader.rules.events.participles
    )


def _is_noun_or_modifier(reader: TokenReader, index: int) -> bool:
    """Return whether a verb form is a noun itself, "12 attacks", or stands before one, "12 injured men".

    "FTSE 100 closes" has a verb: what indices do is seldom counted.
    """
    low, rules, events = reader.low(index), reader.rules.nouns, reader.rules.events
    if rules.is_plural(low):
        return low in events.nouns or events.participles[low] not in events.index_events
    return rules.is_plural(reader.low(index + 1)) or low in rules.nouns_and_verbs
