"""Numbers that count nothing: clock times, scores, phone numbers, names of things, list numbers."""

from __future__ import annotations

from typing import Final

from nutgraf.model import Bound
from nutgraf.nlp.figures import bounds, ellipsis_phrases, known_places
from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.numerals import Numeral
from nutgraf.nlp.figures.token_reader import TokenReader

_JOINTS: Final = HYPHENS | frozenset(":/x×*−")
_GLUED_BEFORE: Final = frozenset("#@/_=&.%:+")
_APOSTROPHES: Final = frozenset("'’")
_LONGEST_CODE: Final = 3
# The index of a number behind the two words that open its sentence.
_OPENING: Final = 2


def skip_after(reader: TokenReader, numeral: Numeral) -> int | None:
    """Return the index behind a number that is no figure whatever follows it, or None when it may be one."""
    if reader.at(numeral.first).kind != "number":
        return None
    return _chain(reader, numeral) or _clock(reader, numeral) or _glued(reader, numeral)


def _chain(reader: TokenReader, numeral: Numeral) -> int | None:
    """Read digits joined by signs: "10:30", "24/7", "2-1" and "6-4", "192.168-1", "555-12 34"."""
    end = numeral.after
    while (
        reader.low(end) in _JOINTS
        and reader.glued(end)
        and reader.glued(end + 1)
        and reader.at(end + 1).kind == "number"
    ):
        end += 2
    return end if end > numeral.after else None


def _clock(reader: TokenReader, numeral: Numeral) -> int | None:
    labels, index = reader.rules.labels, numeral.after
    if reader.low(index) in labels.clock:
        return index + 1
    phrase = reader.phrase_at(index, labels.clock_phrases)
    return phrase[1] if phrase else None


def _glued(reader: TokenReader, numeral: Numeral) -> int | None:
    """Read digits glued to letters, "3D", "21st", "1990s", and digits inside an address or a tag."""
    labels, index = reader.rules.labels, numeral.after
    if not reader.glued(index) or numeral.after != numeral.first + 1:
        return None
    if reader.low(index) in _APOSTROPHES:
        ending = reader.low(index + 1)
        return index + 1 if ending and ending == labels.possessive and reader.glued(index + 1) else None
    return index + 1 if reader.at(index).kind == "word" else None


def is_label_before(reader: TokenReader, numeral: Numeral) -> bool:
    """Return whether what stands in front makes the number a name, a code or a phone number."""
    first, labels = numeral.first, reader.rules.labels
    token, previous = reader.at(first), reader.at(first - 1)
    if token.kind != "number":
        return previous.low in HYPHENS and reader.glued(first) and reader.glued(first - 1)
    if reader.glued(first) and (previous.kind != "sign" or previous.text in _GLUED_BEFORE):
        return True
    if previous.low in HYPHENS and (
        (reader.glued(first) and reader.glued(first - 1)) or reader.low(first - 2) in labels.hyphenated
    ):
        return True
    if (
        previous.low in labels.partitives
        and reader.at(first - 2).kind == "number"
        and reader.low(first + 1) in labels.slides
    ):
        return True
    return _is_code(token.text, reader.rules.numbers.digits.decimal) or _named(reader, numeral)


def _is_code(written: str, decimal_sign: str) -> bool:
    """Return whether digits open with a zero that no number has: "007", but not "0.5"."""
    return written.startswith("0") and len(written) > 1 and written[1] != decimal_sign


def _named(reader: TokenReader, numeral: Numeral) -> bool:
    """Read "Article 5", "Boeing 737", "No. 10": a plain whole number behind the name of what it numbers."""
    first, rules = numeral.first, reader.rules
    token = reader.at(first)
    if numeral.scale == 1 and not token.text.isdecimal():
        return reader.low(first - 1) in rules.labels.versioned and rules.numbers.digits.decimal in token.text
    if numeral.scale != 1:
        return False
    point = reader.low(first - 1) == "." and reader.low(first - 2) in rules.labels.abbreviations
    label = reader.at(first - 1 - point)
    if label.low in rules.labels.labels and label.low not in rules.calendar.months:
        return label.text[:1].isupper() or len(token.text) <= _LONGEST_CODE
    if point or label.kind != "word" or not label.text[0].isupper() or rules.calendar.is_date_name(label.low):
        return point
    if label.low in rules.phrases.articles:
        return False
    return first != 1 and (_is_model(reader, first) or not _is_counted(reader, first + 1))


def _is_counted(reader: TokenReader, index: int) -> bool:
    """Return whether a plural or "of them" follows a number that ends before an index."""
    is_plural = reader.rules.nouns.is_plural
    return (
        is_plural(reader.low(index))
        or is_plural(reader.low(index + 1))
        or ellipsis_phrases.partitive_at(reader, index) is not None
    )


def _is_model(reader: TokenReader, first: int) -> bool:
    """Return whether one digit behind a name is that of a model: "on Pixel 2 devices"."""
    bounded = bounds.bound_before(reader, first)[0] != Bound.EXACT
    return len(reader.at(first).text) == 1 and not bounded and not _placed(reader, first)


def _placed(reader: TokenReader, first: int) -> bool:
    """Return whether a name before a number is a place, "In Dnipro 4 people", and no model."""
    rules, before = reader.rules, reader.low(first - 2)
    if before not in rules.labels.placing:
        return False
    opening = first == _OPENING and before in rules.labels.locative
    people = reader.low(first + 1) in rules.nouns.people or reader.low(first + 2) in rules.nouns.people
    return opening or people or known_places.is_known_place(reader, first - 1, first)


def opens_list_item(reader: TokenReader, numeral: Numeral) -> bool:
    """Return whether the number is that of a list's item, at the start of its line."""
    return numeral.first == 0 and reader.low(1) in (".", ")") and not reader.glued(2)


def is_numbered_label(reader: TokenReader, index: int) -> bool:
    """Return whether a capitalised word names things by number ("Phase Two", "Day One")."""
    token = reader.at(index)
    named = token.low in reader.rules.labels.labels
    return named and token.text[:1].isupper() and reader.at(index + 1).text[:1].isupper()
