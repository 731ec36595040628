"""Counts: what is counted and what happened to it.

``what`` is the counted noun with its adjectives as written, then one participle for the event ("people
killed", "police officers injured"), so that two outlets' wordings of one fact compare. A number without a
noun takes "people" when the event happens to people ("killed four and injured 40"), or the noun of the count
that it is coordinated with ("destroyed 30 homes and damaged 20").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from nutgraf.nlp.figures import bounds, counted_nouns, event_mentions, non_figures
from nutgraf.nlp.figures.counted_nouns import PEOPLE, CountedNoun
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader

_CARRY_REACH: Final = 8
_LOSS_BEFORE: Final = 5
_LOSS_AFTER: Final = 4


@dataclass(frozen=True, slots=True)
class Count:
    """What a number counts.

    Attributes:
        unit: the plural of the counted noun, None where the text does not say.
        what: the noun with its adjectives and what happened to it.
        after: the index behind the noun, or behind a number that stands apart from it.
        phrase: the noun with its adjectives.
        end: the index behind the noun in any case.
        done: what a verb in front of the number did to what is counted.
        elliptical: whether the noun is not written beside the number.
    """

    unit: str | None
    what: str | None
    after: int
    phrase: str = ""
    end: int = 0
    done: str | None = None
    elliptical: bool = False


def is_countable(reader: TokenReader, first: int, numeral: Numeral) -> bool:
    """Return False for "no one", "one of them", "per 100,000 people", "Day one".

    Args:
        reader: the sentence.
        first: index where the amount starts that the number belongs to.
        numeral: the number.
    """
    words, before = reader.rules.counts, reader.low(first - 1)
    if before in words.not_before_numbers:
        return False
    if numeral.spelled and non_figures.is_numbered_label(reader, first - 1):
        return False
    if numeral.value == 1 and numeral.spelled and reader.low(numeral.first) in words.ones:
        return before not in words.not_before_ones and reader.low(numeral.after) not in words.not_after_ones
    return numeral.value != 0


def parse_count(reader: TokenReader, numeral: Numeral, earlier: Count | None) -> Count | None:
    """Return what a bare number counts, or None.

    Args:
        reader: the sentence.
        numeral: the number.
        earlier: the count before it in the same sentence.
    """
    noun = counted_nouns.counted_noun_at(reader, numeral.after, single=numeral.value == 1)
    after = noun.after if noun else numeral.after
    start = bounds.bound_before(reader, numeral.first)[1]
    left_out = reader.phrase_before(start, reader.rules.ellipsis.complements) is not None
    event, done = None if left_out else event_mentions.event_after(reader, after), None
    if event is None and not left_out:
        event = done = event_mentions.event_before(reader, numeral.first) or _shared_event(
            reader, numeral, noun, earlier
        )
    if noun is not None:
        return replace(_with_noun(reader, numeral, noun, event), end=after, done=done)
    if event is None:
        return None
    if event in reader.rules.events.people_events:
        people = reader.rules.nouns.people_noun
        return Count(PEOPLE, f"{people} {event}", after, people, after, done, elliptical=True)
    alone = done is not None and numeral.spelled and numeral.value == 1  # "came to buy one"
    if earlier is not None and not alone and numeral.first - earlier.after <= _CARRY_REACH:
        what = f"{earlier.phrase} {event}"
        return Count(earlier.unit, what, after, earlier.phrase, after, done, elliptical=True)
    return None


def _shared_event(
    reader: TokenReader, numeral: Numeral, noun: CountedNoun | None, earlier: Count | None
) -> str | None:
    """Return the verb of the count before, "killed two soldiers and 10 civilians", where a list goes on."""
    if noun is None or earlier is None or earlier.done is None or earlier.end >= numeral.first:
        return None
    words = reader.rules.counts
    start = bounds.bound_before(reader, numeral.first)[1]
    between = (reader.low(index) for index in range(earlier.end, start))
    if not all(word == "," or word in words.conjunctions or word in words.before_numbers for word in between):
        return None
    goes_on = event_mentions.ends_clause(reader, noun.after) or reader.low(noun.after) in words.conjunctions
    return earlier.done if goes_on else None


def _with_noun(reader: TokenReader, numeral: Numeral, noun: CountedNoun, event: str | None) -> Count:
    events, nouns = reader.rules.events, reader.rules.nouns
    after = numeral.after if noun.apart else noun.after
    happened = events.nouns.get(noun.unit)
    if happened and (noun.unit not in events.lost_nouns or _is_lost(reader, numeral, noun)):
        return Count(PEOPLE, f"{nouns.people_noun} {happened}", after, nouns.people_noun)
    phrase = noun.phrase if numeral.value != 1 else _of_one(noun)
    if noun.unit == PEOPLE and noun.phrase.lower() in nouns.generic_people:
        phrase = nouns.people_noun
    what = f"{phrase} {event}" if event and event not in phrase.lower() else phrase
    return Count(noun.unit, what, after, phrase)


def _of_one(noun: CountedNoun) -> str:
    """Return the phrase of a single thing in the plural, to compare with other numbers of it."""
    return " ".join((*noun.phrase.split()[:-1], noun.unit))


def _is_lost(reader: TokenReader, numeral: Numeral, noun: CountedNoun) -> bool:
    near = range(numeral.first - _LOSS_BEFORE, noun.after + _LOSS_AFTER)
    return any(reader.low(index) in reader.rules.events.loss_words for index in near)


def count_like(reader: TokenReader, numeral: Numeral, unit: str, phrase: str) -> Count:
    """Return a count without its noun, of which unit and phrase are known from elsewhere."""
    after = numeral.after
    event = event_mentions.event_after(reader, after) or event_mentions.event_before(reader, numeral.first)
    what = f"{phrase} {event}" if event and event not in phrase.lower() else phrase
    return Count(unit, what, after, phrase, after, elliptical=True)
