"""Counts: what is counted and what happened to it.

``what`` is the counted noun with its adjectives as written, then one participle for the event ("people
killed", "police officers injured"), so that two outlets' wordings of one fact compare. A number without a
noun takes "people" when the event happens to people ("killed four and injured 40"), or the noun of the count
that it is coordinated with ("destroyed 30 homes and damaged 20").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from nutgraf.nlp.figures import bounds, counted_nouns
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.lang.en import event_verbs
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

_SKIPPED: Final = word_set(
    """
    were was are is have has had been being be also reportedly feared confirmed believed still
    seriously critically badly severely slightly more others reported thought presumed known who
    that which to now so far left already initially officially either tragically subsequently later
    lightly declared found and
    """
)
_AUXILIARIES: Final = word_set("were was are is have has had been being be get got")
_PREPOSITIONS: Final = word_set(
    """
    in on at from aboard of near inside across around among under with
    """
)
_ASIDES: Final = word_set("including among most mostly many some all mainly nearly at")
_AFTER_PASSIVE: Final = word_set(
    """
    in by at after as when during on and over since from near or while following across so inside
    outside amid before but with this last yesterday today overnight to for under
    """
)
_BEFORE_SKIPPED: Final = word_set(
    """
    another a an the further additional of total some its their more
    """
)
_LISTING: Final = frozenset({",", "and"}) | _BEFORE_SKIPPED
_FARTHEST: Final = 8
_TOLL_REACH: Final = 9
_CARRY_REACH: Final = 8


@dataclass(frozen=True, slots=True)
class Count:
    """What a number counts; ``after`` is the index behind the noun, or behind a number apart from it.

    ``end`` is the index behind the noun in any case, and ``done`` what a verb in front did to the counted.
    """

    unit: str | None
    what: str | None
    after: int
    phrase: str = ""
    end: int = 0
    done: str | None = None


def parse_count(reader: TokenReader, numeral: Numeral, earlier: Count | None) -> Count | None:
    """What a bare number counts, or None. ``earlier`` is the count before it in the same sentence."""
    noun = counted_nouns.counted_noun_at(reader, numeral.after, single=numeral.value == 1)
    after = noun.after if noun else numeral.after
    event, done = _event_after(reader, after), None
    if event is None:
        event = done = _event_before(reader, numeral.first) or _shared(reader, numeral, noun, earlier)
    if noun is not None:
        return replace(_with_noun(reader, numeral, noun, event), end=after, done=done)
    if event is None:
        return None
    if event in event_verbs.PEOPLE_EVENTS:
        return Count("people", f"people {event}", after, "people", after, done)
    alone = done is not None and numeral.spelled and numeral.value == 1  # "came to buy one"
    if earlier is not None and not alone and numeral.first - earlier.after <= _CARRY_REACH:
        return Count(earlier.unit, f"{earlier.phrase} {event}", after, earlier.phrase, after, done)
    return None


def _shared(
    reader: TokenReader, numeral: Numeral, noun: counted_nouns.CountedNoun | None, earlier: Count | None
) -> str | None:
    """The verb of the count before, "killed two soldiers and 10 civilians", when only a list goes on."""
    if noun is None or earlier is None or earlier.done is None or earlier.end >= numeral.first:
        return None
    start = bounds.bound_before(reader, numeral.first)[1]
    if not all(reader.low(index) in _LISTING for index in range(earlier.end, start)):
        return None
    following = reader.at(noun.after)
    listed = following.kind in ("none", "sign") or following.low in _AFTER_PASSIVE or following.low == "and"
    return earlier.done if listed else None


def _with_noun(
    reader: TokenReader, numeral: Numeral, noun: counted_nouns.CountedNoun, event: str | None
) -> Count:
    after = numeral.after if noun.apart else noun.after
    happened = event_verbs.NOUNS.get(noun.unit)
    if happened and (noun.unit != "lives" or _lost(reader, numeral, noun)):
        return Count("people", f"people {happened}", after, "people")
    if noun.unit == "people" and noun.phrase.lower() in ("others", "persons", "peoples"):
        noun = counted_nouns.CountedNoun("people", "people", noun.head, noun.after)
    phrase = noun.phrase if numeral.value != 1 else _of_one(noun)
    what = f"{phrase} {event}" if event and event not in phrase.lower() else phrase
    return Count(noun.unit, what, after, phrase)


def _of_one(noun: counted_nouns.CountedNoun) -> str:
    """The phrase of a single thing in the plural, to compare with other numbers of it."""
    return " ".join((*noun.phrase.split()[:-1], noun.unit))


def _lost(reader: TokenReader, numeral: Numeral, noun: counted_nouns.CountedNoun) -> bool:
    taking = {"claimed", "claims", "claiming", "claim", "cost", "took", "taken", "lost", "loss"}
    near = (reader.low(index) for index in range(numeral.first - 5, noun.after + 4))
    return any(word in taking for word in near)


def _event_after(reader: TokenReader, index: int) -> str | None:
    """What happened to the noun that ends before ``index``: "were killed", "dead", "reported missing"."""
    position = _past_aside(reader, index)
    passive = False
    for _ in range(_FARTHEST):
        low = reader.low(position)
        if low in ("unaccounted", "missing"):
            return "missing"
        if low in _SKIPPED and not (
            low == "and" and reader.low(position - 1) not in ("dead", "more", "others")
        ):
            passive = passive or low in _AUXILIARIES
            position += 1
            continue
        if low in _PREPOSITIONS and not passive:
            beyond = _past_preposition(reader, position)
            if beyond is not None:
                position, passive = beyond, True
                continue
        return _participle_at(reader, position, passive=passive)
    return None


def _participle_at(reader: TokenReader, index: int, *, passive: bool) -> str | None:
    low = reader.low(index)
    happened = event_verbs.participle(low)
    if (
        happened is None
        or low in event_verbs.NOUNS
        or (low.endswith("ing") and low not in event_verbs.INTRANSITIVE)
    ):
        return None
    if low in event_verbs.INTRANSITIVE or passive:
        return happened
    finite = low not in (happened, "hurt", "wounded", "injured", "abducted", "imprisoned", "sacked", "axed")
    following = reader.at(index + 1)
    ends = following.kind in ("none", "sign") or following.low in _AFTER_PASSIVE
    return None if finite or not ends else happened


def _past_aside(reader: TokenReader, index: int) -> int:
    """Steps over ", including two children," or "(two of them children)"."""
    opening = reader.low(index)
    if opening not in (",", "(") or (opening == "," and reader.low(index + 1) not in _ASIDES):
        return index
    closing = ")" if opening == "(" else ","
    for position in range(index + 1, index + 14):
        if reader.low(position) == closing:
            return position + 1
    return index


def _past_preposition(reader: TokenReader, index: int) -> int | None:
    """Steps over "on board the ferry" when an auxiliary follows; None when none does."""
    for position in range(index + 1, index + 8):
        token = reader.at(position)
        if token.low in _AUXILIARIES:
            return position
        if token.kind != "word" or token.low in ("who", "that", "which", "and", "but"):
            return None
    return None


def _event_before(reader: TokenReader, first: int) -> str | None:
    """What a verb before the number does to the things counted: "killed at least", "injuring another"."""
    start = bounds.bound_before(reader, first)[1]
    if _toll(reader, start):
        return "killed"
    for _ in range(2):
        if reader.low(start - 1) in _BEFORE_SKIPPED:
            start -= 1
    start = bounds.bound_before(reader, start)[1]
    verb = reader.low(start - 1)
    if (
        verb in event_verbs.NOT_BEFORE
        or verb in event_verbs.INTRANSITIVE
        or verb not in event_verbs.CANONICAL
    ):
        return None
    if reader.low(start - 2) in ("were", "was", "been", "being", "are", "is", "the", "a", "an"):
        return None
    found = event_verbs.CANONICAL[verb]
    return (
        None if found in ("risen", "fallen", "worth", "reported", "added", "covered", "contained") else found
    )


def _toll(reader: TokenReader, start: int) -> bool:
    """Reads "the death toll has risen to", "a toll of"."""
    if reader.low(start - 1) not in (
        "to",
        "of",
        "at",
        "reached",
        "hit",
        "passed",
        "topped",
        "is",
        "was",
        "exceeded",
    ):
        return False
    near = [reader.low(index) for index in range(start - _TOLL_REACH, start)]
    return "toll" in near
