"""Counts whose noun is that of another number in the sentence, or of the group in front of them.

"three out of the 207 *students*", "six of the top 10 *models*", "1,418 and 475 *permits*", "a *workforce* of
190", "of the 38 *votes* he missed 19", "won 84 *seats* and its rival got 82", "300 *homes*, up from 250".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.figures import antecedents, bounds, counted_nouns, event_mentions, numerals
from nutgraf.nlp.figures.counted_nouns import PEOPLE, CountedNoun
from nutgraf.nlp.figures.counts import Count
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader

_MOST_MODIFIERS: Final = 2
_FARTHEST: Final = 16


def parse_group(reader: TokenReader, numeral: Numeral) -> Count | None:
    """Return the people of "a workforce of 190" and "a crew of 12", or None."""
    words, start = reader.rules.counts, bounds.bound_before(reader, numeral.first)[1]
    if numeral.value != int(numeral.value) or reader.low(start - 1) not in reader.rules.ellipsis.partitives:
        return None
    noun = reader.low(start - 2)
    if noun not in words.collectives or counted_nouns.counted_noun_at(reader, numeral.after, single=False):
        return None
    return _count(reader, numeral, PEOPLE, noun)


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
    """Return what the first number counts of "1,418 and 475 permits" and "11 red and 81 blue boats", or None."""
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


def parse_continued(
    reader: TokenReader, numeral: Numeral, earlier: Count | None, context: Sequence[Figure]
) -> Count | None:
    """Return what a number without a noun counts because a count before it tells, or None.

    Args:
        reader: the sentence.
        numeral: the number.
        earlier: the count before it in the same sentence.
        context: the figures before it, in order.
    """
    words, start = reader.rules.counts, bounds.bound_before(reader, numeral.first)[1]
    situation = reader.phrase_at(numeral.after, words.situations)
    if situation is not None:
        phrase = f"{reader.rules.nouns.people_noun} {reader.slice(numeral.after, situation[1])}"
        return Count(PEOPLE, phrase, numeral.after, reader.rules.nouns.people_noun, elliptical=True)
    acting = _people_acting(reader, numeral)
    if acting is not None:
        return acting
    fronted = _is_fronted(reader, start)
    compared = reader.low(numeral.after + 1) in words.than
    more = reader.low(numeral.after) in words.more and (compared or _ends(reader, numeral.after + 1))
    if more or fronted:
        return _of_nearest(reader, numeral, context, whole=fronted)
    if _is_the_group(reader, numeral):
        return _people_before(reader, numeral, context)
    if earlier is None or earlier.unit is None:
        return None
    if _is_listed(reader, numeral, start):
        return _count(reader, numeral, earlier.unit, earlier.phrase)
    if not _ends(reader, numeral.after):
        return None
    if start - earlier.end > _FARTHEST or reader.at(numeral.first - 1).kind == "number":
        return None
    compared = reader.phrase_before(start, words.comparisons) is not None
    taken = reader.low(start - 1) in words.possession_verbs and _goes_on(reader, earlier, start)
    if compared or taken:
        return _count(reader, numeral, earlier.unit, earlier.phrase)
    return None


def parse_fronted_part(reader: TokenReader, numeral: Numeral, context: Sequence[Figure]) -> Count | None:
    """Return what "19" counts in "of the 38 votes this year, Mr Hale missed 19", or None."""
    whole = next((figure for figure in context if figure.start >= reader.at(0).start), None)
    if whole is None or whole.kind is not FigureKind.COUNT or whole.unit is None:
        return None
    value = 0.0 if isinstance(whole.value, str) else float(whole.value)
    opening = next((at for at in range(_MOST_MODIFIERS + 2) if reader.at(at).start == whole.start), None)
    if opening is None or reader.low(0) not in reader.rules.ellipsis.partitives or value < numeral.value:
        return None
    if not _ends(reader, numeral.after):
        return None
    return _count(reader, numeral, whole.unit, antecedents.counted_phrase(whole, reader.rules))


def _people_acting(reader: TokenReader, numeral: Numeral) -> Count | None:
    """Return the people of "hundreds marched" and "millions more watched it", or None."""
    rules, position = reader.rules, numeral.after
    while reader.low(position) in rules.counts.more or reader.low(position) in rules.phrases.auxiliaries:
        position += 1
    opens = reader.at(bounds.bound_before(reader, numeral.first)[1] - 1)
    begins = opens.kind != "word" or opens.low in rules.phrases.clause_openers
    if reader.low(position) not in rules.events.people_acts or not begins:
        return None
    people = rules.nouns.people_noun
    return Count(PEOPLE, f"{people} {reader.low(position)}", numeral.after, people, elliptical=True)


def _of_nearest(
    reader: TokenReader, numeral: Numeral, context: Sequence[Figure], *, whole: bool
) -> Count | None:
    """Return what "800 more" counts: what the nearest count does, which contains the number if it is a ``whole``."""
    least = float(numeral.value) if whole else 0.0
    counted = antecedents.antecedent(context, least, reader.rules)
    if counted is None:
        return None
    return _count(reader, numeral, counted.unit or "", antecedents.counted_phrase(counted, reader.rules))


def _is_fronted(reader: TokenReader, start: int) -> bool:
    """Return whether "of which" or "out of these," stands before a number."""
    start -= reader.low(start - 1) == ","
    words = reader.rules.ellipsis
    return reader.low(start - 1) in words.fronted_pronouns and reader.low(start - 2) in words.partitives


def _is_the_group(reader: TokenReader, numeral: Numeral) -> bool:
    """Return whether "the six were" tells of people named before."""
    copula = reader.low(numeral.after) in reader.rules.counts.passive_auxiliaries
    return numeral.spelled and copula and reader.low(numeral.first - 1) in reader.rules.ellipsis.determiners


def _people_before(reader: TokenReader, numeral: Numeral, context: Sequence[Figure]) -> Count | None:
    people = antecedents.antecedent(context, 0.0, reader.rules, people=True)
    return _count(reader, numeral, PEOPLE, reader.rules.nouns.people_noun) if people is not None else None


def _is_listed(reader: TokenReader, numeral: Numeral, start: int) -> bool:
    """Return whether a number goes on where a count began: "12 boats sank in May *and 10 in June*"."""
    words, following = reader.rules.counts, reader.low(numeral.after)
    joined = reader.low(start - 1) in words.clause_joiners
    past = following in reader.rules.tense.past and following not in words.auxiliaries
    return joined and (following in words.list_prepositions or past)


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


def _ends(reader: TokenReader, index: int) -> bool:
    """Return whether a clause ends before a token, or goes on with a time or a place."""
    token, rules = reader.at(index), reader.rules
    if token.low in rules.numbers.articles and reader.low(index + 1) in rules.calendar.ago_units:
        return True
    return token.kind != "number" and token.low != "%" and event_mentions.ends_clause(reader, index)


def _goes_on(reader: TokenReader, earlier: Count, start: int) -> bool:
    """Return whether another clause begins between a count and the verb of a number."""
    words = reader.rules.counts
    return any(
        reader.low(index) in words.clause_joiners or reader.at(index).kind == "sign"
        for index in range(earlier.end, start - 1)
    )


def _of_noun(reader: TokenReader, numeral: Numeral, noun: CountedNoun, after: int) -> Count:
    event = event_mentions.event_after(reader, after) or event_mentions.event_before(reader, numeral.first)
    what = f"{noun.phrase} {event}" if event and event not in noun.phrase.lower() else noun.phrase
    return Count(noun.unit, what, numeral.after, noun.phrase, numeral.after, elliptical=True)


def _count(reader: TokenReader, numeral: Numeral, unit: str, phrase: str) -> Count:
    after = numeral.after
    event = event_mentions.event_after(reader, after) or event_mentions.event_before(reader, numeral.first)
    what = f"{phrase} {event}" if event and event not in phrase.lower() else phrase
    return Count(unit, what, after, phrase, after, elliptical=True)
