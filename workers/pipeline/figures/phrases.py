"""What a sum, a share or a measure is about: the noun phrase beside it, as written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from workers.pipeline.figures import bounds, events, numerals, tense
from workers.pipeline.figures.nouns import STOPS
from workers.pipeline.figures.numerals import HYPHENS
from workers.pipeline.lexicon import words

if TYPE_CHECKING:
    from workers.pipeline.figures.reading import Reader

_LINKS: Final = words("of in for on")
_ARTICLES: Final = words(
    """
    the a an its his her their our this these those new additional extra
    """
)
_MOST_WORDS: Final = 5
_MOST_WORDS_BEFORE: Final = 3
_MOVES: Final = frozenset({"risen", "fallen", "grown", "cut", "raised"})
_EMPTY: Final = words(
    """
    total sum amount figure number average minimum maximum rate worth most more less
    """
)


def describe(reader: Reader, first: int, after: int, *, verbs: bool = True) -> str | None:
    """The phrase that says what the figure between two token indices measures, or None.

    Looked for behind it ("a £76 million *embezzlement scheme*", "19% of *the country*"), then in front ("a
    *fine* of £3m", "*inflation* rose 3%").
    """
    return _behind(reader, after) or _before(reader, first, verbs=verbs)


def _behind(reader: Reader, after: int) -> str | None:
    index = after
    if reader.low(index) in HYPHENS and not reader.glued(index + 1):
        return None
    if reader.low(index) == "worth" and reader.low(index + 1) == "of":
        index += 1
    if reader.low(index) in _LINKS:
        opening = reader.at(index + 1)
        if reader.low(index) != "of" and (opening.text[:1].isupper() or opening.kind != "word"):
            return None
        index += 1
    return _phrase(reader, index)


def _phrase(reader: Reader, index: int) -> str | None:
    """Words from an index on up to the first that ends a noun phrase."""
    while reader.low(index) in _ARTICLES:
        index += 1
    end = index
    while end < index + _MOST_WORDS and _inside(reader, end, index):
        end += 1
    while end > index and (reader.low(end - 1) in HYPHENS or reader.low(end - 1).endswith("ly")):
        end -= 1
    return " ".join(reader.slice(index, end).split()) if end > index else None


def _inside(reader: Reader, position: int, first: int) -> bool:
    token = reader.at(position)
    if token.low in HYPHENS:
        return position > first and reader.glued(position) and reader.glued(position + 1)
    if (
        token.kind != "word"
        or token.low in STOPS
        or tense.looks_back(token.low)
        or numerals.is_word(token.low)
    ):
        return False
    if token.low in ("last", "next") or (position > first and token.low.endswith("ed")):
        return False
    following = reader.at(position + 1)
    verb = token.low in events.CANONICAL and (
        position > first or following.kind != "word" or following.low in STOPS
    )
    return not verb


def _before(reader: Reader, first: int, *, verbs: bool) -> str | None:
    start = bounds.before(reader, first)[1]
    while reader.low(start - 1) in ("a", "an", "the", "by", "to", "at"):
        start -= 1
    if reader.low(start - 1) == "of":
        return _phrase_before(reader, start - 1)
    verb = events.CANONICAL.get(reader.low(start - 1))
    if verb is None:
        return None
    subject = _phrase_before(reader, start - 1) if verb in _MOVES else None
    if subject is None:
        return verb if verbs else None
    return f"{subject} {reader.low(start - 1)}"


def _phrase_before(reader: Reader, end: int) -> str | None:
    """Up to three words that end before an index."""
    first = end
    while first > end - _MOST_WORDS_BEFORE and _may_open(reader, first - 1):
        first -= 1
    phrase = " ".join(reader.slice(first, end).split()) if first < end else None
    return None if phrase is None or phrase.lower() in _EMPTY else phrase


def _may_open(reader: Reader, position: int) -> bool:
    token = reader.at(position)
    return token.kind == "word" and token.low not in STOPS and not token.low.endswith("ly")
