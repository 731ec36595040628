"""What a sum, a share or a measure is about: the noun phrase beside it, as written."""

from __future__ import annotations

from typing import Final

from nutgraf.model import FigureKind
from nutgraf.nlp.figures import phrase_in_front
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.phrase_in_front import EarlierFigure
from nutgraf.nlp.figures.token_reader import TokenReader

_MOST_WORDS: Final = 5


def described_phrase(
    reader: TokenReader,
    first: int,
    after: int,
    kind: FigureKind,
    earlier: EarlierFigure | None,
) -> str | None:
    """Return the phrase that says what the figure between two token indices measures, or None.

    It is what "of" joins to the figure in front ("a *fine* of £3m"), what stands behind it ("a £76 million
    *embezzlement scheme*", "19% of *the country*"), or the subject of its clause ("the *rate* has reached
    85%", "*inflation rose* 3%").

    Args:
        reader: the sentence.
        first: index of the figure's first token.
        after: index behind its last one.
        kind: of the figure; of a length or a time only a verb of change tells, and a percentage may be what
            its clause's subject won.
        earlier: the figure before it in the sentence, which may stand between it and its verb.
    """
    words = reader.rules.phrases
    attributive = reader.low(first - 1) in words.articles
    described = attributive or reader.low(after) in words.partitives
    measured = None if described else phrase_in_front.joined_phrase(reader, first)
    behind = None if measured else _behind(reader, after, attributive=attributive)
    quantity = kind is FigureKind.QUANTITY
    if not quantity and behind and reader.low(after) in words.links - words.partitives:
        behind = phrase_in_front.level_subject(reader, first) or behind  # "inflation was 3% in the north"
    if measured or behind:
        return measured or behind
    if quantity:
        return phrase_in_front.changed_subject(reader, first) or _per(reader, after)
    percent = kind is FigureKind.PERCENT
    return phrase_in_front.phrase_in_front(reader, first, earlier, percent=percent) or _per(reader, after)


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
    joined = reader.low(index - 1) in words.partitives and index > after
    phrase, beyond = _phrase(reader, index, attributive=attributive or joined)
    if phrase is None or phrase.lower() in words.empty:
        return None
    if _is_verbal(reader, index, phrase, after, attributive=attributive):
        return None
    if phrase.split()[-1] in words.changes and reader.low(beyond) in words.change_links:
        more = _phrase(reader, beyond + 1, attributive=False)[0]
        return f"{phrase} {reader.low(beyond)} {more}" if more else phrase
    return phrase


def _is_verbal(reader: TokenReader, index: int, phrase: str, after: int, *, attributive: bool) -> bool:
    """Return whether a phrase says what somebody does: "spent $5m *rebuilding*", "an hour *passed*"."""
    events, tense, opening = reader.rules.events, reader.rules.tense, reader.low(index)
    word = phrase.lower()
    past = word in tense.past or tense.is_regular_past(word) or events.participle(word) == word
    if " " not in phrase and past and word not in reader.rules.phrases.payment_names:
        return True
    if attributive or reader.low(after) in reader.rules.phrases.partitives:
        return False
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
    if attributive and position == first and token.low in rules.phrases.changes:
        return True  # "a 12% cut in wages"
    if (
        token.kind != "word"
        or rules.nouns.ends_noun_phrase(token.low)
        or token.low in rules.phrases.ends
        or token.low in rules.tense.past
    ):
        return False
    numbered = rules.numbers.is_number_word(token.low) and token.text.islower()
    verb = rules.events.is_regular_past(token.low) or _is_finite(reader, position)
    if numbered or (position > first and verb):
        return False
    noun = token.low not in rules.events.participles or token.low in rules.phrases.payment_names
    if noun or (attributive and position == first):
        return True
    following = reader.at(position + 1)
    return position == first and following.kind == "word" and not rules.nouns.ends_noun_phrase(following.low)


def _is_finite(reader: TokenReader, position: int) -> bool:
    """Return whether a word behind a noun is its verb: "the country *feels*", "voters *feel*"."""
    low, nouns = reader.low(position), reader.rules.nouns
    return low in nouns.finite_verbs or (
        low + "s" in nouns.finite_verbs and nouns.is_plural(reader.low(position - 1))
    )


def _per(reader: TokenReader, after: int) -> str | None:
    """Return "per share" or "per square metre" behind a price, but not "per day"."""
    rules, noun = reader.rules, reader.at(after + 1)
    if reader.low(after) not in rules.phrases.per or noun.kind != "word" or noun.low in rules.phrases.times:
        return None
    unit = reader.phrase_at(after + 1, rules.units.spellings)
    return reader.slice(after, unit[1] if unit else after + 2)
