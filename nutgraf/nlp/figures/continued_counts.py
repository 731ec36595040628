"""Counts of what a count before them counts, or of people who are named by what they do.

"300 homes, up from *250*", "84 seats and its rival got *82*", "251 goals, *17* more than", "of whom *14*",
"hundreds gathered", "*two* in critical condition".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nutgraf.model import Figure
from nutgraf.nlp.figures import antecedents, bounds, change_or_range, counts, event_mentions
from nutgraf.nlp.figures.counted_nouns import PEOPLE
from nutgraf.nlp.figures.counts import Count
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader

_FARTHEST: Final = 16
_NEAR: Final = 6
_FARTHEST_VERB: Final = 40
_LONGEST_NAME: Final = 4


def parse_continued(
    reader: TokenReader, numeral: Numeral, earlier: Count | None, context: Sequence[Figure]
) -> Count | None:
    """Return what a number without a noun counts because of a count before it or a verb behind, or None.

    Args:
        reader: the sentence.
        numeral: the number.
        earlier: the count before it in the same sentence.
        context: the figures before it, in order.
    """
    return (
        _in_situation(reader, numeral)
        or _people_acting(reader, numeral)
        or _like_context(reader, numeral, context)
        or _like_earlier(reader, numeral, earlier)
    )


def _in_situation(reader: TokenReader, numeral: Numeral) -> Count | None:
    """Return the people of "two in critical condition", or None."""
    situation = reader.phrase_at(numeral.after, reader.rules.counts.situations)
    if situation is None:
        return None
    people = reader.rules.nouns.people_noun
    phrase = f"{people} {reader.slice(numeral.after, situation[1])}"
    return Count(PEOPLE, phrase, numeral.after, people, elliptical=True)


def _like_context(reader: TokenReader, numeral: Numeral, context: Sequence[Figure]) -> Count | None:
    """Return what "800 more", "of which 14" and "the six were" count: what figures before them do."""
    words = reader.rules.counts
    fronted = _is_fronted(reader, bounds.bound_before(reader, numeral.first)[1])
    compared = reader.low(numeral.after + 1) in words.than
    ends = compared or event_mentions.figure_ends_clause(reader, numeral.after + 1)
    if fronted or (reader.low(numeral.after) in words.more and ends):
        return _of_nearest(reader, numeral, context, whole=fronted)
    return _people_before(reader, numeral, context) if _is_the_group(reader, numeral) else None


def _like_earlier(reader: TokenReader, numeral: Numeral, earlier: Count | None) -> Count | None:
    """Return what "its rival got 82" and "up from 250" count: what the count before them does."""
    words, start = reader.rules.counts, bounds.bound_before(reader, numeral.first)[1]
    if earlier is None or earlier.unit is None:
        return None
    near = start - earlier.end <= _FARTHEST and reader.at(numeral.first - 1).kind != "number"
    compared = reader.phrase_before(start, words.comparisons) is not None or _is_opposed(
        reader, earlier, start
    )
    taken = reader.low(start - 1) in words.possession_verbs and _goes_on(reader, earlier, start)
    gapped = is_gapped(reader, numeral, earlier)
    told = compared or taken or gapped
    ended = told and near and event_mentions.figure_ends_clause(reader, numeral.after)
    if not ended and not _is_listed(reader, numeral, start):
        return None
    return counts.count_like(reader, numeral, earlier.unit, earlier.phrase)


def is_gapped(reader: TokenReader, numeral: Numeral, earlier: Count | None) -> bool:
    """Return whether a verb is left out: "the Lions won 84 seats, *the Bears 12* and the Wolves 9"."""
    words, rules = reader.rules.counts, reader.rules
    if (
        earlier is None
        or earlier.unit is None
        or not event_mentions.figure_ends_clause(reader, numeral.after)
    ):
        return False
    index = numeral.first - 1
    while index > numeral.first - _LONGEST_NAME and reader.at(index).text[:1].isupper():
        index -= 1
    named = index < numeral.first - 1 and reader.low(numeral.first - 1) not in rules.labels.labels
    index -= reader.low(index) in words.articles
    joined = reader.low(index) == "," or reader.low(index) in words.conjunctions
    return (
        named
        and joined
        and any(
            reader.low(at) in words.possession_verbs for at in range(max(0, index - _FARTHEST_VERB), index)
        )
    )


def _is_opposed(reader: TokenReader, earlier: Count, start: int) -> bool:
    """Return whether only "to" stands between a count and a number: "218 votes *to* 212"."""
    rules = reader.rules
    if earlier.end != start - 1 or reader.low(start - 1) not in rules.changes.joiners:
        return False
    moved = range(earlier.end - _NEAR, earlier.end)  # "rose 3 points to 56"
    return not any(change_or_range.moves(reader.low(index), rules) for index in moved)


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
    """Return what the nearest count counts; one that is the ``whole`` contains the number."""
    least = float(numeral.value) if whole else 0.0
    counted = antecedents.antecedent(context, least, reader.rules)
    if counted is None:
        return None
    return counts.count_like(
        reader, numeral, counted.unit or "", antecedents.counted_phrase(counted, reader.rules)
    )


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
    return (
        counts.count_like(reader, numeral, PEOPLE, reader.rules.nouns.people_noun)
        if people is not None
        else None
    )


def _is_listed(reader: TokenReader, numeral: Numeral, start: int) -> bool:
    """Return whether a number goes on where a count began: "12 boats sank in May *and 10 in June*"."""
    words, following = reader.rules.counts, reader.low(numeral.after)
    joined = reader.low(start - 1) in words.clause_joiners
    goes_on = following in words.list_prepositions or following in reader.rules.tense.past
    return joined and (goes_on or following in words.passive_auxiliaries)


def _goes_on(reader: TokenReader, earlier: Count, start: int) -> bool:
    """Return whether another clause begins between a count and the verb of a number."""
    words = reader.rules.counts
    return any(
        reader.low(index) in words.clause_joiners or reader.at(index).kind == "sign"
        for index in range(earlier.end, start - 1)
    )
