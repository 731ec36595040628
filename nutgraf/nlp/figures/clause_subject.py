"""The subject of a clause, and the noun phrase that ends before a token: what a sum or a share may be of."""

from __future__ import annotations

from typing import Final

from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.token_reader import TokenReader

_LONGEST_CLAUSE: Final = 14
_MOST_WORDS: Final = 5
_MOST_WORDS_BEFORE: Final = 3


def subject_of(reader: TokenReader, verb: int) -> str | None:
    """Return the noun phrase that is the subject of a verb, "rate" of "the rate has reached", or None.

    Args:
        reader: the sentence.
        verb: index of the verb.
    """
    words, end = reader.rules.phrases, verb
    while _is_auxiliary(reader, end - 1):
        end -= 1
    if reader.low(end) in words.infinitives:
        return None  # "a couple who want to raise £5"
    if end == verb and reader.rules.events.is_present_participle(reader.low(verb)):
        return phrase_before(reader, end)  # "plates costing £5"
    if reader.low(end - 1) in words.relatives:
        end -= 1
        return phrase_before(reader, end - (reader.low(end - 1) == ","))
    if end == verb and reader.low(verb) in words.postpositives:
        return phrase_before(reader, end - (reader.low(end - 1) == ","))  # "a contract *worth* £38m"
    start = _clause_start(reader, end)
    relative = reader.low(start - 1) in words.unnamed_subjects  # "which runs ferries and made £5m"
    return noun_phrase(reader, start, end) if start < end and not relative else None


def _is_auxiliary(reader: TokenReader, index: int) -> bool:
    """Return whether a word belongs to the verb: "has also *been*", "is *expected to*"."""
    words, low = reader.rules.phrases, reader.low(index)
    if low in words.auxiliaries or low in words.infinitives or words.is_adverb(low):
        return True
    participle = reader.rules.tense.is_regular_past(low) or low in words.level_verbs
    return (
        participle
        and reader.low(index + 1) in words.infinitives
        and reader.low(index - 1) in words.auxiliaries
    )


def phrase_before(reader: TokenReader, end: int) -> str | None:
    """Return up to three words of the noun phrase that ends before an index, or None."""
    first = end
    while first > end - _MOST_WORDS_BEFORE and _may_open(reader, first - 1, end):
        first -= 1
    return _worded(reader, first, end)


def _may_open(reader: TokenReader, position: int, end: int) -> bool:
    token, rules = reader.at(position), reader.rules
    if token.kind != "word" or rules.nouns.ends_noun_phrase(token.low) or rules.phrases.is_adverb(token.low):
        return False
    if position == end - 1:
        return reader.low(position - 1) in rules.phrases.articles or not _is_verb(reader, position)
    ends = (
        rules.nouns.is_plural(token.low) and token.low not in rules.nouns.attributive and token.text.islower()
    )
    return not ends and not _is_verb(reader, position)


def _is_verb(reader: TokenReader, index: int) -> bool:
    low, rules = reader.low(index), reader.rules
    told = low in rules.phrases.level_verbs and rules.events.is_regular_past(low)
    return told or low in rules.nouns.finite_verbs or low in rules.tense.past


def _clause_start(reader: TokenReader, end: int) -> int:
    """Return where the clause starts whose subject ends before an index."""
    openers, start = reader.rules.phrases.clause_openers, end
    while start > max(0, end - _LONGEST_CLAUSE):
        token = reader.at(start - 1)
        inner = token.low in HYPHENS and reader.glued(start - 1) and reader.glued(start)
        number = token.kind == "number"
        if (
            not inner
            and not number
            and (token.kind != "word" or token.low in openers or _is_verb(reader, start - 1))
        ):
            break
        start -= 1
    return start


def noun_phrase(reader: TokenReader, start: int, end: int) -> str | None:
    """Return the first noun phrase of a stretch, with what "of" adds to it."""
    rules = reader.rules
    first = _past_articles(reader, start, end)
    if rules.nouns.ends_noun_phrase(reader.low(first)):
        return _last_run(reader, start, end)
    after = _run_end(reader, first, end)
    if after == first + 1 < end and reader.low(first) in rules.events.participles:
        return phrase_before(reader, end)  # "people dead or *missing* from accidents"
    if after < end and reader.low(after) in rules.phrases.partitives:
        more = _past_articles(reader, after + 1, end)
        beyond = _run_end(reader, more, end)
        after = beyond if beyond > more else after
    return _worded(reader, first, after)


def _past_articles(reader: TokenReader, index: int, end: int) -> int:
    """Return the index behind articles and numbers, at most ``end``."""
    articles, numbers = reader.rules.phrases.articles, reader.rules.numbers
    while index < end:
        low = reader.low(index)
        if reader.at(index).kind == "number" or low in numbers.units:
            index += 1 + 2 * (reader.low(index + 1) in HYPHENS)  # "1,200-acre"
        elif low in articles:
            index += 1
        else:
            break
    return min(index, end)


def _run_end(reader: TokenReader, first: int, end: int) -> int:
    """Return the index behind the words from ``first`` on that may be one noun phrase."""
    after = first
    while after < min(end, first + _MOST_WORDS):
        token = reader.at(after)
        inner = token.low in HYPHENS and after > first and reader.glued(after) and reader.glued(after + 1)
        if not inner and (token.kind != "word" or reader.rules.nouns.ends_noun_phrase(token.low)):
            break
        after += 1
    return after


def _last_run(reader: TokenReader, start: int, end: int) -> str | None:
    """Return the words in small letters that end a stretch: "In Norvik *unemployment* reached"."""
    first = end
    while first > max(start, end - _MOST_WORDS_BEFORE):
        token = reader.at(first - 1)
        if token.kind != "word" or not token.text.islower() or reader.rules.nouns.ends_noun_phrase(token.low):
            break
        first -= 1
    behind_name = first > start and reader.low(first - 1) not in reader.rules.nouns.stops
    return _worded(reader, first, end) if behind_name else None


def _worded(reader: TokenReader, first: int, after: int) -> str | None:
    rules = reader.rules
    last = reader.low(after - 1)
    if rules.numbers.is_number_word(last):
        return None
    if first >= after or last in rules.phrases.times or rules.phrases.is_adverb(last) or last in HYPHENS:
        return None
    if rules.calendar.is_date_name(reader.low(after - 1)):
        return None
    phrase = " ".join(reader.slice(first, after).split())
    return None if phrase.lower() in rules.phrases.empty else phrase
