"""What a sum, a share or a measure is about: the noun phrase beside it, as written."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.figures import bounds
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.token_reader import TokenReader

_MOST_WORDS: Final = 5
_MOST_WORDS_BEFORE: Final = 3


def described_phrase(reader: TokenReader, first: int, after: int, *, verbs: bool = True) -> str | None:
    """Return the phrase that says what the figure between two token indices measures, or None.

    It is looked for behind the figure ("a £76 million *embezzlement scheme*", "19% of *the country*"), then
    in front ("a *fine* of £3m", "*inflation rose* 3%", "*fined* £3m" unless ``verbs`` is false).
    """
    attributive = reader.low(first - 1) in reader.rules.phrases.articles
    return _behind(reader, after, attributive=attributive) or _before(reader, first, verbs=verbs)


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
    if phrase is None or _is_gerund(reader, phrase, after, attributive=attributive):
        return None
    if phrase.split()[-1] in words.changes and reader.low(beyond) in words.change_links:
        more = _phrase(reader, beyond + 1, attributive=False)[0]
        return f"{phrase} {reader.low(beyond)} {more}" if more else phrase
    return phrase


def _is_gerund(reader: TokenReader, phrase: str, after: int, *, attributive: bool) -> bool:
    """Return whether a phrase of one word says what somebody does: "spent $5m *rebuilding*"."""
    if " " in phrase or attributive or reader.low(after) in reader.rules.phrases.partitives:
        return False
    return reader.rules.events.is_present_participle(phrase)


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
    following = reader.at(position + 1)
    return position == first and following.kind == "word" and not rules.nouns.ends_noun_phrase(following.low)


def _is_finite(reader: TokenReader, position: int) -> bool:
    """Return whether a word behind a noun is its verb: "the country *feels*", "voters *feel*"."""
    low, nouns = reader.low(position), reader.rules.nouns
    return low in nouns.finite_verbs or (
        low + "s" in nouns.finite_verbs and nouns.is_plural(reader.low(position - 1))
    )


def _before(reader: TokenReader, first: int, *, verbs: bool) -> str | None:
    words, events = reader.rules.phrases, reader.rules.events
    bounded = start = bounds.bound_before(reader, first)[1]
    while reader.low(start - 1) in words.before_figures:
        start -= 1
    if reader.low(start - 1) in words.partitives:
        if reader.low(start - 2) in words.not_before_partitives:
            return None
        return _phrase_before(reader, start - 1)
    if start == bounded and reader.low(start - 2) in words.indefinite:
        return None  # "a reported $25m": the participle says nothing about the sum
    event = events.participles.get(reader.low(start - 1))
    if event is None:
        return None
    subject = _subject(reader, start - 1) if event in events.measured_events else None
    if subject is None:
        return event if verbs else None
    return f"{subject} {reader.low(start - 1)}"


def _subject(reader: TokenReader, verb: int) -> str | None:
    """Return the noun phrase in front of a verb and its auxiliaries."""
    words, end = reader.rules.phrases, verb
    while reader.low(end - 1) in words.perfect_auxiliaries or words.is_adverb(reader.low(end - 1)):
        end -= 1
    return _phrase_before(reader, end)


def _phrase_before(reader: TokenReader, end: int) -> str | None:
    """Return up to three words that end before an index."""
    first = end
    while first > end - _MOST_WORDS_BEFORE and _may_open(reader, first - 1):
        first -= 1
    phrase = " ".join(reader.slice(first, end).split()) if first < end else None
    return None if phrase is None or phrase.lower() in reader.rules.phrases.empty else phrase


def _may_open(reader: TokenReader, position: int) -> bool:
    token, rules = reader.at(position), reader.rules
    return (
        token.kind == "word"
        and not rules.nouns.ends_noun_phrase(token.low)
        and not rules.phrases.is_adverb(token.low)
    )
