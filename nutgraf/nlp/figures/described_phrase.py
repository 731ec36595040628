"""What a sum, a share or a measure is about: the noun phrase beside it, as written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from nutgraf.nlp.figures import bounds, date_resolution, numerals, tense
from nutgraf.nlp.figures.counted_nouns import VERBS, ends_noun_phrase, is_plural
from nutgraf.nlp.figures.numerals import HYPHENS
from nutgraf.nlp.lang.en import event_verbs
from nutgraf.nlp.word_lists import word_set

if TYPE_CHECKING:
    from nutgraf.nlp.figures.token_reader import TokenReader

_LINKS: Final = word_set("of in for on")
_ARTICLES: Final = word_set("the a an its his her their our this these those new additional extra")
_RATES: Final = word_set("a an per each every")
_MOST_WORDS: Final = 5
_MOST_WORDS_BEFORE: Final = 3
_MOVES: Final = word_set("risen fallen grown cut raised")
_CHANGES: Final = word_set(
    "drop increase rise fall decline cut decrease jump growth reduction surge share slump gain"
)
_EMPTY: Final = word_set("total sum amount figure number average minimum maximum rate worth most more less")
# Words that make a preposition of "of", "instead of the £3,640", and no noun phrase.
_BEFORE_OF: Final = word_set(
    "instead because ahead out outside inside regardless irrespective short front capable upwards upward"
)
# Adverbs and adjectives that stand behind a measure without being what it measures.
_ENDS: Final = word_set(
    """
    till overseas brand come
    last next previous following same first second third fourth fifth instead worldwide everyday
    either nationally nationwide alone together behind ahead left further farther online abroad
    overnight away back apart prior thick tall high long deep wide clear bigger higher lower larger
    smaller faster slower better worse else home north south east west northeast northwest southeast
    southwest downtown upstream downstream inland offshore
    """
)
_TIMES: Final = word_set(
    "year month week day night summer winter spring autumn season time morning afternoon evening hour minute"
)


def described_phrase(reader: TokenReader, first: int, after: int, *, verbs: bool = True) -> str | None:
    """The phrase that says what the figure between two token indices measures, or None.

    Looked for behind it ("a £76 million *embezzlement scheme*", "19% of *the country*"), then in front ("a
    *fine* of £3m", "*inflation rose* 3%", "*fined* £3m" unless ``verbs`` is false).
    """
    attributive = reader.low(first - 1) in _ARTICLES
    return _behind(reader, after, attributive=attributive) or _before(reader, first, verbs=verbs)


def _behind(reader: TokenReader, after: int, *, attributive: bool) -> str | None:
    index = after
    if reader.low(index) in HYPHENS or reader.low(index) in _RATES:
        return None
    if reader.low(index) == "worth" and reader.low(index + 1) == "of":
        index += 1
    linked = reader.low(index) in _LINKS
    if linked:
        opening = reader.at(index + 1)
        if reader.low(index) != "of" and (opening.text[:1].isupper() or opening.kind != "word"):
            return None
        index += 1
    phrase, beyond = _phrase(reader, index, attributive=attributive)
    if phrase is None or (
        " " not in phrase and phrase.endswith("ing") and not (attributive or reader.low(after) == "of")
    ):
        return None
    if phrase.split()[-1] in _CHANGES and reader.low(beyond) == "in":
        more = _phrase(reader, beyond + 1, attributive=False)[0]
        return f"{phrase} in {more}" if more else phrase
    return phrase


def _phrase(reader: TokenReader, index: int, *, attributive: bool) -> tuple[str | None, int]:
    """Words from an index on up to the first that ends a noun phrase, and the index behind them."""
    while reader.low(index) in _ARTICLES:
        index += 1
    end = index
    while end < index + _MOST_WORDS and _inside(reader, end, index, attributive=attributive):
        end += 1
    while end > index and (reader.low(end - 1) in HYPHENS or reader.low(end - 1).endswith("ly")):
        end -= 1
    if end == index or reader.low(end - 1) in _TIMES or reader.low(end - 1) in date_resolution.WEEKDAYS:
        return None, end
    return " ".join(reader.slice(index, end).split()), end


def _inside(reader: TokenReader, position: int, first: int, *, attributive: bool) -> bool:
    """Whether a token goes on with the noun phrase that starts at ``first``."""
    token = reader.at(position)
    if token.low in HYPHENS:
        return position > first and reader.glued(position) and reader.glued(position + 1)
    if (
        token.kind != "word"
        or ends_noun_phrase(token.low)
        or token.low in _ENDS
        or tense.is_irregular_past(token.low)
    ):
        return False
    if numerals.is_number_word(token.low) and token.text.islower():
        return False
    if position > first and (event_verbs.is_regular_past(token.low) or _finite(reader, position)):
        return False
    if token.low not in event_verbs.CANONICAL or (attributive and position == first):
        return True
    following = reader.at(position + 1)
    return position == first and following.kind == "word" and not ends_noun_phrase(following.low)


def _finite(reader: TokenReader, position: int) -> bool:
    """Whether a word behind a noun is its verb: "the country *feels*", "voters *feel*"."""
    low = reader.low(position)
    return low in VERBS or (low + "s" in VERBS and is_plural(reader.low(position - 1)))


def _before(reader: TokenReader, first: int, *, verbs: bool) -> str | None:
    bounded = start = bounds.bound_before(reader, first)[1]
    while reader.low(start - 1) in ("a", "an", "the", "by", "to", "at"):
        start -= 1
    if reader.low(start - 1) == "of":
        return None if reader.low(start - 2) in _BEFORE_OF else _phrase_before(reader, start - 1)
    if start == bounded and reader.low(start - 2) in ("a", "an", "the"):
        return None  # "a reported $25m": the participle says nothing about the sum
    verb = event_verbs.CANONICAL.get(reader.low(start - 1))
    if verb is None:
        return None
    subject = _subject(reader, start - 1) if verb in _MOVES else None
    if subject is None:
        return verb if verbs else None
    return f"{subject} {reader.low(start - 1)}"


def _subject(reader: TokenReader, verb: int) -> str | None:
    """The noun phrase in front of a verb and its auxiliaries."""
    end = verb
    while reader.low(end - 1) in ("has", "have", "had", "been", "also", "further") or reader.low(
        end - 1
    ).endswith("ly"):
        end -= 1
    return _phrase_before(reader, end)


def _phrase_before(reader: TokenReader, end: int) -> str | None:
    """Up to three words that end before an index."""
    first = end
    while first > end - _MOST_WORDS_BEFORE and _may_open(reader, first - 1):
        first -= 1
    phrase = " ".join(reader.slice(first, end).split()) if first < end else None
    return None if phrase is None or phrase.lower() in _EMPTY else phrase


def _may_open(reader: TokenReader, position: int) -> bool:
    token = reader.at(position)
    return token.kind == "word" and not ends_noun_phrase(token.low) and not token.low.endswith("ly")
