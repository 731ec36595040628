"""Counts whose noun is that of another number in the sentence, or of the group in front of them.

"three out of the 207 *students*", "six of the top 10 *models*", "1,418 and 475 *permits*", "a *workforce* of
190", "of the 38 *votes* he missed 19".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.figures import antecedents, bounds, counted_nouns, counts, event_mentions, numerals
from nutgraf.nlp.figures.counted_nouns import PEOPLE, CountedNoun
from nutgraf.nlp.figures.counts import Count
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader

_MOST_MODIFIERS: Final = 2


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
    if not event_mentions.figure_ends_clause(reader, numeral.after):
        return None
    return counts.count_like(reader, numeral, whole.unit, antecedents.counted_phrase(whole, reader.rules))


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
