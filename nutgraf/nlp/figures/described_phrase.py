"""What a sum, a share or a measure is about: the noun phrase beside it, as written."""

from __future__ import annotations

from typing import Final, NamedTuple

from nutgraf.nlp.figures import bounds, clause_subject
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.token_reader import TokenReader

_MOST_WORDS: Final = 5
_REACH: Final = 8


class EarlierFigure(NamedTuple):
    """A figure before the one that is described: where it starts and ends, in tokens, and what it measures."""

    first: int
    after: int
    what: str | None


def described_phrase(
    reader: TokenReader,
    first: int,
    after: int,
    *,
    verbs: bool = True,
    percent: bool = False,
    earlier: EarlierFigure | None = None,
) -> str | None:
    """Return the phrase that says what the figure between two token indices measures, or None.

    It is what "of" joins to the figure in front ("a *fine* of £3m"), what stands behind it ("a £76 million
    *embezzlement scheme*", "19% of *the country*"), or the subject of its clause ("the *rate* has reached
    85%", "*inflation rose* 3%").

    Args:
        reader: the sentence.
        first: index of the figure's first token.
        after: index behind its last one.
        verbs: whether a verb in front may tell; a measure of length or time has none.
        percent: whether the figure is a percentage, which its clause's subject may have won.
        earlier: the figure before it in the sentence, which may stand between it and its verb.
    """
    words = reader.rules.phrases
    attributive = reader.low(first - 1) in words.articles
    measured = None if reader.low(after) in words.partitives else _of_which(reader, first)
    behind = None if measured else _behind(reader, after, attributive=attributive)
    if verbs and behind and reader.low(after) in words.links - words.partitives:
        behind = _level(reader, first) or behind  # "inflation was 3% in the north"
    return (
        measured
        or behind
        or (_in_front(reader, first, earlier, percent=percent) if verbs else _measured_change(reader, first))
        or _per(reader, after)
    )


def _behind(reader: TokenReader, after: int, *, attributive: bool) -> str | None:
    words, index = reader.rules.phrases, after
    if reader.low(index) in HYPHENS or reader.low(index) in words.rates:
        return None
    if reader.low(index) in words.worth and reader.low(index + 1) in words.partitives:
        index += 1
    if reader.low(index) in words.links:
        opening = reader.at(index + 1)
        named = opening.text[:1].isupper() or opening.kind != "word"
        if named and reader.low(index) not in words.partitives:
            return None
        index += 1
    phrase, beyond = _phrase(reader, index, attributive=attributive)
    if phrase is None or _is_verbal(reader, index, phrase, after, attributive=attributive):
        return None
    if phrase.lower() in words.empty:
        return None
    if phrase.split()[-1] in words.changes and reader.low(beyond) in words.change_links:
        more = _phrase(reader, beyond + 1, attributive=False)[0]
        return f"{phrase} {reader.low(beyond)} {more}" if more else phrase
    return phrase


def _is_verbal(reader: TokenReader, index: int, phrase: str, after: int, *, attributive: bool) -> bool:
    """Return whether a phrase says what somebody does or did: "spent $5m *rebuilding*", "two hours *passed*"."""
    if attributive or reader.low(after) in reader.rules.phrases.partitives:
        return False
    events, opening = reader.rules.events, reader.low(index)
    if " " not in phrase and (opening in reader.rules.tense.past or events.participle(opening) == opening):
        return True
    return events.is_present_participle(opening)


def _phrase(reader: TokenReader, index: int, *, attributive: bool) -> tuple[str | None, int]:
    """Return the words from an index up to the end of the noun phrase, and the index behind them."""
    words = reader.rules.phrases
    while reader.low(index) in words.articles:
        index += 1
    end = index
    while end < index + _MOST_WORDS and _inside(reader, end, index, attributive=attributive):
        end += 1
    while end > index and (reader.low(end - 1) in HYPHENS or words.is_adverb(reader.low(end - 1))):
        end -= 1
    last = reader.low(end - 1)
    if end == index or last in words.times or last in reader.rules.calendar.weekdays:
        return None, end
    return " ".join(reader.slice(index, end).split()), end


def _inside(reader: TokenReader, position: int, first: int, *, attributive: bool) -> bool:
    """Return whether a token goes on with the noun phrase that starts at ``first``."""
    token, rules = reader.at(position), reader.rules
    if token.low in HYPHENS:
        return position > first and reader.glued(position) and reader.glued(position + 1)
    if (
        token.kind != "word"
        or rules.nouns.ends_noun_phrase(token.low)
        or token.low in rules.phrases.ends
        or token.low in rules.tense.past
    ):
        return False
    if rules.numbers.is_number_word(token.low) and token.text.islower():
        return False
    if position > first and (rules.events.is_regular_past(token.low) or _is_finite(reader, position)):
        return False
    if token.low not in rules.events.participles or (attributive and position == first):
        return True
    if token.low in rules.phrases.payment_names:
        return True
    following = reader.at(position + 1)
    return position == first and following.kind == "word" and not rules.nouns.ends_noun_phrase(following.low)


def _is_finite(reader: TokenReader, position: int) -> bool:
    """Return whether a word behind a noun is its verb: "the country *feels*", "voters *feel*"."""
    low, nouns = reader.low(position), reader.rules.nouns
    return low in nouns.finite_verbs or (
        low + "s" in nouns.finite_verbs and nouns.is_plural(reader.low(position - 1))
    )


def _of_which(reader: TokenReader, first: int) -> str | None:
    """Return the phrase that a partitive joins to a figure behind it: "a *fine* of £3m"."""
    words, start = reader.rules.phrases, _start(reader, first)
    if reader.low(start - 1) not in words.partitives or reader.low(start - 2) in words.not_before_partitives:
        return None
    return clause_subject.phrase_before(reader, start - 1)


def _start(reader: TokenReader, first: int) -> int:
    """Return the index where a figure starts with its bound and the words that lead to it."""
    start = bounds.bound_before(reader, first)[1]
    while reader.low(start - 1) in reader.rules.phrases.before_figures:
        start -= 1
    return start


def _measured_change(reader: TokenReader, first: int) -> str | None:
    """Return the subject of "the *sea* rose 20 cm", or None."""
    verb = _start(reader, first) - 1
    event = reader.rules.events.participles.get(reader.low(verb))
    subject = (
        clause_subject.subject_of(reader, verb) if event in reader.rules.events.measured_events else None
    )
    return f"{subject} {reader.low(verb)}" if subject else None


def _level(reader: TokenReader, first: int) -> str | None:
    """Return the subject of the verb right before a figure that says how high it is, or None."""
    words, start = reader.rules.phrases, _start(reader, first)
    verb = start - 1
    while words.is_adverb(reader.low(verb)) or reader.low(verb) in words.superlatives:
        verb -= 1
    stands = reader.low(verb) in words.level_verbs or reader.low(verb) in words.auxiliaries
    return clause_subject.subject_of(reader, verb) if stands else None


def _in_front(
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
        return _in_front(reader, earlier.first, None, percent=percent, moved=True) or earlier.what
    if start == bounded and reader.low(start - 2) in words.indefinite:
        return None  # "a reported $25m": the participle says nothing about the sum
    if earlier is not None and _is_resumed(reader, start, earlier):
        return earlier.what
    return (
        _of_verb(reader, start, moved=moved or start < bounded, percent=percent)
        or _exchanged(reader, start, moved=start < bounded)
        or _object(reader, start, bounded)
    )


def _is_resumed(reader: TokenReader, start: int, earlier: EarlierFigure) -> bool:
    """Return whether "which" before the verb stands for the figure before: "$5 a day, *which* comes to $35"."""
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
    while words.is_adverb(reader.low(verb)):
        verb -= 1
    low = reader.low(verb)
    event = events.participles.get(low)
    noun = words.payment_nouns.get(event or low)
    if noun is not None and not percent:
        return noun
    stands = low in words.level_verbs or low in words.auxiliaries
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


def _per(reader: TokenReader, after: int) -> str | None:
    """Return "per share" behind a price."""
    words, noun = reader.rules.phrases, reader.at(after + 1)
    if reader.low(after) not in words.per or noun.kind != "word" or noun.low in words.times:
        return None
    return f"{reader.low(after)} {noun.text}"
