"""Whether the words around a date look forward or back."""

from __future__ import annotations

from typing import Final, Literal

from nutgraf.nlp.figures import schedule
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.lang.schema.figures import TenseCues

Tense = Literal["past", "future"]
_BACK: Final = 14
_FAR_BACK: Final = 40
_FORWARD: Final = 8
_PHRASE: Final = 6
# "the vote on"
_SHORTEST_EVENT: Final = 2


def tense_around(reader: TokenReader, first: int, after: int) -> Tense | None:
    """Return the tense of the nearest telling word, looked for before the date and then after it.

    Far before it only "will" tells: what it says may be long, and what is past has its own words nearby.
    """
    cues = reader.rules.tense
    outcome = _dates_outcome(reader, first, cues)
    if outcome or _is_on(reader, first, cues):
        return "past" if outcome else "future"
    for index in range(first - 1, first - _BACK, -1):
        if reader.low(index) in cues.limits and reader.at(index - 1).kind != "word":
            continue  # "Until May, the team won": the clause behind tells
        tense = _evidence(reader, index, cues) or schedule.scheduled(reader, index)
        if tense == "future" and _was_meant(reader, index, cues) and _went_otherwise(reader, after, cues):
            return "past"
        elsewhere = tense == "future" and _is_of_another_event(reader, index, first, cues)
        if elsewhere or (tense == "past" and _was_decided(reader, index, cues)):
            return None
        if tense is not None:
            return tense
    for index in range(after, after + _FORWARD):
        tense = _evidence(reader, index, cues)
        if tense is not None:
            return tense
    far = range(first - _BACK, first - _FAR_BACK, -1)
    return "future" if any(reader.low(index) in cues.future_auxiliaries for index in far) else None


def _is_on(reader: TokenReader, first: int, cues: TenseCues) -> bool:
    """Return whether "is on" or "is" stands right before a date: "the concert *is on* July 9"."""
    before, clock = first - 1, reader.rules.labels.clock
    while before >= first - _PHRASE and (
        reader.low(before) in cues.date_prepositions
        or reader.low(before) in clock
        or reader.at(before).kind == "number"
    ):
        before -= 1  # "is at noon on Friday"
    return (
        reader.low(before) in cues.present_copulas and reader.low(before - 1) not in cues.not_before_copulas
    )


def _dates_outcome(reader: TokenReader, first: int, cues: TenseCues) -> bool:
    """Return whether a date tells which ruling is meant: "must be lodged after *the ruling of* 2 May"."""
    noun, words = first - 2, reader.rules.phrases
    if reader.low(first - 1) not in cues.outcome_links:
        return False
    start = next((at for at in range(noun - 1, noun - _PHRASE, -1) if reader.low(at) in words.articles), None)
    if start is None or any(reader.at(at).kind != "word" for at in range(start, noun)):
        return False
    after = reader.low(start - 1) in cues.after_events
    return reader.low(noun) in cues.outcomes or (after and reader.low(noun) in cues.gatherings)


def _was_decided(reader: TokenReader, index: int, cues: TenseCues) -> bool:
    """Return whether "decided to" stands at a token: what follows may be to come."""
    return reader.low(index) in cues.deciding and reader.low(index + 1) in cues.infinitive_markers


def _is_of_another_event(reader: TokenReader, index: int, first: int, cues: TenseCues) -> bool:
    """Return whether a date belongs to what comes earlier: "due a week *after* the vote on Sunday"."""
    between = range(max(index + 1, first - _PHRASE), first - _SHORTEST_EVENT)
    return reader.low(first - 1) in cues.date_prepositions and any(
        reader.low(position) in cues.after_events for position in between
    )


def _was_meant(reader: TokenReader, index: int, cues: TenseCues) -> bool:
    """Read "was due", "had been originally scheduled": an intention of the past."""
    before = index - 1
    while cues.is_adverb(reader.low(before)) or reader.low(before) in cues.adverbs:
        before -= 1
    return reader.low(index) in cues.intended and reader.low(before) in cues.past_auxiliaries


def _went_otherwise(reader: TokenReader, after: int, cues: TenseCues) -> bool:
    """Return whether ", but left late" or "when it sank" follows a date: what was meant for it is over.

    A report ("officials said") tells nothing, and neither does "but was postponed": the date may be to come.
    """
    turned = False
    for index in range(after, after + _FORWARD):
        word = reader.low(index)
        turned = turned or word in cues.turns
        if turned and word in cues.undecided:
            return False
        if turned and _is_past(word, cues):
            return True
    return False


def _evidence(reader: TokenReader, index: int, cues: TenseCues) -> Tense | None:
    word = reader.low(index)
    if not word or reader.low(index - 1) in cues.infinitives:
        return None  # "will be held": the participle tells nothing
    if word in cues.limits and (_was_not(reader, index, cues) or _was_done(reader, index, cues)):
        return "past"  # "had not said anything until Monday", "searched until Monday"
    if word in cues.future or (cues.future_suffix and word.endswith(cues.future_suffix)):
        return "future"
    if reader.phrase_at(index, cues.future_phrases):
        return "future"
    return "past" if _is_past(word, cues) else None


def _was_not(reader: TokenReader, index: int, cues: TenseCues) -> bool:
    """Return whether a past verb is denied shortly before an index."""
    for position in range(index - 1, index - _BACK, -1):
        word = reader.low(position)
        if word in cues.negations or (cues.negative_suffix and word.endswith(cues.negative_suffix)):
            verb = word.removesuffix(cues.negative_suffix) if cues.negative_suffix else word
            return verb in cues.past or reader.low(position - 1) in cues.past
    return False


def _was_done(reader: TokenReader, index: int, cues: TenseCues) -> bool:
    """Return whether a verb before an index tells of what went on up to a time, and put nothing off."""
    for position in range(index - 1, index - _BACK, -1):
        word = reader.low(position)
        if word in cues.past_auxiliaries or word in cues.deferring:
            return False
        if _is_past(word, cues):
            return reader.low(position - 1) not in cues.past_auxiliaries
        if word in cues.future or reader.at(position).kind == "sign":
            return False
    return False


def _is_past(word: str, cues: TenseCues) -> bool:
    return word in cues.past or cues.is_regular_past(word)
