"""What the words in front of a sum or a share say that it measures: a subject, an object, a noun."""

from __future__ import annotations

from typing import Final, NamedTuple

from nutgraf.model import Figure, FigureKind
from nutgraf.nlp.figures import bounds, clause_subject
from nutgraf.nlp.figures.token_reader import TokenReader

_REACH: Final = 8


class EarlierFigure(NamedTuple):
    """A figure before the one that is described: its first token, the index behind it, what it measures."""

    first: int
    after: int
    what: str | None


def earlier_figure(last: EarlierFigure | None, span: tuple[int, int], figure: Figure) -> EarlierFigure:
    """Return the figure that the next one may go on from; a date belongs to the one right before it.

    Args:
        last: the one before.
        span: first token of a new figure and the index behind its last.
        figure: the new figure.
    """
    if figure.kind is FigureKind.DATE and last is not None and span[0] - last.after <= 1:
        return last._replace(after=span[1])
    counted = figure.kind is FigureKind.COUNT and figure.unit is not None
    return EarlierFigure(*span, None if counted else figure.what)


def joined_phrase(reader: TokenReader, first: int) -> str | None:
    """Return the phrase that a partitive joins to a figure behind it: "a *fine* of £3m"."""
    words, start = reader.rules.phrases, _start(reader, first)
    if reader.low(start - 1) not in words.partitives or reader.low(start - 2) in words.not_before_partitives:
        return None
    return clause_subject.phrase_before(reader, start - 1)


def _start(reader: TokenReader, first: int) -> int:
    """Return the index where a figure starts with its bound and the words that lead to it."""
    start = bounds.bound_before(reader, first)[1]
    rules = reader.rules
    while (
        reader.low(start - 1) in rules.phrases.before_figures
        or reader.low(start - 1) in rules.bounds.range_openers
    ):
        start -= 1
    return start


def changed_subject(reader: TokenReader, first: int) -> str | None:
    """Return the subject of "the *sea* rose 20 cm", or None."""
    verb = _start(reader, first) - 1
    event = reader.rules.events.participles.get(reader.low(verb))
    subject = (
        clause_subject.subject_of(reader, verb) if event in reader.rules.events.measured_events else None
    )
    return f"{subject} {reader.low(verb)}" if subject else None


def level_subject(reader: TokenReader, first: int) -> str | None:
    """Return the subject of the verb right before a figure that says how high it is, or None."""
    words, start = reader.rules.phrases, _start(reader, first)
    verb = start - 1
    while words.is_adverb(reader.low(verb)) or reader.low(verb) in words.superlatives:
        verb -= 1
    stands = reader.low(verb) in words.level_verbs or reader.low(verb) in words.copulas
    return clause_subject.subject_of(reader, verb) if stands else None


def phrase_in_front(
    reader: TokenReader, first: int, earlier: EarlierFigure | None, *, percent: bool, moved: bool = False
) -> str | None:
    """Return what the clause in front of a figure says that it measures.

    ``moved`` says that the figure is where a change led to: the subject alone tells what it is.
    """
    words = reader.rules.phrases
    bounded, start = bounds.bound_before(reader, first)[1], _start(reader, first)
    if reader.low(start) in words.level_verbs:
        start += 1  # "topped" bounds the figure too
    while reader.low(start - 1) in words.superlatives or reader.low(start - 1) in words.before_figures:
        start -= 1
    linked = start
    while reader.low(linked - 1) in words.figure_links:
        linked -= 1
    closing = reader.low(start - 1) in words.level_verbs and reader.low(start - 2) in words.infinitives
    linked = start - 2 if closing else linked  # "fell 3 points to close at 72"
    if earlier is not None and linked == earlier.after and linked < first:
        return phrase_in_front(reader, earlier.first, None, percent=percent, moved=True) or earlier.what
    if start == bounded and reader.low(start - 2) in words.indefinite:
        return None  # "a reported $25m": the participle says nothing about the sum
    if earlier is not None and _is_resumed(reader, start, earlier):
        return earlier.what
    return (
        _of_verb(reader, start, moved=moved or _is_outcome(reader, start, bounded), percent=percent)
        or _exchanged(reader, start, moved=start < bounded)
        or _object(reader, start, bounded)
    )


def _is_outcome(reader: TokenReader, start: int, bounded: int) -> bool:
    """Return whether a figure is where a change led to, "fell *to* 3%", and not by how much it changed."""
    return start < bounded and reader.low(start) not in reader.rules.changes.openers


def _is_resumed(reader: TokenReader, start: int, earlier: EarlierFigure) -> bool:
    """Return whether "which" before the verb stands for the figure before: "$5 a day, *which* is $35"."""
    between = range(earlier.after, start - 1)
    relative = reader.low(start - 2) in reader.rules.phrases.relatives
    return (
        relative and 0 < len(between) <= _REACH and reader.low(start - 1) in reader.rules.phrases.level_verbs
    )


def _exchanged(reader: TokenReader, start: int, *, moved: bool) -> str | None:
    """Return what "was sold for" a price, or what a colon stands behind."""
    words, rules = reader.rules.phrases, reader.rules
    if reader.low(start - 1) in words.appositions:
        return clause_subject.phrase_before(reader, start - 1)
    verb = start - 1 - (reader.low(start - 1) in words.exchange_links)
    past = reader.low(verb) in rules.tense.past or rules.events.is_regular_past(reader.low(verb))
    linked = verb < start - 1 or moved
    if linked and past and reader.low(verb - 1) in words.auxiliaries:
        return clause_subject.subject_of(reader, verb)
    return None


def _of_verb(reader: TokenReader, start: int, *, moved: bool, percent: bool) -> str | None:
    """Return what a verb that ends before an index says of a figure behind it."""
    words, events = reader.rules.phrases, reader.rules.events
    verb = start - 1
    while words.is_adverb(reader.low(verb)) or reader.low(verb) in words.particles:
        verb -= 1
    low = reader.low(verb)
    event = events.participles.get(low)
    noun = words.payment_nouns.get(event or low)
    if noun is not None and not percent:
        priced = clause_subject.subject_of(reader, verb) if noun in words.prices else None
        return priced or noun  # "a *seat* costs £5"
    stands = low in words.level_verbs or low in words.copulas
    if event in events.measured_events:
        subject = clause_subject.subject_of(reader, verb)
        return subject if moved or subject is None else f"{subject} {low}"
    if stands or (percent and event is not None):
        return clause_subject.subject_of(reader, verb)
    return None


def _object(reader: TokenReader, start: int, bounded: int) -> str | None:
    """Return what a verb changed, or what was for sale: "cut *rates* by 2%", "*cells* at $5"."""
    words, events, changes = reader.rules.phrases, reader.rules.events, reader.rules.changes
    joint = reader.low(start)
    if start >= bounded or joint not in words.object_links:
        return None
    for index in range(start - 2, start - 2 - _REACH, -1):
        low = reader.low(index)
        if low in changes.transitive or events.participles.get(low) in events.measured_events:
            return clause_subject.noun_phrase(reader, index + 1, start)
    priced = joint in words.price_links and reader.low(start - 1) not in words.ends
    return (
        clause_subject.phrase_before(reader, start)
        if priced and reader.at(start - 1).text.islower()
        else None
    )
