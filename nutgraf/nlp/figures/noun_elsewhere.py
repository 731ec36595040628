"""Counts whose noun is that of another number in the sentence, or of the group in front of them.

"three out of the 207 *students*", "six of the top 10 *models*", "1,418 and 475 *permits*", "a *workforce* of
190", "of the 38 *votes* he missed 19", "the number of *cases* fell to 410", "88 of the *injured*".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.figures import (
    antecedents,
    bounds,
    change_or_range,
    counted_nouns,
    counts,
    event_mentions,
    numerals,
)
from nutgraf.nlp.figures.counted_nouns import PEOPLE, CountedNoun
from nutgraf.nlp.figures.counts import Count
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader

_MOST_MODIFIERS: Final = 2
_LONGEST_NOUN: Final = 3


def parse_group(reader: TokenReader, numeral: Numeral) -> Count | None:
    """Return the people of "a workforce of 190" and "a crew of 12", or None."""
    words, start = reader.rules.counts, bounds.bound_before(reader, numeral.first)[1]
    if numeral.value != int(numeral.value) or reader.low(start - 1) not in reader.rules.ellipsis.partitives:
        return None
    noun = reader.low(start - 2)
    if noun not in words.collectives or counted_nouns.counted_noun_at(reader, numeral.after, single=False):
        return None
    return counts.count_like(reader, numeral, PEOPLE, noun)


def parse_part(reader: TokenReader, numeral: Numeral) -> Count | None:
    """Return what a number counts that is a part of another: "three out of the 207 students", or None."""
    out_of = reader.phrase_at(numeral.after, reader.rules.fractions.out_of)
    if out_of is None and reader.low(numeral.after) not in reader.rules.ellipsis.partitives:
        return None
    position = out_of[1] if out_of else numeral.after + 1
    position += reader.low(position) in reader.rules.nouns.determiners
    whole, modifiers = numerals.parse_number(reader, position), 0
    while whole is None and modifiers < _MOST_MODIFIERS and _is_modifier(reader, position):
        position, modifiers = position + 1, modifiers + 1
        whole = numerals.parse_number(reader, position)
    if whole is None or whole.value < numeral.value:
        return None
    noun = counted_nouns.counted_noun_at(reader, whole.after, single=False)
    return None if noun is None else _of_noun(reader, numeral, noun, noun.after)


def parse_coordinated(reader: TokenReader, numeral: Numeral) -> Count | None:
    """Return what the first number of "3 and 8 boats" and "3 red and 8 blue boats" counts, or None."""
    position, words = numeral.after, reader.rules.counts
    while position < numeral.after + _MOST_MODIFIERS and _is_modifier(reader, position):
        position += 1
    if reader.low(position) not in words.conjunctions:
        return None
    second = numerals.parse_number(reader, position + 1)
    if second is None or second.spelled != numeral.spelled:
        return None
    noun = counted_nouns.counted_noun_at(reader, second.after, single=False)
    if noun is None or reader.low(noun.head) in reader.rules.nouns.generic_people:
        return None
    described = position > numeral.after
    if described and noun.phrase.lower() == noun.unit:
        return None  # "12 here and 10 boats"
    phrase = f"{reader.slice(numeral.after, position)} {noun.unit}" if described else noun.phrase
    return Count(noun.unit, phrase, numeral.after, phrase, numeral.after, elliptical=True)


def parse_fronted_part(reader: TokenReader, numeral: Numeral, context: Sequence[Figure]) -> Count | None:
    """Return what "19" counts in "of the 38 votes this year, Mr Hale missed 19", or None."""
    whole = next((figure for figure in context if figure.start >= reader.at(0).start), None)
    if whole is None or whole.kind is not FigureKind.COUNT or whole.unit is None:
        return None
    value = 0.0 if isinstance(whole.value, str) else float(whole.value)
    opening = next((at for at in range(_MOST_MODIFIERS + 2) if reader.at(at).start == whole.start), None)
    if opening is None or reader.low(0) not in reader.rules.ellipsis.partitives or value < numeral.value:
        return None
    if not event_mentions.figure_ends_clause(reader, numeral.after) and not _acts(reader, numeral):
        return None
    return counts.count_like(reader, numeral, whole.unit, antecedents.counted_phrase(whole, reader.rules))


def _acts(reader: TokenReader, numeral: Numeral) -> bool:
    """Return whether a number is the subject behind a comma: "of the 75 sailors, *62 came*"."""
    tense, following = reader.rules.tense, reader.low(numeral.after)
    start = bounds.bound_before(reader, numeral.first)[1]
    past = following in tense.past or tense.is_regular_past(following)
    return reader.low(start - 1) == "," and past


def parse_total(reader: TokenReader, numeral: Numeral) -> Count | None:
    """Return what a number counts that its subject rose or fell to, or from, or None.

    "The number of *cases* fell from 640 to 410", "*membership* rose to 410".
    """
    if numeral.value != int(numeral.value) or not event_mentions.figure_ends_clause(
        reader, _end(reader, numeral)
    ):
        return None
    end = _verb_before(reader, bounds.bound_before(reader, numeral.first)[1])
    words = reader.rules.counts
    while end is not None and reader.low(end - 1) in words.auxiliaries:
        end -= 1
    if end is None:
        return None
    noun = reader.low(end - 1)
    if noun in words.headcounts and _opens(reader, end - 1):
        return _count_total(numeral, PEOPLE, noun)
    for start in range(end - 1, end - 1 - _LONGEST_NOUN, -1):
        if reader.phrase_before(start, words.totals) is None:
            continue
        found = counted_nouns.counted_noun_at(reader, start, single=False)
        return _count_total(numeral, found.unit, found.phrase) if found and found.after == end else None
    return None


def _end(reader: TokenReader, numeral: Numeral) -> int:
    """Return the index behind a number and the one it changed to: "640 *to 410*"."""
    if reader.low(numeral.after) not in reader.rules.changes.joiners:
        return numeral.after
    second = numerals.parse_number(reader, numeral.after + 1)
    return second.after if second else numeral.after


def _count_total(numeral: Numeral, unit: str, phrase: str) -> Count:
    return Count(unit, phrase, numeral.after, phrase, numeral.after, elliptical=True)


def _opens(reader: TokenReader, noun: int) -> bool:
    """Return whether a noun is the whole subject: "*membership* fell", "its *membership* fell"."""
    before = noun - 1 if reader.low(noun - 1) in reader.rules.phrases.articles else noun
    return reader.at(before - 1).kind in ("none", "sign")


def _verb_before(reader: TokenReader, start: int) -> int | None:
    """Return the index of the verb in "*fell* from 640 to" or "*rose* to" before a number, or None."""
    rules, position = reader.rules, start - 1
    if reader.low(position) in rules.changes.joiners and reader.at(position - 1).kind == "number":
        position -= 2
    linked = (
        reader.low(position) in rules.changes.joiners or reader.low(position) in rules.bounds.change_openers
    )
    if not linked:
        return None
    position -= 1
    while rules.phrases.is_adverb(reader.low(position)):
        position -= 1
    return position if change_or_range.moves(reader.low(position), rules) else None


def parse_afflicted(reader: TokenReader, numeral: Numeral) -> Count | None:
    """Return the people of "88 of the injured were flown out", or None."""
    words, after = reader.rules.ellipsis, numeral.after + 3
    if reader.low(numeral.after) not in words.partitives or numeral.value != int(numeral.value):
        return None
    if reader.low(numeral.after + 1) not in words.determiners or reader.low(after - 1) not in words.afflicted:
        return None
    people, event = reader.rules.nouns.people_noun, event_mentions.event_after(reader, after)
    following = reader.at(after)
    acts = following.low in reader.rules.tense.past or reader.rules.tense.is_regular_past(following.low)
    passive = following.low in reader.rules.counts.auxiliaries
    if not (acts or passive or event or following.kind in ("none", "sign")):
        return None
    return Count(PEOPLE, f"{people} {event}" if event else people, after, people, after, elliptical=True)


def _is_modifier(reader: TokenReader, index: int) -> bool:
    """Return whether a word may describe a noun: no name of a time, no plural, no end of a noun phrase."""
    token, rules = reader.at(index), reader.rules
    return (
        token.kind == "word"
        and token.text.islower()
        and not rules.nouns.ends_noun_phrase(token.low)
        and not rules.nouns.is_plural(token.low)
        and token.low not in rules.phrases.times
        and token.low not in rules.phrases.ends
    )


def _of_noun(reader: TokenReader, numeral: Numeral, noun: CountedNoun, after: int) -> Count:
    event = event_mentions.event_after(reader, after) or event_mentions.event_before(reader, numeral.first)
    what = f"{noun.phrase} {event}" if event and event not in noun.phrase.lower() else noun.phrase
    return Count(noun.unit, what, numeral.after, noun.phrase, numeral.after, elliptical=True)
