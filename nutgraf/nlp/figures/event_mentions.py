"""What happened to the things that a number counts: a participle behind them, or a verb before the number."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.figures import bounds
from nutgraf.nlp.figures.token_reader import TokenReader

_FARTHEST: Final = 8
_FARTHEST_ASIDE: Final = 14
_FARTHEST_PLACE: Final = 8
_TOLL_REACH: Final = 9
_MOST_WORDS_BETWEEN: Final = 2


def event_after(reader: TokenReader, index: int) -> str | None:
    """Return what happened to the noun that ends before ``index``: "were killed", "dead", "missing"."""
    words, events = reader.rules.counts, reader.rules.events
    position = _past_aside(reader, index)
    passive = False
    for _ in range(_FARTHEST):
        low = reader.low(position)
        if low in events.states:
            return events.states[low]
        if low in words.skipped and not _joins(reader, position):
            passive = passive or low in words.auxiliaries
            position += 1
            continue
        if low in words.prepositions and not passive:
            beyond = _past_preposition(reader, position)
            if beyond is not None:
                position, passive = beyond, True
                continue
        return _participle_at(reader, position, passive=passive)
    return None


def _joins(reader: TokenReader, position: int) -> bool:
    """Return whether a conjunction goes on with something else than "dead *and*" and "more *and*"."""
    words = reader.rules.counts
    return reader.low(position) in words.conjunctions and reader.low(position - 1) not in words.joined_after


def _participle_at(reader: TokenReader, index: int, *, passive: bool) -> str | None:
    low, events = reader.low(index), reader.rules.events
    event = events.participle(low)
    if event is None or low in events.nouns:
        return None
    if low in events.intransitive:
        return event
    if events.is_present_participle(low):
        return None
    if passive:
        return event
    finite = low != event and low not in events.bare_participles
    return None if finite or not ends_clause(reader, index + 1) else event


def ends_clause(reader: TokenReader, index: int) -> bool:
    """Return whether what starts at a token adds nothing to the participle before it."""
    following = reader.at(index)
    return following.kind in ("none", "sign") or following.low in reader.rules.counts.after_participles


def figure_ends_clause(reader: TokenReader, index: int) -> bool:
    """Return whether a clause ends before a token, or goes on with a time or a place."""
    token, rules = reader.at(index), reader.rules
    if token.low in rules.numbers.articles and reader.low(index + 1) in rules.calendar.ago_units:
        return True
    return token.kind != "number" and token.low != "%" and ends_clause(reader, index)


def _past_aside(reader: TokenReader, index: int) -> int:
    """Step over ", including two children," or "(two of them children)"."""
    opening = reader.low(index)
    if opening not in (",", "(") or (
        opening == "," and reader.low(index + 1) not in reader.rules.counts.asides
    ):
        return index
    closing = ")" if opening == "(" else ","
    for position in range(index + 1, index + _FARTHEST_ASIDE):
        if reader.low(position) == closing:
            return position + 1
    return index


def _past_preposition(reader: TokenReader, index: int) -> int | None:
    """Step over "on board the ferry" when an auxiliary follows; None when none does."""
    words = reader.rules.counts
    for position in range(index + 1, index + _FARTHEST_PLACE):
        token = reader.at(position)
        if token.low in words.auxiliaries:
            return position
        if token.kind != "word" or token.low in words.clause_openers:
            return None
    return None


def event_before(reader: TokenReader, first: int) -> str | None:
    """Return what a verb before the number does to what is counted: "killed at least", "injuring another"."""
    if follows_toll(reader, first):
        return reader.rules.counts.toll_event
    words, events = reader.rules.counts, reader.rules.events
    start = bounds.bound_before(reader, first)[1]
    for _ in range(_MOST_WORDS_BETWEEN):
        start -= reader.low(start - 1) in words.before_numbers
    start = bounds.bound_before(reader, start)[1]
    verb, before = reader.low(start - 1), reader.low(start - 2)
    if verb in events.not_before or verb in events.intransitive:
        return None
    event = events.participles.get(verb)
    if event in events.unspecific or before in words.passive_auxiliaries or before in words.articles:
        return None
    return event


def follows_toll(reader: TokenReader, first: int) -> bool:
    """Return whether a number is that of the dead: "the death toll has risen to", "a toll of"."""
    words = reader.rules.counts
    start = bounds.bound_before(reader, first)[1]
    if start < first and reader.low(first - 1) in words.toll_verbs:
        start = first  # "topped" bounds the number too
    if reader.low(start - 1) not in words.toll_verbs:
        return False
    return any(
        (reader.low(index) in words.toll_nouns and not _is_charge(reader, index))
        or reader.phrase_at(index, words.toll_phrases)
        for index in range(start - _TOLL_REACH, start)
    )


def _is_charge(reader: TokenReader, index: int) -> bool:
    """Return whether a toll is paid: "the bridge *toll*", "the *toll* of the road"."""
    charged, beside = reader.rules.counts.toll_roads, (reader.low(index - 1), reader.low(index + 2))
    behind = reader.low(index + 3) if beside[1] in reader.rules.counts.articles else beside[1]
    return beside[0] in charged or behind in charged
