"""Numbers as newspapers write them: digits, words, and both together ("1.2bn", "two and a half million")."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from nutgraf.nlp.figures.hyphens import HYPHENS
from nutgraf.nlp.figures.part_of_whole import part_of_whole
from nutgraf.nlp.figures.token_reader import TokenReader
from nutgraf.nlp.lang.schema.figures import DigitNotation, NumberWords

_FRACTION_SIGNS: Final = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_ONE: Final = Decimal(1)
_TEN: Final = Decimal(10)
_THOUSAND: Final = Decimal(1000)
_LARGEST: Final = Decimal(10**15)
_LONGEST_DIGITS: Final = 24
_MOST_WORDS: Final = 12
_GROUP: Final = 3
_CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number between two token indices (half-open).

    ``scale`` is the multiplier that was written ("million"), already part of ``value``; ``vague`` marks
    plurals such as "dozens"; ``spelled`` says that the number is in words.
    """

    value: Decimal
    first: int
    after: int
    scale: Decimal = Decimal(1)
    vague: bool = False
    spelled: bool = False


def parse_digits(written: str, notation: DigitNotation) -> Decimal | None:
    """Return the value of digits, or None when the separators make no number.

    In English notation "12.500" is 12.5; "1,2" and "1.2.3" are no numbers.
    """
    whole, point, fraction = written.partition(notation.decimal)
    if len(written) > _LONGEST_DIGITS or (point and not fraction.isdecimal()):
        return None
    groups = whole.split(notation.grouping) if notation.grouping else [whole]
    if len(groups) > 1 and not _grouped(groups, notation):
        return None
    digits = "".join(groups)
    return Decimal(f"{digits}.{fraction or 0}") if digits.isdecimal() else None


def _grouped(groups: list[str], notation: DigitNotation) -> bool:
    """Return whether digits are grouped in thousands, or as the language groups them besides."""
    return (
        len(groups[-1]) == _GROUP
        and 1 <= len(groups[0]) <= _GROUP
        and all(len(group) in notation.inner_groups for group in groups[1:-1])
    )


def parse_number(reader: TokenReader, index: int) -> Numeral | None:
    """Return the number that starts at a token, with its multiplier, or None."""
    token, words = reader.at(index), reader.rules.numbers
    if token.kind == "number":
        return _from_digits(reader, index, words)
    if token.low not in words.openers and words.compound_value(token.low) is None:
        return None
    return _vague(reader, index, words) or _share(reader, index) or _spelled(reader, index, words)


def _from_digits(reader: TokenReader, index: int, words: NumberWords) -> Numeral | None:
    value = parse_digits(reader.at(index).text, words.digits)
    if value is None:
        return None
    after = index + 1
    half = reader.phrase_at(after, words.halves)
    if reader.low(after) in _FRACTION_SIGNS:
        value, after = value + _FRACTION_SIGNS[reader.low(after)], after + 1
    elif half is not None and reader.low(half[1]) not in words.partitives:
        value, after = value + half[0], half[1]
    return _scaled(reader, Numeral(value, index, after), words)


def _scaled(reader: TokenReader, numeral: Numeral, words: NumberWords) -> Numeral:
    """Return the numeral with the multipliers that follow it: "5 lakh crore", "100-million", "two dozen"."""
    scale, after = _ONE, numeral.after
    for _ in range(2):
        position = after + 1 if reader.low(after) in HYPHENS and reader.glued(after) else after
        word = reader.low(position)
        if word in words.scales:
            scale, after = scale * words.scales[word], position + 1
        elif scale == 1 and word in words.dozens:
            scale, after = words.dozens[word], position + 1
        elif scale == 1 and word in words.clear_scale_abbreviations:
            scale, after = words.scale_abbreviations[word], position + 1
        else:
            break
    return Numeral(numeral.value * scale, numeral.first, after, scale, spelled=numeral.spelled)


def _vague(reader: TokenReader, index: int, words: NumberWords) -> Numeral | None:
    """Read "dozens", "tens of thousands", "several hundred": by convention at least two of them."""
    word, following = reader.low(index), reader.low(index + 1)
    if word in words.vague_multiples and following in words.partitives:
        scale = words.vague_plurals.get(reader.low(index + 2))
        if scale is not None:
            return _at_least_two(scale * words.vague_multiples[word], index, index + 3)
    if word in words.vague_plurals:
        return _at_least_two(words.vague_plurals[word], index, index + 1)
    some = _multiplier(following, words) if word in words.vague_quantifiers else None
    return _at_least_two(some, index, index + 2) if some is not None else None


def _at_least_two(scale: Decimal, first: int, after: int) -> Numeral:
    return Numeral(2 * scale, first, after, scale, vague=True, spelled=True)


def _multiplier(word: str, words: NumberWords) -> Decimal | None:
    return words.scales.get(word) or words.dozens.get(word)


def _share(reader: TokenReader, index: int) -> Numeral | None:
    """Read "three quarters of a million", rounded to a whole, and the number of "half a mile"."""
    part = part_of_whole(reader, index)
    if part is None:
        return None
    if part.scale is None:
        return Numeral(part.share.quantize(_CENT).normalize(), index, part.whole, spelled=True)
    value = (part.share * part.scale).to_integral_value()
    return Numeral(value, index, part.whole + 1, part.scale, spelled=True)


def _spelled(reader: TokenReader, index: int, words: NumberWords) -> Numeral | None:
    if reader.low(index) in words.articles:
        if _multiplier(reader.low(index + 1), words) is None:
            return None
        return _compound(reader, _ONE, index, index + 1, words)
    total, after = _under_hundred(reader, index, words)
    return _compound(reader, total, index, after, words) if after > index else None


def _compound(reader: TokenReader, start: Decimal, first: int, after: int, words: NumberWords) -> Numeral:
    """Go on from the first part: "two | hundred and forty thousand", falling scales only."""
    total, part, scale, ceiling = Decimal(0), start, _ONE, _LARGEST
    while after - first < _MOST_WORDS:
        position = after + (reader.low(after) in HYPHENS and reader.glued(after))
        word = reader.low(position)
        multiplier = words.scales.get(word, _ONE)
        if 0 < part < multiplier < _THOUSAND:
            part, after, scale = part * multiplier, position + 1, multiplier
        elif _THOUSAND <= multiplier < ceiling and part:
            scale = ceiling = multiplier
            total, part, after = total + part * scale, Decimal(0), position + 1
        elif scale == 1 and word in words.dozens:
            dozen = words.dozens[word]
            return Numeral(part * dozen, first, position + 1, dozen, spelled=True)
        else:
            half = reader.phrase_at(after, words.halves) if scale == 1 or not part else None
            if half is not None and reader.low(half[1]) not in words.partitives:
                value = total + part + half[0] * scale
                halved = Numeral(value, first, half[1], scale, spelled=True)
                return _scaled(reader, halved, words) if scale == 1 else halved
            more, beyond = _continued(reader, after, part, scale, words)
            if beyond == after:
                break
            part, after = part + more, beyond
    return Numeral(total + part, first, after, scale, spelled=True)


def _continued(
    reader: TokenReader, index: int, part: Decimal, scale: Decimal, words: NumberWords
) -> tuple[Decimal, int]:
    """Return a smaller part behind "hundred" or "thousand"; the same index when there is none."""
    if scale == 1 or part % 100:
        return Decimal(0), index
    position = index + (reader.low(index) in words.conjunctions)
    more, after = _under_hundred(reader, position, words)
    if after == position or (position > index and _opens_share(reader, after, words)):
        return Decimal(0), index
    return more, after


def _opens_share(reader: TokenReader, index: int, words: NumberWords) -> bool:
    """Return whether "in ten" stands at a token: "a hundred and one in ten" is no number of 101."""
    following = reader.at(index + 1)
    number = following.kind == "number" or words.is_number_word(following.low)
    return number and reader.low(index) in words.not_continued_by


def _under_hundred(reader: TokenReader, index: int, words: NumberWords) -> tuple[Decimal, int]:
    """Return the value of the words for 0 to 99 at a token, or of a compound, and the index behind them.

    The index stays the same when there are none.
    """
    word = reader.low(index)
    if word in words.units:
        return words.units[word], index + 1
    if word not in words.tens:
        compound = words.compound_value(word)
        return (Decimal(0), index) if compound is None else (compound, index + 1)
    position = index + 1 + (reader.low(index + 1) in HYPHENS and reader.glued(index + 1))
    unit = words.units.get(reader.low(position), Decimal(0))
    if 0 < unit < _TEN:
        return words.tens[word] + unit, position + 1
    return words.tens[word], index + 1
